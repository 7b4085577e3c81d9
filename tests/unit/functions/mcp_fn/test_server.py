"""The tools, called warm in both protocol eras: the facts REST gives, to those who may have them."""

from __future__ import annotations

import json

from fakes.models import ScriptedModel
from support.container import FakeContainer, publish_everywhere
from support.lambda_events import call
from support.mcp_client import LEGACY, MODERN, McpClient, mcp_handler
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import BILLING_QUESTION, SALARY_QUESTION

from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import lambda_handler
from query_fn.app import make_app as make_query_app


def published(*models: ScriptedModel) -> FakeContainer:
    """A container whose profile is live in every region."""
    container = FakeContainer(*models)
    run(publish_everywhere(container))
    return container


def test_the_tools_describe_themselves(era: str) -> None:
    """Read-only, closed, with schemas of what goes in and comes out, in the same order every time."""
    client = McpClient(mcp_handler(FakeContainer()), era)

    first, second = [client.send("tools/list").json["result"]["tools"] for _ in range(2)]

    assert first == second
    assert [tool["name"] for tool in first] == ["ask_profile", "search_profile"]
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


def test_a_search_has_the_results_rest_gives(era: str) -> None:
    """Ranks, scores, region and version are the same."""
    container = published()
    body = {"query": "billing migration", "top_k": 3, "section": "work"}
    rest = call(lambda_handler(make_query_app(container)), "POST", "/v1/search", principal=RECRUITER, body=body).json

    assert McpClient(mcp_handler(container), era).tool("search_profile", **body)["structuredContent"] == rest


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
