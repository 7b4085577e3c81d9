"""Comparing a job description with a profile: admit once, then find and weigh evidence for each requirement."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Scope
from digital_twin.domain.evidence import Chunk
from digital_twin.domain.matching import Finding, Match, assess
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.requirements import Requirement, read_job_description
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import terms
from digital_twin.errors import DeadlineExceeded, Fault, InvalidInput
from digital_twin.ports import LimitState
from digital_twin.services.admission import Admissions
from digital_twin.services.retrieval import Retrieved, Retriever
from digital_twin.services.snapshots import Snapshots

# A long posting as its page's source has it.
MAX_TEXT = 30_000

# Chunks weighed for one requirement.
_EVIDENCE = 8

# Requirements that the words alone do not settle and for which the vector index is asked, all at the same time: one
# admission must not buy a stranger many times what a question costs.
MOST_ASKED_OF_VECTORS = 8

# Kept back from the vector regions for weighing what they found.
_RESERVED_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Matched:
    """A finding for each requirement, in the order of the text, and how many more requirements it had.

    `region` is that of the index which helped; `degraded` says that it was needed and did not.
    """

    findings: tuple[Finding, ...]
    omitted: int
    profile_version: int
    region: str | None
    degraded: bool
    limit: LimitState


class MatchService:
    """The `match` use case."""

    def __init__(self, admissions: Admissions, snapshots: Snapshots, retriever: Retriever) -> None:
        self._admissions = admissions
        self._snapshots = snapshots
        self._retriever = retriever

    async def match(self, principal: Principal, text: str, *, route: str, deadline: Deadline) -> Matched:
        """Compare a job description with what the principal may see.

        Raises:
            Forbidden: the principal lacks the scope `query`.
            InvalidInput: the text is too long, or asks for nothing.
            LimitReached, NotFound, StoreUnavailable, DeadlineExceeded: as their names say.
        """
        principal.require(Scope.QUERY)
        if len(text) > MAX_TEXT:
            raise InvalidInput("the text is too long", (Fault("/job_description", f"at most {MAX_TEXT:,} characters"),))
        described = read_job_description(text)
        if not described.requirements:
            fault = Fault("/job_description", "asks for nothing that a profile could show")
            raise InvalidInput("the text holds no requirement", (fault,))
        ticket = await self._admissions.enter(principal, route, deadline)
        try:
            snapshot = await self._snapshots.load(principal.profile, ticket.head_version, deadline)
            view = snapshot.views[principal.audience]
            by_words = [assess(one, _by_words(one, view), view) for one in described.requirements]
            open_places = [place for place, finding in enumerate(by_words) if finding.match is not Match.MET]
            asked = open_places[:MOST_ASKED_OF_VECTORS]
            wanted = [described.requirements[place] for place in asked]
            retrieved = await self._retrieve(principal, view, wanted, deadline)
        finally:
            await self._admissions.leave(ticket, deadline)
        findings = dict(enumerate(by_words))
        for place, requirement, found in zip(asked, wanted, retrieved, strict=True):
            chunks = dict.fromkeys((*_by_words(requirement, view), *(item.chunk for item in found.evidence)))
            findings[place] = assess(requirement, list(chunks), view)
        regions = [found.region for found in retrieved]
        return Matched(
            findings=tuple(findings.values()),
            omitted=described.omitted,
            profile_version=snapshot.version,
            region=next((region for region in regions if region is not None), None),
            degraded=any(region is None for region in regions),
            limit=ticket.admission.limit,
        )

    async def _retrieve(
        self, principal: Principal, view: View, requirements: Sequence[Requirement], deadline: Deadline
    ) -> list[Retrieved]:
        """What hybrid retrieval finds for each requirement; nothing for those there is no time left for."""
        patience = Deadline(deadline.at - _RESERVED_SECONDS, deadline.clock)

        async def retrieve(requirement: Requirement) -> Retrieved:
            question = read_question(requirement.text, view)
            try:
                return await self._retriever.retrieve(principal, view, question, top_k=_EVIDENCE, deadline=patience)
            except DeadlineExceeded:
                return Retrieved((), None)

        return list(await asyncio.gather(*map(retrieve, requirements)))


def _by_words(requirement: Requirement, view: View) -> list[Chunk]:
    """The chunks that share most with a requirement's topics."""
    wanted = {term for group in requirement.topics for term in group} or set(terms(requirement.text))
    return [view.chunks[item.chunk_id] for item in view.lexical.search(sorted(wanted), _EVIDENCE)]
