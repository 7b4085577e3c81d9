"""MCP over Streamable HTTP as a bare ASGI app: the edge that API Gateway and Mangum need around the SDK."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, cast

from mcp.server import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from digital_twin.bootstrap import Container
from digital_twin.entry.envelope import enveloped, request_id_of
from digital_twin.entry.event_loop import run
from digital_twin.entry.principals import from_event
from digital_twin.entry.problems import PROBLEM_JSON, problem_of
from digital_twin.errors import Forbidden, TwinError
from mcp_fn.caller import Caller, current_caller
from mcp_fn.server import make_server


def make_app(container: Container) -> ASGIApp:
    """The ASGI application; the SDK's session manager is entered once and lives as long as the container."""
    server = make_server(container)
    origins = container.settings.allowed_origins
    return enveloped(McpEdge(_start(server), origins), origins)


class McpEdge:
    """What the transport of the SDK does not do by itself on Lambda."""

    def __init__(self, transport: ASGIApp, allowed_origins: Sequence[str]) -> None:
        self._transport = transport
        self._allowed_origins = frozenset(allowed_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one message: POST only, a known origin if a browser sends one, and a principal."""
        if scope["method"] != "POST":
            # A GET would open a stream that ends only with the Lambda's timeout.
            await Response(status_code=405, headers={"Allow": "POST"})(scope, receive, send)
            return
        try:
            self._check_origin(Headers(scope=scope).get("origin"))
            principal = from_event(cast("dict[str, Any]", scope.get("aws.event") or {}))
        except TwinError as error:
            kind, body, headers = problem_of(error, request_id_of(scope))
            await JSONResponse(body, kind.status, headers, PROBLEM_JSON)(scope, receive, send)
            return
        token = current_caller.set(Caller(principal, request_id_of(scope)))
        try:
            await self._transport(scope, receive, send)
        finally:
            current_caller.reset(token)

    def _check_origin(self, origin: str | None) -> None:
        if origin is not None and origin not in self._allowed_origins:
            raise Forbidden("requests from this web origin are not allowed")


def _start(server: MCPServer) -> ASGIApp:
    """Enter the session manager on the persistent loop: it may be entered only once, so no request may own it."""
    # Hosts are API Gateway's to check: it serves only the names it was given. Origins are checked above.
    security = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    server.streamable_http_app(stateless_http=True, json_response=True, transport_security=security)
    manager = server.session_manager
    ready = asyncio.Event()

    async def hold() -> None:
        async with manager.run():
            ready.set()
            await asyncio.Event().wait()

    async def start() -> asyncio.Task[None]:
        task = asyncio.create_task(hold(), name="mcp-session-manager")
        await ready.wait()
        return task

    holder = run(start())

    async def transport(scope: Scope, receive: Receive, send: Send) -> None:
        if holder.done():
            holder.result()
        await manager.handle_request(scope, receive, send)

    return transport
