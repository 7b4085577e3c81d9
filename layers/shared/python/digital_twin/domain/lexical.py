"""BM25 over a snapshot's chunks: the half of retrieval that needs no network.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the parameters Upstash
uses for its own sparse half (k1 1.2, b 0.75) and the IDF that never turns negative.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from digital_twin.domain.evidence import Candidate, Chunk
from digital_twin.domain.text import terms

K1 = 1.2
B = 0.75


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """An inverted index: term -> (chunk id, weight of the term in that chunk)."""

    postings: dict[str, list[tuple[str, float]]]
    idf: dict[str, float]

    @classmethod
    def build(cls, chunks: Iterable[Chunk]) -> LexicalIndex:
        """Index the texts of the chunks."""
        counts = {chunk.id: Counter(terms(chunk.text)) for chunk in chunks}
        total = len(counts)
        average = sum(count.total() for count in counts.values()) / total if total else 1.0
        postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for chunk_id, count in counts.items():
            norm = K1 * (1 - B + B * count.total() / average) if average else K1
            for term, frequency in count.items():
                postings[term].append((chunk_id, frequency * (K1 + 1) / (frequency + norm)))
        idf = {term: math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5)) for term, found in postings.items()}
        return cls(dict(postings), idf)

    def search(self, query_terms: Iterable[str], top_k: int) -> list[Candidate]:
        """The best chunks for the terms, best first; ties in order of id, so results are stable."""
        scores: dict[str, float] = defaultdict(float)
        for term in set(query_terms):
            for chunk_id, weight in self.postings.get(term, ()):
                scores[chunk_id] += self.idf[term] * weight
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:top_k]
        return [Candidate(chunk_id, score) for chunk_id, score in ranked]

    def knows(self, term: str) -> bool:
        """Whether any chunk holds the term."""
        return term in self.postings
