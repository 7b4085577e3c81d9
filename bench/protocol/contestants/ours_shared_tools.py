"""Ours with the shared tools: the function's server, transport, edge and envelope."""

from __future__ import annotations

import os

from mcp.server import CacheHint
from shared_tools import TOOLS

from digital_twin.bootstrap import Container
from digital_twin.domain.access import Scope
from digital_twin.entry.lambda_http import lambda_handler
from mcp_fn.app import serve
from mcp_fn.resources import ProfileResources
from mcp_fn.scoped_server import ScopedServer

_container = Container.from_environ(os.environ)
_server = ScopedServer(
    "digital-twin",
    title="Digital twin",
    version="1",
    instructions="",
    resources=ProfileResources(_container),
    cache_hints={"tools/list": CacheHint(ttl_ms=60_000, scope="private")},
)
for _tool in TOOLS:
    _server.scoped_tool(Scope.SEARCH, title=_tool.__name__)(_tool)

handler = lambda_handler(serve(_server, _container.settings))
