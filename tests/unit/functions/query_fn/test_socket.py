"""Questions over WebSocket, with the events API Gateway sends."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from typing import Any

import pytest
from fakes.models import ScriptedModel
from support.container import CONNECTIONS_URL, HOME, FakeContainer, publish_everywhere
from support.lambda_events import call, recorded_event
from support.people import PUBLIC, RECRUITER
from support.profiles import BILLING_QUESTION, SALARY_QUESTION, UNANSWERABLE_QUESTION
from support.socket_events import CONNECTION, message_event, received, slug

from digital_twin.domain.access import Principal, Scope
from digital_twin.domain.json_types import JsonObject
from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_events import by_gateway
from digital_twin.entry.lambda_http import lambda_handler
from query_fn.app import make_app
from query_fn.socket import make_socket

TWO_SENTENCES = (
    "Ada led the billing migration to event sourcing for 40 million invoices [1]. "
    "Ada led the billing migration to event sourcing [1]."
)
# What differs between two replies to one question.
OF_THE_REQUEST = ("request_id", "session_id", "cached")


def published(*models: ScriptedModel, deadline_seconds: float = 5.0) -> FakeContainer:
    """A container whose profile is live in every region."""
    container = FakeContainer(*models, deadline_seconds=deadline_seconds)
    run(publish_everywhere(container))
    return container


def written(caplog: pytest.LogCaptureFixture) -> str:
    """Everything that was logged, with its fields."""
    return " ".join(str(vars(record)) for record in caplog.records)


def say(container: FakeContainer, body: object, principal: Principal | None = None) -> list[JsonObject]:
    """Send a message; returns what the client received."""
    assert make_socket(container)(message_event(body, principal=principal), None) == {"statusCode": 200}
    return received(container)


def ask(container: FakeContainer, question: object = BILLING_QUESTION, **more: object) -> list[JsonObject]:
    """Ask a question; returns what the client received."""
    return say(container, {"action": "ask", "id": "q1", "question": question, **more})


# -- connections -----------------------------------------------------------------------------------------------------


def test_who_connects_is_remembered_with_the_way_back() -> None:
    """So that news reaches it, whichever function has some."""
    container = FakeContainer()
    reply = make_socket(container)(recorded_event("websocket_connect"), None)

    assert reply == {"statusCode": 200, "headers": {"Sec-WebSocket-Protocol": "bearer"}}
    [connection] = run(container.connections.of_profile("ada", HOME))
    assert (connection.id, connection.endpoint) == (CONNECTION, CONNECTIONS_URL)
    assert connection.opened_at.timestamp() == pytest.approx(1795449733.001)


def test_a_subprotocol_that_was_not_offered_is_not_chosen() -> None:
    """A browser would drop the connection."""
    event = recorded_event("websocket_connect")
    del event["headers"]["Sec-WebSocket-Protocol"]
    assert make_socket(FakeContainer())(event, None) == {"statusCode": 200}


def test_without_the_table_a_handshake_is_refused() -> None:
    """A connection nobody knows of would never hear any news."""
    container = FakeContainer()
    container.connections.unavailable = True
    assert make_socket(container)(recorded_event("websocket_connect"), None) == {"statusCode": 503}


def test_a_handshake_without_a_principal_is_refused() -> None:
    """Whatever let it through, nobody is let in."""
    container, event = FakeContainer(), recorded_event("websocket_connect")
    del event["requestContext"]["authorizer"]
    assert make_socket(container)(event, None) == {"statusCode": 401}
    assert not container.connections.open


def test_who_leaves_is_forgotten() -> None:
    """By the event that ends the connection."""
    container = FakeContainer()
    socket = make_socket(container)
    socket(recorded_event("websocket_connect"), None)
    assert socket(recorded_event("websocket_disconnect"), None) == {"statusCode": 200}
    assert not container.connections.open


def test_a_table_that_is_down_keeps_nobody_from_leaving() -> None:
    """The item expires by itself."""
    container = FakeContainer()
    container.connections.unavailable = True
    assert make_socket(container)(recorded_event("websocket_disconnect"), None) == {"statusCode": 200}


# -- answers ---------------------------------------------------------------------------------------------------------


def test_an_answer_comes_as_citations_then_sentences_then_the_whole() -> None:
    """Each message bears the id of the question."""
    container = published(ScriptedModel(TWO_SENTENCES))
    citations, *deltas, done = ask(container)

    assert all(message["id"] == "q1" for message in (citations, *deltas, done))
    assert [message["type"] for message in (citations, *deltas, done)] == ["citations", "delta", "delta", "done"]
    answer: Any = done["answer"]
    assert citations["citations"] == answer["citations"]
    assert "".join(str(delta["text"]) for delta in deltas) == answer["answer"]
    assert answer["request_id"] == recorded_event("websocket_message")["requestContext"]["requestId"]


@pytest.mark.parametrize("question", [BILLING_QUESTION, SALARY_QUESTION, UNANSWERABLE_QUESTION])
def test_the_whole_answer_is_the_one_rest_gives(question: str) -> None:
    """To the same person, from the same cache."""
    container = published(ScriptedModel(TWO_SENTENCES))
    handler = by_gateway(http=lambda_handler(make_app(container)), socket=make_socket(container))
    rest = call(handler, "POST", "/v1/query", principal=RECRUITER, body={"question": question}).json
    handler(message_event({"action": "ask", "id": 7, "question": question}, principal=RECRUITER), None)
    streamed: Any = received(container)[-1]["answer"]

    assert streamed.keys() == rest.keys()
    for name in OF_THE_REQUEST:
        del streamed[name], rest[name]
    assert streamed == rest


def test_a_declined_question_streams_that_it_is() -> None:
    """Without a citation."""
    citations, *deltas, done = ask(published(), UNANSWERABLE_QUESTION)
    answer: Any = done["answer"]
    assert citations["citations"] == []
    assert answer["status"] == "not_in_profile"
    assert "".join(str(delta["text"]) for delta in deltas) == answer["answer"]


def test_a_session_is_named_in_the_answer() -> None:
    """As over REST."""
    answer: Any = ask(published(ScriptedModel(TWO_SENTENCES)), session_id="s-1")[-1]["answer"]
    assert answer["session_id"] == "s-1"


def test_a_question_may_lean_on_what_was_asked_before_in_its_session() -> None:
    """As over REST."""
    container = published()
    session: Any = ask(container, "What did Ada do at Globex?")[-1]["answer"]
    answer: Any = ask(container, "How long was she there?", session_id=session["session_id"])[-1]["answer"]
    assert "3 years 11 months" in answer["answer"]


def test_nothing_is_sent_before_the_whole_answer_is_checked() -> None:
    """What a model made up is never seen, not even for a moment."""
    invention = (
        "Ada led the billing migration to event sourcing for 40 million invoices [1]. She won a Nobel Prize [1]."
    )
    messages = ask(published(ScriptedModel(invention)))
    assert "Nobel" not in json.dumps(messages)


# -- what does not fit -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected", "pointer"),
    [
        ("{not json", "malformed-body", ""),
        ("", "malformed-body", ""),
        ("[1]", "malformed-body", ""),
        ('{"id": "q", "id": "r"}', "malformed-body", "/id"),
        ({"action": "ask", "question": "Who?"}, "invalid-input", "/id"),
        ({"action": "ask", "id": True, "question": "Who?"}, "invalid-input", "/id"),
        ({"action": "ask", "id": "", "question": "Who?"}, "invalid-input", "/id"),
        ({"action": "ask", "id": "i" * 101, "question": "Who?"}, "invalid-input", "/id"),
        ({"id": "q1", "question": "Who?"}, "invalid-input", "/action"),
        ({"action": 5, "id": "q1"}, "invalid-input", "/action"),
        ({"action": "$connect", "id": "q1"}, "not-found", None),
        ({"action": "ask", "id": "q1"}, "invalid-input", "/question"),
        ({"action": "ask", "id": "q1", "question": 5}, "invalid-input", "/question"),
        ({"action": "ask", "id": "q1", "question": "w" * 2001}, "invalid-input", "/question"),
        ({"action": "ask", "id": "q1", "question": "?!"}, "invalid-input", "/question"),
        ({"action": "ask", "id": "q1", "question": "Who?", "top_k": 21}, "invalid-input", "/top_k"),
        ({"action": "ask", "id": "q1", "question": "Who?", "session_id": "a b"}, "invalid-input", "/session_id"),
        ({"action": "ask", "id": "q1", "question": "w" * 131_072}, "too-large", None),
    ],
)
def test_a_message_that_does_not_fit_is_answered_with_what_is_wrong_and_where(
    body: object, expected: str, pointer: str | None
) -> None:
    """The connection stays, and nothing is asked."""
    container = published(ScriptedModel(TWO_SENTENCES))
    [error] = say(container, body)

    assert (error["type"], slug(error)) == ("error", expected)
    problem: Any = error["problem"]
    assert all(error[name] == value for name, value in problem.items() if name != "type")
    if pointer is not None:
        assert pointer in [fault["pointer"] for fault in problem["errors"]]


def test_an_error_bears_the_id_where_there_is_a_usable_one() -> None:
    """A client with several questions under way has to know which one failed."""
    assert say(FakeContainer(), {"action": "ask", "id": 12})[0]["id"] == 12
    assert say(FakeContainer(), {"action": "ask", "id": [1]})[0]["id"] is None
    assert say(FakeContainer(), "nothing")[0]["id"] is None


def test_the_problem_is_the_one_rest_gives() -> None:
    """Member for member."""
    container = published()
    rest = call(lambda_handler(make_app(container)), "POST", "/v1/query", principal=RECRUITER, body={"question": 5})
    problem: Any = ask(container, 5)[0]["problem"]
    assert problem | {"request_id": ""} == rest.json | {"request_id": ""}


def test_a_binary_frame_is_read_as_text() -> None:
    """API Gateway passes it on in base64."""
    event = message_event("")
    event |= {"body": b64encode(b'{"action": "ask", "id": 1}').decode(), "isBase64Encoded": True}
    container = FakeContainer()
    make_socket(container)(event, None)
    assert (received(container)[0]["id"], slug(received(container)[0])) == (1, "invalid-input")


# -- what goes wrong -------------------------------------------------------------------------------------------------


def test_limits_are_those_of_rest_and_say_when_to_come_back() -> None:
    """The free tier's eleventh question of a minute, over either way."""
    container = published()
    handler = by_gateway(http=lambda_handler(make_app(container)), socket=make_socket(container))
    for number in range(10):
        body = {"question": f"{UNANSWERABLE_QUESTION} {number}"}
        assert call(handler, "POST", "/v1/query", principal=PUBLIC, body=body).status == 200
    handler(message_event({"action": "ask", "id": 1, "question": BILLING_QUESTION}, principal=PUBLIC), None)

    [error] = received(container)
    assert (slug(error), error["limit"]) == ("rate-limited", "minute")
    assert isinstance(error["retry_after"], int)


def test_a_principal_without_the_scope_may_not_ask() -> None:
    """Whatever let it connect."""
    mute = replace(RECRUITER, scopes=frozenset({Scope.SEARCH}))
    [error] = say(published(), {"action": "ask", "id": 1, "question": BILLING_QUESTION}, principal=mute)
    assert slug(error) == "forbidden"


def test_a_message_without_a_principal_is_unauthenticated() -> None:
    """Nothing is assumed."""
    container, event = published(), message_event({"action": "ask", "id": 1, "question": BILLING_QUESTION})
    del event["requestContext"]["authorizer"]
    make_socket(container)(event, None)
    assert slug(received(container)[0]) == "unauthenticated"


def test_when_time_is_over_the_client_is_told() -> None:
    """The reply has a little time of its own."""
    [error] = ask(published(deadline_seconds=0.0))
    assert slug(error) == "deadline-exceeded"
    assert error["retry_after"] == 2


def test_what_nobody_expected_is_told_without_its_text(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The connection stays; the log has the place, neither has the text."""
    container = published()

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a secret of the profile")

    monkeypatch.setattr(container.ask, "ask", fail)
    [error] = ask(container)
    assert (slug(error), error["id"]) == ("internal", "q1")
    assert "secret of the profile" not in json.dumps(error) + written(caplog)


def test_who_has_left_is_sent_nothing_more_and_is_forgotten() -> None:
    """In the middle of a reply."""
    container = published(ScriptedModel(TWO_SENTENCES))
    make_socket(container)(recorded_event("websocket_connect"), None)
    container.channel.leaves_after[CONNECTION] = 2
    assert [message["type"] for message in ask(container)] == ["citations", "delta"]
    assert not container.connections.open


def test_a_gateway_that_takes_no_message_ends_the_reply() -> None:
    """Without an error of ours: there is nobody to tell."""
    container = published(ScriptedModel(TWO_SENTENCES))
    make_socket(container)(recorded_event("websocket_connect"), None)
    container.channel.unavailable = True
    assert ask(container) == []
    assert container.connections.open


def test_no_credential_question_or_answer_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Of the handshake, which holds a key, and of a question."""
    container = published(ScriptedModel(TWO_SENTENCES))
    event = recorded_event("websocket_connect") | {"queryStringParameters": {"token": "twin_" + "A" * 43}}
    make_socket(container)(event, None)
    ask(container)
    logged = written(caplog)
    assert "socket.served" in logged
    assert "AAAA" not in logged
    assert "billing" not in logged.lower()
