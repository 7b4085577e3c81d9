"""Follow-ups are understood, changes of topic are not touched, and the gate on both can fail."""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import cached_property
from typing import override

import pytest

from digital_twin.domain.access import Audience
from digital_twin.domain.follow_ups import standalone
from digital_twin.domain.turns import Turn
from tests.eval.conftest import World
from twin_eval.conversations import (
    UNDERSTOOD_LIMIT,
    ConversingContainer,
    Said,
    converse_all,
    follow_ups,
    load_conversations,
    topic_changes,
    understood,
)
from twin_eval.memory import RememberingGate


def conversing(world: World, kind: type[ConversingContainer] = ConversingContainer) -> list[Said]:
    """What becomes of every conversation in a container of a kind that a test may have broken."""
    container = world.container(kind)
    assert isinstance(container, ConversingContainer)
    return asyncio.run(converse_all(container, world.snapshots))


@pytest.fixture(scope="module")
def said(world: World) -> list[Said]:
    """What becomes of every conversation."""
    return conversing(world)


def test_there_are_conversations_in_every_language() -> None:
    """At least 25, and of each language several."""
    languages = Counter(one.language for conversations in load_conversations().values() for one in conversations)
    assert languages.total() >= 25
    assert all(languages[code] >= 4 for code in ("en", "de", "fr", "es"))


def test_follow_ups_are_understood(said: list[Said]) -> None:
    """Nearly all of them; a change must keep that."""
    lost = [(one.turn.ask, one.understood, one.answer.text) for one in follow_ups(said) if not one.is_understood]
    assert understood(said) >= UNDERSTOOD_LIMIT, lost


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_follow_ups_are_understood_in_each_language(said: list[Said], language: str) -> None:
    """None is carried by another."""
    assert understood([one for one in said if one.language == language]) >= UNDERSTOOD_LIMIT - 0.05


def test_a_change_of_topic_keeps_its_citations(said: list[Said]) -> None:
    """To the letter, whatever was asked before."""
    assert len(topic_changes(said)) >= 12
    assert [one.turn.ask for one in topic_changes(said) if not one.is_untouched] == []


def test_every_question_of_the_gold_set_keeps_its_meaning_after_any_turn(world: World) -> None:
    """It was written to stand alone, so nothing that a session remembers may change a word of it."""
    changed: list[tuple[str, str]] = []
    for profile in world.gold:
        view = world.snapshots[profile.name].views[Audience.PRIVATE]
        subjects = tuple(view.subjects.values())
        pasts = [
            Turn(f"What happened at {subjects[0]}?", subjects[:1]),
            Turn("Does she know Python?", subjects[:2]),
            Turn("Which certificates does she have?", ()),
            Turn("Which companies are there?", subjects[:6]),
        ]
        changed += [
            (question.question, meant)
            for question in profile.questions
            for past in pasts
            if (meant := standalone(question.question, [past], view)) != question.question
        ]
    assert changed == []


class ForgetfulGate(RememberingGate):
    """A gate that forgets what was said."""

    @override
    def turns(self, session: str | None) -> tuple[str, ...]:
        """Nothing."""
        return ()


class Forgetful(ConversingContainer):
    """Sessions are lost."""

    @cached_property
    @override
    def gate(self) -> RememberingGate:
        """Nothing is remembered."""
        return ForgetfulGate()


def test_the_gate_turns_red_when_sessions_are_lost(world: World) -> None:
    """A gate that cannot fail guards nothing."""
    assert understood(conversing(world, Forgetful)) < UNDERSTOOD_LIMIT - 0.2
