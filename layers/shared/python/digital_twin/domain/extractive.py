"""Answering without a model: the evidence itself, chosen, ordered and cited."""

from __future__ import annotations

from collections.abc import Sequence

from digital_twin.domain.evidence import ChunkKind, Evidence
from digital_twin.domain.negation import clauses, is_negated
from digital_twin.domain.phrasing import HEADER_END
from digital_twin.domain.questions import Question
from digital_twin.domain.text import sentences, terms, words

MAX_EXCERPTS = 3

# A later excerpt is worth reading only if it ranks close to the best one.
CLOSE_TO_BEST = 0.7


def extract(question: Question, evidence: Sequence[Evidence]) -> str:
    """A draft made of the best excerpts verbatim, each sentence with its marker; goes through the same grounding.

    Args:
        question: what was asked.
        evidence: relevant evidence, best first; at least one.
    """
    chosen = _choose(question, evidence)
    drafted = " ".join(f"{sentence} [{number}]" for number, item in chosen for sentence in _told(item.chunk.text))
    verdict = _verdict(question, chosen[0][1].chunk.text)
    return f"{verdict}: {drafted}" if verdict else drafted


def _told(text: str) -> list[str]:
    """The sentences of an excerpt that say something; a stop that stands alone would be read as the next one's."""
    cut = sentences(text)
    return [sentence for sentence in cut if words(sentence)] or cut


def _choose(question: Question, evidence: Sequence[Evidence]) -> list[tuple[int, Evidence]]:
    """The excerpts to tell, with their numbers: the fact or the list asked for alone, else the closest few."""
    numbered = list(enumerate(evidence, start=1))
    facts = [pair for pair in numbered if question.asks_for(pair[1].chunk)]
    if facts:
        kinds = [kind for kind in question.facts if any(item.chunk.kind is kind for _, item in facts)]
        told = [pair for pair in facts if not kinds or pair[1].chunk.kind is kinds[0]]
        return [*told, *_entries_of_current(told, numbered)][:MAX_EXCERPTS]
    if question.is_general:
        lists = [pair for pair in numbered if pair[1].chunk.kind is ChunkKind.OVERVIEW]
        # A section of one entry has no list.
        if lists and lists[0][1].chunk.section == evidence[0].chunk.section:
            return lists[:1]
    best = evidence[0]
    close = [pair for pair in numbered if pair[1].score >= CLOSE_TO_BEST * best.score]
    details = [pair for pair in close if pair[1].chunk.kind is not ChunkKind.OVERVIEW]
    # A list says less of one thing than the thing's own entry, and all of the others.
    is_of_one = best.chunk.kind is not ChunkKind.OVERVIEW or bool(question.demands.concepts)
    return (details if is_of_one and details else close)[:MAX_EXCERPTS]


def _entries_of_current(
    told: Sequence[tuple[int, Evidence]], numbered: Sequence[tuple[int, Evidence]]
) -> list[tuple[int, Evidence]]:
    """The entries of the jobs that are told as today's: what they are about is no fact to compute."""
    paths = {item.chunk.path for _, item in told if item.chunk.kind is ChunkKind.CURRENT}
    return [
        pair
        for pair in numbered
        if pair[1].chunk.path in paths and pair[1].chunk.kind is ChunkKind.DETAIL and HEADER_END in pair[1].chunk.text
    ]


def _verdict(question: Question, text: str) -> str:
    """What evidence says of itself to a yes/no question, if it holds every word that narrows it; empty if it does not.

    It says no where a clause with one of those words denies something.
    """
    narrowing = {term for word in question.narrowing for term in terms(word.text)}
    wanted = narrowing | question.telling
    if not question.is_yes_no or is_negated(question.text) or not wanted or not wanted <= set(terms(text)):
        return ""
    said = text.partition(HEADER_END)[2] or text
    is_denied = any(denies and not narrowing.isdisjoint(terms(clause)) for clause, denies in clauses(said))
    return "No" if is_denied else "Yes"
