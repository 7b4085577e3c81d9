"""The tools, called warm in both protocol eras: the facts REST gives, to those who may have them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from fakes.models import ScriptedModel
from support.container import FakeContainer, publish_everywhere
from support.lambda_events import call
from support.mcp_client import LEGACY, MODERN, McpClient, mcp_handler
from support.mcp_tools import FIXTURE, listed_tools
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import BILLING_QUESTION, SALARY_QUESTION, profile_document

from digital_twin.domain.access import Scope
from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import lambda_handler
from digital_twin.services.match import MAX_TEXT
from query_fn.app import make_app as make_query_app

# JSON-RPC's code for parameters that name nothing that exists.
INVALID_PARAMS = -32602

TOOLS = [
    "ask_profile",
    "search_profile",
    "get_profile_section",
    "match_job_description",
    "list_profile_versions",
    "search",
    "fetch",
]


def published(*models: ScriptedModel) -> FakeContainer:
    """A container whose profile is live in every region."""
    container = FakeContainer(*models)
    run(publish_everywhere(container))
    return container


def test_the_tools_describe_themselves(era: str) -> None:
    """Read-only, closed, with schemas of what goes in and comes out, in the same order every time."""
    client = McpClient(mcp_handler(FakeContainer()), era, OWNER)

    first, second = [client.result("tools/list")["tools"] for _ in range(2)]

    assert first == second
    assert [tool["name"] for tool in first] == TOOLS
    for tool in first:
        assert tool["annotations"] == {
            "readOnlyHint": True,
            "destructiveHint": False,
            "idempotentHint": True,
            "openWorldHint": False,
        }
        assert tool["title"]
        assert tool["description"]
        assert all(argument["description"] for argument in tool["inputSchema"]["properties"].values())
        assert tool["outputSchema"]["type"] == "object"


def test_an_answer_has_the_facts_rest_gives(era: str) -> None:
    """Same container, same question: only the ids of the request differ; the text repeats the structure."""
    container = published(ScriptedModel("Ada led the billing migration for 40 million invoices [1]."))
    rest = call(
        lambda_handler(make_query_app(container)),
        "POST",
        "/v1/query",
        principal=RECRUITER,
        body={"question": BILLING_QUESTION},
    ).json

    result = McpClient(mcp_handler(container), era).tool("ask_profile", question=BILLING_QUESTION)

    own = ("request_id", "session_id", "cached")
    answer = result["structuredContent"]
    assert not result["isError"]
    assert {k: v for k, v in answer.items() if k not in own} == {k: v for k, v in rest.items() if k not in own}
    assert answer["citations"][0]["path"] == "/work/0/highlights/0"
    assert json.loads(result["content"][0]["text"]) == answer


def test_a_question_may_lean_on_what_was_asked_before_in_its_session(era: str) -> None:
    """With the id of the answer before; one that is none is refused."""
    client = McpClient(mcp_handler(published()), era)
    session = client.tool("ask_profile", question="What did Ada do at Globex?")["structuredContent"]["session_id"]

    answer = client.tool("ask_profile", question="How long was she there?", session_id=session)["structuredContent"]

    assert "3 years 11 months" in answer["answer"]
    assert answer["session_id"] == session
    assert client.tool("ask_profile", question="How long?", session_id="../etc")["isError"]


def test_a_search_has_the_results_rest_gives(era: str) -> None:
    """Ranks, scores, region and version are the same."""
    container = published()
    body = {"query": "billing migration", "top_k": 3, "section": "work"}
    rest = call(lambda_handler(make_query_app(container)), "POST", "/v1/search", principal=RECRUITER, body=body).json

    assert McpClient(mcp_handler(container), era).tool("search_profile", **body)["structuredContent"] == rest


def test_an_empty_section_is_none_at_all(era: str) -> None:
    """As models fill in what they leave open."""
    client = McpClient(mcp_handler(published()), era)

    assert client.tool("search_profile", query="billing", section="") == client.tool("search_profile", query="billing")


def test_warm_calls_serve_every_audience_its_own() -> None:
    """One container, one loop, both eras interleaved: nobody is served as somebody else."""
    handler = mcp_handler(published())

    told = [
        "150000" in json.dumps(McpClient(handler, era, who).tool("ask_profile", question=SALARY_QUESTION))
        for who in (OWNER, PUBLIC, RECRUITER)
        for era in (LEGACY, MODERN)
    ]

    assert told == [True, True, False, False, True, True]


def test_a_request_carries_the_gateways_id_into_the_answer(era: str) -> None:
    """What the caller reports is what the logs hold."""
    client = McpClient(mcp_handler(published()), era)

    reply = client.send("tools/call", {"name": "ask_profile", "arguments": {"question": BILLING_QUESTION}})

    assert reply.json["result"]["structuredContent"]["request_id"] == reply.headers["x-request-id"]


@pytest.mark.parametrize(
    ("scopes", "offered"),
    [
        ({Scope.QUERY}, ["ask_profile", "match_job_description"]),
        ({Scope.SEARCH}, ["search_profile", "search", "fetch"]),
        ({Scope.READ}, ["get_profile_section"]),
        ({Scope.WRITE}, ["list_profile_versions"]),
        ({Scope.ADMIN}, []),
    ],
)
def test_a_tool_exists_only_for_those_who_may_use_it(era: str, scopes: set[Scope], offered: list[str]) -> None:
    """Others are neither listed nor told from tools that never existed."""
    client = McpClient(mcp_handler(published()), era, replace(OWNER, scopes=frozenset(scopes)))

    assert [tool["name"] for tool in client.result("tools/list")["tools"]] == offered
    for name in [name for name in TOOLS if name not in offered]:
        error = client.error("tools/call", name=name, arguments={})
        assert (error["code"], error["message"]) == (INVALID_PARAMS, f"Unknown tool: {name}")


def test_the_tools_are_what_clients_were_told() -> None:
    """Names, descriptions and schemas; a change of them is a change for every agent, and shows in review."""
    assert listed_tools() == json.loads(FIXTURE.read_text(encoding="utf-8"))


def test_a_section_is_given_whole(era: str) -> None:
    """As the document has it, and the text repeats the structure."""
    result = McpClient(mcp_handler(published()), era).tool("get_profile_section", section="work")

    body = result["structuredContent"]
    assert body == {"section": "work", "profile_version": 1, "content": profile_document()["work"]}
    assert json.loads(result["content"][0]["text"]) == body


@pytest.mark.parametrize("section", ["x-diary", "nonsense", "x-twin"])
def test_a_section_the_caller_does_not_see_is_none(era: str, section: str) -> None:
    """Hidden or never there, the reply is the same, and names those that are."""
    result = McpClient(mcp_handler(published()), era, PUBLIC).tool("get_profile_section", section=section)

    assert result["isError"]
    text = result["content"][0]["text"]
    assert text.startswith("not-found: there is no such section; there are: basics, work, skills.")


def test_the_owner_lists_the_versions_newest_first(era: str) -> None:
    """With what each was for; their documents are resources."""
    container = published()
    run(publish_everywhere(container, profile_document() | {"x-diary": "Changed my mind."}))

    body = McpClient(mcp_handler(container), era, OWNER).tool("list_profile_versions")["structuredContent"]

    assert [entry["version"] for entry in body["versions"]] == [2, 1]
    assert (body["head_version"], body["next_before"]) == (2, None)
    assert body["versions"][0]["author"] == OWNER.id
    older = McpClient(mcp_handler(container), era, OWNER).tool("list_profile_versions", before=2)
    assert [entry["version"] for entry in older["structuredContent"]["versions"]] == [1]


def test_what_search_finds_fetch_gives(era: str) -> None:
    """References first, then each passage by its id, as deep-research clients read."""
    client = McpClient(mcp_handler(published()), era)

    [first, *_] = client.tool("search", query="billing migration")["structuredContent"]["results"]
    passage = client.tool("fetch", id=first["id"])["structuredContent"]

    assert first.keys() == {"id", "title", "url"}
    assert first["url"] == "profile://sections/work#/work/0/highlights/0"
    assert {key: passage[key] for key in first} == first
    assert "40 million invoices" in passage["text"]
    assert passage["metadata"] == {"section": "work", "path": "/work/0/highlights/0", "profile_version": 1}


def test_a_passage_of_another_audience_is_none(era: str) -> None:
    """An id that somebody else was given opens nothing."""
    handler = mcp_handler(published())
    [own, *_] = McpClient(handler, era, OWNER).tool("search", query="sabbatical in Patagonia")["structuredContent"][
        "results"
    ]

    result = McpClient(handler, era, PUBLIC).tool("fetch", id=own["id"])

    assert result["isError"]
    assert result["content"][0]["text"].startswith("not-found: there is no passage of that id")


def test_a_job_description_is_matched_requirement_by_requirement(era: str) -> None:
    """Each with its citations, counted, and the text repeats the structure."""
    result = McpClient(mcp_handler(published()), era).tool(
        "match_job_description", job_description="- Billing migration to event sourcing\n- Rust\n- Salesforce\n"
    )

    body = result["structuredContent"]
    assert [(one["requirement"], one["status"]) for one in body["requirements"]] == [
        ("Billing migration to event sourcing", "met"),
        ("Rust", "met"),
        ("Salesforce", "no_evidence"),
    ]
    assert body["counts"] == {"met": 2, "partly": 0, "no_evidence": 1}
    assert body["requirements"][0]["citations"][0]["path"] == "/work/0/highlights/0"
    assert json.loads(result["content"][0]["text"]) == body


@pytest.mark.parametrize("text", ["", "x" * (MAX_TEXT + 1), "We offer free fruit."])
def test_a_text_that_asks_for_nothing_is_refused_with_its_place(era: str, text: str) -> None:
    """As arguments that do not fit are."""
    result = McpClient(mcp_handler(published()), era).tool("match_job_description", job_description=text)

    assert result["isError"]
    assert result["content"][0]["text"].startswith("invalid-input: ")
    assert "/job_description: " in result["content"][0]["text"]
