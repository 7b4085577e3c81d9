"""The front door: one port that maps the public routes to the emulated API. Holds no logic of the service.

It stands in for what surrounds an API Gateway in the cloud: one host name, also where the API speaks of its own
address, the caller's address in `X-Forwarded-For`, and replies that never show an upstream's text. WebSocket
connections pass on the same port: `python -m twin_local.frontdoor PORT API_URL SOCKET_URL`.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from http import HTTPStatus

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute

from twin_local.endpoints import LOOPBACK
from twin_local.serving import serve
from twin_local.sockets import socket_door

PROBLEM_JSON = "application/problem+json"

_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
_PUBLIC = ("/v1/{path:path}", "/mcp", "/health", "/ready", "/.well-known/{path:path}")

SOCKET_PATH = "/ws"

# RFC 9110 section 7.6.1: these speak of one connection and end at each hop.
_HOP_BY_HOP = frozenset(
    {
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
# What API Gateway sets itself, whatever the caller sent.
_SET_HERE = frozenset(
    {"expect", "host", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"}
)
# What this server says for itself.
_SAID_HERE = frozenset({"date", "server"})

# API Gateway gives an integration 29 s; a little more, so that its own 504 is what the caller sees.
_TIMEOUT = httpx.Timeout(31.0, connect=2.0)
_LIMITS = httpx.Limits(max_connections=256, max_keepalive_connections=64)

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Digital twin</title>
<h1>Digital twin</h1>
<p>The local stack is up. Ask by <code>POST /v1/query</code>, connect an MCP client to <code>/mcp</code>.</p>
<ul><li><a href="/health">/health</a></li><li><a href="/ready">/ready</a></li></ul>
</html>
"""


def _problem(status: int, request_id: str) -> JSONResponse:
    title = HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "request_id": request_id}
    return JSONResponse(body, status, headers={"X-Request-Id": request_id}, media_type=PROBLEM_JSON)


def _request_headers(request: Request, host: str) -> list[tuple[str, str]]:
    client = request.client.host if request.client else LOOPBACK
    passed = [(k, v) for k, v in request.headers.items() if k not in _HOP_BY_HOP and k not in _SET_HERE]
    return [
        *passed,
        ("host", host),
        ("x-forwarded-for", client),
        ("x-forwarded-port", host.rpartition(":")[2]),
        ("x-forwarded-proto", "http"),
    ]


def _address_in_the_cloud(api_url: str) -> re.Pattern[bytes]:
    """How the API names itself in headers: by the address AWS would give it, which leads nowhere here."""
    _, _, place = api_url.partition("/restapis/")
    api_id, stage, *_ = place.split("/")
    return re.compile(rf"https://{re.escape(api_id)}\.execute-api\.[\w.-]+/{re.escape(stage)}".encode())


async def _reply(upstream: httpx.Response, own_address: re.Pattern[bytes], host: str) -> Response:
    """The upstream's reply, under our own address.

    A server error that is no problem document is replaced, for it may quote a trace.
    """
    content_type = upstream.headers.get("content-type", "")
    if upstream.is_server_error and not content_type.startswith(PROBLEM_JSON):
        await upstream.aclose()
        request_id = upstream.headers.get("x-request-id") or upstream.headers.get("x-amzn-requestid", "")
        return _problem(upstream.status_code, request_id)
    response = StreamingResponse(_body(upstream), upstream.status_code)
    response.raw_headers = [
        (name.lower(), own_address.sub(f"http://{host}".encode(), value))
        for name, value in upstream.headers.raw
        if name.lower().decode("latin-1") not in _HOP_BY_HOP | _SAID_HERE
    ]
    return response


async def _body(upstream: httpx.Response) -> AsyncIterator[bytes]:
    try:
        async for chunk in upstream.aiter_raw():
            yield chunk
    finally:
        await upstream.aclose()


def make_app(api_url: str, socket_url: str, host: str, client: httpx.AsyncClient) -> Starlette:
    """The front door as an ASGI application.

    Args:
        api_url: The emulated API's base URL, before the path.
        socket_url: The emulated WebSocket API's URL, before the query string.
        host: What the service sees as its own host and port.
        client: A pooled client; the caller closes it.
    """
    own_address = _address_in_the_cloud(api_url)

    async def forward(request: Request) -> Response:
        has_body = "content-length" in request.headers or "transfer-encoding" in request.headers
        path = request.scope["raw_path"].decode("ascii")  # as sent: an escaped slash must stay one
        query = f"?{request.url.query}" if request.url.query else ""
        outgoing = client.build_request(
            request.method,
            f"{api_url}{path}{query}",
            headers=_request_headers(request, host),
            content=request.stream() if has_body else None,
        )
        try:
            upstream = await client.send(outgoing, stream=True)
        except httpx.TimeoutException:
            return _problem(HTTPStatus.GATEWAY_TIMEOUT, "")
        except httpx.HTTPError:
            return _problem(HTTPStatus.BAD_GATEWAY, "")
        return await _reply(upstream, own_address, host)

    async def page(_request: Request) -> Response:
        return HTMLResponse(_PAGE)

    async def not_found(_request: Request, _error: Exception) -> Response:
        return _problem(HTTPStatus.NOT_FOUND, "")

    return Starlette(
        routes=[
            Route("/", page),
            WebSocketRoute(SOCKET_PATH, socket_door(socket_url)),
            *(Route(path, forward, methods=_METHODS) for path in _PUBLIC),
        ],
        exception_handlers={HTTPStatus.NOT_FOUND: not_found},
    )


async def _serve(port: int, api_url: str, socket_url: str) -> None:
    async with (
        httpx.AsyncClient(timeout=_TIMEOUT, limits=_LIMITS, trust_env=False) as client,
        serve(make_app(api_url, socket_url, f"{LOOPBACK}:{port}", client), port=port),
    ):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), sys.argv[2], sys.argv[3]))
