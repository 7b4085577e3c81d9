"""Which employers a question is about: by name, by what happened there, as alternatives, at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from digital_twin.domain.demands import Demands
from digital_twin.domain.evidence import NEIGHBOURS, ChunkKind
from digital_twin.domain.lexicons import Lexicon
from digital_twin.domain.question_words import ContentWord, content_words, narrowing_words, searched_words
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import fold, terms
from digital_twin.domain.timeline import months_shared

# What is computed about one employer each: what came next to it, and how long it lasted.
ABOUT_ONE_EMPLOYER = NEIGHBOURS | {ChunkKind.TENURE}
# What a question may ask for that compares jobs; it gets how long and when each of them was.
_COMPARED = ABOUT_ONE_EMPLOYER | {ChunkKind.FIRST, ChunkKind.LONGEST}
# How strongly an entry must hold a word to be meant by it: the word itself, or one of its concept.
_MEANT = 0.8


def facts_asked(folded: str, lexicon: Lexicon, demands: Demands, *, is_about_one: bool) -> Iterator[ChunkKind]:
    """The computed facts that a question asks for.

    Args:
        folded: the question, without accents.
        lexicon: of its language.
        demands: an amount is no job, so that what is asked after somebody's work is not the next one.
        is_about_one: whether it names an employer; the first job after university is the first of all.
    """
    asked = [kind for kind, pattern in lexicon.facts if pattern.search(folded)]
    excluded: set[ChunkKind] = set()
    if demands.number or demands.money or (ChunkKind.FIRST in asked and not is_about_one) or lexicon.names_time(folded):
        excluded |= NEIGHBOURS
    if lexicon.is_about_thing.search(folded):
        excluded.add(ChunkKind.TENURE)
    return (kind for kind in asked if kind not in excluded)


@dataclass(frozen=True, slots=True)
class Jobs:
    """The employers a question is about, the facts it asks of them, and what else it holds."""

    entities: frozenset[str]
    facts: tuple[ChunkKind, ...]
    content: tuple[ContentWord, ...]


def jobs_meant(
    asked: str,
    lexicon: Lexicon,
    view: View,
    named: frozenset[str],
    content: tuple[ContentWord, ...],
    facts: tuple[ChunkKind, ...],
    demands: Demands,
) -> Jobs:
    """Which employers a question is about, whether it names them or not.

    Args:
        asked: the question.
        lexicon: of its language.
        view: what the asker may see.
        named: the employers, schools and projects that it names.
        content: its words that say what it is about.
        facts: the computed facts it asks for.
        demands: why somebody left is asked of one of them, too.
    """
    if lexicon.is_meanwhile.search(fold(asked)):
        named = _beside(named, view)
    elif not _COMPARED.isdisjoint(facts) and len(compared := _compared(asked, lexicon, view)) > 1:
        longest = tuple(kind for kind in facts if kind is ChunkKind.LONGEST)
        return Jobs(compared, (*longest, ChunkKind.TENURE), ())
    elif not named and (demands.departure or not ABOUT_ONE_EMPLOYER.isdisjoint(facts)):
        holder = _holder_of([word.text for word in narrowing_words(content)], view)
        return Jobs(holder, facts, () if holder else content)
    elif named and not NEIGHBOURS.isdisjoint(facts):
        # What came before and after a job does not depend on how it is asked.
        content = tuple(word for word in content if view.lexical.strengths(word.text))
    return Jobs(named, facts, content)


def _compared(asked: str, lexicon: Lexicon, view: View) -> frozenset[str]:
    """The employers that alternatives stand for, by name or by what happened there."""
    meant: set[str] = set()
    for part in lexicon.alternatives.split(asked):
        named = frozenset(view.subjects_told_by(terms(part)).values())
        content = content_words(searched_words(part, lexicon, view), lexicon, view)
        narrowing = [word.text for word in narrowing_words(content)]
        meant |= named or _holder_of(narrowing, view)
    return frozenset(meant)


def _holder_of(words: Sequence[str], view: View) -> frozenset[str]:
    """The one employer whose entries hold every word (`the parcel company in Hamburg`); empty if none or several."""
    holding = [frozenset(_employers_with(word, view)) for word in words]
    held = frozenset[str]().union(*holding[:1]).intersection(*holding)
    return held if len(held) == 1 else frozenset()


def _beside(employers: frozenset[str], view: View) -> frozenset[str]:
    """The employers that somebody worked for at the same time as for some of these, themselves included."""
    periods = [
        (chunk.about, chunk.months) for chunk in view.chunks.values() if chunk.section == "work" and chunk.months
    ]
    theirs = [months for about, months in periods if about in employers]
    also = {about for about, months in periods if any(months_shared(months, other) for other in theirs)}
    return employers | also - {""}


def _employers_with(word: str, view: View) -> Iterable[str]:
    for chunk_id, strength in view.lexical.strengths(word).items():
        chunk = view.chunks[chunk_id]
        if strength >= _MEANT and chunk.kind is ChunkKind.DETAIL and chunk.section == "work" and chunk.about:
            yield chunk.about
