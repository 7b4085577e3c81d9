"""Tools that fail: REST's slug, the place, a request id, and nothing of an exception or a rejected value."""

from __future__ import annotations

import json

import pytest
from support.container import HOME, FakeContainer, publish_everywhere
from support.mcp_client import LEGACY, MODERN, McpClient, mcp_handler
from support.people import PUBLIC
from support.profiles import BILLING_QUESTION

from digital_twin.entry.event_loop import run

# JSON-RPC's code for parameters that name nothing that exists.
INVALID_PARAMS = -32602


def published() -> FakeContainer:
    """A container whose profile is live in every region."""
    container = FakeContainer()
    run(publish_everywhere(container))
    return container


@pytest.mark.parametrize(
    ("tool", "arguments", "place"),
    [
        ("ask_profile", {"question": "?!"}, "/question"),
        ("ask_profile", {"question": ""}, "/question"),
        ("ask_profile", {}, "/question"),
        ("ask_profile", {"question": "secret-word " * 200}, "/question"),
        ("ask_profile", {"question": "secret-word?", "top_k": 21}, "/top_k"),
        ("search_profile", {"query": 7}, "/query"),
    ],
)
def test_arguments_that_do_not_fit_say_where_and_repeat_nothing(
    era: str, tool: str, arguments: dict[str, object], place: str
) -> None:
    """The slug is REST's; the model can correct itself."""
    result = McpClient(mcp_handler(published()), era).tool(tool, **arguments)

    assert result["isError"]
    [content] = result["content"]
    assert content["text"].startswith("invalid-input: ")
    assert f"{place}: " in content["text"]
    assert not any(word in content["text"] for word in ("secret-word", "pydantic", "input_value"))


def test_a_reached_limit_reaches_the_client_by_its_slug(era: str) -> None:
    """An error result the model can wait on, not a broken connection."""
    client = McpClient(mcp_handler(published()), era, PUBLIC)
    for _ in range(PUBLIC.tier.per_minute):
        assert not client.tool("search_profile", query="billing")["isError"]

    result = client.tool("search_profile", query="billing")

    assert result["isError"]
    assert result["content"][0]["text"].startswith("rate-limited: the limit 'minute' of 10 is reached; retry_after: ")
    problem = result["_meta"]["digital-twin.dev/problem"]
    assert (problem["slug"], problem["limit"], problem["status"]) == ("rate-limited", "minute", 429)
    assert 0 < problem["retry_after"] <= 60


def test_a_dependency_that_is_down_keeps_its_words_to_itself(era: str) -> None:
    """Slug and request id, and the next call is served when it is back."""
    container = published()
    client = McpClient(mcp_handler(container), era)
    container.store.unavailable = True

    failed = client.tool("ask_profile", question=BILLING_QUESTION)
    container.store.unavailable = False

    assert failed["content"][0]["text"].startswith("unavailable: ")
    assert "told to fail" not in json.dumps(failed)
    assert not client.tool("ask_profile", question=BILLING_QUESTION)["isError"]


def test_what_nobody_expected_leaks_nothing(era: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slug of a failure on our side, and a request id to ask after it."""
    container = published()

    def explode(_terms: object) -> None:
        raise RuntimeError("the password is hunter2")

    monkeypatch.setattr(container.indexes[HOME], "search", explode)
    result = McpClient(mcp_handler(container), era).tool("ask_profile", question=BILLING_QUESTION)

    assert result["isError"]
    assert result["content"][0]["text"].startswith("internal: Something went wrong on our side (request ")
    assert "hunter2" not in json.dumps(result)


@pytest.mark.parametrize(("version", "status"), [(LEGACY, 200), (MODERN, 400)])
def test_a_tool_that_does_not_exist_is_an_error_of_the_protocol(version: str, status: int) -> None:
    """The specification's -32602, not a result."""
    reply = McpClient(mcp_handler(FakeContainer()), version).send(
        "tools/call", {"name": "drop_profile", "arguments": {}}
    )

    assert (reply.status, reply.json["error"]["code"]) == (status, INVALID_PARAMS)
