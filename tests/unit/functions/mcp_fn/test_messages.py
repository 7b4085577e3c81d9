"""The shape of what is posted, before the SDK sees it."""

from __future__ import annotations

import json

import pytest

from mcp_fn.messages import fault_of

PARSE_ERROR, INVALID_REQUEST, HEADER_MISMATCH = -32700, -32600, -32020

MODERN_PARAMS = {"_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28"}}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", PARSE_ERROR),
        (b"{not json", PARSE_ERROR),
        (b"\xff\xfe{}", PARSE_ERROR),
        (b"[" * 100_000, PARSE_ERROR),
        (b'{"id": ' + b"9" * 5000 + b"}", PARSE_ERROR),
        (b"null", INVALID_REQUEST),
        (b"7", INVALID_REQUEST),
        (b"[]", INVALID_REQUEST),
        (b'[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]', INVALID_REQUEST),
        (b'{"id": 1, "method": "ping"}', INVALID_REQUEST),
        (b'{"jsonrpc": "1.0", "id": 1, "method": "ping"}', INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "id": null, "method": "ping"}', INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "id": 1.5, "method": "ping"}', INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "id": true, "method": "ping"}', INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "id": 1, "method": 7}', INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": [1]}', INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "id": 1}', INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "result": {}}', INVALID_REQUEST),
        (b'{"jsonrpc": "2.0", "id": 1, "result": {}, "error": {}}', INVALID_REQUEST),
    ],
)
def test_what_is_no_message_is_named_by_json_rpcs_code(body: bytes, code: int) -> None:
    """Whatever the version."""
    for version in (None, "2025-11-25", "2026-07-28"):
        fault = fault_of(body, version)
        assert fault is not None
        assert fault.code == code


@pytest.mark.parametrize(
    "message",
    [
        {"id": 1, "method": "ping"},
        {"id": "a", "method": "tools/list", "params": {}},
        {"method": "notifications/initialized"},
        {"id": 1, "result": {}},
        {"id": 1, "error": {"code": 1, "message": ""}},
    ],
)
def test_a_message_of_any_kind_is_let_through(message: dict[str, object]) -> None:
    """What it means is the SDK's to say."""
    assert fault_of(json.dumps({"jsonrpc": "2.0"} | message).encode(), None) is None


def test_a_refusal_names_the_request_where_it_can() -> None:
    """So that the client finds what it was about, and `null` where nobody can tell."""
    known = fault_of(b'{"jsonrpc": "2.0", "id": "a", "method": 7}', None)
    unknown = fault_of(b'{"jsonrpc": "2.0", "id": {}, "method": "ping"}', None)

    assert known is not None
    assert known.body()["id"] == "a"
    assert unknown is not None
    assert unknown.body()["id"] is None


@pytest.mark.parametrize(
    ("body", "told", "id_"),
    [
        (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"a": NaN}}', "/params/a", 1),
        (b'{"jsonrpc": "2.0", "id": 1, "id": 2, "method": "ping"}', "occurs twice", 2),
        (b'{"jsonrpc": "2.0", "id": "x", "method": "ping", "params": {"a": "\\ud83d"}}', "lone surrogate", "x"),
        (b'{"jsonrpc": "2.0", "id": "\\ud83d", "method": "ping"}', "/id", None),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"a": ' + b"[" * 99 + b"]" * 99 + b"}}", "64", 1),
        (b"[" * 99 + b"]" * 99, "64", None),
    ],
)
def test_what_two_readers_would_understand_differently_is_refused(
    body: bytes, told: str, id_: str | int | None
) -> None:
    """The caller is told what, and under its own id: a model's text cut inside an emoji is not worth a lost request."""
    fault = fault_of(body, "2025-11-25")

    assert fault is not None
    assert (fault.code, fault.id) == (INVALID_REQUEST, id_)
    assert told in fault.message
    json.dumps(fault.body(), ensure_ascii=False).encode()


def test_a_request_that_says_its_version_says_it_in_the_header_too() -> None:
    """What routes by headers must see what is run; without one it would be served as of another era."""
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": MODERN_PARAMS}

    fault = fault_of(json.dumps(message).encode(), None)

    assert fault is not None
    assert (fault.code, fault.id) == (HEADER_MISMATCH, 1)
    assert fault_of(json.dumps(message).encode(), "2026-07-28") is None
