"""awslabs' handler: 2024-11-05 alone, no server between the event and the tool. The floor."""

from __future__ import annotations

import json
import os
from pathlib import Path

from awslabs.mcp_lambda_handler import MCPLambdaHandler
from shared_body import found

_server = MCPLambdaHandler("awslabs", version="1")


def _found(**_arguments: object) -> str:
    return json.dumps(found(), indent=2)


# Not by its decorator, whose reading of a signature knows no limits and no descriptions.
for _tool in json.loads(Path(os.environ["BENCH_TOOLS"]).read_bytes()):
    _server.tools[_tool["name"]] = _tool
    _server.tool_implementations[_tool["name"]] = _found

handler = _server.handle_request
