"""The MCP endpoint with the official client, in both eras of the protocol."""

from __future__ import annotations

import json
from typing import Any, cast

import httpx2
import pytest
from mcp import Client
from mcp.client.client import ConnectMode
from mcp.client.streamable_http import streamable_http_client
from mcp.types import ResourceTemplateReference, TextResourceContents
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


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
async def test_a_client_reads_resources_prompts_and_completions(
    example: Tenant, stack: StackFile, mode: ConnectMode
) -> None:
    """What the server lists, it gives; a section reads the same as tool and as resource."""
    headers = {"Authorization": f"Bearer {example.keys[Audience.RECRUITER]}"}
    template = ResourceTemplateReference(type="ref/resource", uri="profile://sections/{section}")
    async with (
        httpx2.AsyncClient(headers=headers, timeout=60.0, trust_env=False) as http,
        Client(streamable_http_client(stack.mcp_url, http_client=http), mode=mode) as client,
    ):
        listed = (await client.list_resources()).resources
        assert [resource.name for resource in listed][:3] == ["summary", "basics", "work"]
        for resource in listed:
            [content] = (await client.read_resource(resource.uri)).contents
            assert content.mime_type == resource.mime_type
        section = await client.call_tool("get_profile_section", {"section": "skills"})
        [content] = (await client.read_resource("profile://sections/skills")).contents
        assert isinstance(content, TextResourceContents)
        assert json.loads(content.text) == section.structured_content
        prompts = (await client.list_prompts()).prompts
        assert [prompt.name for prompt in prompts] == ["interview_brief", "screening_questions", "introduction_email"]
        brief = await client.get_prompt("interview_brief", {"focus": "work"})
        assert len(brief.messages) == 2
        completed = await client.complete(template, {"name": "section", "value": "sk"})
        assert completed.completion.values == ["skills"]


async def test_a_job_description_is_matched(example: Tenant, stack: StackFile) -> None:
    """Over the whole way, with a citation that REST's reader can follow."""
    headers = {"Authorization": f"Bearer {example.keys[Audience.PUBLIC]}"}
    job = "Requirements:\n- Experience with Apache Kafka\n- Salesforce administration\nWe offer:\n- Free fruit"
    async with (
        httpx2.AsyncClient(headers=headers, timeout=60.0, trust_env=False) as http,
        Client(streamable_http_client(stack.mcp_url, http_client=http)) as client,
    ):
        result = await client.call_tool("match_job_description", {"job_description": job})
    structured = cast("dict[str, Any]", result.structured_content)
    assert [finding["status"] for finding in structured["requirements"]] == ["met", "no_evidence"]
    assert not structured["degraded"]


def test_a_refused_client_finds_the_metadata(example: Tenant, stack: StackFile) -> None:
    """From the challenge, and at both well-known places; without an authorization server none is named."""
    refused = example.api.post("/mcp", json={})
    place = f"{stack.base_url}/.well-known/oauth-protected-resource"

    assert refused.status_code == 401
    assert refused.headers["WWW-Authenticate"] == (f'Bearer resource_metadata="{place}/mcp", scope="query read search"')
    for url in (place, f"{place}/mcp"):
        metadata = example.api.get(url)
        assert metadata.status_code == 200
        assert metadata.json() == {
            "resource": stack.mcp_url,
            "resource_name": "Digital twin",
            "bearer_methods_supported": ["header"],
        }


def test_a_page_may_ask_whether_it_may_call(example: Tenant, stack: StackFile) -> None:
    """The preflight is answered without a credential, with the headers MCP clients send."""
    asked = {"Origin": "https://app.digitaltwin.com", "Access-Control-Request-Method": "POST"}
    reply = example.api.options(stack.mcp_url, headers=asked)

    allowed = {name.lower() for name in reply.headers["Access-Control-Allow-Headers"].split(",")}
    assert reply.status_code == 204
    assert {"authorization", "content-type", "mcp-method", "mcp-name", "mcp-protocol-version"} <= allowed


def test_only_post_is_served_and_only_with_a_credential(example: Tenant, stack: StackFile) -> None:
    """A GET ends at once instead of hanging until the timeout, also when it asks for a stream."""
    for method in ("GET", "DELETE"):
        reply = example.request(method, "/mcp", headers={"Accept": "text/event-stream"})
        assert (reply.status_code, reply.headers["Allow"]) == (405, "POST")
    assert example.api.post("/mcp", json={}).status_code == 401
    assert stack.mcp_url.endswith("/mcp")
