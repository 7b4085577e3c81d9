"""Fusing the candidates of several indexes into one ranking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from digital_twin.domain.evidence import Candidate

# Cormack, Clarke and Buettcher, "Reciprocal Rank Fusion outperforms Condorcet ..." (SIGIR 2009); Upstash uses it too.
RANK_CONSTANT = 60


def reciprocal_rank_fusion(rankings: Iterable[tuple[Sequence[Candidate], float]]) -> list[Candidate]:
    """Fuse rankings, each with its weight: a chunk scores the sum of weight / (60 + rank).

    Returns:
        Candidates with the fused score, best first; ties in order of id.
    """
    scores: dict[str, float] = defaultdict(float)
    for ranking, weight in rankings:
        for rank, candidate in enumerate(ranking, start=1):
            scores[candidate.chunk_id] += weight / (RANK_CONSTANT + rank)
    return [Candidate(chunk_id, score) for chunk_id, score in sorted(scores.items(), key=lambda i: (-i[1], i[0]))]
