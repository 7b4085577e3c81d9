"""Questions over the deployed WebSocket API, with a real client."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from support.socket_client import open_socket
from support.tenants import Tenant, eventually
from websockets.exceptions import InvalidStatus

from digital_twin.adapters.connections import DynamoConnections
from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.grant_store import DynamoGrantStore
from digital_twin.domain.access import Audience, Grant, Scope, hash_key
from digital_twin.ports import Connection
from twin_local.aws import Aws
from twin_local.deployment import Deployment
from twin_local.emulator import PRIMARY_REGION
from twin_local.keys import new_key
from twin_local.stack_file import StackFile

QUESTION = "What did she do at Brindlecast Energy?"
PROFILE = {"basics": {"name": "Ines Calder", "label": "Cartographer"}, "skills": [{"name": "Maps"}]}


@dataclass(frozen=True, slots=True)
class Table:
    """The deployed table, as the service writes it."""

    table: ReplicatedTable

    def connections(self, profile: str) -> list[Connection]:
        """Who is connected in the primary region."""
        return asyncio.run(DynamoConnections(self.table).of_profile(profile, PRIMARY_REGION))

    def grant(self, scope: Scope, tier: str = "enterprise") -> str:
        """A key of the example profile with one scope, that nobody has used yet."""
        key = new_key()
        label = f"e2e-{hash_key(key)[:8]}"
        grant = Grant(label, "default", Audience.PUBLIC, frozenset({scope}), tier, label)
        asyncio.run(DynamoGrantStore(self.table).put(hash_key(key), grant))
        return key


@pytest.fixture(scope="module")
def table(aws: Aws, deployment: Deployment) -> Table:
    """The deployed table."""
    dynamodb = aws.client("dynamodb", PRIMARY_REGION)
    return Table(ReplicatedTable(primary=dynamodb, nearest=dynamodb, name=deployment.table))


def without_request(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer without what differs between two replies to one question."""
    return {name: value for name, value in answer.items() if name not in {"request_id", "session_id", "cached"}}


@pytest.mark.parametrize("by", ["query", "subprotocol"])
def test_an_answer_is_streamed_and_is_the_one_rest_gives(stack: StackFile, example: Tenant, by: str) -> None:
    """Citations, then each checked sentence, then the whole; whichever way the key came."""
    rest = example.ask(QUESTION, Audience.RECRUITER)
    with open_socket(stack.websocket_url, example.keys[Audience.RECRUITER], by=by) as client:
        assert client.connection.subprotocol == (None if by == "query" else "bearer")
        citations, *deltas, done = client.ask(QUESTION)

    assert (citations["type"], citations["citations"]) == ("citations", rest["citations"])
    assert len(deltas) > 1
    assert "".join(delta["text"] for delta in deltas) == rest["answer"]
    assert done["answer"].keys() == rest.keys()
    assert without_request(done["answer"]) == without_request(rest)


def test_a_declined_question_is_streamed_as_such(stack: StackFile, example: Tenant) -> None:
    """With no citation."""
    with open_socket(stack.websocket_url, example.keys[Audience.PUBLIC]) as client:
        citations, *deltas, done = client.ask("What is her shoe size?")
    assert citations["citations"] == []
    assert done["answer"]["status"] == "not_in_profile"
    assert "".join(delta["text"] for delta in deltas) == done["answer"]["answer"]


@pytest.mark.parametrize("token", ["nonsense", "twin_" + "A" * 43])
@pytest.mark.parametrize("by", ["query", "subprotocol", "nothing"])
def test_a_bad_key_gets_no_connection(stack: StackFile, token: str, by: str) -> None:
    """Nor does none."""
    with pytest.raises(InvalidStatus) as refused, open_socket(stack.websocket_url, token, by=by):
        pass
    assert refused.value.response.status_code == 401


def test_a_key_that_may_not_ask_gets_no_connection(stack: StackFile, table: Table) -> None:
    """It is known, and refused."""
    key = table.grant(Scope.READ)
    with pytest.raises(InvalidStatus) as refused, open_socket(stack.websocket_url, key):
        pass
    assert refused.value.response.status_code == 403


def test_messages_that_do_not_fit_are_answered_and_the_connection_stays(stack: StackFile, example: Tenant) -> None:
    """Whatever they are, the next question is answered."""
    bad: list[tuple[object, int, object]] = [
        ("not json", 400, None),
        ("", 400, None),
        (b"\x00\xff", 400, None),
        ('{"id": 1, "id": 2}', 400, None),
        ({"action": "ask", "question": QUESTION}, 422, None),
        ({"action": "dance", "id": 1}, 404, 1),
        ({"action": "$disconnect", "id": 1}, 404, 1),
        ({"action": ["ask"], "id": 1}, 422, 1),
        ({"id": "x", "question": QUESTION}, 422, "x"),
        ({"action": "ask", "id": "x", "question": {"a": 1}}, 422, "x"),
        ({"action": "ask", "id": "x", "question": "w" * 2001}, 422, "x"),
        ({"action": "ask", "id": "x", "question": "w" * 150_000}, 413, None),
    ]
    with open_socket(stack.websocket_url, example.keys[Audience.PUBLIC]) as client:
        for message, status, id_ in bad:
            client.send(message)
            [error] = client.reply()
            assert (error["type"], error["problem"]["status"], error["id"]) == ("error", status, id_), message
            assert error["problem"]["type"].startswith("https://")
            assert error["problem"]["detail"]
        assert client.ask(QUESTION)[-1]["type"] == "done"


def test_two_questions_at_once_are_told_apart_by_their_ids(stack: StackFile, example: Tenant) -> None:
    """Their messages may come in turns; each reply is whole and in order."""
    questions = {"a": "Which languages does she speak?", "b": QUESTION}
    with open_socket(stack.websocket_url, example.keys[Audience.RECRUITER]) as client:
        for id_, question in questions.items():
            client.send({"action": "ask", "id": id_, "question": question})
        messages: list[dict[str, Any]] = []
        while [message["type"] for message in messages].count("done") < 2:
            messages.append(client.receive())
    for id_, question in questions.items():
        citations, *deltas, done = [message for message in messages if message["id"] == id_]
        assert (citations["type"], done["type"]) == ("citations", "done")
        assert "".join(delta["text"] for delta in deltas) == done["answer"]["answer"]
        assert without_request(done["answer"]) == without_request(example.ask(question, Audience.RECRUITER))


def test_limits_are_those_of_rest(stack: StackFile, table: Table) -> None:
    """The free tier's eleventh question within a minute is refused, and told when to come back."""
    with open_socket(stack.websocket_url, table.grant(Scope.QUERY, "free")) as client:
        replies = [client.ask(QUESTION, number)[-1] for number in range(11)]
    assert [reply["type"] for reply in replies] == ["done"] * 10 + ["error"]
    assert replies[-1]["problem"]["limit"] == "minute"
    assert 0 < replies[-1]["retry_after"] <= 60


def test_connected_clients_are_told_of_a_new_version_and_others_are_not(
    stack: StackFile, tenant: Tenant, example: Tenant
) -> None:
    """Of its number only, once it is live in their region; the next answer is made from it."""
    with (
        open_socket(stack.websocket_url, tenant.keys[Audience.PUBLIC]) as client,
        open_socket(stack.websocket_url, tenant.keys[Audience.PRIVATE], by="subprotocol") as owner,
        open_socket(stack.websocket_url, example.keys[Audience.PUBLIC]) as stranger,
    ):
        etag = tenant.put(PROFILE, **{"If-None-Match": "*"}).json()["etag"]
        news = {"type": "profile_updated", "version": 1}
        assert client.receive() == owner.receive() == news
        tenant.put({**PROFILE, "interests": [{"name": "tides"}]}, **{"If-Match": etag})
        assert client.receive() == owner.receive() == {**news, "version": 2}
        assert client.ask("What are her interests?")[-1]["answer"]["profile_version"] == 2
        assert stranger.ask(QUESTION)[0]["type"] == "citations"


def test_who_leaves_is_forgotten(stack: StackFile, tenant: Tenant, table: Table) -> None:
    """And known while connected."""
    with open_socket(stack.websocket_url, tenant.keys[Audience.PUBLIC]):
        [connection] = table.connections(tenant.profile)
        assert connection.region == PRIMARY_REGION
    assert eventually(lambda: not table.connections(tenant.profile) or None, "the connection forgotten")


def test_a_connection_nobody_closed_is_forgotten_when_it_is_found_gone(
    stack: StackFile, tenant: Tenant, table: Table
) -> None:
    """As after a restart of the gateway; the publication goes on."""
    with open_socket(stack.websocket_url, tenant.keys[Audience.PUBLIC]):
        [connection] = table.connections(tenant.profile)
    assert eventually(lambda: not table.connections(tenant.profile) or None, "the connection forgotten")
    dead = replace(connection, opened_at=connection.opened_at - timedelta(hours=1))
    asyncio.run(DynamoConnections(table.table).add(dead))

    tenant.put(PROFILE, **{"If-None-Match": "*"})
    tenant.wait_until_live(1)
    assert eventually(lambda: not table.connections(tenant.profile) or None, "the dead connection forgotten")
