"""fastmcp's app under Mangum, with its lifespan entered once: Mangum would enter it anew with each event and fail."""

from __future__ import annotations

import asyncio

from fastmcp import FastMCP
from mangum import Mangum
from shared_tools import TOOLS

_server = FastMCP("fastmcp", version="1")
for _tool in TOOLS:
    _server.tool(_tool)
_app = _server.http_app(path="/mcp", json_response=True, stateless_http=True)

_loop = asyncio.new_event_loop()
# Mangum takes the current loop, and Python no longer makes one by itself.
asyncio.set_event_loop(_loop)
_running = _app.router.lifespan_context(_app)
_loop.run_until_complete(_running.__aenter__())

handler = Mangum(_app, lifespan="off")
