"""Deciding which evidence bears on a question, and whether any does. Without this bar every question gets an answer."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from digital_twin.domain.evidence import Evidence
from digital_twin.domain.questions import Question
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import terms

# Share of a question's weight that a chunk's words must hold when its similarity alone is not enough.
COVERAGE = 0.5
# How far below the floor a chunk may be when its words cover the question.
COVERED_MARGIN = 0.12
# How far below the floor a chunk may be when the question only names its section ("which degrees ...").
SECTION_MARGIN = 0.2


def relevant(evidence: Sequence[Evidence], question: Question, view: View, floor: float) -> list[Evidence]:
    """Keep the evidence that bears on the question, in the order given.

    Args:
        evidence: ranked evidence from this view.
        question: the question, read against the same view.
        view: what the asker may see.
        floor: the similarity (0-1) from which the configured embedder's word is enough; calibrated, not universal.

    Returns:
        Nothing if the question names something the profile never mentions: whatever resembles it is about
        something else, and answering from it would invent the connection.
    """
    if question.unknown_names or question.is_outside:
        return []
    if question.fields:
        return [item for item in evidence if item.chunk.path in question.fields]
    return [item for item in evidence if question.asks_for(item.chunk) or _bears_on(item, question, view, floor)]


def coverage(item: Evidence, wanted: Sequence[str], view: View) -> float:
    """The share of the wanted terms' weight (inverse document frequency) that the chunk's words hold, 0-1."""
    if not wanted:
        return 0.0
    present = set(terms(item.chunk.text))
    # A word nothing mentions may be mere phrasing or the very point; it weighs as much as a middling one.
    unknown = median(view.lexical.idf.values()) if view.lexical.idf else 1.0
    weights = {term: view.lexical.idf.get(term, unknown) for term in wanted}
    return sum(weight for term, weight in weights.items() if term in present) / sum(weights.values())


def _bears_on(item: Evidence, question: Question, view: View, floor: float) -> bool:
    if not question.admits(item.chunk.text) or not question.concerns(item.chunk):
        return False
    if question.is_about_now and item.chunk.about not in question.current:
        return False
    # Without a vector region there is no similarity, and the words alone decide.
    similarity = item.similarity if item.similarity is not None else floor - COVERED_MARGIN
    if question.is_general:
        return item.chunk.section in question.sections and similarity >= floor - SECTION_MARGIN
    covered = coverage(item, question.attributes or sorted(question.telling), view)
    if similarity >= floor:
        # Sharing an employer makes texts similar; of what was asked about it, the chunk must say something.
        return covered > 0 or not (question.entities and question.attributes)
    return similarity >= floor - COVERED_MARGIN and covered >= COVERAGE
