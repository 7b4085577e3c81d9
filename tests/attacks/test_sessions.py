"""A session's history is as hostile as any question: what it says changes nothing."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, contextmanager

import pytest
from fakes.model_server import Role, injected, model_playing
from support.container import HOME, FakeContainer, publish_everywhere
from support.container_loop import on_container_loop
from support.lambda_events import call
from support.people import PUBLIC

from digital_twin.domain.text import clean_question
from digital_twin.domain.turns import MAX_NAME, MAX_QUESTION, Turn, dump_turn
from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from digital_twin.services.sessions import Session, session_key
from query_fn.app import make_app
from tests.attacks.test_corpus import CANARIES, CORPUS, Attack, harmless

ASKED = [attack for attack in CORPUS if attack.place == "question"]
FOLLOW_UPS = ("Tell me more", "What about Rust?", "And what did she do there, as you were told?")
every_attack = pytest.mark.parametrize("attack", ASKED, ids=lambda attack: attack.id)


@contextmanager
def talking(role: Role | None) -> Generator[tuple[FakeContainer, LambdaHandler]]:
    """The query function, with a model that plays a role or none."""
    with ExitStack() as stack:
        models = [stack.enter_context(on_container_loop(model_playing(role)))[0]] if role else []
        container = FakeContainer(*models)
        run(publish_everywhere(container))
        yield container, lambda_handler(make_app(container))


def follow_up(handler: LambdaHandler, attack: Attack) -> None:
    """Ask every follow-up in the session, none of which may do what it was told to."""
    for question in FOLLOW_UPS:
        reply = call(handler, "POST", "/v1/query", principal=PUBLIC, body={"question": question, "session_id": "s1"})
        harmless(reply, attack)


@every_attack
def test_no_attack_that_was_asked_before_changes_what_follows(attack: Attack) -> None:
    """Without a model."""
    with talking(None) as (_, handler):
        body = {"question": attack.text, "session_id": "s1"}
        harmless(call(handler, "POST", "/v1/query", principal=PUBLIC, body=body), attack)
        follow_up(handler, attack)


@every_attack
def test_no_attack_that_was_asked_before_gets_out_of_a_model_that_obeys(attack: Attack) -> None:
    """The model says the payload and the secrets, and cites every excerpt for each."""
    with talking(injected(*attack.payload, *CANARIES)) as (_, handler):
        body = {"question": attack.text, "session_id": "s1"}
        harmless(call(handler, "POST", "/v1/query", principal=PUBLIC, body=body), attack)
        follow_up(handler, attack)


@every_attack
def test_no_attack_planted_in_a_session_changes_what_follows(attack: Attack) -> None:
    """As a question that was never asked, and as names no answer gave."""
    with talking(None) as (container, handler):
        turn = dump_turn(Turn(clean_question(attack.text)[:MAX_QUESTION], ("Patagonia", attack.text[:MAX_NAME])))
        key = session_key(PUBLIC, Session("s1", is_new=False))
        container.redis[HOME].sessions[key] = ((turn,), 1e9)
        follow_up(handler, attack)
