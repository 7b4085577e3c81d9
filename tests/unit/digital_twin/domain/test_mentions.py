"""Which employers questions are about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.evidence import chunk_of, view_of

from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.questions import Question


def entry(text: str, about: str, start: int, stop: int) -> Chunk:
    """The entry of a job that lasted from the beginning of a year to the beginning of another."""
    return replace(chunk_of(text, about=about), months=range(start * 12, stop * 12))


VIEW = view_of(
    [
        entry("Engineer at Acme (2016 to 2019): Parcel company. location: Hamburg.", "Acme", 2016, 2020),
        entry("Adviser at Globex (2018 to 2021): Warehouse robots.", "Globex", 2018, 2022),
        entry("Intern at Initech (2012): Agency in Bristol.", "Initech", 2012, 2013),
    ]
)


def read(text: str) -> Question:
    """The question as read by somebody who sees `VIEW`."""
    return read_question(text, VIEW)


@pytest.mark.parametrize("text", ["How long was she with the parcel company?", "When was she in Hamburg?"])
def test_an_employer_is_meant_by_what_happened_there(text: str) -> None:
    """If it is the only one of which that is said."""
    assert read(text).entities == {"Acme"}
    assert ChunkKind.TENURE in read(text).facts


def test_what_several_or_none_hold_means_no_employer() -> None:
    """Nothing is guessed."""
    assert read("How long did she do plumbing?").entities == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Which came first, Acme or the agency in Bristol?",
        "Was she at Initech before or after the parcel company?",
        "Was sie länger bei Acme oder bei Initech?",
    ],
)
def test_alternatives_are_compared_by_when_and_how_long(text: str) -> None:
    """By name or by what happened there."""
    question = read(text)
    assert question.entities == {"Acme", "Initech"}
    assert question.facts[-1] is ChunkKind.TENURE
    assert not question.narrowing


def test_what_was_beside_a_job_is_of_those_at_the_same_time() -> None:
    """Not of those before."""
    assert read("Whom did she advise while she was at Acme?").entities == {"Acme", "Globex"}


def test_the_first_job_is_the_first_whatever_it_was_after() -> None:
    """After university comes no employer."""
    assert read("What was her first job after university?").facts == (ChunkKind.FIRST,)
