"""The SDK's low-level server and transport under Mangum: what stands on it can only be slower."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any

from mangum import Mangum
from mcp.server import Server, ServerRequestContext
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
)
from shared_body import found

_LISTED = ListToolsResult(
    tools=[Tool.model_validate(tool) for tool in json.loads(Path(os.environ["BENCH_TOOLS"]).read_bytes())]
)


async def _list(_ctx: ServerRequestContext[Any, Any], _params: PaginatedRequestParams | None) -> ListToolsResult:
    return _LISTED


async def _call(_ctx: ServerRequestContext[Any, Any], _params: CallToolRequestParams) -> CallToolResult:
    given = found()
    return CallToolResult(
        content=[TextContent(type="text", text=json.dumps(given, indent=2))], structured_content={**given}
    )


_manager = StreamableHTTPSessionManager(
    Server("bare", version="1", on_list_tools=_list, on_call_tool=_call),
    json_response=True,
    stateless=True,
    security_settings=TransportSecuritySettings(enable_dns_rebinding_protection=False),
)
_loop = asyncio.new_event_loop()
# Mangum takes the current loop, and Python no longer makes one by itself.
asyncio.set_event_loop(_loop)
# May be entered only once in a process, so not by a request.
_running = _manager.run()
_loop.run_until_complete(_running.__aenter__())

handler = Mangum(_manager.handle_request, lifespan="off")
