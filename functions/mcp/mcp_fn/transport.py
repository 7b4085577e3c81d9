"""The SDK's Streamable HTTP transport as an ASGI app, started once for the life of the container."""

from __future__ import annotations

import asyncio

from mcp.server import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from sniffio import current_async_library_cvar
from starlette.types import ASGIApp, Receive, Scope, Send

from digital_twin.entry.event_loop import run


def start(server: MCPServer) -> ASGIApp:
    """Enter the session manager on the persistent loop: it may be entered only once, so no request may own it."""
    # Hosts are API Gateway's to check: it serves only the names it was given. Origins are the edge's.
    security = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    server.streamable_http_app(stateless_http=True, json_response=True, transport_security=security)
    manager = server.session_manager
    ready = asyncio.Event()

    async def hold() -> None:
        async with manager.run():
            ready.set()
            await asyncio.Event().wait()

    async def begin() -> asyncio.Task[None]:
        task = asyncio.create_task(hold(), name="mcp-session-manager")
        await ready.wait()
        return task

    holder = run(begin())

    async def transport(scope: Scope, receive: Receive, send: Send) -> None:
        if holder.done():
            holder.result()
        # The transport asks what library its loop is of, some thirty times a request; told once, it need not find out.
        current_async_library_cvar.set("asyncio")
        await manager.handle_request(scope, receive, send)

    return transport
