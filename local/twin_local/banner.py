"""What `make dev` prints when the stack is ready. Formats only."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from typing import Any

from twin_local.stack_file import StackFile


def answer_text(question: str, answer: Mapping[str, Any]) -> str:
    """A question with its cited answer."""
    lines = [f"Q: {question}", *textwrap.wrap(f"A: {answer['answer']}", 110, subsequent_indent="   ")]
    lines += [f"   [{citation['marker']}] {citation['path']}" for citation in answer["citations"]]
    if answer.get("degraded"):
        lines.append(
            "   (no language model is configured: cited extracts serve; set GROQ_API_KEY for generated answers)"
        )
    return "\n".join(lines)


def ready_text(stack: StackFile) -> str:
    """URLs, keys, a first request and MCP client configuration."""
    mcp = {
        "mcpServers": {
            "digital-twin": {
                "type": "http",
                "url": stack.mcp_url,
                "headers": {"Authorization": f"Bearer {stack.recruiter_key}"},
            }
        }
    }
    regions = "\n".join(
        f"  {region.name:15} vector {region.vector_url}  redis {region.redis_url}" for region in stack.regions
    )
    return f"""
The digital twin is up.

  API            {stack.base_url}/v1
  WebSocket      {stack.websocket_url}
  MCP            {stack.mcp_url}
  page           {stack.web_url}
  emulated AWS   {stack.aws_endpoint_url}
{regions}

  owner key      {stack.owner_key}
  recruiter key  {stack.recruiter_key}
  public key     {stack.public_key}

Ask:
  curl -s {stack.base_url}/v1/query -H 'Authorization: Bearer {stack.recruiter_key}' \\
    -H 'Content-Type: application/json' -d '{{"question": "Where did this person work last?"}}'

Ask, and see the answer streamed:
  .venv/bin/python -m websockets '{stack.websocket_url}?token={stack.recruiter_key}'
  {{"action": "ask", "id": 1, "question": "Where did this person work last?"}}

MCP client configuration:
{textwrap.indent(json.dumps(mcp, indent=2), "  ")}

Ctrl-C stops everything; the state is kept until `make clean`."""
