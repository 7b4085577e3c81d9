"""MCP over Streamable HTTP as a bare ASGI app."""

from __future__ import annotations

from collections.abc import Sequence

from mcp.server import MCPServer
from starlette.types import ASGIApp

from digital_twin.bootstrap import Container
from digital_twin.entry.envelope import enveloped
from mcp_fn.edge import McpEdge
from mcp_fn.server import make_server
from mcp_fn.transport import start


def make_app(container: Container) -> ASGIApp:
    """The ASGI application over a container."""
    settings = container.settings
    return serve(
        make_server(container), allowed_origins=settings.allowed_origins, deadline_seconds=settings.deadline_seconds
    )


def serve(server: MCPServer, *, allowed_origins: Sequence[str], deadline_seconds: float) -> ASGIApp:
    """Any server of the SDK behind API Gateway."""
    edge = McpEdge(start(server), allowed_origins=allowed_origins, deadline_seconds=deadline_seconds)
    return enveloped(edge, allowed_origins)
