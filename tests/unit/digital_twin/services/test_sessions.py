"""Asking in a session: follow-ups stand alone, all else is answered as outside it, and nobody hears another's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from fakes.models import ScriptedModel
from hypothesis import given, settings
from hypothesis import strategies as st
from support.container import HOME, FakeContainer, publish_everywhere
from support.container_loop import cold_start
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import BILLING_QUESTION, SALARY_QUESTION, profile_document

from digital_twin.domain.access import Principal
from digital_twin.domain.answer import AnswerStatus
from digital_twin.domain.turns import MAX_TURNS, Turn, dump_turn, parse_turns
from digital_twin.entry.event_loop import run
from digital_twin.services.ask import Asked
from digital_twin.services.sessions import Session, session_key

GLOBEX_QUESTION = "How long was Ada at Globex?"
FOLLOW_UP = "What did she build there?"
STANDALONE = "What did she build at Globex?"


class Talk:
    """A caller's session with a container."""

    def __init__(self, container: FakeContainer, principal: Principal = RECRUITER, session: str = "s1") -> None:
        self._container = container
        self._principal = principal
        self._session = session
        self.is_new = True

    async def ask(self, question: str, *, is_new: bool | None = None) -> Asked:
        """Ask the next question."""
        session = Session(self._session, is_new=self.is_new if is_new is None else is_new)
        self.is_new = False
        deadline = self._container.deadline()
        return await self._container.ask.ask(
            self._principal, question, route="query", deadline=deadline, session=session
        )

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What the session remembers."""
        key = session_key(self._principal, Session(self._session, is_new=False))
        return parse_turns(self._container.redis[HOME].turns(key))


async def alone(container: FakeContainer, question: str, principal: Principal = RECRUITER) -> Asked:
    """Ask outside any session."""
    return await container.ask.ask(principal, question, route="query", deadline=container.deadline())


async def published(*models: ScriptedModel) -> FakeContainer:
    """A container whose profile is live."""
    container = FakeContainer(*models)
    await publish_everywhere(container)
    return container


def paths(asked: Asked) -> list[str]:
    """What an answer cites."""
    return [citation.path for citation in asked.answer.citations]


async def test_a_follow_up_is_answered_as_the_question_it_stands_for() -> None:
    """Text and citations are those of the standalone question."""
    container = await published()
    talk = Talk(container)
    await talk.ask(GLOBEX_QUESTION)

    answer = (await talk.ask(FOLLOW_UP)).answer

    assert answer == (await alone(await published(), STANDALONE)).answer
    assert "robot" in answer.text


async def test_the_model_is_asked_the_question_as_it_stands_alone() -> None:
    """It is not told of the conversation."""
    model = ScriptedModel("Built the warehouse robot fleet telemetry in Rust [1].")
    container = await published(model)
    talk = Talk(container)
    await talk.ask(GLOBEX_QUESTION)
    await talk.ask(FOLLOW_UP)

    assert STANDALONE in model.prompts[-1].user
    assert FOLLOW_UP not in model.prompts[-1].user
    assert GLOBEX_QUESTION not in model.prompts[-1].user


async def test_a_conversation_goes_on_from_what_each_question_meant() -> None:
    """A follow-up is remembered as it stands alone, and the next leans on that."""
    talk = Talk(await published())
    await talk.ask("What is Ada's current role?")
    before = await talk.ask("And before that?")
    assert "Globex" in before.answer.text

    assert "3 years 11 months" in (await talk.ask("How long was she there?")).answer.text
    assert [turn.question for turn in talk.turns] == [
        "What is Ada's current role?",
        "What came before Acme?",
        "How long was she at Globex?",
    ]


async def test_somebody_elses_session_is_an_empty_one() -> None:
    """Another key, audience or profile with the same id: nothing is known there, and nothing is said about it."""
    container = await published()
    await Talk(container).ask(GLOBEX_QUESTION)
    outside = await alone(container, FOLLOW_UP)

    another = replace(RECRUITER, id="key-another")
    for person in (another, replace(RECRUITER, audience=OWNER.audience)):
        asked = await Talk(container, person).ask(FOLLOW_UP, is_new=False)
        assert (asked.answer.status, paths(asked)) == (outside.answer.status, paths(outside))

    assert [turn.question for turn in Talk(container).turns] == [GLOBEX_QUESTION]


async def test_keys_of_sessions_tell_callers_apart() -> None:
    """Profile, audience, principal and id are all in them."""
    people = [OWNER, RECRUITER, PUBLIC, replace(PUBLIC, profile="grace"), replace(PUBLIC, audience=OWNER.audience)]
    keys = {session_key(person, Session(name, is_new=False)) for person in people for name in ("a", "b")}
    assert len(keys) == 10


# -- what it costs ---------------------------------------------------------------------------------------------------


async def test_a_follow_up_costs_what_any_miss_does() -> None:
    """Two calls to Redis, one to the index, one to the model."""
    model = ScriptedModel("Built the warehouse robot fleet telemetry in Rust [1].")
    container = await published(model)
    talk = Talk(container)
    await talk.ask(GLOBEX_QUESTION)
    redis, index = container.redis[HOME], container.indexes[HOME]
    before = (redis.round_trips, index.calls.count("search"), len(model.prompts), len(container.store.calls))

    await talk.ask(FOLLOW_UP)

    after = (redis.round_trips, index.calls.count("search"), len(model.prompts), len(container.store.calls))
    assert [now - then for now, then in zip(after, before, strict=True)] == [2, 1, 1, 0]


@pytest.mark.parametrize("is_new", [True, False])
async def test_a_known_answer_costs_one_round_trip_and_is_remembered(*, is_new: bool) -> None:
    """Whether the session is new or goes on."""
    container = await published()
    await alone(container, GLOBEX_QUESTION)
    redis = container.redis[HOME]
    before = redis.round_trips
    talk = Talk(container)

    assert (await talk.ask(GLOBEX_QUESTION, is_new=is_new)).cached
    assert redis.round_trips == before + 1
    assert [turn.question for turn in talk.turns] == [GLOBEX_QUESTION]
    assert "robot" in (await talk.ask(FOLLOW_UP)).answer.text


async def test_what_a_follow_up_means_answers_who_asks_that() -> None:
    """Its answer is kept under the standalone question."""
    container = await published()
    talk = Talk(container)
    await talk.ask(GLOBEX_QUESTION)
    made = await talk.ask(FOLLOW_UP)

    kept = await alone(container, STANDALONE)

    assert kept.cached
    assert kept.answer == made.answer


async def test_the_words_of_a_follow_up_are_never_answered_from_another_conversation() -> None:
    """The same words mean something else in each, and outside."""
    container = await published()
    globex, acme = Talk(container), Talk(container, session="s2")
    await globex.ask(GLOBEX_QUESTION)
    await acme.ask("How long was Ada at Acme?")

    first, second = await globex.ask(FOLLOW_UP), await acme.ask("What did she do there?")
    outside = await alone(container, FOLLOW_UP)

    assert not outside.cached
    assert set(paths(first)).isdisjoint(paths(second))


async def test_a_kept_answer_to_the_words_does_not_stand_in_for_what_they_mean() -> None:
    """Somebody asked the very words outside a session before."""
    container = await published()
    await alone(container, "How long was she there?")
    talk = Talk(container)
    await talk.ask("What did Ada do at Globex?")

    assert "Globex" in (await talk.ask("How long was she there?")).answer.text


# -- what is remembered ----------------------------------------------------------------------------------------------


async def test_no_more_than_the_last_turns_are_remembered() -> None:
    """However long a conversation gets."""
    talk = Talk(await published())
    for number in range(MAX_TURNS + 3):
        await talk.ask(f"What happened in {2000 + number}?")

    assert len(talk.turns) == MAX_TURNS
    assert talk.turns[-1].question == f"What happened in {2000 + MAX_TURNS + 2}?"


async def test_a_declined_question_is_remembered_too() -> None:
    """What was asked is what the next question is put into, answered or not."""
    talk = Talk(await published())
    assert (await talk.ask("Does Ada know Fortran?")).answer.status is AnswerStatus.NOT_IN_PROFILE

    assert "Rust" in (await talk.ask("What about Rust?")).answer.text


async def test_no_answer_is_remembered() -> None:
    """Names of employers are, and the question; never what was said."""
    container = await published()
    talk = Talk(container, OWNER)
    await talk.ask(SALARY_QUESTION)
    await talk.ask(BILLING_QUESTION)

    [turns] = [turns for turns, _ in container.redis[HOME].sessions.values()]
    assert "150000" not in "".join(turns)
    assert "migration to event sourcing" not in "".join(turns)


async def test_a_day_later_the_session_is_over() -> None:
    """The question is answered as it stands."""
    container = await published()
    talk = Talk(container)
    await talk.ask(GLOBEX_QUESTION)
    container.redis[HOME].now += 86_401

    assert (await talk.ask("How long was she there?")).answer == (
        await alone(container, "How long was she there?")
    ).answer


async def test_what_a_new_version_no_longer_shows_is_not_spoken_of() -> None:
    """A session that remembers a name the profile has lost gives it to nobody."""
    container = await published()
    talk = Talk(container)
    await talk.ask(GLOBEX_QUESTION)
    document = profile_document()
    document["x-twin"] = {"audience": {"/work/1": "private"}}
    await publish_everywhere(container, document)

    for question in ("How long was she there?", FOLLOW_UP, "Tell me more", "How long?"):
        answer = (await talk.ask(question)).answer
        assert "Globex" not in answer.text
        assert "robot" not in answer.text


# -- what goes wrong -------------------------------------------------------------------------------------------------


async def test_without_redis_a_follow_up_is_answered_as_it_stands() -> None:
    """Nothing is remembered, and nothing fails."""
    container = await published()
    talk = Talk(container)
    await talk.ask(GLOBEX_QUESTION)
    container.redis[HOME].unavailable = True

    asked = await talk.ask(FOLLOW_UP)

    assert asked.answer.status in AnswerStatus
    assert not asked.cached


@pytest.mark.parametrize(
    "garbage", [["garbage"], ['{"question": 1}'], ["[]", "{}"], [dump_turn(Turn("Who?", ())), "x"]]
)
async def test_a_session_of_garbage_is_none(garbage: Sequence[str]) -> None:
    """Another release, or whoever, may have written it."""
    container = await published()
    key = session_key(RECRUITER, Session("s1", is_new=False))
    container.redis[HOME].sessions[key] = (tuple(garbage), 1e9)

    asked = await Talk(container).ask("How long was she there?", is_new=False)

    assert asked.answer == (await alone(await published(), "How long was she there?")).answer


# -- changes of topic ------------------------------------------------------------------------------------------------

TOPICS = (
    BILLING_QUESTION,
    SALARY_QUESTION,
    "Which programming languages does she know?",
    "Who is Ada?",
    "What did she do at Acme?",
    "How long was Ada at Globex?",
    "Where does she work now?",
    "Does she know Python?",
    "Welche Sprachen kennt sie?",
    "Quelles langues parle-t-elle ?",
    "¿Sabe ella Python?",
)
SAID = (
    *TOPICS,
    "And before that?",
    "What about Rust?",
    "Tell me more",
    "How long?",
    "Und davor?",
    "¿Y allí?",
    "Et après ?",
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=4), st.sampled_from(TOPICS))
def test_a_change_of_topic_keeps_its_citations(said: list[str], topic: str) -> None:
    """Whatever was said before, a question of its own is answered with the citations it has outside the session."""

    async def both() -> tuple[Asked, Asked]:
        container = await published()
        talk = Talk(container)
        for question in said:
            await talk.ask(question)
        return await talk.ask(topic), await alone(await published(), topic)

    with cold_start():
        within, outside = run(both())
    assert within.answer.citations == outside.answer.citations
    assert within.answer.text == outside.answer.text
