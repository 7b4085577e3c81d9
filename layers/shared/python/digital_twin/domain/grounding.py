"""Keeping of a draft only what its own citations bear out, whoever wrote it.

A sentence stays if it cites evidence that was offered, and every number and name in it, any negation, and most of its
other words occur in the cited text. What is dropped is not repaired: an answer with less in it is a good answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digital_twin.domain.answer import Citation
from digital_twin.domain.evidence import Evidence
from digital_twin.domain.text import STOP_WORDS, fold, sentences, stem, terms, words

# Part of every cache key: answers that passed other checks are not served.
GROUNDING_VERSION = 1

# Share of a sentence's plain words that the cited text must hold; paraphrase needs room, invention needs more.
SUPPORT = 0.5

_MARKERS = re.compile(r"\s*[\[\u3010](\d{1,3}(?:\s*,\s*\d{1,3})*)[\]\u3011]")
_TRAILING_MARKERS = re.compile(r"([.!?])((?:\s*\[\d{1,3}(?:\s*,\s*\d{1,3})*\])+)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATIONS = frozenset({"no", "not", "never", "without", "neither", "nor", "none", "cannot"})
_COUNTED = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER_WORDS = {word: str(value) for value, word in enumerate(_COUNTED)}


@dataclass(frozen=True, slots=True)
class Grounded:
    """What is left of a draft: its text with markers from [1] up, and a citation for each marker."""

    text: str
    citations: tuple[Citation, ...]


def ground(draft: str, evidence: Sequence[Evidence], *, known_names: frozenset[str] = frozenset()) -> Grounded | None:
    """Check a draft sentence by sentence.

    Args:
        draft: text with markers `[n]`, n counting `evidence` from 1.
        evidence: what the draft's author was given.
        known_names: terms that need no citation: the name of the person the profile is about.

    Returns:
        The supported sentences, markers renumbered in order of appearance; None if nothing is supported.
    """
    citations: dict[int, Citation] = {}
    kept: list[str] = []
    for claim, cited in _claims(draft):
        offered = [number for number in cited if 1 <= number <= len(evidence)]
        if not offered or len(offered) != len(cited):
            continue
        if not _is_supported(claim, " ".join(evidence[number - 1].chunk.text for number in offered), known_names):
            continue
        markers: list[str] = []
        for number in offered:
            if number not in citations:
                citations[number] = _cite(len(citations) + 1, claim, evidence[number - 1])
            markers.append(f"[{citations[number].marker}]")
        kept.append(f"{claim} {''.join(dict.fromkeys(markers))}")
    return Grounded(" ".join(kept), tuple(citations.values())) if kept else None


def _claims(draft: str) -> Iterator[tuple[str, list[int]]]:
    """Each sentence without its markers, and the numbers it cites."""
    for sentence in sentences(_TRAILING_MARKERS.sub(r"\2\1", draft)):
        numbers = [int(number) for group in _MARKERS.findall(sentence) for number in group.split(",")]
        claim = _MARKERS.sub("", sentence).strip().lstrip("-*\u2022 ").strip()
        if claim:
            yield claim, list(dict.fromkeys(numbers))


def _is_supported(claim: str, cited: str, known_names: frozenset[str]) -> bool:
    if not _numbers(claim) <= _numbers(cited):
        return False
    if _is_negated(claim) and not _is_negated(cited):
        return False
    known = set(terms(cited)) | known_names
    if any(stem(name) not in known and not set(terms(name)) <= known for name in _names(claim)):
        return False
    plain = [term for term in terms(claim) if term not in known_names]
    return not plain or sum(term in known for term in plain) >= SUPPORT * len(plain)


def _numbers(text: str) -> set[str]:
    """The numbers of a text in one spelling: no thousands commas, small number words as digits."""
    digits = {re.sub(r",(?=\d{3})", "", number).rstrip(".,") for number in _NUMBER.findall(text)}
    return digits | {_NUMBER_WORDS[word] for word in fold(text).split() if word in _NUMBER_WORDS}


def _is_negated(text: str) -> bool:
    return any(word in _NEGATIONS or word.endswith("n't") for word in (fold(word) for word in words(text)))


def _names(claim: str) -> Iterator[str]:
    """Words spelt as names: capitalised inside the sentence, or with capitals or digits inside the word."""
    for position, word in enumerate(words(claim)):
        if fold(word) in STOP_WORDS:
            continue
        if (word[0].isupper() and position > 0) or any(char.isupper() for char in word[1:]):
            yield word


def _cite(marker: int, claim: str, item: Evidence) -> Citation:
    wanted = set(terms(claim))
    quote = max(sentences(item.chunk.text), key=lambda sentence: len(wanted & set(terms(sentence))))
    return Citation(marker, item.chunk.id, item.chunk.section, item.chunk.path, quote)
