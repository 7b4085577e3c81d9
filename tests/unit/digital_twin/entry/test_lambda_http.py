"""ASGI applications as Lambda handlers for API Gateway proxy events."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send
from support.lambda_events import call, invoke, proxy_event
from support.people import OWNER

from digital_twin.entry.lambda_http import lambda_handler


async def reflect(scope: Scope, receive: Receive, send: Send) -> None:
    """Tell what arrived."""
    request = Request(scope, receive)
    seen = {
        "method": request.method,
        "path": request.url.path,
        "query": dict(request.query_params),
        "accept": request.headers.get("accept"),
        "body": (await request.body()).decode(),
    }
    await JSONResponse(seen)(scope, receive, send)


def test_a_proxy_event_arrives_as_the_request_it_was() -> None:
    """The path is without the stage, the query decoded, the body text."""
    reply = call(
        lambda_handler(reflect), "PUT", "/v1/profile", principal=OWNER, body="ř", query={"reason": "a & b", "x": "é"}
    )

    assert reply.json == {
        "method": "PUT",
        "path": "/v1/profile",
        "query": {"reason": "a & b", "x": "é"},
        "accept": "application/json",
        "body": "ř",
    }


@pytest.mark.parametrize("media_type", ["application/problem+json", "text/plain", "application/json", None])
def test_whatever_its_type_a_body_goes_out_as_text(media_type: str | None) -> None:
    """Base64 would reach the caller undecoded: the API declares no binary media types."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("příliš", media_type=media_type)(scope, receive, send)

    raw = lambda_handler(app)(proxy_event("GET", "/", principal=OWNER), None)

    assert (raw["body"], raw["isBase64Encoded"]) == ("příliš", False)


def test_an_empty_body_is_empty() -> None:
    """For 304 and 405."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(status_code=304)(scope, receive, send)

    reply = invoke(lambda_handler(app), proxy_event("GET", "/", principal=OWNER))

    assert (reply.status, reply.text, reply.is_base64) == (304, "", False)
