"""The profile as resources: listed and read by those who may, and unknown to all others."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from support.container import FakeContainer, publish, publish_everywhere
from support.mcp_client import LEGACY, MODERN, McpClient, mcp_handler
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import profile_document

from digital_twin.domain.access import Principal, Scope
from digital_twin.entry.event_loop import run

INVALID_PARAMS, INTERNAL_ERROR = -32602, -32603

SECTION_REFERENCE = {"type": "ref/resource", "uri": "profile://sections/{section}"}


def published() -> FakeContainer:
    """A container whose profile is live in every region."""
    container = FakeContainer()
    run(publish_everywhere(container))
    return container


def read(client: McpClient, uri: str) -> dict[str, Any]:
    """The one content of a resource."""
    [content] = client.result("resources/read", uri=uri)["contents"]
    return content


@pytest.mark.parametrize(
    ("who", "sections", "templates"),
    [
        (PUBLIC, ["basics", "work", "skills"], ["section"]),
        (RECRUITER, ["basics", "work", "skills", "x-compensation"], ["section"]),
        (OWNER, ["basics", "work", "skills", "x-compensation", "x-diary"], ["section", "version"]),
    ],
    ids=["public", "recruiter", "owner"],
)
def test_each_audience_is_shown_its_own_sections(
    era: str, who: Principal, sections: list[str], templates: list[str]
) -> None:
    """And every resource that is listed can be read."""
    client = McpClient(mcp_handler(published()), era, replace(who, tier=OWNER.tier))

    listed = client.result("resources/list")["resources"]

    assert [resource["name"] for resource in listed] == ["summary", *sections]
    assert [one["name"] for one in client.result("resources/templates/list")["resourceTemplates"]] == templates
    for resource in listed:
        content = read(client, resource["uri"])
        assert (content["uri"], content["mimeType"]) == (resource["uri"], resource["mimeType"])


def test_the_summary_says_who_this_is(era: str) -> None:
    """In Markdown, with what the jobs add up to."""
    text = read(McpClient(mcp_handler(published()), era), "profile://summary")["text"]

    assert text.startswith("# Ada Example\n\nStaff Engineer\n\nEngineer of dependable billing systems.\n")
    assert "- Current role: Staff Engineer at Acme, since January 2020." in text
    assert "Sections: basics, work, skills, x-compensation." in text
    assert "ada@example.com" not in text


def test_a_section_is_the_tools_body(era: str) -> None:
    """The same facts, whichever way they are read."""
    client = McpClient(mcp_handler(published()), era)

    content = read(client, "profile://sections/skills")

    assert json.loads(content["text"]) == client.tool("get_profile_section", section="skills")["structuredContent"]


def test_the_address_of_a_result_can_be_read(era: str) -> None:
    """It names the place in the resource after a `#`; the whole section is given."""
    client = McpClient(mcp_handler(published()), era)
    [first, *_] = client.tool("search", query="billing migration")["structuredContent"]["results"]

    assert "#" in first["url"]
    assert read(client, first["url"])["text"] == read(client, first["url"].partition("#")[0])["text"]


def test_the_name_of_a_section_may_hold_anything(era: str) -> None:
    """Addresses are escaped, and an escaped one is read."""
    container = FakeContainer()
    document = profile_document()
    document["a/b?ü"] = ["odd"]
    run(publish(container, document))
    client = McpClient(mcp_handler(container), era, OWNER)

    [odd] = [one for one in client.result("resources/list")["resources"] if one["name"] == "a/b?ü"]

    assert json.loads(read(client, odd["uri"])["text"])["content"] == ["odd"]


def test_the_owner_reads_any_version(era: str) -> None:
    """Whole, as it was published."""
    container = published()
    run(publish(container, {"work": [{"name": "Acme"}]}))
    client = McpClient(mcp_handler(container), era, OWNER)

    first, second = (json.loads(read(client, f"profile://versions/{n}")["text"]) for n in (1, 2))

    assert (first["version"], first["document"]) == (1, profile_document())
    assert second["document"] == {"work": [{"name": "Acme"}]}


@pytest.mark.parametrize(
    "uri",
    [
        "profile://sections/x-diary",
        "profile://sections/x-twin",
        "profile://sections/nonsense",
        "profile://sections/",
        "profile://versions/1",
        "profile://versions/99",
        "profile://nonsense",
        "file:///etc/passwd",
    ],
)
def test_what_the_caller_may_not_read_is_not_there(era: str, uri: str) -> None:
    """Hidden or never there: the code the specification has for it, with the address."""
    error = McpClient(mcp_handler(published()), era, PUBLIC).error("resources/read", uri=uri)

    assert (error["code"], error["data"]["slug"], error["data"]["uri"]) == (INVALID_PARAMS, "not-found", uri)


def test_without_the_scope_there_are_no_resources(era: str) -> None:
    """A key that may only ask is not told what could be read."""
    client = McpClient(mcp_handler(published()), era, replace(RECRUITER, scopes=frozenset({Scope.QUERY})))

    assert client.result("resources/list")["resources"] == []
    assert client.result("resources/templates/list")["resourceTemplates"] == []
    assert client.error("resources/read", uri="profile://summary")["code"] == INVALID_PARAMS


def test_before_anything_is_published_there_is_nothing_to_list(era: str) -> None:
    """A client connects all the same."""
    client = McpClient(mcp_handler(FakeContainer()), era)

    assert client.result("resources/list")["resources"] == []


@pytest.mark.parametrize(
    ("method", "params"), [("resources/list", {}), ("resources/read", {"uri": "profile://summary"})]
)
def test_a_reached_limit_says_how_long_to_wait(era: str, method: str, params: dict[str, str]) -> None:
    """As an error of the protocol, because no tool was called."""
    client = McpClient(mcp_handler(published()), era, PUBLIC)
    for _ in range(PUBLIC.tier.per_minute):
        client.result("resources/list")

    error = client.error(method, **params)

    assert (error["code"], error["data"]["slug"]) == (INTERNAL_ERROR, "rate-limited")
    assert error["data"]["retry_after"] > 0


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("resources/list", {}),
        ("resources/read", {"uri": "profile://summary"}),
        ("prompts/get", {"name": "interview_brief"}),
        ("completion/complete", {"ref": SECTION_REFERENCE, "argument": {"name": "section", "value": ""}}),
    ],
)
def test_a_dependency_that_is_down_keeps_its_words_to_itself(era: str, method: str, params: dict[str, Any]) -> None:
    """Slug and request id, nothing of what the adapter said."""
    container = published()
    container.store.unavailable = True

    error = McpClient(mcp_handler(container), era).error(method, **params)

    assert (error["code"], error["data"]["slug"]) == (INTERNAL_ERROR, "unavailable")
    assert "told to fail" not in json.dumps(error)


@pytest.mark.parametrize("method", ["resources/list", "resources/read", "prompts/get"])
def test_what_nobody_expected_leaks_nothing(era: str, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slug of a failure on our side, and a request id to ask after it."""
    container = published()

    def explode(*_: object, **__: object) -> None:
        raise RuntimeError("the password is hunter2")

    monkeypatch.setattr(container.browse, "profile", explode)
    named = {"name": "interview_brief"} if method == "prompts/get" else {"uri": "profile://summary"}
    error = McpClient(mcp_handler(container), era).error(method, **named)

    assert (error["code"], error["data"]["slug"]) == (INTERNAL_ERROR, "internal")
    assert "hunter2" not in json.dumps(error)


@pytest.mark.parametrize(
    "method",
    ["server/discover", "tools/list", "prompts/list", "resources/list", "resources/templates/list", "resources/read"],
)
def test_nothing_may_be_kept_by_a_shared_cache(method: str) -> None:
    """Audience and scopes decide every one of these; what the profile decides is stale at once."""
    params = {"uri": "profile://summary"} if method == "resources/read" else {}
    result = McpClient(mcp_handler(published()), MODERN).result(method, **params)

    lives_with_the_profile = method in {"resources/list", "resources/read"}
    assert (result["cacheScope"], result["ttlMs"]) == ("private", 0 if lives_with_the_profile else 60_000)
    assert result["resultType"] == "complete"


def test_the_2025_eras_results_hold_nothing_of_the_later_one() -> None:
    """Old clients validate strictly."""
    result = McpClient(mcp_handler(published()), LEGACY).result("resources/read", uri="profile://summary")

    assert result.keys() == {"contents"}
