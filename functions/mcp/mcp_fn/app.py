"""MCP over Streamable HTTP as a bare ASGI app."""

from __future__ import annotations

from mcp.server import MCPServer
from starlette.types import ASGIApp

from digital_twin.bootstrap import Container
from digital_twin.entry.envelope import RequestEnvelope
from digital_twin.settings import Settings
from mcp_fn.edge import McpEdge
from mcp_fn.metadata import ResourceMetadata
from mcp_fn.server import make_server
from mcp_fn.transport import start


def make_app(container: Container) -> ASGIApp:
    """The ASGI application over a container."""
    return serve(make_server(container), container.settings)


def serve(server: MCPServer, settings: Settings) -> ASGIApp:
    """Any server of the SDK behind API Gateway."""
    edge = McpEdge(
        start(server),
        allowed_origins=settings.allowed_origins,
        deadline_seconds=settings.deadline_seconds,
        metadata=ResourceMetadata(
            settings.authorization_server, lets_anonymous_in=settings.anonymous_profile is not None
        ),
    )
    return RequestEnvelope(edge, settings.allowed_origins)
