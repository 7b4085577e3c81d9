"""Reading JSON strictly."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.json_types import JsonValue
from digital_twin.domain.strict_json import MAX_DEPTH, parse_json, parse_object
from digital_twin.errors import DocumentTooLarge, Fault, MalformedDocument

LIMIT = 1_000_000

json_values: st.SearchStrategy[JsonValue] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8", exclude_characters="\x00")),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), inner)
    ),
    max_leaves=20,
)


def faults_of(body: bytes) -> tuple[Fault, ...]:
    """What is found wrong with a body."""
    with pytest.raises(MalformedDocument) as caught:
        parse_json(body, max_bytes=LIMIT)
    assert caught.value.faults, "every refusal says what and where"
    assert str(caught.value) == caught.value.faults[0].message
    return caught.value.faults


@given(json_values)
def test_usable_json_is_read_as_it_is(value: JsonValue) -> None:
    """Whatever two readers agree on comes through unchanged, objects as plain dicts."""
    parsed = parse_json(json.dumps(value).encode(), max_bytes=LIMIT)
    assert parsed == value
    assert type(parsed) is type(value)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    """No body makes the reader fail in another way than the one callers handle."""
    with suppress(MalformedDocument):
        parse_json(body, max_bytes=LIMIT)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b'{"a": 1,}', Fault("", "not JSON: Illegal trailing comma before end of object at line 1, column 8")),
        (b'{"a":\n tru}', Fault("", "not JSON: Expecting value at line 2, column 2")),
        (b"%PDF-1.7", Fault("", "not JSON: Expecting value at line 1, column 1")),
        (b'{"name": "Andr\xe9"}', Fault("", "not UTF-8 at byte 14")),
        (b"", Fault("", "the body is empty")),
        (b" \n\t", Fault("", "the body is empty")),
        (b'{"basics": {"name": "Ada\\u0000"}}', Fault("/basics/name", "the text holds a NUL character")),
        (b'{"work": [{"name": "\\ud83d"}]}', Fault("/work/0/name", "the text holds a lone surrogate")),
        (b'{"basics": {"\\u0000": 1}}', Fault("/basics", "a key holds a NUL character")),
        (b'{"a": {"b": 1, "c": 2, "b": 1}}', Fault("/a/b", "the key occurs twice in its object")),
        (b'{"a": NaN}', Fault("/a", "the number is NaN, infinite or too large for a double")),
        (b'{"a": [1e999]}', Fault("/a/0", "the number is NaN, infinite or too large for a double")),
        (b'{"a": 1' + b"0" * 5000 + b"}", Fault("", "a number is too long")),
    ],
)
def test_a_refusal_says_what_is_wrong_and_where(body: bytes, fault: Fault) -> None:
    """Bytes that are no JSON are placed by line and column, everything else by a JSON pointer."""
    assert faults_of(body) == (fault,)


def test_a_surrogate_pair_is_a_character() -> None:
    """Only half a pair is refused."""
    assert parse_json(b'"\\ud83d\\ude00"', max_bytes=LIMIT) == "\U0001f600"


def test_every_fault_is_listed_at_once() -> None:
    """A caller mends a document in one go."""
    found = faults_of(b'{"a": "\\u0000", "b": ["\\ud800"], "c": {"d": 1, "d": 2}}')
    assert {fault.pointer for fault in found} == {"/a", "/b/0", "/c/d"}


@pytest.mark.parametrize("body", [b'{"\\ud800": {"a": "\\u0000"}}', b'{"x": {"\\ud800": 1, "\\ud800": 2}}'])
def test_no_fault_repeats_a_broken_key(body: bytes) -> None:
    """A pointer through a lone surrogate could not be sent back; the object that holds the key is named instead."""
    assert all(fault.pointer.encode() in (b"", b"/x") for fault in faults_of(body))


@pytest.mark.parametrize("innermost", ["", "1", "{}"])
def test_one_level_too_many_is_refused(innermost: str) -> None:
    """The limit counts containers, whatever the innermost holds."""
    fits, over = MAX_DEPTH - innermost.count("{"), MAX_DEPTH + 1 - innermost.count("{")
    parse_json(("[" * fits + innermost + "]" * fits).encode(), max_bytes=LIMIT)
    assert faults_of(("[" * over + innermost + "]" * over).encode()) == (
        Fault("/0/0/0/0/0/0/0/0", "nested over 64 levels"),
    )


def test_depth_no_parser_survives_is_refused_likewise() -> None:
    """Half a million brackets exhaust the parser's stack, not the process."""
    assert faults_of(b"[" * 500_000)[0].message == "nested over 64 levels"


def test_a_key_repeated_among_very_many_is_found_at_once() -> None:
    """The search for the repeated key takes no longer than reading the body did: 80,000 keys, not their square."""
    keys = ", ".join(f'"{number}": 0' for number in range(80_000))
    assert faults_of(f'{{{keys}, "79999": 0}}'.encode()) == (Fault("/79999", "the key occurs twice in its object"),)


def test_a_body_over_the_limit_is_not_read() -> None:
    """The size is checked first, so even what is no JSON is called too large."""
    assert parse_json(b"[1]", max_bytes=3) == [1]
    with pytest.raises(DocumentTooLarge, match="4 bytes, at most 3"):
        parse_json(b"[1}]", max_bytes=3)


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"null", b"1"])
def test_a_document_has_to_be_an_object(body: bytes) -> None:
    """A list or scalar is JSON, but nothing a document could be."""
    with pytest.raises(MalformedDocument, match="object is expected"):
        parse_object(body, max_bytes=LIMIT)
    assert parse_object(b'{"a": 1}', max_bytes=LIMIT) == {"a": 1}
