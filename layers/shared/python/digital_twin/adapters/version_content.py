"""The packed form of a version's document and changes: compressed JSON, the same bytes for the same content."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import cast

from digital_twin.domain.history import Change
from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import DocumentTooLarge, StoreUnavailable

# DynamoDB items hold at most 400 KB; the rest is left to the other attributes.
MAX_PACKED_BYTES = 350 * 1024


def pack_content(document: JsonObject, changes: Sequence[Change]) -> bytes:
    """Compress a document and its changes; the order of keys is kept.

    Raises:
        DocumentTooLarge: they do not fit an item.
    """
    content = {
        "document": document,
        "changes": [[change.op, change.path, change.old, change.new] for change in changes],
    }
    packed = zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), level=9)
    if len(packed) > MAX_PACKED_BYTES:
        raise DocumentTooLarge(
            f"the document with its changes takes {len(packed)} bytes compressed, at most {MAX_PACKED_BYTES} are kept"
        )
    return packed


def unpack_content(packed: bytes) -> tuple[JsonObject, tuple[Change, ...]]:
    """The document and changes that were packed.

    Raises:
        StoreUnavailable: the bytes are not what `pack_content` makes.
    """
    try:
        content = json.loads(zlib.decompress(packed))
        document = cast("JsonObject", content["document"])
        changes = tuple(Change(op, path, old, new) for op, path, old, new in content["changes"])
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise StoreUnavailable("a stored version cannot be unpacked") from error
    return document, changes
