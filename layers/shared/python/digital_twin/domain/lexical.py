"""The lexical half of retrieval: BM25 over a snapshot's chunks, by words, by what they mean, and by how they are spelt.

It needs no network and no model. A word of a question finds the chunks that hold its stem, those that hold a word of
the same concept (another word or another language for it), and those that hold a word spelt much like it (another
inflection, a compound, a slip of the pen).

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the parameters Upstash
uses for its own sparse half (k1 1.2, b 0.75) and the IDF that never turns negative.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from statistics import median

from digital_twin.domain.evidence import Candidate, Chunk
from digital_twin.domain.text import STOP_WORDS, fold, terms, word_parts, words
from digital_twin.domain.thesaurus import concepts_meant, concepts_named, concepts_told

K1 = 1.2
B = 0.75

# What a shared concept or a like spelling tells of a word, against 1 for the word itself.
CONCEPT_STRENGTH = 0.8
SPELLING_STRENGTH = 0.8

# Letters in a gram; shorter words are too alike to be compared by them.
_GRAM = 4
# Share of its grams, and letters at most, by which a form of a name is another than the name.
_SAME = 0.7
_ENDING = 2
# Share of the shorter word's grams that two words of like spelling have in common, at least.
_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class _Postings:
    """An inverted index: key -> (chunk id, weight of the key in that chunk), and the rarity of each key."""

    found: dict[str, list[tuple[str, float]]]
    idf: dict[str, float]

    @classmethod
    def build(cls, counts: Mapping[str, Counter[str]]) -> _Postings:
        total = len(counts)
        average = sum(count.total() for count in counts.values()) / total if total else 1.0
        found: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for chunk_id, count in counts.items():
            norm = K1 * (1 - B + B * count.total() / average) if average else K1
            for key, frequency in count.items():
                found[key].append((chunk_id, frequency * (K1 + 1) / (frequency + norm)))
        idf = {key: math.log(1 + (total - len(listed) + 0.5) / (len(listed) + 0.5)) for key, listed in found.items()}
        return cls(dict(found), idf)

    def add_scores(self, scores: dict[str, float], key: str, share: float = 1.0) -> None:
        for chunk_id, weight in self.found.get(key, ()):
            scores[chunk_id] += share * self.idf[key] * weight


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Postings of terms and of concepts, and the terms that hold each gram."""

    terms: _Postings
    concepts: _Postings
    grams: dict[str, list[str]]
    middling: float
    _strengths: dict[str, Mapping[str, float]] = field(default_factory=dict[str, Mapping[str, float]], compare=False)

    @classmethod
    def build(cls, chunks: Iterable[Chunk]) -> LexicalIndex:
        """Index the texts of the chunks."""
        texts = {chunk.id: chunk.text for chunk in chunks}
        by_term = _Postings.build({chunk_id: Counter(terms(text)) for chunk_id, text in texts.items()})
        by_concept = _Postings.build({chunk_id: Counter(_concepts_of(text)) for chunk_id, text in texts.items()})
        grams: dict[str, list[str]] = defaultdict(list)
        for term in by_term.found:
            for gram in _grams(term):
                grams[gram].append(term)
        return cls(by_term, by_concept, dict(grams), median(by_term.idf.values()) if by_term.idf else 1.0)

    def search(self, query: Sequence[str], top_k: int) -> list[Candidate]:
        """The best chunks for the words of a query, best first; ties in order of id, so results are stable."""
        scores: dict[str, float] = defaultdict(float)
        exact = {term for word in query for term in terms(word)}
        for term in sorted(exact):
            self.terms.add_scores(scores, term)
        for concept in sorted({concept for word in query for concept in concepts_meant(word)}):
            self.concepts.add_scores(scores, concept)
        for word in sorted(set(map(fold, query))):
            for term, likeness in self._spelt_like(word):
                if term not in exact:
                    self.terms.add_scores(scores, term, likeness)
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:top_k]
        return [Candidate(chunk_id, score) for chunk_id, score in ranked]

    @property
    def idf(self) -> Mapping[str, float]:
        """The rarity of each known term (inverse document frequency)."""
        return self.terms.idf

    def knows(self, term: str) -> bool:
        """Whether any chunk holds the term."""
        return term in self.terms.found

    def mentions(self, name: str) -> bool:
        """Whether any chunk holds a name: itself, another for it, or a form of it, but no word it only begins like."""
        if any(term in self.terms.found for term in terms(name)):
            return True
        if any(concept in self.concepts.found for concept in concepts_named(name)):
            return True
        folded = fold(name)
        alike = (term for term, likeness in self._spelt_like(folded) if likeness >= _SAME)
        return any(abs(len(term) - len(folded)) <= _ENDING for term in alike)

    def rarity(self, word: str) -> float:
        """How much a word of a question narrows it (inverse document frequency).

        A word nothing holds may be mere phrasing or the very point; it counts as a middling one.
        """
        known = [self.terms.idf[term] for term in terms(word) if term in self.terms.idf]
        return max(known) if known else self.middling

    def strengths(self, word: str) -> Mapping[str, float]:
        """How strongly chunks hold a word, by chunk id: 1 for itself, less for its like; absent if not at all."""
        folded = fold(word)
        if folded not in self._strengths:
            self._strengths[folded] = self._measure(word)
        return self._strengths[folded]

    def _measure(self, word: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for concept in concepts_meant(word):
            found |= dict.fromkeys((chunk_id for chunk_id, _ in self.concepts.found.get(concept, ())), CONCEPT_STRENGTH)
        for term, likeness in self._spelt_like(fold(word)):
            strength = SPELLING_STRENGTH * likeness
            for chunk_id, _ in self.terms.found[term]:
                found[chunk_id] = max(found.get(chunk_id, 0.0), strength)
        for term in terms(word):
            found |= dict.fromkeys((chunk_id for chunk_id, _ in self.terms.found.get(term, ())), 1.0)
        return found

    def _spelt_like(self, word: str) -> list[tuple[str, float]]:
        """The terms that share enough grams with a word, with the share of the shorter one's that they have."""
        wanted = _grams(word)
        shared = Counter(term for gram in wanted for term in self.grams.get(gram, ()))
        likeness = ((term, count / min(len(wanted), len(_grams(term)))) for term, count in shared.items())
        return sorted((term, share) for term, share in likeness if share >= _LIKE)


def _concepts_of(text: str) -> list[str]:
    return [concept for word in words(text) if fold(word) not in STOP_WORDS for concept in concepts_told(word)]


@lru_cache(maxsize=16_384)
def _grams(term: str) -> frozenset[str]:
    """The grams of each part of a word, its beginning marked; none of words with other than letters in them."""
    marked = (f"^{part}" for part in word_parts(term) if len(part) >= _GRAM and part.isalpha())
    return frozenset(part[at : at + _GRAM] for part in marked for at in range(len(part) - _GRAM + 1))
