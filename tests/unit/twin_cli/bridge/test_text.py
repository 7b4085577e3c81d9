"""Lines, events, headers and messages: bytes in, values out."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mcp.shared.inbound import decode_header_value

from twin_cli.bridge.headers import encode_value
from twin_cli.bridge.lines import LineSplitter, TooLong
from twin_cli.bridge.messages import Batch, Notification, Reply, Request, id_key, read_message
from twin_cli.bridge.sse import EventParser


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """The data in pieces."""
    edges = sorted({0, len(data), *(place % (len(data) + 1) for place in places)})
    return [data[start:end] for start, end in pairwise(edges)]


@given(st.lists(st.binary(max_size=20).map(lambda b: b.replace(b"\n", b"x").strip())), st.lists(st.integers(0, 500)))
def test_lines_are_the_same_however_they_arrive(lines: list[bytes], places: list[int]) -> None:
    """Pipes cut anywhere; blank lines are none, and the last needs no newline."""
    splitter = LineSplitter(100)
    found = [line for piece in cut(b"\n".join(lines), places) for line in splitter.feed(piece)]
    assert found + splitter.close() == [line for line in lines if line]


def test_a_line_over_the_limit_is_dropped_and_the_next_is_read() -> None:
    """However many pieces it comes in."""
    splitter = LineSplitter(4)
    found = [line for piece in (b"12", b"345", b"6789\n", b"1234\n12345\nab") for line in splitter.feed(piece)]
    assert [type(line) for line in found] == [TooLong, bytes, TooLong]
    assert splitter.close() == [b"ab"]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
@given(places=st.lists(st.integers(0, 500)))
def test_events_are_the_same_however_they_arrive(end: bytes, places: list[int]) -> None:
    """Line ends of all three kinds, cut anywhere."""
    text = end.join([b"\xef\xbb\xbf: comment", b"event: message", b"data: one", b"data:two", b"", b"", b"data: last"])
    parser = EventParser()
    found = [event for piece in cut(text, places) for event in parser.feed(piece)]
    assert found + parser.close() == [b"one\ntwo", b"last"]


@given(st.text(max_size=40))
def test_a_header_value_is_safe_and_reads_back(value: str) -> None:
    """As the official SDK decodes it."""
    if not value.isprintable() and "\ud800" <= max(value, default="") <= "\udfff":
        return
    encoded = encode_value(value)
    assert encoded.isascii()
    assert encoded == encoded.strip()
    assert all(" " <= character <= "~" for character in encoded)
    assert decode_header_value(encoded) == value


def test_messages_are_told_apart() -> None:
    """Requests, notifications, replies and batches, each with its own bytes."""
    asked = read_message(b'{"jsonrpc":"2.0","id":1,"method":"ping"}')
    assert isinstance(asked, Request)
    assert (asked.id, asked.method, asked.version) == (1, "ping", None)
    assert isinstance(read_message(b'{"jsonrpc":"2.0","method":"x","params":{}}'), Notification)
    assert isinstance(read_message(b'{"jsonrpc":"2.0","id":1,"result":{}}'), Reply)
    batch = read_message(b'[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"}]')
    assert isinstance(batch, Batch)
    assert [type(item) for item in batch.items] == [Request, Notification]


@pytest.mark.parametrize(
    ("meta", "version"),
    [
        ({"io.modelcontextprotocol/protocolVersion": "2026-07-28"}, "2026-07-28"),
        ({"io.modelcontextprotocol/protocolVersion": 7}, None),
        ({"progressToken": 1}, None),
        ("none", None),
    ],
)
def test_a_message_says_itself_which_era_it_is_of(meta: object, version: str | None) -> None:
    """By the version in its metadata."""
    body = {"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"_meta": meta}}
    message = read_message(json.dumps(body).encode())
    assert isinstance(message, Request)
    assert message.version == version


def test_ids_of_different_kinds_are_different() -> None:
    """A cancellation must not hit a request it does not mean."""
    assert len({id_key(1), id_key("1"), id_key(None), id_key("a")}) == 4
