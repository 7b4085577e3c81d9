"""Deciding which evidence bears on a question, and whether any does."""

from __future__ import annotations

from support.evidence import chunk_of, evidence_of, view_of

from digital_twin.domain.evidence import Chunk, ChunkKind, Evidence
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.question_words import ContentWord
from digital_twin.domain.relevance import PARAPHRASE_MARGIN, SECTION_MARGIN, coverage, relevant

FLOOR = 0.7
NEAR, FAR = FLOOR, FLOOR - PARAPHRASE_MARGIN * (1 - FLOOR) - 0.01

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


def test_a_chunk_that_holds_most_of_the_question_bears_on_it() -> None:
    """Whatever the embedder thinks of it."""
    assert bearing("Who led the Kafka migration?", evidence_of(MIGRATION, similarity=FAR)) == [MIGRATION]


def test_a_chunk_that_holds_half_of_it_needs_similarity() -> None:
    """At the floor; with less than half of it, not even that helps while others are as good."""
    question = "Did she paint robots?"
    assert bearing(question, evidence_of(ROBOTS, similarity=NEAR)) == [ROBOTS]
    assert bearing(question, evidence_of(ROBOTS, similarity=FAR)) == []
    others = [evidence_of(chunk, similarity=NEAR) for chunk in (ROBOTS, MIGRATION)]
    assert bearing("Who invented marmalade spreading robots for breakfast tables?", *others) == []


def test_a_paraphrase_bears_if_nothing_else_comes_near() -> None:
    """A single chunk that both halves of retrieval put first, with a word of the question and near the floor."""
    question = "Did she invent marmalade spreading robots for breakfast tables?"
    best = evidence_of(ROBOTS, score=2.0, similarity=FLOOR - PARAPHRASE_MARGIN * (1 - FLOOR))
    far_behind, close_behind = (evidence_of(MIGRATION, score=score, similarity=NEAR) for score in (1.0, 1.9))
    assert bearing(question, best, far_behind) == [ROBOTS]
    assert bearing(question, best, close_behind) == []
    assert bearing(question, evidence_of(ROBOTS, score=2.0, similarity=FAR), far_behind) == []
    assert bearing("Who invented marmalade?", best, far_behind) == []


def test_each_name_of_a_question_has_to_be_tied_to_the_evidence() -> None:
    """By the chunk or another of its entry; what is true of another entry is not said of this one."""
    place = chunk_of("Engineer at Globex: location: Leeds.", path="/work/1", about="Globex")
    view = view_of([*CHUNKS, place])
    leeds = read_question("Did she build robots in Leeds?", view)
    assert [item.chunk for item in relevant([evidence_of(ROBOTS, similarity=NEAR)], leeds, view, FLOOR)] == [ROBOTS]
    kafka = read_question("Did she run the migration in Leeds?", view)
    assert relevant([evidence_of(MIGRATION, similarity=NEAR)], kafka, view, FLOOR) == []


def test_without_a_vector_region_the_words_decide() -> None:
    """There is no similarity then."""
    assert bearing("Who led the Kafka migration?", *everything(None)) == [MIGRATION]
    assert bearing("Who plays the tuba in marching bands?", *everything(None)) == []


def test_evidence_about_another_employer_does_not_bear() -> None:
    """A question that names one employer is not answered from another's chunk."""
    assert bearing("What was built at Globex?", *everything(NEAR)) == [ROBOTS]


def test_a_question_for_a_section_gets_that_section() -> None:
    """Even from well below the floor; nothing of other sections."""
    assert bearing("Which degrees?", *everything(FLOOR - SECTION_MARGIN * (1 - FLOOR))) == [DEGREE]
    assert bearing("Which degrees?", *everything(FLOOR - SECTION_MARGIN * (1 - FLOOR) - 0.01)) == []


def test_a_contact_field_is_answered_by_that_field_alone() -> None:
    """Not by whatever else looks like an address."""
    assert bearing("What is Ada's email?", *everything(0.99)) == [EMAIL]


def test_a_language_is_answered_by_its_entry() -> None:
    """Whatever it would be spoken for, and in whatever language its name is."""
    spanish, choir = chunk_of("Spanisch: fluency: B2.", section="languages", path="/languages/0"), chunk_of("A choir.")
    view = view_of([spanish, choir])
    question = read_question("Does she speak Spanish well enough for negotiations?", view)
    assert relevant([evidence_of(choir), evidence_of(spanish)], question, view, FLOOR) == [evidence_of(spanish)]


def test_what_is_only_of_the_right_section_does_not_bear() -> None:
    """As long as it holds nothing of what is asked about."""
    assert bearing("Has she ever worked on tunnels?", *everything(NEAR)) == []


def test_a_computed_fact_that_is_not_asked_for_says_nothing_more_than_its_names() -> None:
    """An entry does."""
    role = chunk_of("Job after Intern: Kafka Engineer at Acme.", kind=ChunkKind.AFTER, about="Acme")
    view = view_of([MIGRATION, role])
    found = relevant([evidence_of(role), evidence_of(MIGRATION)], read_question("Kafka?", view), view, FLOOR)
    assert found == [evidence_of(MIGRATION)]


def test_a_computed_fact_that_is_asked_for_bears_by_itself() -> None:
    """Its words need not resemble the question."""
    assert CURRENT in bearing("Where is Ada today?", evidence_of(CURRENT, similarity=0.0))


def test_the_order_given_is_kept() -> None:
    """Ranking is not done twice."""
    items = [evidence_of(chunk, similarity=NEAR) for chunk in (ROBOTS, MIGRATION)]
    assert bearing("engineer", *items) == [ROBOTS, MIGRATION]
    assert bearing("engineer", *items[::-1]) == [MIGRATION, ROBOTS]


def content(*texts: str) -> list[ContentWord]:
    """Words that name no section."""
    return [ContentWord(text, frozenset()) for text in texts]


def test_coverage_weighs_rare_words_more() -> None:
    """A word in every chunk says less than one in a single chunk; a word in none weighs a middling amount."""
    assert coverage(MIGRATION, content("Kafka", "Rust"), VIEW) == 0.5
    assert coverage(MIGRATION, content("engineer", "Rust"), VIEW) < 0.5
    assert 0.0 < coverage(MIGRATION, content("Kafka", "tuba"), VIEW) < 1.0
    assert coverage(MIGRATION, [], VIEW) == 1.0


def test_a_word_that_names_a_section_is_held_by_its_entries() -> None:
    """Nearly as well as by what holds the word itself."""
    word = ContentWord("schooling", frozenset({"education"}))
    assert 0.8 < coverage(DEGREE, [word], VIEW) < 1.0
    assert coverage(EMAIL, [word], VIEW) == 0.0


def test_of_two_things_to_choose_from_one_is_enough() -> None:
    """No entry holds both."""
    assert bearing("Was it the billing migration or the tax paperwork?", evidence_of(MIGRATION)) == [MIGRATION]


def test_a_list_does_not_date_one_of_its_entries() -> None:
    """The dates in it may be the others'."""
    listed = chunk_of(
        "2 degrees: BSc in Physics, Thornmere; MSc (2014).",
        section="education",
        path="/education",
        kind=ChunkKind.OVERVIEW,
    )
    assert bearing("When did she finish physics at Thornmere?", evidence_of(listed)) == []


def test_the_name_of_a_language_is_no_knowledge_of_it() -> None:
    """Who plays Irish music need not speak it."""
    music = chunk_of("Fiddle: Irish sessions.", section="interests", path="/interests/0")
    view = view_of([music])
    question = read_question("Does she speak Irish?", view)
    assert relevant([evidence_of(music, similarity=0.99)], question, view, FLOOR) == []


def test_the_months_of_neighbours_are_not_those_of_a_job() -> None:
    """Who asks in which month a job began is not told when the one before it did."""
    before = chunk_of(
        "Job before Engineer at Globex (since 2016): Nurse at Acme (May 2014 to June 2015).",
        kind=ChunkKind.BEFORE,
        about="Globex",
    )
    assert bearing("In which month did she start at Globex?", evidence_of(before)) == []
