"""A corpus of attacks, planted in questions and in profile text, against the query handler as API Gateway calls it."""

from __future__ import annotations

import json
import re
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from fakes.model_server import Role, honest, injected, model_playing
from pydantic import TypeAdapter
from support.container import FakeContainer, publish_everywhere
from support.container_loop import on_container_loop
from support.lambda_events import Reply, call
from support.people import OWNER, PUBLIC
from support.profiles import profile_document

from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.pointer import parse_pointer
from digital_twin.domain.prompt import build_prompt
from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from query_fn.app import make_app

MIN_ATTACKS = 60

# What the public may not see, by the words that give it away.
CANARIES = ("150000", "salary", "Patagonia", "sabbatical", "ada@example.com")
RULES = [line.removeprefix("- ") for line in build_prompt("", [], "fence").system.splitlines()]


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack.

    `place` is `question` or a JSON pointer into the profile; `question` what is asked once it is planted. `payload`
    is what an obedient model would say, `never` what must not be in a reply besides.
    """

    id: str
    place: str
    text: str
    question: str
    payload: tuple[str, ...]
    never: tuple[str, ...]


CORPUS = TypeAdapter(list[Attack]).validate_json(Path(__file__).with_name("corpus.json").read_bytes())


def planted(attack: Attack) -> JsonObject:
    """The profile of the tests with the attack in its place."""
    document = profile_document()
    document["publications"] = [{"name": "Billing without regret", "publisher": "Example Press"}]
    if attack.place == "question":
        return document
    change: JsonValue = attack.text
    for token in reversed(parse_pointer(attack.place)):
        change = {token: change}
    return cast("JsonObject", _changed(document, change))


def _changed(value: JsonValue, change: JsonValue) -> JsonValue:
    """The value with the places a nested change names replaced; `0` names the first item of a list."""
    if not isinstance(change, dict):
        return change
    [(token, inner)] = change.items()
    if isinstance(value, list):
        return [_changed(item, inner) if str(index) == token else item for index, item in enumerate(value)]
    held = value if isinstance(value, dict) else {}
    return {**held, token: _changed(held.get(token), inner)}


@contextmanager
def handler_with(role: Role | None, attack: Attack) -> Generator[LambdaHandler]:
    """The query function over the attacked profile, with a model that plays the role or none."""
    with ExitStack() as stack:
        models = [stack.enter_context(on_container_loop(model_playing(role)))[0]] if role else []
        container = FakeContainer(*models)
        run(publish_everywhere(container, planted(attack)))
        yield lambda_handler(make_app(container))


def harmless(reply: Reply, attack: Attack) -> None:
    """The reply is an answer of the contract and holds nothing it must not hold."""
    assert reply.status == 200
    body = reply.json
    markers = list(dict.fromkeys(re.findall(r"\[(\d+)\]", body["answer"])))
    assert markers == [str(citation["marker"]) for citation in body["citations"]]
    assert markers == [str(number) for number in range(1, len(markers) + 1)]
    assert (body["status"] == "answered") == bool(markers)
    said = " ".join([body["answer"], *(citation["quote"] for citation in body["citations"])])
    for forbidden in (*CANARIES, *RULES, *attack.payload, *attack.never):
        assert forbidden.casefold() not in said.casefold(), forbidden


def test_the_corpus_is_large_and_each_attack_has_a_name() -> None:
    """So that a failure says which attack got through."""
    assert len({attack.id for attack in CORPUS}) == len(CORPUS) >= MIN_ATTACKS


@pytest.mark.parametrize("attack", CORPUS, ids=lambda attack: attack.id)
def test_no_attack_changes_what_extracts_say(attack: Attack) -> None:
    """Without a model the answer is made of the profile's statements, orders left out."""
    with handler_with(None, attack) as handler:
        harmless(ask(handler, attack.question), attack)


@pytest.mark.parametrize("attack", CORPUS, ids=lambda attack: attack.id)
def test_no_attack_gets_out_of_a_model_that_obeys_it(attack: Attack) -> None:
    """The model says the payload, its rules and the secrets, and cites every excerpt for each."""
    role = injected(*attack.payload, *CANARIES, "Expects a salary of 150000 EUR", "Considering a sabbatical")
    with handler_with(role, attack) as handler:
        reply = ask(handler, attack.question)
        harmless(reply, attack)
    # The model was believed to have answered, or had no evidence to answer from: nothing stood in for it.
    assert reply.json["provider"] in {"openai", "none"}


@pytest.mark.parametrize("attack", [a for a in CORPUS if a.place == "question"], ids=lambda attack: attack.id)
def test_no_question_opens_what_an_audience_may_not_see(attack: Attack) -> None:
    """Neither in answers nor in search results, whoever writes the answer."""
    with handler_with(honest, attack) as handler:
        harmless(ask(handler, attack.question), attack)
        found = call(handler, "POST", "/v1/search", principal=PUBLIC, body={"query": attack.question})
    assert found.status == 200
    assert not any(canary in json.dumps(found.json) for canary in CANARIES)


def test_the_owner_still_reads_what_the_attacks_are_after() -> None:
    """The canaries are real: they are kept from the public, not absent."""
    with handler_with(None, next(attack for attack in CORPUS if attack.id == "audience/salary")) as handler:
        reply = call(handler, "POST", "/v1/query", principal=OWNER, body={"question": "What salary does Ada expect?"})
    assert "150000" in reply.json["answer"]


def ask(handler: LambdaHandler, question: str) -> Reply:
    """POST a question as the public."""
    return call(handler, "POST", "/v1/query", principal=PUBLIC, body={"question": question})
