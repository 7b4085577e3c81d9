"""Conversations: questions that lean on those before them, and changes of topic, asked in sessions.

A follow-up is understood if its answer holds what it must. A change of topic is one if it is answered with the very
citations it has outside any session.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, override

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter

from digital_twin.domain.access import Audience, Principal
from digital_twin.domain.answer import Answer
from digital_twin.domain.follow_ups import standalone
from digital_twin.domain.snapshot import Snapshot, View
from digital_twin.domain.text import without_terms
from digital_twin.domain.turns import parse_turns
from digital_twin.services.sessions import Session, session_key
from twin_eval.gold import GOLD
from twin_eval.harness import EvalContainer, IndexFailed, asker
from twin_eval.memory import RememberingGate

# As measured with the extractive answer and the local embedder, less a margin of three follow-ups.
UNDERSTOOD_LIMIT = 0.95


class GoldTurn(BaseModel):
    """A question of a conversation: a follow-up with what its answer must hold, a change of topic, or neither."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ask: str
    must_mention: tuple[str, ...] = ()
    topic_change: bool = False


class GoldConversation(BaseModel):
    """Questions in a row, as somebody of `audience` asks them in one session."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    audience: Annotated[Audience, BeforeValidator(Audience.from_label)]
    language: str
    turns: tuple[GoldTurn, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What became of a question of a conversation: as it was understood, and its answer; `alone` outside a session."""

    profile: str
    language: str
    turn: GoldTurn
    understood: str
    answer: Answer
    alone: Answer

    @property
    def is_understood(self) -> bool:
        """Whether the answer holds what it must."""
        return all(item in self.answer.text for item in self.turn.must_mention)

    @property
    def is_untouched(self) -> bool:
        """Whether it is answered as it is outside the session."""
        return (self.answer.status, self.answer.citations) == (self.alone.status, self.alone.citations)


_LIST = TypeAdapter(tuple[GoldConversation, ...])


class ConversingContainer(EvalContainer):
    """The evaluation's container with sessions."""

    @cached_property
    @override
    def gate(self) -> RememberingGate:
        """No limits, no cache; sessions are kept."""
        return RememberingGate()


def load_conversations() -> dict[str, tuple[GoldConversation, ...]]:
    """The conversations of the gold set, by profile.

    Raises:
        ValidationError: one is not of the documented shape.
    """
    return {
        path.stem: _LIST.validate_json(path.read_bytes()) for path in sorted((GOLD / "conversations").glob("*.json"))
    }


def follow_ups(said: Sequence[Said]) -> list[Said]:
    """Those that must be understood by what was said before."""
    return [one for one in said if one.turn.must_mention]


def topic_changes(said: Sequence[Said]) -> list[Said]:
    """Those that nothing said before may touch."""
    return [one for one in said if one.turn.topic_change]


def understood(said: Sequence[Said]) -> float:
    """The share of follow-ups that are understood."""
    wanted = follow_ups(said)
    return sum(one.is_understood for one in wanted) / len(wanted)


async def converse_all(container: ConversingContainer, snapshots: Mapping[str, Snapshot]) -> list[Said]:
    """Every conversation of the gold set, each in a session of its own; raises as `converse` does.

    Args:
        container: over the memory in which the gold set is published.
        snapshots: of what was published, by profile.
    """
    return [
        said
        for profile, conversations in load_conversations().items()
        for number, conversation in enumerate(conversations)
        for said in await converse(
            container, profile, snapshots[profile].views[conversation.audience], conversation, f"{profile}-{number}"
        )
    ]


async def converse(
    container: ConversingContainer, profile: str, view: View, conversation: GoldConversation, session: str
) -> list[Said]:
    """Ask a published profile every question of a conversation, in one session, and each again outside.

    Raises:
        IndexFailed: an answer was made without the index.
    """
    person = asker(profile, conversation.audience)
    return [
        await _say(container, profile, conversation.language, person, turn, view, Session(session, is_new=number == 0))
        for number, turn in enumerate(conversation.turns)
    ]


async def _say(
    container: ConversingContainer,
    profile: str,
    language: str,
    person: Principal,
    turn: GoldTurn,
    view: View,
    session: Session,
) -> Said:
    turns = parse_turns(container.gate.turns(session_key(person, session)))
    means = standalone(turn.ask, turns, view)
    # Embedded before, so that no request's time limit has to allow for a busy machine.
    await container.memory.index.prepare([without_terms(text, view.name_terms) for text in (turn.ask, means)])
    answer = await _answer(container, person, turn.ask, session)
    return Said(profile, language, turn, means, answer, await _answer(container, person, turn.ask, None))


async def _answer(container: ConversingContainer, person: Principal, question: str, session: Session | None) -> Answer:
    deadline = container.deadline()
    asked = await container.ask.ask(person, question, route="query", deadline=deadline, session=session)
    if asked.answer.region is None:
        raise IndexFailed(f"no region answered: {question}")
    return asked.answer
