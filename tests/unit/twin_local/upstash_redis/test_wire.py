"""The wire format as values: what becomes which command, and what a reply looks like."""

from __future__ import annotations

import json

import hiredis
import pytest

from twin_local.upstash_redis.engine import Command, Reply
from twin_local.upstash_redis.wire import WireError, as_object, command_from_json, command_from_path, encode


@pytest.mark.parametrize(
    ("raw_path", "query", "body", "command"),
    [
        (b"/get/key", b"", b"", (b"get", b"key")),
        (b"/set/key/", b"", b"value", (b"set", b"key", b"value")),
        (b"/set/a%2Fb/c%20d", b"_token=t", b"", (b"set", b"a/b", b"c d")),
        (b"/set/key", b"EX=10&_token=t&NX", b"\xff\x00", (b"set", b"key", b"\xff\x00", b"EX", b"10", b"NX")),
        (b"/set/key/v", b"EX=%31", b"", (b"set", b"key", b"v", b"EX", b"1")),
    ],
)
def test_a_path_becomes_a_command(raw_path: bytes, query: bytes, body: bytes, command: Command) -> None:
    """Path, then body, then the query without its token."""
    assert command_from_path(raw_path, query, body) == command


@pytest.mark.parametrize("name", ["EVAL", "eval", "Eval_Ro"])
def test_a_scripts_shebang_line_is_dropped(name: str) -> None:
    """The whole line goes, its end stays, so that line numbers in errors are right."""
    body = f'["{name}", "#!lua flags=allow-key-locking\\nreturn 1", "0"]'.encode()
    assert command_from_json(body)[1:] == (b"\nreturn 1", b"0")


def test_a_loaded_scripts_shebang_line_is_dropped() -> None:
    """The script is the second word after SCRIPT."""
    assert command_from_json(b'["script", "load", "#!lua\\nreturn 1"]') == (b"script", b"load", b"\nreturn 1")


@pytest.mark.parametrize("words", [("SET", "key", "#!lua x"), ("EVAL", "return '#!lua'", "0"), ("EVAL",)])
def test_anything_else_keeps_its_words(words: tuple[str, ...]) -> None:
    """Only the first line of a script is looked at."""
    assert command_from_json(json.dumps(words).encode()) == tuple(word.encode() for word in words)


def test_a_stream_may_be_read_without_waiting() -> None:
    """XREAD is refused only where it would block."""
    assert command_from_json(b'["XREAD", "STREAMS", "s", "0"]')[0] == b"XREAD"
    with pytest.raises(WireError, match="'XREAD'"):
        command_from_json(b'["xread", "BLOCK", "0", "STREAMS", "s", "0"]')


@pytest.mark.parametrize(
    ("reply", "plain", "in_base64"),
    [
        (b"OK", "OK", "OK"),
        (b"", "", ""),
        ("ü".encode(), "ü", "w7w="),
        (b"\xff", "\ufffd", "/w=="),
        (7, 7, 7),
        (None, None, None),
        ([b"a", 1, None, [b"b"]], ["a", 1, None, ["b"]], ["YQ==", 1, None, ["Yg=="]]),
    ],
)
def test_a_reply_becomes_json(reply: Reply, plain: object, in_base64: object) -> None:
    """Bytes that are no UTF-8 survive only in base64."""
    assert encode(reply, base64=False) == plain
    assert encode(reply, base64=True) == in_base64


def test_an_error_is_never_encoded() -> None:
    """Its text is for people and for matching."""
    assert as_object(hiredis.ReplyError("ERR no"), base64=True) == {"error": "ERR no"}
