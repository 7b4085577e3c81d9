"""The application every HTTP function starts from: what each reply has, and how each error is presented."""

from __future__ import annotations

import re
from typing import Annotated

import pytest
from fastapi import FastAPI, Query
from pydantic import BaseModel
from support.container import ALLOWED_ORIGIN
from support.lambda_events import Reply, call
from support.people import RECRUITER

from digital_twin.entry.api import create_api
from digital_twin.entry.http import CurrentPrincipal
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from digital_twin.errors import Fault, InvalidInput, LimitReached, StoreUnavailable


class Order(BaseModel):
    """A body with places in it."""

    item: str
    sizes: list[int] = []


def example_api() -> FastAPI:
    """An application with a route for everything that can happen."""
    api = create_api("example", [ALLOWED_ORIGIN])

    @api.get("/whoami")
    async def whoami(principal: CurrentPrincipal) -> str:
        return principal.id

    @api.post("/orders")
    async def order(body: Order, count: Annotated[int, Query(ge=1)] = 1) -> Order:
        return Order(item=body.item, sizes=body.sizes * count)

    @api.get("/limited")
    async def limited() -> None:
        raise LimitReached("day", quota=500, retry_after=3600)

    @api.get("/invalid")
    async def invalid() -> None:
        raise InvalidInput("it does not fit", (Fault("/a/0", "is no number"),))

    @api.get("/down")
    async def down() -> None:
        raise StoreUnavailable("dynamodb.us-east-1 said AccessDenied for arn:aws:iam::123")

    @api.get("/bug")
    async def bug() -> None:
        raise RuntimeError("the password is hunter2")

    assert all((whoami, order, limited, invalid, down, bug))
    return api


@pytest.fixture
def handler() -> LambdaHandler:
    """The example as a Lambda handler."""
    return lambda_handler(example_api())


def get(handler: LambdaHandler, path: str) -> Reply:
    """GET as a recruiter."""
    return call(handler, "GET", path, principal=RECRUITER)


@pytest.mark.parametrize(
    ("path", "status"),
    [("/whoami", 200), ("/invalid", 422), ("/limited", 429), ("/down", 503), ("/bug", 500), ("/nowhere", 404)],
)
def test_every_reply_has_the_common_headers(handler: LambdaHandler, path: str, status: int) -> None:
    """Good or bad: request id, timing, and nothing a cache or a sniffer may do with it."""
    reply = get(handler, path)

    assert reply.status == status
    assert reply.headers["x-request-id"]
    assert re.fullmatch(r"app;dur=\d+\.\d", reply.headers["server-timing"])
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("path", "status", "slug"),
    [
        ("/invalid", 422, "invalid-input"),
        ("/limited", 429, "rate-limited"),
        ("/down", 503, "unavailable"),
        ("/bug", 500, "internal"),
        ("/nowhere", 404, "not-found"),
    ],
)
def test_every_error_is_a_problem_of_the_same_shape(handler: LambdaHandler, path: str, status: int, slug: str) -> None:
    """RFC 9457, as text, with the request's id in body and header."""
    reply = get(handler, path)

    assert (reply.status, reply.slug, reply.json["status"]) == (status, slug, status)
    assert {"type", "title", "status", "detail", "request_id"} <= set(reply.json)
    assert reply.json["request_id"] == reply.headers["x-request-id"]
    assert (reply.headers["content-type"], reply.is_base64) == ("application/problem+json", False)


@pytest.mark.parametrize("path", ["/bug", "/down"])
def test_what_went_wrong_inside_stays_inside(handler: LambdaHandler, path: str) -> None:
    """No exception's text, class or trace, and no upstream's words."""
    text = get(handler, path).text

    assert not any(word in text for word in ("hunter2", "RuntimeError", "Traceback", "AccessDenied", "arn:"))


def test_a_container_serves_on_after_a_bug(handler: LambdaHandler) -> None:
    """One lost request costs no other."""
    assert get(handler, "/bug").status == 500
    assert (get(handler, "/whoami").status, get(handler, "/whoami").json) == (200, "key-recruiter")


def test_faults_are_listed_with_their_places(handler: LambdaHandler) -> None:
    """What the core names, the caller reads."""
    assert get(handler, "/invalid").json["errors"] == [{"pointer": "/a/0", "message": "is no number"}]


def test_a_limit_says_which_and_until_when(handler: LambdaHandler) -> None:
    """In the body for people, in headers for programs."""
    reply = get(handler, "/limited")

    assert (reply.json["limit"], reply.json["quota"]) == ("day", 500)
    assert {name: reply.headers[name] for name in ("retry-after", "ratelimit", "ratelimit-policy")} == {
        "retry-after": "3600",
        "ratelimit": '"day";r=0;t=3600',
        "ratelimit-policy": '"day";q=500;w=86400',
    }


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD", "OPTIONS"])
def test_a_method_that_is_not_served_names_those_that_are(handler: LambdaHandler, method: str) -> None:
    """Status 405 with Allow; preflights never get here, the gateway answers them."""
    reply = call(handler, method, "/whoami", principal=RECRUITER)

    assert (reply.status, reply.headers["allow"], reply.slug) == (405, "GET", "method-not-allowed")


def test_a_request_without_a_principal_is_unauthenticated(handler: LambdaHandler) -> None:
    """Nothing is assumed of a caller the authorizer did not name."""
    reply = call(handler, "GET", "/whoami", principal=None)

    assert (reply.status, reply.slug) == (401, "unauthenticated")


@pytest.mark.parametrize(
    ("body", "query", "pointers"),
    [
        ({"sizes": []}, {}, ["/item"]),
        ({"item": 1, "sizes": [1, "x"]}, {}, ["/item", "/sizes/1"]),
        ({"item": "hat"}, {"count": "0"}, ["query count"]),
    ],
)
def test_what_does_not_fit_the_schema_is_placed(
    handler: LambdaHandler, body: object, query: dict[str, str], pointers: list[str]
) -> None:
    """JSON pointers into the body, names of parameters elsewhere, all at once."""
    reply = call(handler, "POST", "/orders", principal=RECRUITER, body=body, query=query)

    assert (reply.status, [error["pointer"] for error in reply.json["errors"]]) == (422, pointers)


def test_rejected_values_are_not_repeated(handler: LambdaHandler) -> None:
    """They may be anything, and the problem may end up in a log."""
    reply = call(handler, "POST", "/orders", principal=RECRUITER, body={"item": ["hunter2"]})

    assert "hunter2" not in reply.text


@pytest.mark.parametrize("path", ["/whoami", "/limited", "/bug", "/nowhere"])
def test_a_page_of_an_allowed_origin_may_read_every_reply(handler: LambdaHandler, path: str) -> None:
    """Errors too, and the headers it needs to act on them."""
    reply = call(handler, "GET", path, principal=RECRUITER, headers={"Origin": ALLOWED_ORIGIN})

    assert reply.headers["access-control-allow-origin"] == ALLOWED_ORIGIN
    assert "Origin" in reply.headers["vary"]
    exposed = set(reply.headers["access-control-expose-headers"].split(", "))
    assert exposed >= {"ETag", "RateLimit", "Retry-After", "X-Request-Id"}


def test_a_page_of_another_origin_may_read_nothing(handler: LambdaHandler) -> None:
    """The browser keeps the reply from it."""
    reply = call(handler, "GET", "/whoami", principal=RECRUITER, headers={"Origin": "https://evil.example.com"})

    assert "access-control-allow-origin" not in reply.headers


def test_the_openapi_document_is_not_served(handler: LambdaHandler) -> None:
    """Neither it nor its viewers."""
    assert [get(handler, path).status for path in ("/openapi.json", "/docs", "/redoc")] == [404, 404, 404]
