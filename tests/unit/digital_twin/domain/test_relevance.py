"""Deciding which evidence bears on a question, and whether any does."""

from __future__ import annotations

from support.evidence import chunk_of, evidence_of, view_of

from digital_twin.domain.evidence import Chunk, ChunkKind, Evidence
from digital_twin.domain.questions import read_question
from digital_twin.domain.relevance import COVERED_MARGIN, SECTION_MARGIN, coverage, relevant

FLOOR = 0.7
NEAR, COVERED, FAR = FLOOR, FLOOR - COVERED_MARGIN, FLOOR - COVERED_MARGIN - 0.01

MIGRATION = chunk_of("Staff Engineer at Acme: Led the Kafka billing migration.", path="/work/0", about="Acme")
ROBOTS = chunk_of("Engineer at Globex: Built robots in Rust.", path="/work/1", about="Globex")
DEGREE = chunk_of("BSc in Physics, Thornmere.", section="education", path="/education/0", about="Thornmere")
EMAIL = chunk_of("Email: ada@example.com", section="basics", path="/basics/email")
CURRENT = chunk_of("Current role: Staff Engineer at Acme.", kind=ChunkKind.CURRENT, about="Acme")
CHUNKS = [MIGRATION, ROBOTS, DEGREE, EMAIL, CURRENT]
VIEW = view_of(CHUNKS, name="Ada Quist")


def bearing(text: str, *evidence: Evidence) -> list[Chunk]:
    """The chunks kept for a question."""
    return [item.chunk for item in relevant(evidence, read_question(text, VIEW), VIEW, FLOOR)]


def everything(similarity: float | None) -> list[Evidence]:
    """Every chunk, all equally similar."""
    return [evidence_of(chunk, similarity=similarity) for chunk in CHUNKS]


def test_a_question_about_an_unknown_name_gets_nothing() -> None:
    """Whatever resembles it is about something else, however close the embedder finds it."""
    assert bearing("Did Ada lead the Kafka migration at Netflix?", *everything(0.99)) == []


def test_similarity_at_the_floor_is_enough() -> None:
    """Below it the chunk's words have to cover the question, and far below nothing helps."""
    question = "Did she move the invoicing onto Kafka streams?"
    assert bearing(question, evidence_of(ROBOTS, similarity=NEAR)) == [ROBOTS]
    assert bearing(question, evidence_of(ROBOTS, similarity=COVERED)) == []
    assert bearing("Who led the Kafka migration?", evidence_of(MIGRATION, similarity=COVERED)) == [MIGRATION]
    assert bearing("Who led the Kafka migration?", evidence_of(MIGRATION, similarity=FAR)) == []


def test_without_a_vector_region_the_words_decide() -> None:
    """There is no similarity then."""
    assert bearing("Who led the Kafka migration?", *everything(None)) == [MIGRATION]
    assert bearing("Who plays the tuba in marching bands?", *everything(None)) == []


def test_evidence_about_another_employer_does_not_bear() -> None:
    """A question that names one employer is not answered from another's chunk."""
    assert bearing("What was built at Globex?", *everything(NEAR)) == [ROBOTS]


def test_a_question_for_a_section_gets_that_section() -> None:
    """Even from well below the floor; nothing of other sections."""
    assert bearing("Which degrees?", *everything(FLOOR - SECTION_MARGIN)) == [DEGREE]
    assert bearing("Which degrees?", *everything(FLOOR - SECTION_MARGIN - 0.01)) == []


def test_a_contact_field_is_answered_by_that_field_alone() -> None:
    """Not by whatever else looks like an address."""
    assert bearing("What is Ada's email?", *everything(0.99)) == [EMAIL]


def test_a_computed_fact_that_is_asked_for_bears_by_itself() -> None:
    """Its words need not resemble the question."""
    assert CURRENT in bearing("Where is Ada today?", evidence_of(CURRENT, similarity=0.0))


def test_the_order_given_is_kept() -> None:
    """Ranking is not done twice."""
    items = [evidence_of(chunk, similarity=NEAR) for chunk in (ROBOTS, MIGRATION)]
    assert bearing("engineering anecdotes", *items) == [ROBOTS, MIGRATION]
    assert bearing("engineering anecdotes", *items[::-1]) == [MIGRATION, ROBOTS]


def test_coverage_weighs_rare_words_more() -> None:
    """A word in every chunk says less than one in a single chunk; a word in none weighs a middling amount."""
    item = evidence_of(MIGRATION)
    assert coverage(item, ["kafka", "rust"], VIEW) == 0.5
    assert coverage(item, ["engin", "rust"], VIEW) < 0.5
    assert 0.0 < coverage(item, ["kafka", "tuba"], VIEW) < 1.0
    assert coverage(item, [], VIEW) == 0.0
    assert coverage(item, ["kafka"], view_of([])) == 1.0
