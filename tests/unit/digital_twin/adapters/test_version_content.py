"""The packed form of documents and changes."""

from __future__ import annotations

import zlib

import pytest

from digital_twin.adapters.version_content import MAX_PACKED_BYTES, pack_content, unpack_content
from digital_twin.domain.history import Change
from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import StoreUnavailable

DOCUMENT: JsonObject = {"work": [{"name": "Ümläut & Söhne"}], "basics": {"name": "Ada"}}
CHANGES = (Change("add", "/work/0", new={"name": "x"}), Change("remove", "/basics/url", old=None))


def test_unpacking_gives_back_what_was_packed() -> None:
    """Document, order of keys and changes survive."""
    document, changes = unpack_content(pack_content(DOCUMENT, CHANGES))
    assert (document, changes) == (DOCUMENT, CHANGES)
    assert list(document) == ["work", "basics"]


def test_the_same_content_packs_to_the_same_bytes() -> None:
    """No clock or name is in the packed form, so a repeated write is the same write."""
    assert pack_content(DOCUMENT, CHANGES) == pack_content(dict(DOCUMENT), list(CHANGES))


@pytest.mark.parametrize(
    "packed",
    [b"", b"plain", zlib.compress(b"not json"), zlib.compress(b"[]"), zlib.compress(b'{"document": {}}')],
    ids=["empty", "not compressed", "not JSON", "no object", "no changes"],
)
def test_bytes_of_another_making_are_unreadable(packed: bytes) -> None:
    """Damage is reported as the store's failure."""
    with pytest.raises(StoreUnavailable, match="cannot be unpacked"):
        unpack_content(packed)


def test_the_limit_leaves_room_for_the_other_attributes() -> None:
    """DynamoDB's own limit on an item is 400 KB, names and keys included."""
    assert MAX_PACKED_BYTES <= 400 * 1024 - 40 * 1024
