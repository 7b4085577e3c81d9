"""Deciding which evidence bears on a question, and whether any does. Without this bar every question gets an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from digital_twin.domain.evidence import Evidence
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import STOP_WORDS, fold, stem, terms, words
from digital_twin.domain.topics import GENERIC_TERMS, TOPIC_TERMS, fields_meant, sections_meant

# Share of a question's weight that a chunk's words must hold when its similarity alone is not enough.
COVERAGE = 0.5
# How far below the floor a chunk may be when its words cover the question.
SUPPORTED_MARGIN = 0.12
# How far below the floor a chunk may be when the question only names its section ("which degrees ...").
SECTION_MARGIN = 0.17


@dataclass(frozen=True, slots=True)
class QuestionTerms:
    """A question taken apart.

    `subject` are the terms that narrow it; `sections` and `fields` the parts of a profile its words name;
    `unknown_names` the names in it that nothing the asker may see mentions.
    """

    subject: tuple[str, ...]
    sections: frozenset[str]
    fields: frozenset[str]
    unknown_names: tuple[str, ...]


def read_question(question: str, view: View) -> QuestionTerms:
    """Take a question apart against what the asker may see."""
    found = frozenset(terms(question))
    framing = view.name_terms | GENERIC_TERMS | TOPIC_TERMS
    subject = tuple(dict.fromkeys(term for term in terms(question) if term not in framing))
    unknown = tuple(
        word
        for position, word in enumerate(words(question))
        if _is_name(word, first=position == 0) and not _is_known(word, view)
    )
    return QuestionTerms(subject, sections_meant(found), fields_meant(found), unknown)


def relevant(evidence: Sequence[Evidence], question: QuestionTerms, view: View, floor: float) -> list[Evidence]:
    """Keep the evidence that bears on the question, in the order given.

    Args:
        evidence: ranked evidence from this view.
        question: the question's terms, read against the same view.
        view: what the asker may see.
        floor: the similarity (0-1) from which the configured embedder's word is enough; calibrated, not universal.

    Returns:
        Nothing if the question names something the profile never mentions: whatever resembles it is about
        something else, and answering from it would invent the connection.
    """
    if question.unknown_names:
        return []
    if question.fields:
        return [item for item in evidence if item.chunk.path in question.fields]
    return [item for item in evidence if _bears_on(item, question, view, floor)]


def _bears_on(item: Evidence, question: QuestionTerms, view: View, floor: float) -> bool:
    # Without a vector region there is no similarity, and the words alone decide.
    similarity = floor if item.similarity is None else item.similarity
    if not question.subject:
        return item.chunk.section in question.sections and similarity >= floor - SECTION_MARGIN
    if item.similarity is not None and similarity >= floor:
        return True
    return similarity >= floor - SUPPORTED_MARGIN and _coverage(item, question.subject, view) >= COVERAGE


def _coverage(item: Evidence, subject: Sequence[str], view: View) -> float:
    """The share of the subject's weight (inverse document frequency) that the chunk's words hold."""
    present = set(terms(item.chunk.text))
    # A word nothing mentions may be mere phrasing or the very point; it weighs as much as a middling one.
    unknown = median(view.lexical.idf.values()) if view.lexical.idf else 1.0
    weights = {term: view.lexical.idf.get(term, unknown) for term in subject}
    return sum(weight for term, weight in weights.items() if term in present) / sum(weights.values())


def _is_name(word: str, *, first: bool) -> bool:
    """Whether a word looks like a name: capitalised inside the sentence, or spelt as only names are."""
    if fold(word) in STOP_WORDS:
        return False
    return (word[0].isupper() and not first) or any(char.isupper() or char.isdigit() for char in word[1:])


def _is_known(word: str, view: View) -> bool:
    known = view.name_terms | TOPIC_TERMS | GENERIC_TERMS
    return any(term in known or view.lexical.knows(term) for term in {stem(word), *terms(word)})
