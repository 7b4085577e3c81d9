"""Which sentences count as supported."""

from __future__ import annotations

import pytest
from support.evidence import chunk_of, view_of

from digital_twin.domain.answer import Answer, AnswerStatus, Citation
from twin_eval.claims import claims, unsupported

HELD = chunk_of("Acme, Engineer: Cut 1,200 alerts to 3. Led two teams.")
HIDDEN = chunk_of("Expected salary: 98,400 euros.", path="/x-salary")
VIEW = view_of([HELD])
CITED = Citation(1, HELD.id, "work", "/work/0", "Cut 1,200 alerts to 3.")


def _answer(text: str, *citations: Citation, status: AnswerStatus = AnswerStatus.ANSWERED) -> Answer:
    return Answer(status, text, citations, 1, False, "p", "m", "r", None)


@pytest.mark.parametrize(
    "text",
    [
        "Cut 1,200 alerts to 3. [1]",
        "Cut 1200 alerts to 3 [1].",
        "Led 2 teams. [1]",
        "Yes: Led two teams. [1] Cut alerts. [1]",
    ],
)
def test_a_cited_sentence_with_the_numbers_of_its_source_is_supported(text: str) -> None:
    """However its numbers are written, and wherever the marker stands."""
    assert claims(_answer(text, CITED))
    assert unsupported(_answer(text, CITED), VIEW) == []


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("Led two teams.", CITED),
        ("Led two teams. Cut alerts. [1]", CITED),
        ("Cut alerts. [1] Led two teams.", CITED),
        ("Led two teams. [2]", CITED),
        ("Led two teams. [1][2]", CITED),
        ("Led 5 teams. [1]", CITED),
        ("Led two teams. [1]", Citation(1, HELD.id, "work", "/work/0", "Led both teams.")),
        ("Earns 98,400 euros. [1]", Citation(1, HIDDEN.id, "x-salary", "/x-salary", HIDDEN.text)),
    ],
)
def test_a_sentence_that_does_not_show_its_source_is_not(text: str, citation: Citation) -> None:
    """No marker, no such citation, another number, a quote that is not there, a chunk the asker may not see."""
    assert len(unsupported(_answer(text, citation), VIEW)) == 1


def test_a_declined_answer_claims_nothing() -> None:
    """It only names topics."""
    declined = _answer("The profile does not say. It covers: work.", status=AnswerStatus.NOT_IN_PROFILE)
    assert claims(declined) == []
