"""Questions, searches and health through the Lambda handler, as API Gateway calls it."""

from __future__ import annotations

import json
import re

import pytest
from fakes.models import ScriptedModel
from support.container import HOME, FakeContainer, publish_everywhere
from support.lambda_events import Reply, call, invoke, recorded_event
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import BILLING_QUESTION, SALARY_QUESTION, UNANSWERABLE_QUESTION

from digital_twin.domain.access import Principal
from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from query_fn.app import make_app

BILLING_SENTENCE = "Ada led the billing migration to event sourcing for 40 million invoices [1]."


def published(*models: ScriptedModel, deadline_seconds: float = 5.0) -> FakeContainer:
    """A container whose profile is live in every region."""
    container = FakeContainer(*models, deadline_seconds=deadline_seconds)
    run(publish_everywhere(container))
    return container


def handler_of(container: FakeContainer) -> LambdaHandler:
    """The function's handler over a container."""
    return lambda_handler(make_app(container))


def ask(handler: LambdaHandler, question: object, principal: Principal | None = RECRUITER, **more: object) -> Reply:
    """POST a question."""
    return call(handler, "POST", "/v1/query", principal=principal, body={"question": question, **more})


def search(handler: LambdaHandler, query: object, principal: Principal | None = RECRUITER, **more: object) -> Reply:
    """POST a search."""
    return call(handler, "POST", "/v1/search", principal=principal, body={"query": query, **more})


# -- questions -------------------------------------------------------------------------------------------------------


def test_a_question_is_answered_with_every_field_of_the_contract() -> None:
    """The body is an Answer, whole."""
    reply = ask(handler_of(published(ScriptedModel(BILLING_SENTENCE, provider="groq", model="m"))), BILLING_QUESTION)

    assert reply.status == 200
    answer = reply.json
    [citation] = answer.pop("citations")
    assert re.fullmatch(r"[0-9a-f]{32}", answer.pop("session_id"))
    assert answer == {
        "status": "answered",
        "answer": "Ada led the billing migration to event sourcing for 40 million invoices. [1]",
        "profile_version": 1,
        "request_id": reply.headers["x-request-id"],
        "cached": False,
        "degraded": False,
        "provider": "groq",
        "model": "m",
        "region": HOME,
        "usage": None,
    }
    assert (citation["marker"], citation["section"], citation["path"]) == (1, "work", "/work/0/highlights/0")
    assert set(citation) == {"marker", "chunk_id", "section", "path", "quote"}


def test_the_event_as_aws_documents_it_is_served() -> None:
    """The recorded event, untouched: its principal, its request id."""
    event = recorded_event("api_gateway_proxy")

    reply = invoke(handler_of(published()), event)

    assert (reply.status, reply.json["status"]) == (200, "answered")
    assert reply.json["request_id"] == event["requestContext"]["requestId"]


def test_a_warm_container_serves_the_kept_answer_under_ids_of_the_new_request() -> None:
    """Same handler, same loop: the facts are the first answer's, the ids are not."""
    handler = handler_of(published(ScriptedModel(BILLING_SENTENCE)))

    first, second = [ask(handler, BILLING_QUESTION).json for _ in range(2)]

    assert (first["cached"], second["cached"]) == (False, True)
    assert first["request_id"] != second["request_id"]
    assert first["session_id"] != second["session_id"]
    own = ("cached", "request_id", "session_id")
    assert {k: v for k, v in first.items() if k not in own} == {k: v for k, v in second.items() if k not in own}


def test_a_session_is_kept_by_its_id() -> None:
    """The caller's id comes back."""
    assert ask(handler_of(published()), BILLING_QUESTION, session_id="mine_1").json["session_id"] == "mine_1"


def test_a_question_may_lean_on_what_was_asked_before_in_its_session() -> None:
    """With the id of the answer before; without it, and for another caller, the words stand alone."""
    handler = handler_of(published())
    session = ask(handler, "What did Ada do at Globex?").json["session_id"]

    assert "3 years 11 months" in ask(handler, "How long was she there?", session_id=session).json["answer"]
    for reply in (
        ask(handler, "How long was she there?"),
        ask(handler, "How long was she there?", PUBLIC, session_id=session),
    ):
        assert reply.status == 200
        assert "Globex for" not in reply.json["answer"]


def test_what_the_profile_does_not_say_is_a_good_answer() -> None:
    """Status 200, no citations."""
    reply = ask(handler_of(published()), UNANSWERABLE_QUESTION)

    assert (reply.status, reply.json["status"], reply.json["citations"]) == (200, "not_in_profile", [])


def test_the_audience_of_the_event_decides() -> None:
    """Warm and one after the other, each caller gets what it may see."""
    handler = handler_of(published())

    told = ["150000" in ask(handler, SALARY_QUESTION, who).text for who in (OWNER, PUBLIC, RECRUITER, PUBLIC)]

    assert told == [True, False, True, False]


def test_unicode_goes_in_and_comes_out() -> None:
    """UTF-8 both ways, as text and not as base64."""
    container = FakeContainer()
    document = {"basics": {"name": "Žofie"}, "work": [{"name": "Škoda", "highlights": ["Vyrobila ⚡ motor — 40 kW."]}]}
    run(publish_everywhere(container, json.loads(json.dumps(document))))

    reply = ask(handler_of(container), "Kdo vyrobila motor ⚡?")

    assert "Vyrobila ⚡ motor — 40 kW." in reply.json["answer"]
    assert not reply.is_base64


# -- searches --------------------------------------------------------------------------------------------------------


def test_a_search_returns_ranked_evidence() -> None:
    """The body is that of the contract."""
    reply = search(handler_of(published()), "billing migration", top_k=2)

    assert reply.status == 200
    assert {key: reply.json[key] for key in ("profile_version", "region", "degraded")} == {
        "profile_version": 1,
        "region": HOME,
        "degraded": False,
    }
    assert len(reply.json["results"]) == 2
    assert set(reply.json["results"][0]) == {"chunk_id", "section", "path", "text", "score"}
    assert reply.json["results"][0]["path"] == "/work/0/highlights/0"


def test_a_search_of_one_section() -> None:
    """Only that section's evidence comes back."""
    reply = search(handler_of(published()), "Rust", section="skills")

    assert {result["section"] for result in reply.json["results"]} == {"skills"}


def test_a_search_without_any_region_is_degraded() -> None:
    """`region` is null."""
    container = published()
    for index in container.indexes.values():
        index.unavailable = True

    reply = search(handler_of(container), "billing")

    assert (reply.status, reply.json["region"], reply.json["degraded"]) == (200, None, True)


# -- limits ----------------------------------------------------------------------------------------------------------


def test_every_reply_of_a_limited_route_says_how_much_is_left() -> None:
    """RateLimit and RateLimit-Policy name the tightest limit."""
    handler = handler_of(published())

    headers = [ask(handler, BILLING_QUESTION, PUBLIC).headers for _ in range(2)]

    assert headers[0]["ratelimit-policy"] == f'"minute";q={PUBLIC.tier.per_minute};w=60'
    assert [header["ratelimit"] for header in headers] == ['"minute";r=9;t=60', '"minute";r=8;t=60']


def test_a_reached_limit_is_named_and_says_when_to_come_back() -> None:
    """Status 429 with `limit` and Retry-After; RateLimit headers here, too."""
    handler = handler_of(published())
    for _ in range(PUBLIC.tier.per_minute):
        ask(handler, BILLING_QUESTION, PUBLIC)

    reply = ask(handler, BILLING_QUESTION, PUBLIC)

    assert (reply.status, reply.slug) == (429, "rate-limited")
    assert (reply.json["limit"], reply.json["quota"]) == ("minute", PUBLIC.tier.per_minute)
    assert reply.headers["retry-after"] == "60"
    assert reply.headers["ratelimit"] == '"minute";r=0;t=60'
    assert reply.headers["ratelimit-policy"] == f'"minute";q={PUBLIC.tier.per_minute};w=60'


def test_with_redis_down_the_containers_limit_is_named() -> None:
    """Callers see that another limit holds."""
    container = published()
    container.redis[HOME].unavailable = True

    reply = ask(handler_of(container), BILLING_QUESTION)

    assert reply.status == 200
    assert reply.headers["ratelimit"] == '"container";r=29;t=60'


# -- refusals --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/question"),
        ({"question": ""}, "/question"),
        ({"question": "x" * 2001}, "/question"),
        ({"question": 7}, "/question"),
        ({"question": None}, "/question"),
        ({"question": "Who?", "top_k": 0}, "/top_k"),
        ({"question": "Who?", "top_k": 21}, "/top_k"),
        ({"question": "Who?", "session_id": "../etc"}, "/session_id"),
        ({"question": "?!"}, "/question"),
        ([], ""),
        ("a text", ""),
    ],
)
def test_a_question_that_does_not_fit_says_where(body: object, pointer: str) -> None:
    """Status 422 with a JSON pointer; the value is not repeated."""
    reply = call(handler_of(published()), "POST", "/v1/query", principal=RECRUITER, body=json.dumps(body))

    assert (reply.status, reply.slug) == (422, "invalid-input")
    assert [error["pointer"] for error in reply.json["errors"]] == [pointer]


def test_a_long_question_of_the_largest_size_is_served() -> None:
    """2,000 characters, whatever their bytes."""
    assert ask(handler_of(published()), "ř" * 2000).status == 200


def test_a_request_without_a_principal_is_refused() -> None:
    """A missing authorizer never means the public."""
    reply = ask(handler_of(published()), BILLING_QUESTION, None)

    assert (reply.status, reply.slug) == (401, "unauthenticated")


def test_an_unpublished_profile_is_not_found() -> None:
    """Status 404 until the owner publishes."""
    reply = ask(handler_of(FakeContainer()), BILLING_QUESTION)

    assert (reply.status, reply.slug) == (404, "not-found")


def test_a_table_that_is_down_is_unavailable_without_its_words() -> None:
    """Status 503 with Retry-After; what the table said stays inside."""
    container = published()
    container.store.unavailable = True

    reply = ask(handler_of(container), BILLING_QUESTION)

    assert (reply.status, reply.slug, reply.headers["retry-after"]) == (503, "unavailable", "2")
    assert "told to fail" not in reply.text


def test_a_request_out_of_time_says_so() -> None:
    """Status 504 with Retry-After."""
    reply = ask(handler_of(published(deadline_seconds=0.0)), BILLING_QUESTION)

    assert (reply.status, reply.slug, reply.headers["retry-after"]) == (504, "deadline-exceeded", "2")


# -- health ----------------------------------------------------------------------------------------------------------


def test_health_needs_nobody_and_nothing() -> None:
    """Liveness is the function's alone, even with everything down."""
    container = FakeContainer()
    container.store.unavailable = True

    reply = call(handler_of(container), "GET", "/health", principal=None)

    assert (reply.status, reply.json) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    ("down", "status", "word"), [("", 200, "ready"), ("redis", 200, "degraded"), ("table", 503, "degraded")]
)
def test_readiness_tells_what_answers(down: str, status: int, word: str) -> None:
    """Only the table is needed to serve at all."""
    container = FakeContainer()
    container.store.unavailable = down == "table"
    container.redis[HOME].unavailable = down == "redis"

    reply = call(handler_of(container), "GET", "/ready", principal=None)

    assert (reply.status, reply.json["status"]) == (status, word)
    assert {name for name, answers in reply.json["checks"].items() if not answers} == ({down} if down else set())
