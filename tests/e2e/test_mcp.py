"""The MCP endpoint with the official client, in both eras of the protocol."""

from __future__ import annotations

from typing import Any, cast

import httpx2
import pytest
from mcp import Client
from mcp.client.client import ConnectMode
from mcp.client.streamable_http import streamable_http_client
from support.tenants import Tenant

from digital_twin.domain.access import Audience
from twin_local.stack_file import StackFile


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
async def test_a_client_lists_and_calls_the_tools(example: Tenant, stack: StackFile, mode: ConnectMode) -> None:
    """Twice, because the second call of a warm Lambda is where others break; the answer is REST's."""
    question = "What has she published?"
    expected = example.ask(question, Audience.RECRUITER)
    headers = {"Authorization": f"Bearer {example.keys[Audience.RECRUITER]}"}
    async with httpx2.AsyncClient(headers=headers, timeout=60.0, trust_env=False) as http:
        for _ in range(2):
            async with Client(streamable_http_client(stack.mcp_url, http_client=http), mode=mode) as client:
                listed = await client.list_tools()
                assert [tool.name for tool in listed.tools][:2] == ["ask_profile", "search_profile"]
                result = await client.call_tool("ask_profile", {"question": question})
                assert not result.is_error
                structured = cast("dict[str, Any]", result.structured_content)
                assert structured["answer"] == expected["answer"]
                assert structured["citations"] == expected["citations"]
                found = await client.call_tool("search_profile", {"query": "Kafka", "top_k": 3})
                assert "Kafka" in cast("dict[str, Any]", found.structured_content)["results"][0]["text"]


def test_only_post_is_served_and_only_with_a_credential(example: Tenant, stack: StackFile) -> None:
    """A GET ends at once instead of hanging until the timeout."""
    assert example.request("GET", "/mcp").status_code == 405
    assert example.request("DELETE", "/mcp").status_code == 405
    assert example.api.post("/mcp", json={}).status_code == 401
    assert stack.mcp_url.endswith("/mcp")
