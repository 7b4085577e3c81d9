"""The MCP tools as clients are told of them, kept as a fixture: `python -m support.mcp_tools` writes it anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from support.container import FakeContainer
from support.container_loop import cold_start
from support.mcp_client import MODERN, McpClient, mcp_handler
from support.people import OWNER

FIXTURE = Path(__file__).parent.parent / "fixtures" / "mcp_tools.json"


def listed_tools() -> list[dict[str, Any]]:
    """What the owner, who may use all of them, is told."""
    return McpClient(mcp_handler(FakeContainer()), MODERN, OWNER).result("tools/list")["tools"]


if __name__ == "__main__":
    with cold_start():
        FIXTURE.write_text(json.dumps(listed_tools(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
