"""Finding evidence: dense and lexical candidates, fused, then intersected with what the asker may see.

The vector region that answers only proposes ids; every word of the evidence comes from the snapshot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal
from digital_twin.domain.evidence import COMPUTED, Candidate, ChunkKind, Evidence
from digital_twin.domain.questions import Question
from digital_twin.domain.ranking import scaled, weighted_sum
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import without_terms
from digital_twin.services.vector_regions import VectorRegions

# Fused from this many of each half: enough that a chunk both halves like only moderately is still found.
CANDIDATES = 30

DENSE_WEIGHT = 1.5
LEXICAL_WEIGHT = 1.0
STRUCTURE_WEIGHT = 1.0
# Each further candidate of the question's form counts a little less than the one before.
_STRUCTURE_STEP = 0.1
# What a fact that is asked for counts, against 1 for an entry of a section that is named.
ASKED_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Retrieved:
    """Ranked evidence, and the region whose index helped; None if the lexical half stood alone."""

    evidence: tuple[Evidence, ...]
    region: str | None


class Retriever:
    """Hybrid retrieval: the vector regions' candidates and the snapshot's own."""

    def __init__(self, regions: VectorRegions) -> None:
        self._regions = regions

    async def retrieve(
        self, principal: Principal, view: View, question: Question, *, top_k: int, deadline: Deadline
    ) -> Retrieved:
        """The best evidence in the principal's view for a question; fewer than `top_k` pieces if there are no more.

        Raises:
            DeadlineExceeded: the request has no time left.
        """
        # The person's name is in every question and would pull towards whatever repeats it.
        text = without_terms(question.text, view.name_terms)
        reply = await self._regions.search(
            principal.profile, text, top_k=CANDIDATES, audience=principal.audience, deadline=deadline
        )
        proposed = reply.candidates if reply is not None else []
        ranked_dense = [item for item in proposed if item.chunk_id in view.chunks]
        lexical = view.lexical.search(question.searched, CANDIDATES)
        by_words = scaled(lexical, least=0.0)
        fused = weighted_sum(
            [
                ([*scaled(ranked_dense), *_unindexed(view, proposed, by_words)], DENSE_WEIGHT),
                (by_words, LEXICAL_WEIGHT),
                (_structural(view, question, ranked_dense or lexical), STRUCTURE_WEIGHT),
            ]
        )
        similarity = {item.chunk_id: item.score for item in ranked_dense}
        evidence = tuple(
            Evidence(view.chunks[item.chunk_id], item.score, similarity.get(item.chunk_id)) for item in fused[:top_k]
        )
        return Retrieved(evidence, reply.region if reply is not None else None)


def _unindexed(view: View, proposed: Sequence[Candidate], by_words: Sequence[Candidate]) -> list[Candidate]:
    """The lexical candidates that an index behind the snapshot does not hold yet: the words speak for both halves.

    It is behind if it proposes what is gone, or has too little to propose; without an index there are no halves.
    """
    held = {item.chunk_id for item in proposed}
    is_behind = bool(held) and (not held <= view.indexed or len(held) < min(CANDIDATES, len(view.indexed)))
    return [item for item in by_words if item.chunk_id not in held] if is_behind else []


def _structural(view: View, question: Question, ranked: Sequence[Candidate]) -> list[Candidate]:
    """What the question's form asks for: the computed facts it names, then its sections, lists before entries."""
    facts = [chunk for chunk in view.chunks.values() if question.asks_for(chunk)]
    facts.sort(key=lambda chunk: question.facts.index(chunk.kind) if chunk.kind in question.facts else 0)
    found = {item.chunk_id: view.chunks[item.chunk_id] for item in ranked}
    if question.is_about_now:
        named = [chunk for chunk in found.values() if chunk.about in question.current]
    else:
        named = [chunk for chunk in found.values() if question.names_section_of(chunk) and chunk not in facts]
        if question.is_general and not facts:
            # Who asks for a section as a whole is served with it, however little its words are like the question's.
            facts += named or [chunk for chunk in view.chunks.values() if question.names_section_of(chunk)]
            named = []
        if question.narrowing:
            # What was computed for other questions is no answer to one with a topic.
            named = [chunk for chunk in named if chunk.kind not in COMPUTED or chunk.kind in question.facts]
    named.sort(key=lambda chunk: chunk.kind is ChunkKind.DETAIL)
    return [
        *(Candidate(chunk.id, ASKED_WEIGHT / (1 + _STRUCTURE_STEP * place)) for place, chunk in enumerate(facts)),
        *(Candidate(chunk.id, 1 / (1 + _STRUCTURE_STEP * place)) for place, chunk in enumerate(named)),
    ]
