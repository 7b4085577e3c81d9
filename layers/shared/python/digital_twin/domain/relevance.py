"""Deciding which evidence bears on a question, and whether any does. Without this bar every question gets an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digital_twin.domain.evidence import Evidence
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import STOP_WORDS, fold, stem, terms, words
from digital_twin.domain.topics import GENERIC_TERMS, TOPIC_TERMS

# Share of a question's weight that a chunk's words must cover when its similarity alone is not enough.
COVERAGE = 0.5


@dataclass(frozen=True, slots=True)
class QuestionTerms:
    """A question taken apart: what it is about, and the names in it that the profile never mentions."""

    topic: tuple[str, ...]
    unknown_names: tuple[str, ...]


def read_question(question: str, view: View) -> QuestionTerms:
    """Split a question into topic terms and names unknown to what the asker may see."""
    ignored = view.name_terms | GENERIC_TERMS
    topic = tuple(dict.fromkeys(term for term in terms(question) if term not in ignored))
    unknown = tuple(
        word
        for position, word in enumerate(words(question))
        if _is_name(word, first=position == 0) and not _is_known(word, view)
    )
    return QuestionTerms(topic, unknown)


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
    return [item for item in evidence if _similarity(item) >= floor or _covers(item, question.topic, view)]


def _similarity(item: Evidence) -> float:
    return 0.0 if item.similarity is None else item.similarity


def _covers(item: Evidence, topic: Sequence[str], view: View) -> bool:
    """Whether the chunk holds at least half of the question's weight; a word nobody knows weighs most."""
    present = set(terms(item.chunk.text))
    heaviest = max(view.lexical.idf.values(), default=1.0)
    weights = {term: view.lexical.idf.get(term, heaviest) for term in topic if term not in TOPIC_TERMS}
    total = sum(weights.values())
    return total > 0 and sum(weight for term, weight in weights.items() if term in present) >= COVERAGE * total


def _is_name(word: str, *, first: bool) -> bool:
    """Whether a word looks like a name: capitalised inside the sentence, or spelt as only names are."""
    if fold(word) in STOP_WORDS:
        return False
    letters = word[1:]
    return (word[0].isupper() and not first) or any(char.isupper() or char.isdigit() for char in letters)


def _is_known(word: str, view: View) -> bool:
    candidates = {stem(word), *terms(word)}
    known = view.name_terms | TOPIC_TERMS | GENERIC_TERMS
    return any(term in known or view.lexical.knows(term) for term in candidates)
