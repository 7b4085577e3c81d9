"""Answering a question: admit, understand it in its session, retrieve, generate, ground, settle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Scope
from digital_twin.domain.answer import Answer, AnswerStatus
from digital_twin.domain.cooldowns import Cooldown
from digital_twin.domain.evidence import Evidence
from digital_twin.domain.fingerprint import answer_key
from digital_twin.domain.grounding import ground
from digital_twin.domain.phrasing import section_word
from digital_twin.domain.prompt import DECLINED
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.relevance import relevant
from digital_twin.domain.snapshot import Snapshot, View
from digital_twin.domain.text import clean_question
from digital_twin.domain.turns import dump_turn, turn_of
from digital_twin.errors import Fault, InvalidQuestion
from digital_twin.ports import KeptAnswer, LimitState
from digital_twin.services.admission import FOLLOW_SHARE, Admissions, Ticket
from digital_twin.services.flights import Flights
from digital_twin.services.generation import EXTRACTIVE, Draft, Generator
from digital_twin.services.retrieval import Retrieved, Retriever
from digital_twin.services.sessions import Session, in_session, may_lean, session_key
from digital_twin.services.snapshots import Snapshots
from digital_twin.telemetry import log

DEFAULT_TOP_K = 8
_TOPICS_NAMED = 4
# What a section is called in a sentence where its name alone says little.
_TOPIC_WORDS = {"basics": "background", "work": "work experience"}
_STORED_ANSWER = TypeAdapter(Answer)

# Kept back by who waits for another request of this container: enough for extracts of a snapshot in memory, and less
# than the generator keeps back, so that an answer made with the same time left arrives.
_RESERVED_SECONDS = 0.25

# Who has so much more time than there was for a degraded answer may get a better one.
_WORTH_TRYING_SECONDS = 1.0


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


@dataclass(frozen=True, slots=True)
class _Made:
    """An answer, whether it may be kept, when the time to make it was over, and whom its making found out of order.

    `turn` is what sessions remember of it, as stored; None if another release kept the answer without.
    """

    answer: Answer
    is_whole: bool
    deadline: Deadline
    turn: str | None
    cooldowns: tuple[Cooldown, ...] = ()


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
        self._following = Flights[_Made | None]()
        self._making = Flights[_Made]()

    async def ask(
        self,
        principal: Principal,
        question: str,
        *,
        route: str,
        deadline: Deadline,
        top_k: int = DEFAULT_TOP_K,
        session: Session | None = None,
    ) -> Asked:
        """Answer a question from what the principal may see.

        Args:
            principal: who asks.
            question: what; one that leans on what was asked before in the session is answered as it stands alone.
            route: whose limit it counts against.
            deadline: the request's.
            top_k: how much evidence to consider.
            session: the conversation it belongs to and is remembered in.

        Raises:
            Forbidden: the principal lacks the scope `query`.
            InvalidQuestion: no word is left of the question.
            LimitReached, NotFound, StoreUnavailable, DeadlineExceeded: as their names say.
        """
        principal.require(Scope.QUERY)
        asked = usable_question(question)
        # Which answer a question that leans would be served shows only once its session is known.
        leans = may_lean(asked, session)
        key = None if leans else self._key(principal, asked, top_k)
        names, place = self._generator.cooldown_names, session_key(principal, session) if session else None
        ticket = await self._admissions.enter(principal, route, deadline, key, names, place)
        stored: str | None = None
        turn: str | None = None
        cooldowns: tuple[Cooldown, ...] = ()
        try:
            if leans:
                asked = await self._understood(principal, ticket, asked, deadline)
                ticket = replace(ticket, cache_key=self._key(principal, asked, top_k))
            made, is_kept = _kept(ticket.kept_answer, deadline), True
            if made is None:
                made, is_kept = await self._share(principal, ticket, asked, top_k, deadline)
                cooldowns = () if is_kept else made.cooldowns
                stored = _STORED_ANSWER.dump_json(made.answer).decode() if made.is_whole and not is_kept else None
            turn = made.turn
        finally:
            await self._admissions.leave(ticket, deadline, stored, cooldowns, turn)
        return Asked(made.answer, is_kept, ticket.admission.limit)

    def _key(self, principal: Principal, question: str, top_k: int) -> str:
        return answer_key(principal.profile, principal.audience.label, self._policy.fingerprint, question, top_k)

    async def _understood(self, principal: Principal, ticket: Ticket, question: str, deadline: Deadline) -> str:
        """A question as it stands alone, by the turns that came with the admission."""
        if not ticket.admission.turns:
            return question
        snapshot = await self._snapshots.load(principal.profile, ticket.head_version, deadline)
        return in_session(question, ticket.admission.turns, snapshot.views[principal.audience])

    async def _share(
        self, principal: Principal, ticket: Ticket, question: str, top_k: int, deadline: Deadline
    ) -> tuple[_Made, bool]:
        """One answer for all who ask the same at the same time, and whether another request made it."""

        async def follow() -> _Made | None:
            return _kept(await self._admissions.follow(ticket, deadline), deadline)

        async def make() -> _Made:
            snapshot = await self._snapshots.load(principal.profile, ticket.head_version, deadline)
            return await self._answer(principal, snapshot, ticket.admission.cooling, question, top_k, deadline)

        # Audience and profile are in the key, so that all who share an answer may see it.
        key = (ticket.cache_key, ticket.head_version)
        # What is made in this container arrives sooner by waiting for it here.
        if ticket.follows and key not in self._making:
            followed = await self._following.board(key, follow, deadline.remaining * FOLLOW_SHARE)
            if followed is not None and followed.value is not None:
                return followed.value, True
        landed = await self._making.board(key, make, deadline.remaining - _RESERVED_SECONDS)
        if landed is None or _is_worth_another_try(landed.value, deadline):
            return await make(), False
        return landed.value, not landed.is_first

    async def _answer(
        self,
        principal: Principal,
        snapshot: Snapshot,
        cooling: Mapping[str, float],
        question: str,
        top_k: int,
        deadline: Deadline,
    ) -> _Made:
        """The answer, and whether it is whole: nothing made while something was down may be kept.

        Nor is a no that a draft without a true sentence leads to: the evidence bears on the question all the same.
        """
        view, version = snapshot.views[principal.audience], snapshot.version
        asked = read_question(question, view)
        retrieved = await self._retriever.retrieve(principal, view, asked, top_k=top_k, deadline=deadline)
        is_whole = retrieved.region is not None
        bearing = relevant(retrieved.evidence, asked, view, self._policy.relevance_floor)
        if not bearing:
            answer = _declined(view, version, retrieved)
            return _Made(answer, is_whole, deadline, dump_turn(turn_of(question, answer, view)))
        draft = await self._generator.draft(asked, bearing, deadline, cooling)
        answer = _grounded(draft, bearing, view, version, retrieved)
        is_telling = answer.status is AnswerStatus.ANSWERED or _declines(draft)
        is_whole = is_whole and (self._generator.is_extractive or (is_telling and not draft.degraded))
        return _Made(answer, is_whole, deadline, dump_turn(turn_of(question, answer, view)), draft.cooldowns)


def usable_question(question: str, pointer: str = "/question") -> str:
    """The question as it is searched; `pointer` names its place in what the caller sent.

    Raises:
        InvalidQuestion: nothing but punctuation, spaces or control characters is in it.
    """
    cleaned = clean_question(question)
    if not any(char.isalnum() for char in cleaned):
        raise InvalidQuestion("the question holds no word", (Fault(pointer, "holds no letter or digit"),))
    return cleaned


def _kept(kept: KeptAnswer | None, deadline: Deadline) -> _Made | None:
    """The answer another request was given; None if there is none, or one that another release wrote otherwise."""
    if kept is None:
        return None
    try:
        return _Made(_STORED_ANSWER.validate_json(kept.text), is_whole=True, deadline=deadline, turn=kept.turn)
    except ValidationError:
        log.warning("ask.kept_answer_unreadable")
        return None


def _is_worth_another_try(made: _Made, deadline: Deadline) -> bool:
    """Whether an answer is worse than it need be only because who made it had less time."""
    return not made.is_whole and deadline.at - made.deadline.at >= _WORTH_TRYING_SECONDS


def _grounded(draft: Draft, evidence: list[Evidence], view: View, version: int, retrieved: Retrieved) -> Answer:
    grounded = None if _declines(draft) else ground(draft.text, evidence, known_names=view.name_terms)
    if grounded is None:
        log.info("generation.unsupported", provider=draft.provider, model=draft.model)
        return _declined(view, version, retrieved, draft)
    return Answer(
        status=AnswerStatus.ANSWERED,
        text=grounded.text,
        citations=grounded.citations,
        profile_version=version,
        degraded=draft.degraded or retrieved.region is None,
        provider=draft.provider,
        model=draft.model,
        region=retrieved.region,
        usage=draft.usage,
    )


def _declines(draft: Draft) -> bool:
    """Whether a model found no answer in the evidence; extracts hold the word for it only where the profile does."""
    return draft.provider != EXTRACTIVE and DECLINED in draft.text


def _declined(view: View, version: int, retrieved: Retrieved, draft: Draft | None = None) -> Answer:
    # What came nearest to the question, though none of it bears on it, then whatever else there is to ask about.
    nearest = (item.chunk.section for item in retrieved.evidence)
    topics = list(dict.fromkeys([*nearest, *view.sections]))[:_TOPICS_NAMED]
    known = f" It covers: {', '.join(_TOPIC_WORDS.get(name, section_word(name)) for name in topics)}." if topics else ""
    return Answer(
        status=AnswerStatus.NOT_IN_PROFILE,
        text=f"The profile does not say.{known}",
        citations=(),
        profile_version=version,
        degraded=retrieved.region is None,
        provider=draft.provider if draft else "none",
        model=draft.model if draft else "none",
        region=retrieved.region,
        usage=draft.usage if draft else None,
    )
