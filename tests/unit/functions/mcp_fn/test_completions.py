"""Completions: what the caller could fill in, and never more."""

from __future__ import annotations

from typing import Any

import pytest
from support.container import FakeContainer, publish, publish_everywhere
from support.mcp_client import McpClient, mcp_handler
from support.people import OWNER, PUBLIC, RECRUITER

from digital_twin.domain.access import Principal
from digital_twin.entry.event_loop import run

INVALID_PARAMS = -32602

SECTION = {"type": "ref/resource", "uri": "profile://sections/{section}"}
VERSION = {"type": "ref/resource", "uri": "profile://versions/{n}"}
BRIEF = {"type": "ref/prompt", "name": "interview_brief"}


def published() -> FakeContainer:
    """A container whose profile is live in every region."""
    container = FakeContainer()
    run(publish_everywhere(container))
    return container


def complete(client: McpClient, ref: dict[str, str], name: str, value: str) -> list[str]:
    """The values offered for what was typed."""
    argument = {"name": name, "value": value}
    completion: dict[str, Any] = client.result("completion/complete", ref=ref, argument=argument)["completion"]
    return completion["values"]


@pytest.mark.parametrize(
    ("who", "typed", "offered"),
    [
        (PUBLIC, "", ["basics", "work", "skills"]),
        (PUBLIC, "x-", []),
        (RECRUITER, "x-", ["x-compensation"]),
        (OWNER, "X-", ["x-compensation", "x-diary"]),
        (PUBLIC, "w", ["work"]),
    ],
)
@pytest.mark.parametrize(("ref", "name"), [(SECTION, "section"), (BRIEF, "focus")], ids=["resource", "prompt"])
def test_sections_are_completed_as_the_caller_sees_them(
    era: str, who: Principal, typed: str, offered: list[str], ref: dict[str, str], name: str
) -> None:
    """A name is as private as what it names."""
    assert complete(McpClient(mcp_handler(published()), era, who), ref, name, typed) == offered


def test_versions_are_completed_for_the_owner(era: str) -> None:
    """Newest first."""
    container = published()
    run(publish(container))
    client = McpClient(mcp_handler(container), era, OWNER)

    assert complete(client, VERSION, "n", "") == ["2", "1"]
    assert complete(client, VERSION, "n", "1") == ["1"]


def test_an_argument_without_known_values_is_left_to_the_user(era: str) -> None:
    """Nothing is offered for what may be any text."""
    assert complete(McpClient(mcp_handler(published()), era), BRIEF, "role", "Eng") == []


@pytest.mark.parametrize(
    "ref", [VERSION, {"type": "ref/prompt", "name": "nonsense"}, {"type": "ref/resource", "uri": "profile://{x}"}]
)
def test_what_the_caller_is_not_offered_is_not_completed(era: str, ref: dict[str, str]) -> None:
    """The specification's code for a reference to nothing."""
    client = McpClient(mcp_handler(published()), era, PUBLIC)

    error = client.error("completion/complete", ref=ref, argument={"name": "n", "value": ""})

    assert (error["code"], error["data"]["slug"]) == (INVALID_PARAMS, "not-found")


def test_a_reached_limit_ends_completions_quietly(era: str) -> None:
    """Nobody is shown an error in the middle of a word."""
    client = McpClient(mcp_handler(published()), era, PUBLIC)
    for _ in range(PUBLIC.tier.per_minute):
        assert complete(client, SECTION, "section", "w") == ["work"]

    assert complete(client, SECTION, "section", "w") == []
