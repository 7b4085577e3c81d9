"""What a session remembers of a question and its answer: enough to understand the next question, and no more.

An answer's text is never remembered. What is told next comes from what the asker may see then, so that a session can
neither outlive a change of audience nor carry evidence from one version into another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from digital_twin.domain.answer import Answer
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import clean_question

# Nobody means what was said long ago; a list of employers is seldom longer.
MAX_TURNS = 6
MAX_NAMED = 8
# A longer question is no frame to put another word in.
MAX_QUESTION = 400
MAX_NAME = 120


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a session, as it stood alone, empty if it was too long to be of use.

    `named` are the employers, schools and projects of its answer, in the order in which the answer names them, then
    those that it only cites.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    question: Annotated[str, Field(max_length=MAX_QUESTION)]
    named: Annotated[tuple[Annotated[str, Field(min_length=1, max_length=MAX_NAME)], ...], Field(max_length=MAX_NAMED)]


_STORED = TypeAdapter(Turn)


def turn_of(question: str, answer: Answer, view: View) -> Turn:
    """What to remember of a question and its answer.

    Args:
        question: as it stood alone.
        answer: made from `view`.
        view: what the asker may see.
    """
    named = [name for name in dict.fromkeys(_named(answer, view)) if len(name) <= MAX_NAME]
    return Turn(question if len(question) <= MAX_QUESTION else "", tuple(named[:MAX_NAMED]))


def dump_turn(turn: Turn) -> str:
    """A turn as it is stored."""
    return _STORED.dump_json(turn).decode()


def parse_turns(stored: Sequence[str]) -> tuple[Turn, ...]:
    """The turns of a session, oldest first; none at all if any is not what `dump_turn` writes."""
    try:
        turns = tuple(_STORED.validate_json(text) for text in stored)
    except ValidationError:
        return ()
    is_clean = all(turn.question == clean_question(turn.question) for turn in turns)
    return turns[-MAX_TURNS:] if is_clean else ()


def _named(answer: Answer, view: View) -> Iterator[str]:
    """The subjects an answer tells of: those in its text, by their place there, then those of what it cites."""
    told = {name: answer.text.find(name) for name in view.subjects.values()}
    yield from sorted((name for name, place in told.items() if place >= 0), key=lambda name: (told[name], -len(name)))
    for citation in answer.citations:
        chunk = view.chunks.get(citation.chunk_id)
        if chunk is not None and chunk.about:
            yield chunk.about
