"""A service on loopback that speaks MCP as a test tells it to, and keeps what it was sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from twin_local.serving import serve

type Handler = Callable[["Call"], Response | Awaitable[Response]]

KEY = "twin_testkey-never-to-be-shown"

CAPABILITIES = {"tools": {"listChanged": False}, "resources": {"subscribe": False, "listChanged": False}}


@dataclass(frozen=True, slots=True)
class Call:
    """A request as it arrived; `gone` is set once the caller has hung up."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    gone: asyncio.Event

    @property
    def message(self) -> dict[str, Any]:
        """The JSON body."""
        return json.loads(self.body)


@dataclass(slots=True)
class McpService:
    """A running service. `routes` replaces what a path, or an MCP method at /mcp, is answered with."""

    url: str = ""
    etag: str | None = '"v1"'
    tools: list[dict[str, Any]] = field(default_factory=lambda: [tool("search_profile"), tool("ask_profile")])
    routes: dict[str, Handler] = field(default_factory=dict[str, Handler])
    calls: list[Call] = field(default_factory=list[Call])
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    def sent(self, method: str) -> list[Call]:
        """The calls of an MCP method that arrived."""
        return [call for call in self.calls if call.path == "/mcp" and call.message.get("method") == method]

    async def until(self, reached: Callable[[], bool]) -> None:
        """Wait until what has arrived satisfies a condition."""
        async with asyncio.timeout(10), self.arrived:
            await self.arrived.wait_for(reached)

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one request, as an ASGI application does."""
        request = Request(scope, receive)
        gone = asyncio.Event()
        call = Call(request.method, request.url.path, request.headers, await request.body(), gone)
        async with self.arrived:
            self.calls.append(call)
            self.arrived.notify_all()
        listening = asyncio.create_task(_hang_up(receive, gone))
        made = self._handler(call)(call)
        response = made if isinstance(made, Response) else await made
        if not gone.is_set():
            await response(scope, receive, send)
        listening.cancel()

    def _handler(self, call: Call) -> Handler:
        if call.path in self.routes:
            return self.routes[call.path]
        if call.path == "/mcp":
            return self.routes.get(call.message.get("method", ""), self.reply)
        return {"/health": _health, "/v1/profile": self.profile}.get(call.path, _not_found)

    def profile(self, call: Call) -> Response:
        """The profile, if another than the caller has."""
        if self.etag is None:
            return problem(404, "not-found", "Not found")
        if call.headers.get("if-none-match") == self.etag:
            return Response(status_code=304, headers={"ETag": self.etag})
        return JSONResponse({}, headers={"ETag": self.etag})

    def reply(self, call: Call) -> Response:
        """What a server of either era answers."""
        message = call.message
        if "id" not in message:
            return Response(status_code=202)
        return JSONResponse({"jsonrpc": "2.0", "id": message["id"], "result": self._result(message)})

    def _result(self, message: dict[str, Any]) -> dict[str, Any]:
        match message["method"]:
            case "initialize":
                version = message["params"]["protocolVersion"]
                info = {"name": "fake", "version": "1"}
                return {"protocolVersion": version, "capabilities": CAPABILITIES, "serverInfo": info}
            case "server/discover":
                fresh = {"ttlMs": 0, "cacheScope": "private", "resultType": "complete"}
                return {"supportedVersions": ["2026-07-28"], "capabilities": CAPABILITIES} | fresh
            case "tools/list":
                return {"tools": self.tools}
            case "tools/call":
                return {"content": [{"type": "text", "text": message["params"]["name"]}]}
            case method:
                return {"method": method}


@asynccontextmanager
async def mcp_service() -> AsyncGenerator[McpService]:
    """A service that works."""
    service = McpService()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await service.answer(scope, receive, send)

    async with serve(app) as service.url:
        yield service


def tool(name: str) -> dict[str, Any]:
    """A tool as a list has it."""
    return {"name": name, "inputSchema": {"type": "object"}}


def problem(status: int, slug: str, title: str, **headers: str) -> Response:
    """An RFC 9457 problem as the service writes it."""
    body = {"type": f"https://example.com/problems/{slug}", "title": title, "status": status, "detail": f"{title}!"}
    known = {name.replace("_", "-"): value for name, value in headers.items()}
    return JSONResponse(body | {"request_id": "r-1"}, status, known, "application/problem+json")


def _health(_: Call) -> Response:
    return JSONResponse({"status": "ok"})


def _not_found(_: Call) -> Response:
    return problem(404, "not-found", "Not found")


async def _hang_up(receive: Receive, gone: asyncio.Event) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    gone.set()
