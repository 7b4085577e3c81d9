"""Conversations with the deployed service, over every way in."""

from __future__ import annotations

from typing import Any, cast
from uuid import uuid4

import httpx
import httpx2
import pytest
from mcp import Client
from mcp.client.client import ConnectMode
from mcp.client.streamable_http import streamable_http_client
from support.socket_client import open_socket
from support.tenants import Tenant, grant_key

from digital_twin.domain.access import Audience
from twin_local.aws import Aws
from twin_local.deployment import Deployment
from twin_local.keys import PROFILE
from twin_local.stack_file import StackFile

FIRST = "What did she do at Marrowfen Diagnostics?"
FOLLOW_UP = "How long was she there?"
MEANT = "How long was she at Marrowfen Diagnostics?"
TENURE = "3 years 4 months"


def ask(tenant: Tenant, question: str, session: str | None, audience: Audience = Audience.RECRUITER) -> dict[str, Any]:
    """The answer to a question of a session."""
    body = {"question": question} | ({"session_id": session} if session else {})
    reply = tenant.request("POST", "/v1/query", audience, json=body)
    assert reply.status_code == 200, reply.text
    return cast("dict[str, Any]", reply.json())


def test_a_conversation_goes_on_with_the_id_of_its_first_answer(example: Tenant) -> None:
    """Each follow-up is answered with the citations of what it means, known answers included."""
    for _ in range(2):
        session = ask(example, FIRST, None)["session_id"]
        followed = ask(example, FOLLOW_UP, session)
        assert TENURE in followed["answer"]
        assert followed["session_id"] == session
        assert followed["citations"] == example.ask(MEANT, Audience.RECRUITER)["citations"]
        assert "Pockettide" in ask(example, "And before that?", session)["answer"]


def test_what_a_follow_up_means_is_answered_from_the_cache(example: Tenant) -> None:
    """Its answer is kept under the standalone question, and never under its words."""
    session = ask(example, FIRST, None)["session_id"]
    ask(example, FOLLOW_UP, session)

    assert ask(example, MEANT, None)["cached"]
    assert TENURE not in ask(example, FOLLOW_UP, uuid4().hex)["answer"]


@pytest.mark.parametrize(
    "topic",
    ["Which languages does she speak?", "What did she do at Brindlecast Energy?", "Welche Preise hat sie gewonnen?"],
)
def test_a_change_of_topic_keeps_its_citations(example: Tenant, topic: str) -> None:
    """Whatever was said before."""
    session = ask(example, FIRST, None)["session_id"]
    ask(example, FOLLOW_UP, session)

    within, outside = ask(example, topic, session), example.ask(topic, Audience.RECRUITER)

    assert (within["answer"], within["citations"]) == (outside["answer"], outside["citations"])


def test_somebody_elses_session_says_nothing(
    example: Tenant, api: httpx.Client, aws: Aws, deployment: Deployment
) -> None:
    """Another key of the same audience, and another audience, find an empty session; nobody is refused."""
    session = ask(example, FIRST, None)["session_id"]
    another = {"Authorization": f"Bearer {grant_key(aws, deployment, PROFILE, Audience.RECRUITER)}"}

    theirs = api.post("/v1/query", json={"question": FOLLOW_UP, "session_id": session}, headers=another)
    assert theirs.status_code == 200
    assert TENURE not in theirs.json()["answer"]
    assert TENURE not in ask(example, FOLLOW_UP, session, Audience.PUBLIC)["answer"]
    assert TENURE in ask(example, FOLLOW_UP, session)["answer"]


def test_a_conversation_over_websocket_goes_on_over_rest(example: Tenant, stack: StackFile) -> None:
    """A session belongs to its caller, not to a connection."""
    with open_socket(stack.websocket_url, example.keys[Audience.RECRUITER]) as client:
        session = client.ask(FIRST)[-1]["answer"]["session_id"]
        client.send({"action": "ask", "id": 2, "question": FOLLOW_UP, "session_id": session})
        answer = client.reply()[-1]["answer"]

    assert TENURE in answer["answer"]
    assert answer["session_id"] == session
    assert "Pockettide" in ask(example, "And before that?", session)["answer"]


@pytest.mark.parametrize("mode", ["legacy", "2026-07-28"])
async def test_a_conversation_over_mcp(example: Tenant, stack: StackFile, mode: ConnectMode) -> None:
    """The tool takes the id its answer gave."""
    headers = {"Authorization": f"Bearer {example.keys[Audience.RECRUITER]}"}
    async with (
        httpx2.AsyncClient(headers=headers, timeout=60.0, trust_env=False) as http,
        Client(streamable_http_client(stack.mcp_url, http_client=http), mode=mode) as client,
    ):
        first = await client.call_tool("ask_profile", {"question": FIRST})
        session = cast("dict[str, Any]", first.structured_content)["session_id"]
        followed = await client.call_tool("ask_profile", {"question": FOLLOW_UP, "session_id": session})
        refused = await client.call_tool("ask_profile", {"question": FOLLOW_UP, "session_id": "not an id!"})

    assert TENURE in cast("dict[str, Any]", followed.structured_content)["answer"]
    assert cast("dict[str, Any]", followed.structured_content)["session_id"] == session
    assert refused.is_error
