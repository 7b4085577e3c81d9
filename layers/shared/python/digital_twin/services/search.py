"""Searching a profile without a model: the same evidence `ask` would be given, ranked."""

from __future__ import annotations

from dataclasses import dataclass

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Scope
from digital_twin.domain.evidence import Chunk, Evidence
from digital_twin.domain.question_reading import read_question
from digital_twin.errors import NotFound
from digital_twin.ports import LimitState
from digital_twin.services.admission import Admissions
from digital_twin.services.ask import usable_question
from digital_twin.services.retrieval import Retriever
from digital_twin.services.snapshots import Snapshots


@dataclass(frozen=True, slots=True)
class Found:
    """Ranked evidence, the version it is from, and the region that helped (None: lexical only, degraded)."""

    results: tuple[Evidence, ...]
    profile_version: int
    region: str | None
    limit: LimitState


@dataclass(frozen=True, slots=True)
class Passage:
    """One chunk, and the version it is of."""

    chunk: Chunk
    profile_version: int


class SearchService:
    """The `search` use case, shared by REST and MCP."""

    def __init__(self, admissions: Admissions, snapshots: Snapshots, retriever: Retriever) -> None:
        self._admissions = admissions
        self._snapshots = snapshots
        self._retriever = retriever

    async def search(
        self,
        principal: Principal,
        query: str,
        *,
        route: str,
        deadline: Deadline,
        top_k: int,
        section: str | None = None,
    ) -> Found:
        """The best evidence for a query, of one section if one is named.

        Raises:
            Forbidden: the principal lacks the scope `search`.
            InvalidQuestion: no word is left of the query.
            LimitReached, NotFound, StoreUnavailable, DeadlineExceeded: as their names say.
        """
        principal.require(Scope.SEARCH)
        asked = usable_question(query, "/query")
        ticket = await self._admissions.enter(principal, route, deadline)
        try:
            snapshot = await self._snapshots.load(principal.profile, ticket.head_version, deadline)
            view = snapshot.views[principal.audience]
            if section is not None:
                view = view.of_section(section)
            question = read_question(asked, view)
            retrieved = await self._retriever.retrieve(principal, view, question, top_k=top_k, deadline=deadline)
        finally:
            await self._admissions.leave(ticket, deadline)
        return Found(retrieved.evidence, snapshot.version, retrieved.region, ticket.admission.limit)

    async def fetch(self, principal: Principal, chunk_id: str, *, route: str, deadline: Deadline) -> Passage:
        """One piece of the live version's evidence, by the id a search gave.

        Raises:
            Forbidden: the principal lacks the scope `search`.
            NotFound: the caller sees no such piece, perhaps no longer.
            LimitReached, StoreUnavailable, DeadlineExceeded: as their names say.
        """
        principal.require(Scope.SEARCH)
        ticket = await self._admissions.enter(principal, route, deadline)
        try:
            snapshot = await self._snapshots.load(principal.profile, ticket.head_version, deadline)
        finally:
            await self._admissions.leave(ticket, deadline)
        chunk = snapshot.views[principal.audience].chunks.get(chunk_id)
        if chunk is None:
            raise NotFound("there is no passage of that id in the live version")
        return Passage(chunk, snapshot.version)
