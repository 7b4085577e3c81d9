"""Fusing the candidates of several indexes into one ranking.

A weighted sum of scaled scores, because how much better one candidate is than the next tells more than their order:
Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (ACM TOIS 42, 2023) find it better than
reciprocal rank fusion, and so does `make eval`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from digital_twin.domain.evidence import Candidate


def scaled(candidates: Sequence[Candidate], least: float | None = None) -> list[Candidate]:
    """Candidates with their scores scaled so that the best has 1.

    Args:
        candidates: in any order, of one index.
        least: the score that becomes 0; by default the worst candidate's. A candidate alone has 1.
    """
    if not candidates:
        return []
    scores = [candidate.score for candidate in candidates]
    low, high = min(scores) if least is None else least, max(scores)
    span = high - low
    return [Candidate(item.chunk_id, (item.score - low) / span if span > 0 else 1.0) for item in candidates]


def weighted_sum(rankings: Iterable[tuple[Sequence[Candidate], float]]) -> list[Candidate]:
    """Fuse scaled rankings, each with its weight: a chunk scores the sum of weight times score.

    Returns:
        Candidates with the fused score, best first; ties in order of id.
    """
    scores: dict[str, float] = defaultdict(float)
    for ranking, weight in rankings:
        for candidate in ranking:
            scores[candidate.chunk_id] += weight * candidate.score
    return [Candidate(chunk_id, score) for chunk_id, score in sorted(scores.items(), key=lambda i: (-i[1], i[0]))]
