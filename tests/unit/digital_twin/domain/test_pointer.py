"""JSON pointers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.pointer import format_pointer, parse_pointer, resolves

# RFC 6901, section 5.
RFC_DOCUMENT: JsonObject = {
    "foo": ["bar", "baz"],
    "": 0,
    "a/b": 1,
    "c%d": 2,
    "e^f": 3,
    "g|h": 4,
    "i\\j": 5,
    'k"l': 6,
    " ": 7,
    "m~n": 8,
}
RFC_POINTERS = ["", "/foo", "/foo/0", "/", "/a~1b", "/c%d", "/e^f", "/g|h", "/i\\j", '/k"l', "/ ", "/m~0n"]


@pytest.mark.parametrize("pointer", RFC_POINTERS)
def test_the_examples_of_the_standard_resolve(pointer: str) -> None:
    """Every pointer of RFC 6901 section 5 names a place in its document."""
    assert resolves(RFC_DOCUMENT, parse_pointer(pointer))


@given(st.lists(st.text()))
def test_a_formatted_pointer_reads_back(tokens: list[str]) -> None:
    """Formatting and parsing are inverse, whatever the tokens are made of."""
    assert parse_pointer(format_pointer(tuple(tokens))) == tuple(tokens)


@pytest.mark.parametrize("pointer", ["foo", "#/foo", "/a~", "/a~2", "/~~01"])
def test_what_is_no_pointer_is_refused(pointer: str) -> None:
    """A text without the leading slash, or with a lone tilde, names nothing."""
    with pytest.raises(ValueError, match="JSON pointer"):
        parse_pointer(pointer)


@pytest.mark.parametrize("pointer", ["/foo/2", "/foo/-1", "/foo/01", "/foo/\u0661", "/foo/-", "/foo/0/x", "/bar"])
def test_places_that_do_not_exist_do_not_resolve(pointer: str) -> None:
    """Out of range, negative, zero-padded and non-ASCII indexes name no item, nor does a place under a scalar."""
    assert not resolves(RFC_DOCUMENT, parse_pointer(pointer))
