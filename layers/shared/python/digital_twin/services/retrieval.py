"""Finding evidence: dense and lexical candidates, fused, then intersected with what the asker may see.

The nearest vector region that answers only proposes ids; every word of the evidence comes from the snapshot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Candidate, Evidence
from digital_twin.domain.ranking import reciprocal_rank_fusion
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import terms
from digital_twin.domain.topics import sections_meant
from digital_twin.errors import IndexUnavailable
from digital_twin.ports import VectorIndex
from digital_twin.telemetry import log

# Fused from this many of each half: enough that a chunk both halves like only moderately is still found.
CANDIDATES = 30

# Seconds a region may take before the next is asked; its p99 budget is 200 ms (design, section 9).
REGION_SECONDS = 1.0

DENSE_WEIGHT = 1.0
LEXICAL_WEIGHT = 0.7
SECTION_WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Retrieved:
    """Ranked evidence, and the region whose index helped; None if the lexical half stood alone."""

    evidence: tuple[Evidence, ...]
    region: str | None


class Retriever:
    """Hybrid retrieval over the vector regions, nearest first."""

    def __init__(self, indexes: Sequence[VectorIndex]) -> None:
        self._indexes = indexes

    async def retrieve(
        self, view: View, question: str, *, profile: str, audience: Audience, top_k: int, deadline: Deadline
    ) -> Retrieved:
        """The best evidence in a view for a question; fewer than `top_k` if the view holds less.

        Raises:
            DeadlineExceeded: the request has no time left.
        """
        dense, region = await self._dense(profile, question, audience, deadline)
        similarity = {item.chunk_id: item.score for item in dense if item.chunk_id in view.chunks}
        ranked_dense = [item for item in dense if item.chunk_id in view.chunks]
        question_terms = terms(question)
        lexical = view.lexical.search([t for t in question_terms if t not in view.name_terms], CANDIDATES)
        fused = reciprocal_rank_fusion(
            [
                (ranked_dense, DENSE_WEIGHT),
                (lexical, LEXICAL_WEIGHT),
                (_of_sections(view, ranked_dense or lexical, question_terms), SECTION_WEIGHT),
            ]
        )
        evidence = tuple(
            Evidence(view.chunks[item.chunk_id], item.score, similarity.get(item.chunk_id)) for item in fused[:top_k]
        )
        return Retrieved(evidence, region)

    async def _dense(
        self, profile: str, question: str, audience: Audience, deadline: Deadline
    ) -> tuple[list[Candidate], str | None]:
        for index in self._indexes:
            try:
                async with deadline.limit(REGION_SECONDS, IndexUnavailable, f"the index in {index.region}"):
                    return await index.search(profile, question, top_k=CANDIDATES, audience=audience), index.region
            except IndexUnavailable as error:
                log.warning("retrieval.region_failed", region=index.region, reason=str(error))
        log.error("retrieval.all_regions_failed")
        return [], None


def _of_sections(view: View, ranked: Sequence[Candidate], question_terms: Sequence[str]) -> list[Candidate]:
    """Candidates of the sections the question names, overviews and computed facts first, else in their order."""
    meant = sections_meant(frozenset(question_terms))
    named = [item for item in ranked if view.chunks[item.chunk_id].section in meant]
    return sorted(named, key=lambda item: view.chunks[item.chunk_id].kind == "detail")
