"""The front door: what passes, what is set, and what never gets out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest

from twin_local.frontdoor import make_app

API = "http://127.0.0.1:4599/restapis/abc/live/_user_request_"
SOCKET = "ws://127.0.0.1:4599/_aws/execute-api/def/live"
HOST = "127.0.0.1:8787"

type Upstream = Callable[[httpx.Request], httpx.Response]


async def chunks(content: bytes) -> AsyncIterator[bytes]:
    """A body as it comes from a socket, not yet read."""
    yield content


@asynccontextmanager
async def door(upstream: Upstream) -> AsyncGenerator[httpx.AsyncClient]:
    """A client of the front door, which forwards to `upstream`."""

    async def stream(request: httpx.Request) -> httpx.Response:
        await request.aread()
        reply = upstream(request)
        return httpx.Response(reply.status_code, headers=reply.headers, content=chunks(reply.content))

    async with (
        httpx.AsyncClient(transport=httpx.MockTransport(stream)) as inner,
        httpx.AsyncClient(
            transport=httpx.ASGITransport(make_app(API, SOCKET, HOST, inner)), base_url=f"http://{HOST}"
        ) as client,
    ):
        yield client


@pytest.mark.parametrize(
    "path",
    ["/v1/profile", "/v1/profile/versions/3?against=2&x=%20", "/mcp", "/health", "/.well-known/a", "/v1/a%2Fb"],
)
async def test_public_route(path: str) -> None:
    """A public route reaches the same path of the API, byte for byte."""
    async with door(lambda request: httpx.Response(200, json={"url": str(request.url)})) as client:
        assert (await client.get(path)).json() == {"url": f"{API}{path}"}


async def test_other_path() -> None:
    """Any other path is answered here, so that nobody reaches the emulator's own interface."""

    def never(_request: httpx.Request) -> httpx.Response:
        raise AssertionError("forwarded")

    async with door(never) as client:
        for path in ("/_ministack/reset", "/restapis", "/v2/query"):
            reply = await client.get(path)
            assert reply.status_code == 404
            assert reply.headers["content-type"] == "application/problem+json"


async def test_what_passes() -> None:
    """Method, body and end-to-end headers pass in both directions."""

    def echo(request: httpx.Request) -> httpx.Response:
        assert request.method == "PUT"
        assert request.headers["if-none-match"] == "*"
        return httpx.Response(
            201,
            content=request.read(),
            headers=[("etag", '"1"'), ("set-cookie", "a=1"), ("set-cookie", "b=2"), ("connection", "keep-alive")],
        )

    async with door(echo) as client:
        reply = await client.put("/v1/profile", content=b"\x00\xff", headers={"If-None-Match": "*"})
    assert (reply.status_code, reply.content, reply.headers["etag"]) == (201, b"\x00\xff", '"1"')
    assert reply.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert "connection" not in reply.headers


async def test_what_is_set() -> None:
    """The service sees the front door's host and the caller's address, whatever the caller claims."""

    def show(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=dict(request.headers))

    claims = {"Host": "evil.example", "X-Forwarded-For": "8.8.8.8", "X-Forwarded-Proto": "https"}
    async with door(show) as client:
        seen = (await client.get("/health", headers=claims)).json()
    assert seen["host"] == HOST
    assert seen["x-forwarded-for"] == "127.0.0.1"
    assert seen["x-forwarded-proto"] == "http"


async def test_leaking_error() -> None:
    """A server error that is no problem document never shows its text."""
    leak = httpx.Response(502, json={"message": "KeyError: secret"}, headers={"x-amzn-requestid": "r-1"})
    async with door(lambda _request: leak) as client:
        reply = await client.get("/v1/sync")
    assert "secret" not in reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    assert reply.headers["x-request-id"] == "r-1"
    assert reply.json() == {"type": "about:blank", "title": "Bad Gateway", "status": 502, "request_id": "r-1"}


async def test_problem() -> None:
    """A problem document of the service passes as it is."""
    problem = {"type": "https://example.org/problems/unavailable", "status": 503}
    reply = httpx.Response(503, json=problem, headers={"content-type": "application/problem+json"})
    async with door(lambda _request: reply) as client:
        assert (await client.get("/v1/sync")).json() == problem


@pytest.mark.parametrize(("error", "status"), [(httpx.ReadTimeout, 504), (httpx.ConnectError, 502)])
async def test_silent_api(error: type[httpx.RequestError], status: int) -> None:
    """An API that does not answer, or not in time, is a problem document."""

    def fail(request: httpx.Request) -> httpx.Response:
        raise error("no", request=request)

    async with door(fail) as client:
        reply = await client.get("/health")
    assert (reply.status_code, reply.json()["status"]) == (status, status)


async def test_root() -> None:
    """The root is a page for people."""
    async with door(lambda _request: httpx.Response(500)) as client:
        reply = await client.get("/")
    assert reply.headers["content-type"].startswith("text/html")


async def test_own_address() -> None:
    """Where the API names its address in the cloud, callers read this one, as behind any reverse proxy."""
    said = (
        'Bearer resource_metadata="https://abc.execute-api.us-east-1.amazonaws.com/live/.well-known/x", scope="query"'
    )

    async with door(lambda _: httpx.Response(401, headers={"WWW-Authenticate": said})) as client:
        reply = await client.post("/mcp")

    expected = f'Bearer resource_metadata="http://{HOST}/.well-known/x", scope="query"'
    assert reply.headers["WWW-Authenticate"] == expected
