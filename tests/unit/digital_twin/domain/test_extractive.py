"""Answering without a model."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.evidence import chunk_of, evidence_of, view_of
from support.examples import example_profile

from digital_twin.domain.access import Audience
from digital_twin.domain.chunking import chunk_profile
from digital_twin.domain.evidence import ChunkKind, Evidence
from digital_twin.domain.extractive import CLOSE_TO_BEST, MAX_EXCERPTS, extract
from digital_twin.domain.grounding import ground
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.text import sentences

EXAMPLE = chunk_profile(example_profile(), date(2026, 3, 15))[Audience.PRIVATE]
VIEW = view_of(EXAMPLE, name="Ada Marlowe-Quist")


def draft(question: str, *evidence: Evidence) -> str:
    """The extractive draft."""
    return extract(read_question(question, VIEW), evidence)


def test_excerpts_are_verbatim_with_a_marker_after_each_sentence() -> None:
    """In the order of the evidence, numbered as it is."""
    one, two = evidence_of("Led a team. Cut costs."), evidence_of("Knows C++.", score=0.95)
    assert draft("What?", one, two) == "Led a team. [1] Cut costs. [1] Knows C++. [2]"


def test_only_what_ranks_close_to_the_best_is_told() -> None:
    """And never more than a few excerpts."""
    best, far = evidence_of("Led a team.", score=1.0), evidence_of("Likes kayaks.", score=CLOSE_TO_BEST - 0.01)
    assert draft("What?", best, far) == "Led a team. [1]"
    many = [evidence_of(f"Fact {number}.") for number in range(MAX_EXCERPTS + 2)]
    assert draft("What?", *many).count("[") == MAX_EXCERPTS


def test_a_computed_fact_that_is_asked_for_is_told_alone() -> None:
    """Wherever it ranks: it is the answer."""
    fact = chunk_of("Current role: Lead at Acme.", kind=ChunkKind.CURRENT, about="Acme")
    led = evidence_of(chunk_of("Led a team.", path="/work/0/highlights/0"))
    assert draft("Where does she currently work?", led, evidence_of(fact, score=0.1)) == (
        "Current role: Lead at Acme. [2]"
    )


def test_todays_role_is_told_with_the_entry_of_the_job() -> None:
    """Which says what the employer does."""
    fact = chunk_of("Current role: Lead at Acme.", kind=ChunkKind.CURRENT, about="Acme")
    entry = chunk_of("Lead at Acme: Makes maps.", about="Acme")
    assert draft("What business is her present employer in?", evidence_of(fact), evidence_of(entry)) == (
        "Current role: Lead at Acme. [1] Lead at Acme: Makes maps. [2]"
    )


def test_a_question_for_a_section_gets_its_list() -> None:
    """The overview holds every entry."""
    overview = chunk_of("2 education entries: BSc; MSc.", section="education", kind=ChunkKind.OVERVIEW)
    degree = evidence_of(chunk_of("BSc, MIT.", section="education", path="/education/0"))
    assert draft("Which degrees?", degree, evidence_of(overview)) == "2 education entries: BSc; MSc. [2]"
    assert draft("Which degrees?", degree) == "BSc, MIT. [1]"


def test_a_thing_is_told_by_its_own_entry_not_by_the_list_of_all() -> None:
    """Unless nothing else is close."""
    master = evidence_of(chunk_of("MSc in Physics, MIT.", section="education", path="/education/1"), score=0.9)
    overview = chunk_of(
        "2 education entries: BSc; MSc.", section="education", path="/education", kind=ChunkKind.OVERVIEW
    )
    assert draft("Where did she do her master's?", evidence_of(overview), master) == "MSc in Physics, MIT. [2]"
    assert draft("Where did she do her master's?", evidence_of(overview)) == "2 education entries: BSc; MSc. [1]"


def test_a_yes_no_question_is_answered_yes_only_by_evidence_that_says_all_of_it() -> None:
    """Otherwise the excerpt speaks for itself; there is never a no."""
    pipeline = evidence_of("Built a Kafka pipeline.")
    assert draft("Has she used Kafka?", pipeline) == "Yes: Built a Kafka pipeline. [1]"
    assert draft("Has she used Kafka and Flink?", pipeline) == "Built a Kafka pipeline. [1]"
    assert draft("Who used Kafka?", pipeline) == "Built a Kafka pipeline. [1]"


@pytest.mark.parametrize("question", ["What is it?", "Did she lead a team?", "Is Ada a Principal Platform Engineer?"])
def test_what_it_says_of_the_example_is_always_grounded(question: str) -> None:
    """No sentence of any chunk is lost on its own grounding."""
    for chunk in EXAMPLE:
        item = evidence_of(chunk)
        grounded = ground(draft(question, item), [item], known_names=VIEW.name_terms)
        assert grounded is not None, chunk.text
        assert grounded.text.count("[1]") == len(sentences(chunk.text))


@pytest.mark.parametrize(
    ("question", "text", "verdict"),
    [
        ("Has she led people?", "Led no people yet.", "No: "),
        ("Hat er Personal geführt?", "Monteur at Acme (2019): Hat kein Personal geführt.", "No: "),
        ("Has she led people?", "Led people, but no budget.", "Yes: "),
        ("Has she led people?", "Led 12 people; never worked nights.", "Yes: "),
        ("Has she never led people?", "Led people.", ""),
    ],
)
def test_a_denial_is_answered_with_no(question: str, text: str, verdict: str) -> None:
    """The clause that holds the words decides; a question that denies is told the evidence alone."""
    told = draft(question, evidence_of(text))
    assert told.startswith(verdict)
    assert verdict or not told.startswith(("Yes", "No"))
    grounded = ground(told, [evidence_of(text)])
    assert grounded is not None
    assert grounded.text.startswith(verdict)


# A bracketed number in a profile's text reads as a marker, and is left out here.
_prose = st.text(min_size=1, max_size=80).filter(
    lambda text: re.search(r"\w", text) and not re.search(r"[\[\u3010]", text)
)


@example(["0 ?"])
@example(["0", "? 0"])
@example(["Que change le contenant ?"])
@given(st.lists(_prose, min_size=1, max_size=MAX_EXCERPTS))
def test_what_it_says_of_any_prose_is_always_grounded(texts: list[str]) -> None:
    """Whatever the profile holds, the last resort still answers."""
    evidence = [evidence_of(chunk_of(text.strip(), path=f"/work/{place}")) for place, text in enumerate(texts)]
    grounded = ground(draft("What?", *evidence), evidence)
    assert grounded is not None
    assert grounded.citations[0].chunk_id == evidence[0].chunk.id


def test_an_excerpt_that_ends_in_several_stops_is_whole() -> None:
    """Its marker follows the last of them, and no cut is made between."""
    grounded = ground("Really, 0?! [1]", [evidence_of(chunk_of("Really, 0?!"))])
    assert grounded is not None
    assert grounded.text == "Really, 0?! [1]"
