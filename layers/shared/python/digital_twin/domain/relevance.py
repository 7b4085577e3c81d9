"""Deciding which evidence bears on a question, and whether any does. Without this bar every question gets an answer."""

from __future__ import annotations

from collections.abc import Sequence

from digital_twin.domain.evidence import COMPUTED, NEIGHBOURS, Chunk, ChunkKind, Evidence
from digital_twin.domain.lexical import CONCEPT_STRENGTH
from digital_twin.domain.question_words import ContentWord, narrowing_words
from digital_twin.domain.questions import Question
from digital_twin.domain.section_topics import topic_of
from digital_twin.domain.snapshot import View, entry_of

# Share of a question's weight that a chunk's words must hold, whatever its similarity ...
COVERED = 0.55
# ... and if its similarity reaches the floor.
PARTLY_COVERED = 0.3
# Otherwise a chunk has to stand out: by its score, by the share of it that it is ahead of any other entry, by a few
# words of the question, and by a similarity not far below the floor.
DOMINANT_SCORE = 1.4
DOMINANCE = 0.4
HINTED = 0.1
# How far below the floor: a share of the way from it to a perfect 1, since embedders differ in how far they spread.
PARAPHRASE_MARGIN = 0.25
# How far a chunk may be below it when the question only names its section ("which degrees ...").
SECTION_MARGIN = 0.7
# Whoever asks what somebody speaks is told by these, not by what else bears the name of a language.
_TELLING_LANGUAGES = frozenset({"languages", "basics", "certificates", "education"})
# What an entry of the section that a word names is worth, against 1 for one that holds the word itself.
SECTION_STRENGTH = 0.9


def relevant(evidence: Sequence[Evidence], question: Question, view: View, floor: float) -> list[Evidence]:
    """Keep the evidence that bears on the question, in the order given.

    Args:
        evidence: ranked evidence from this view.
        question: the question, read against the same view.
        view: what the asker may see.
        floor: the similarity (0-1) from which the configured embedder's word counts; calibrated, not universal.

    Returns:
        Nothing if the question names something the profile never mentions: whatever resembles it is about
        something else, and answering from it would invent the connection.
    """
    if question.unknown_names or question.is_outside:
        return []
    if question.fields:
        return [item for item in evidence if question.asks_for(item.chunk)]
    bearing = [item for item in evidence if question.asks_for(item.chunk) or _bears_on(item, question, view, floor)]
    return bearing or _dominant(evidence, question, view, floor)


def coverage(chunk: Chunk, wanted: Sequence[ContentWord], view: View) -> float:
    """The share of the wanted words' weight (inverse document frequency) that a chunk holds, 0-1; 1 of no words.

    A word of the same concept or of like spelling holds a part of a word's weight.
    """
    weights = {word: view.lexical.rarity(word.text) for word in wanted}
    total = sum(weights.values())
    held = sum(weight * _strength(word, chunk, view) for word, weight in weights.items())
    return held / total if total else 1.0


def _strength(word: ContentWord, chunk: Chunk, view: View) -> float:
    said = view.lexical.strengths(word.text).get(chunk.id, 0.0)
    return max(said, SECTION_STRENGTH) if topic_of(chunk.section) in word.sections else said


def _bears_on(item: Evidence, question: Question, view: View, floor: float) -> bool:
    chunk = item.chunk
    if not _could_answer(chunk, question, view):
        return False
    if question.is_about_now and chunk.about not in question.current:
        return False
    # Without a vector region there is no similarity, and the words alone decide.
    similarity = item.similarity if item.similarity is not None else 0.0
    if question.is_general:
        return question.names_section_of(chunk) and (
            item.similarity is None or similarity >= floor - SECTION_MARGIN * (1 - floor)
        )
    if not question.content:
        # A list of everything names it too, and is about all the others as well.
        return chunk.about in question.entities or (bool(question.entities) and chunk.kind is ChunkKind.DETAIL)
    if _is_language_asked_for(chunk, question, view):
        return True
    covered = max(coverage(chunk, wanted, view) for wanted in question.choices)
    return covered >= COVERED or (covered >= PARTLY_COVERED and similarity >= floor)


def _is_language_asked_for(chunk: Chunk, question: Question, view: View) -> bool:
    """Whether a chunk is the entry of a language that the question names: what it would be spoken for is no matter."""
    if chunk.section != "languages":
        return False
    strengths = (view.lexical.strengths(word.text).get(chunk.id, 0.0) for word in question.narrowing)
    return max(strengths, default=0.0) >= CONCEPT_STRENGTH


def _dominant(evidence: Sequence[Evidence], question: Question, view: View, floor: float) -> list[Evidence]:
    """The best piece alone, if nothing of another entry comes near it: both halves of retrieval know a paraphrase."""
    if not evidence or question.is_general or not _could_answer(evidence[0].chunk, question, view):
        return []
    best = evidence[0]
    next_best = max((item.score for item in evidence if entry_of(item.chunk) != entry_of(best.chunk)), default=0.0)
    is_alone = best.score >= DOMINANT_SCORE and best.score - next_best >= DOMINANCE * best.score
    is_near = best.similarity is not None and best.similarity >= floor - PARAPHRASE_MARGIN * (1 - floor)
    return [best] if is_alone and is_near and coverage(best.chunk, question.content, view) >= HINTED else []


def _could_answer(chunk: Chunk, question: Question, view: View) -> bool:
    if question.narrowing:
        # What was computed for other questions holds names and titles, and says nothing more of them.
        is_about_another = (chunk.kind in COMPUTED and chunk.kind not in question.facts) or (
            chunk.kind is ChunkKind.OVERVIEW and question.demands.is_of_one
        )
        # Whatever is of the right section is no answer as long as it holds nothing of what is asked about.
        if is_about_another or not any(coverage(chunk, narrowing_words(wanted), view) for wanted in question.choices):
            return False
    if question.demands.month and chunk.kind in NEIGHBOURS - {*question.facts}:
        # The months in it are those of two jobs.
        return False
    if question.sections == frozenset({"languages"}) and question.narrowing and chunk.section not in _TELLING_LANGUAGES:
        return False
    return question.demands.met_by(chunk) and question.concerns(chunk) and _is_tied(chunk, question, view)


def _is_tied(chunk: Chunk, question: Question, view: View) -> bool:
    """Whether a chunk, or another of its entry, holds each name of the question; any, if it offers a choice."""
    tied = (entry_of(chunk) in view.entries_with(name) for name in question.names)
    return not question.names or (any(tied) if question.is_choice else all(tied))
