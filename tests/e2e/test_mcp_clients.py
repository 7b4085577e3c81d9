"""The MCP clients people use, with their own code: through the stdio bridge, and to the endpoint itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.client import ConnectMode
from mcp.client.session import MessageHandlerFnT
from mcp.client.stdio import stdio_client
from mcp.shared.exceptions import MCPDeprecationWarning
from mcp.shared.subscriptions import ResourcesListChanged, ResourceUpdated
from mcp.types import ResourceListChangedNotification, ResourceUpdatedNotification
from support.node_clients import NodeClients
from support.profiles import profile_document
from support.tenants import Tenant

from digital_twin.domain.access import Audience
from twin_local.layout import ROOT
from twin_local.stack_file import StackFile

TWIN = ROOT / ".venv" / "bin" / "twin"


@pytest.fixture(scope="session")
def node() -> NodeClients:
    """The Node clients."""
    return NodeClients.installed()


def settings(stack: StackFile, tenant: Tenant, audience: Audience = Audience.RECRUITER) -> dict[str, str]:
    """What a client's configuration puts into the bridge's environment."""
    return {"TWIN_URL": stack.base_url, "TWIN_API_KEY": tenant.keys[audience]}


@asynccontextmanager
async def bridged(
    environ: dict[str, str], mode: ConnectMode, folder: Path, on_message: MessageHandlerFnT | None = None
) -> AsyncGenerator[Client]:
    """The official Python client over `twin mcp`."""
    server = StdioServerParameters(command=str(TWIN), args=["mcp", "--watch-seconds", "0.1"], env=environ, cwd=folder)
    async with asyncio.timeout(60), Client(stdio_client(server), mode=mode, message_handler=on_message) as client:
        yield client


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28", "auto"])
async def test_the_python_sdk_gets_rest_s_answer_through_the_bridge(
    example: Tenant, stack: StackFile, mode: ConnectMode, tmp_path: Path
) -> None:
    """In both eras, and probing for the one to use."""
    question = "What has she published?"
    expected = example.ask(question, Audience.RECRUITER)
    async with bridged(settings(stack, example), mode, tmp_path) as client:
        assert "ask_profile" in [tool.name for tool in (await client.list_tools()).tools]
        result = await client.call_tool("ask_profile", {"question": question})
        structured = cast("dict[str, Any]", result.structured_content)
    assert structured["answer"] == expected["answer"]
    assert structured["citations"] == expected["citations"]


async def test_a_listening_client_learns_that_a_new_version_is_live(
    tenant: Tenant, stack: StackFile, tmp_path: Path
) -> None:
    """The current era's `subscriptions/listen`."""
    assert tenant.put(profile_document(), **{"If-None-Match": "*"}).status_code == 201
    wanted = ["profile://summary"]
    async with (
        bridged(settings(stack, tenant), "2026-07-28", tmp_path) as client,
        client.listen(resources_list_changed=True, resource_subscriptions=wanted) as heard,
    ):
        await asyncio.to_thread(change, tenant)
        events = {await anext(heard), await anext(heard)}
    assert events == {ResourcesListChanged(), ResourceUpdated("profile://summary")}


async def test_a_subscribed_client_learns_that_a_new_version_is_live(
    tenant: Tenant, stack: StackFile, tmp_path: Path
) -> None:
    """The 2025 era's `resources/subscribe`."""
    assert tenant.put(profile_document(), **{"If-None-Match": "*"}).status_code == 201
    heard: asyncio.Queue[object] = asyncio.Queue()

    async def hear(message: object) -> None:
        await heard.put(message)

    async with bridged(settings(stack, tenant), "legacy", tmp_path, hear) as client:
        capabilities = client.server_capabilities
        assert capabilities is not None
        assert capabilities.resources is not None
        assert capabilities.resources.subscribe is True
        with pytest.warns(MCPDeprecationWarning):  # the era itself is
            await client.subscribe_resource("profile://summary")  # pyright: ignore[reportDeprecated]  # likewise
        await asyncio.to_thread(change, tenant)
        kinds = {type(await heard.get()), type(await heard.get())}
    assert kinds == {ResourceListChangedNotification, ResourceUpdatedNotification}


def change(tenant: Tenant) -> None:
    """Publish another version."""
    etag = tenant.request("GET", "/v1/profile").headers["ETag"]
    reply = tenant.request("PATCH", "/v1/profile", json={"basics": {"label": "Changed"}}, headers={"If-Match": etag})
    assert reply.status_code == 201, reply.text


@pytest.mark.parametrize("mode", ["v1", "legacy", "auto", "2026-07-28"])
@pytest.mark.parametrize("transport", ["http", "stdio"])
def test_the_typescript_sdks_search(
    node: NodeClients, example: Tenant, stack: StackFile, mode: str, transport: str
) -> None:
    """Both major versions, in both eras, over both transports."""
    target = [stack.mcp_url] if transport == "http" else [str(TWIN), "mcp"]
    reply = node.json("client.mjs", mode, transport, *target, environ=settings(stack, example))
    assert "search_profile" in reply["tools"]
    assert "Kafka" in reply["found"]["results"][0]["text"]


def test_mcp_remote_searches(node: NodeClients, example: Tenant, stack: StackFile, tmp_path: Path) -> None:
    """The bridge that configurations without ours use."""
    header = f"Authorization:Bearer {example.keys[Audience.RECRUITER]}"
    remote = [node.program("mcp-remote", "mcp-remote"), stack.mcp_url, "--header", header, "--transport", "http-only"]
    environ = {"MCP_REMOTE_CONFIG_DIR": str(tmp_path)}
    reply = node.json("client.mjs", "v1", "stdio", node.node, *remote, environ=environ)
    assert "Kafka" in reply["found"]["results"][0]["text"]


@pytest.mark.parametrize("era", ["legacy", "auto", "modern"])
@pytest.mark.parametrize("transport", ["http", "stdio"])
def test_the_inspector_lists_and_calls(
    node: NodeClients, example: Tenant, stack: StackFile, era: str, transport: str
) -> None:
    """Its command line, as the README has it; the tools' schemas are portable."""
    environ = settings(stack, example)
    inspector = [node.program("@modelcontextprotocol/inspector", "mcp-inspector"), "--cli", "--protocol-era", era]
    if transport == "http":
        header = f"Authorization: Bearer {environ['TWIN_API_KEY']}"
        target = ["--transport", "http", "--header", header]
        place = [stack.mcp_url]
    else:
        target = [part for name, value in environ.items() for part in ("-e", f"{name}={value}")]
        place = [str(TWIN), "mcp"]
    listed = node.json(
        *inspector, *target, "--method", "tools/list", "--strict", "--format", "json", *place, environ={}
    )
    assert "search_profile" in [tool["name"] for tool in listed["result"]["tools"]]
    call = ["--method", "tools/call", "--tool-name", "search_profile", "--tool-arg", "query=Kafka"]
    found = node.json(*inspector, *target, *call, "--format", "json", *place, environ={})
    assert "Kafka" in found["result"]["structuredContent"]["results"][0]["text"]
