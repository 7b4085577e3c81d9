"""The server with the official client, in memory: what it lists validates, and what it gives fits its schemas."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, cast

import pytest
from mcp import Client, MCPError
from mcp.client.client import ConnectMode
from support.container import FakeContainer, publish_everywhere
from support.people import OWNER
from support.profiles import BILLING_QUESTION

from digital_twin.entry.event_loop import run
from mcp_fn.caller import Caller, current_caller
from mcp_fn.server import make_server

CALLS: dict[str, dict[str, Any]] = {
    "ask_profile": {"question": BILLING_QUESTION},
    "search_profile": {"query": "billing"},
    "get_profile_section": {"section": "work"},
    "match_job_description": {"job_description": "- Rust\n- 5+ years of event sourcing\n- Salesforce"},
    "list_profile_versions": {},
    "search": {"query": "billing"},
}


async def connected(container: FakeContainer, mode: ConnectMode) -> Client:
    """A client of the server, as the owner."""
    await publish_everywhere(container)
    current_caller.set(Caller(OWNER, "request-1"))
    return Client(make_server(container), mode=mode)


def using(mode: ConnectMode, session: Callable[[Client], Awaitable[None]]) -> None:
    """Run a session on the container's loop, where the server's container lives."""

    async def connect() -> None:
        async with await connected(FakeContainer(), mode) as client:
            await session(client)

    run(connect())


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28", "auto"])
def test_every_tool_gives_what_its_schema_says(mode: ConnectMode) -> None:
    """The client itself checks structured results against the output schemas."""

    async def session(client: Client) -> None:
        tools = [tool.name for tool in (await client.list_tools()).tools]
        assert set(tools) == {*CALLS, "fetch"}
        results = {name: await client.call_tool(name, arguments) for name, arguments in CALLS.items()}
        assert not any(result.is_error for result in results.values())
        found = cast("dict[str, Any]", results["search"].structured_content)["results"]
        fetched = await client.call_tool("fetch", {"id": found[0]["id"]})
        assert cast("dict[str, Any]", fetched.structured_content)["id"] == found[0]["id"]

    using(mode, session)


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28", "auto"])
def test_every_listed_resource_and_prompt_can_be_had(mode: ConnectMode) -> None:
    """Nothing is advertised that is not there."""

    async def session(client: Client) -> None:
        for resource in (await client.list_resources()).resources:
            assert (await client.read_resource(resource.uri)).contents
        for prompt in (await client.list_prompts()).prompts:
            needed = {argument.name: "x" for argument in prompt.arguments or () if argument.required}
            assert (await client.get_prompt(prompt.name, needed)).messages

    using(mode, session)


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
def test_an_unknown_tool_is_an_error_the_client_raises(mode: ConnectMode) -> None:
    """Not a result that a model would take for an answer."""

    async def session(client: Client) -> None:
        with pytest.raises(MCPError, match="Unknown tool"):
            await client.call_tool("drop_profile", {})

    using(mode, session)
