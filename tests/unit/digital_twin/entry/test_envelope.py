"""The envelope around any ASGI application."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from support.lambda_events import invoke, proxy_event
from support.people import OWNER

from digital_twin.entry.envelope import RequestEnvelope, request_id_of
from digital_twin.entry.lambda_http import lambda_handler


async def greet(scope: Scope, receive: Receive, send: Send) -> None:
    """An application that may be kept by a shared cache."""
    await PlainTextResponse("hello", headers={"Cache-Control": "public"})(scope, receive, send)


async def break_off(_scope: Scope, _receive: Receive, send: Send) -> None:
    """An application that fails after its reply began."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    raise RuntimeError("too late")


def test_the_request_id_is_the_gateways() -> None:
    """The caller, the access log and our log speak of the same request."""
    event = proxy_event("GET", "/", principal=OWNER)

    reply = invoke(lambda_handler(RequestEnvelope(greet)), event)

    assert reply.headers["x-request-id"] == event["requestContext"]["requestId"]


def test_without_a_gateway_each_request_gets_an_id_that_stays() -> None:
    """Asked twice, the same request has the same id."""
    first: dict[str, Any] = {"type": "http"}
    second: dict[str, Any] = {"type": "http"}

    assert request_id_of(first) == request_id_of(first)
    assert request_id_of(first) != request_id_of(second)


def test_what_an_application_says_of_caching_stands() -> None:
    """`no-store` is only the default."""
    reply = invoke(lambda_handler(RequestEnvelope(greet)), proxy_event("GET", "/", principal=OWNER))

    assert (reply.text, reply.headers["cache-control"]) == ("hello", "public")


def test_one_line_is_logged_for_a_request(caplog: pytest.LogCaptureFixture) -> None:
    """Its status and time, by the catalogued name."""
    invoke(lambda_handler(RequestEnvelope(greet)), proxy_event("GET", "/", principal=OWNER))

    [line] = [vars(record) for record in caplog.records]
    assert (line["message"], line["status"], line["method"]) == ("request.served", 200, "GET")
    assert line["milliseconds"] >= 0


def test_a_failure_after_the_reply_began_is_logged_and_not_papered_over(caplog: pytest.LogCaptureFixture) -> None:
    """Half a reply cannot become a problem; Mangum then ends it as a 500."""
    reply = invoke(lambda_handler(RequestEnvelope(break_off)), proxy_event("GET", "/", principal=OWNER))

    assert reply.status == 500
    assert [record.message for record in caplog.records if record.message.startswith("request.")] == [
        "request.failed",
        "request.served",
    ]


def test_neither_headers_nor_bodies_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    """No token, no question."""
    event = proxy_event("POST", "/", principal=OWNER, body={"question": "hunter2"})

    invoke(lambda_handler(RequestEnvelope(greet)), event)

    assert caplog.records
    logged = " ".join(str(vars(record)) for record in caplog.records)
    assert "hunter2" not in logged
    assert "twin_" not in logged


def test_every_origin_may_be_allowed() -> None:
    """As a deployment says with a star; a reply varies with the origin even where none was sent."""
    handler = lambda_handler(RequestEnvelope(greet, ["*"]))
    unasked = invoke(handler, proxy_event("GET", "/", principal=OWNER))
    asked = invoke(handler, proxy_event("GET", "/", principal=OWNER, headers={"Origin": "https://a.example.com"}))

    assert (asked.headers["access-control-allow-origin"], asked.headers["vary"]) == ("*", "Origin")
    assert (unasked.headers.get("access-control-allow-origin"), unasked.headers["vary"]) == (None, "Origin")
