"""Answering a question: admit, retrieve, generate, ground, settle."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Scope
from digital_twin.domain.answer import Answer, AnswerStatus
from digital_twin.domain.evidence import Evidence
from digital_twin.domain.fingerprint import answer_key
from digital_twin.domain.grounding import ground
from digital_twin.domain.prompt import DECLINED
from digital_twin.domain.questions import read_question
from digital_twin.domain.relevance import relevant
from digital_twin.domain.snapshot import Snapshot, View
from digital_twin.domain.text import clean_question
from digital_twin.errors import Fault, InvalidQuestion
from digital_twin.ports import LimitState
from digital_twin.services.admission import Admissions, Ticket
from digital_twin.services.generation import Draft, Generator
from digital_twin.services.retrieval import Retriever
from digital_twin.services.snapshots import Snapshots
from digital_twin.telemetry import log

DEFAULT_TOP_K = 8
_TOPICS_NAMED = 4
_STORED_ANSWER = TypeAdapter(Answer)


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer with what belongs to this one request."""

    answer: Answer
    cached: bool
    limit: LimitState


@dataclass(frozen=True, slots=True)
class AskPolicy:
    """What shapes answers besides the profile: the fingerprint of it all, and the embedder's relevance floor."""

    fingerprint: str
    relevance_floor: float


class AskService:
    """The `ask` use case, shared by REST and MCP."""

    def __init__(
        self,
        admissions: Admissions,
        snapshots: Snapshots,
        retriever: Retriever,
        generator: Generator,
        policy: AskPolicy,
    ) -> None:
        self._admissions = admissions
        self._snapshots = snapshots
        self._retriever = retriever
        self._generator = generator
        self._policy = policy

    async def ask(
        self, principal: Principal, question: str, *, route: str, deadline: Deadline, top_k: int = DEFAULT_TOP_K
    ) -> Asked:
        """Answer a question from what the principal may see.

        Raises:
            Forbidden: the principal lacks the scope `query`.
            InvalidQuestion: no word is left of the question.
            LimitReached, NotFound, StoreUnavailable, DeadlineExceeded: as their names say.
        """
        principal.require(Scope.QUERY)
        asked = usable_question(question)
        audience = principal.audience
        key = answer_key(principal.profile, audience.label, self._policy.fingerprint, asked, top_k)
        ticket = await self._admissions.enter(principal, route, deadline, key)
        stored: str | None = None
        try:
            answer = _kept_answer(ticket)
            is_kept = answer is not None
            if answer is None:
                snapshot = await self._snapshots.load(principal.profile, ticket.head_version, deadline)
                answer, keep = await self._answer(principal, snapshot, asked, top_k, deadline)
                stored = _STORED_ANSWER.dump_json(answer).decode() if keep else None
        finally:
            await self._admissions.leave(ticket, deadline, stored)
        return Asked(answer, is_kept, ticket.admission.limit)

    async def _answer(
        self, principal: Principal, snapshot: Snapshot, question: str, top_k: int, deadline: Deadline
    ) -> tuple[Answer, bool]:
        """The answer, and whether it may be kept: nothing made while something was down is."""
        view, version = snapshot.views[principal.audience], snapshot.version
        asked = read_question(question, view)
        retrieved = await self._retriever.retrieve(principal, view, asked, top_k=top_k, deadline=deadline)
        is_whole = retrieved.region is not None
        bearing = relevant(retrieved.evidence, asked, view, self._policy.relevance_floor)
        if not bearing:
            return _declined(view, version, retrieved.region), is_whole
        draft = await self._generator.draft(asked, bearing, deadline)
        answer = _grounded(draft, bearing, view, version, retrieved.region)
        return answer, is_whole and (not draft.degraded or self._generator.is_extractive)


def usable_question(question: str, pointer: str = "/question") -> str:
    """The question as it is searched; `pointer` names its place in what the caller sent.

    Raises:
        InvalidQuestion: nothing but punctuation, spaces or control characters is in it.
    """
    cleaned = clean_question(question)
    if not any(char.isalnum() for char in cleaned):
        raise InvalidQuestion("the question holds no word", (Fault(pointer, "holds no letter or digit"),))
    return cleaned


def _kept_answer(ticket: Ticket) -> Answer | None:
    """The answer another request was given; None if there is none, or one that another release wrote otherwise."""
    if ticket.kept_answer is None:
        return None
    try:
        return _STORED_ANSWER.validate_json(ticket.kept_answer)
    except ValidationError:
        log.warning("ask.kept_answer_unreadable")
        return None


def _grounded(draft: Draft, evidence: list[Evidence], view: View, version: int, region: str | None) -> Answer:
    grounded = None if DECLINED in draft.text else ground(draft.text, evidence, known_names=view.name_terms)
    if grounded is None:
        log.info("generation.unsupported", provider=draft.provider, model=draft.model)
        return _declined(view, version, region, draft)
    return Answer(
        status=AnswerStatus.ANSWERED,
        text=grounded.text,
        citations=grounded.citations,
        profile_version=version,
        degraded=draft.degraded or region is None,
        provider=draft.provider,
        model=draft.model,
        region=region,
        usage=draft.usage,
    )


def _declined(view: View, version: int, region: str | None, draft: Draft | None = None) -> Answer:
    topics = ", ".join(view.sections[:_TOPICS_NAMED])
    known = f" It covers: {topics}." if topics else ""
    return Answer(
        status=AnswerStatus.NOT_IN_PROFILE,
        text=f"The profile does not say.{known}",
        citations=(),
        profile_version=version,
        degraded=region is None,
        provider=draft.provider if draft else "none",
        model=draft.model if draft else "none",
        region=region,
        usage=draft.usage if draft else None,
    )
