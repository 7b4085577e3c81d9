"""Bodies are read strictly, before any schema sees them."""

from __future__ import annotations

from base64 import b64encode
from typing import Annotated, Any

import pytest
from fastapi import Body
from support.lambda_events import call, invoke, proxy_event
from support.people import RECRUITER

from digital_twin.entry.api import create_api
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from digital_twin.entry.strict_route import MAX_BODY_BYTES


@pytest.fixture
def handler() -> LambdaHandler:
    """A route that gives back the document it was sent, and one that takes none."""
    api = create_api("echo", [])

    @api.post("/echo")
    async def echo(document: Annotated[dict[str, Any], Body()]) -> dict[str, Any]:
        return document

    @api.get("/ping")
    async def ping() -> str:
        return "pong"

    assert all((echo, ping))
    return lambda_handler(api)


def test_a_document_comes_through_as_it_was_sent(handler: LambdaHandler) -> None:
    """Keys in order, numbers as numbers, text in every script."""
    body = '{"z":1,"a":[1.5,null,true,"snow ❄ \\ud83e\\udd8a"],"n":12345678901234567890}'

    reply = call(handler, "POST", "/echo", principal=RECRUITER, body=body)

    assert (reply.status, reply.text) == (200, body.replace("\\ud83e\\udd8a", "🦊"))


def test_a_body_the_gateway_encoded_is_read(handler: LambdaHandler) -> None:
    """API Gateway sends base64 for what it takes for binary."""
    event = proxy_event("POST", "/echo", principal=RECRUITER, body='{"name": "Žofie"}')
    event["body"] = b64encode(event["body"].encode()).decode()
    event["isBase64Encoded"] = True

    assert invoke(handler, event).json == {"name": "Žofie"}


@pytest.mark.parametrize(
    "body", [None, "", "{", '{"a": 1, "a": 2}', '{"a": "\\u0000"}', '{"a": "\\udc00"}', "{'a': 1}"]
)
def test_what_readers_would_disagree_about_is_malformed(handler: LambdaHandler, body: str | None) -> None:
    """Status 400, with the place."""
    reply = call(handler, "POST", "/echo", principal=RECRUITER, body=body)

    assert (reply.status, reply.slug) == (400, "malformed-body")
    assert reply.json["errors"]


def test_bytes_that_are_no_text_are_malformed(handler: LambdaHandler) -> None:
    """UTF-8 or nothing."""
    event = proxy_event("POST", "/echo", principal=RECRUITER)
    event |= {"body": b64encode(b'{"a": "\xff"}').decode(), "isBase64Encoded": True}

    assert invoke(handler, event).slug == "malformed-body"


def test_the_limit_is_on_bytes(handler: LambdaHandler) -> None:
    """The largest body is read, one byte more is not."""
    overhead = len('{"a":""}')
    largest = '{"a":"' + "é" * ((MAX_BODY_BYTES - overhead) // 2) + '"}'

    assert call(handler, "POST", "/echo", principal=RECRUITER, body=largest).status == 200
    assert call(handler, "POST", "/echo", principal=RECRUITER, body=largest + "  ").slug == "too-large"


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/x-www-form-urlencoded", "json"])
def test_another_content_type_is_not_read(handler: LambdaHandler, content_type: str) -> None:
    """The problem says what to send instead."""
    headers = {"Content-Type": content_type}

    reply = call(handler, "POST", "/echo", principal=RECRUITER, body="{}", headers=headers)

    assert (reply.status, reply.slug, reply.json["detail"]) == (415, "unsupported-media-type", "send application/json")


def test_a_route_without_a_body_asks_for_no_content_type(handler: LambdaHandler) -> None:
    """Nothing is read where nothing is expected."""
    assert call(handler, "GET", "/ping", principal=RECRUITER, headers={"Content-Type": ""}).json == "pong"
