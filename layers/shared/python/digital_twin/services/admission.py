"""Letting a request in: the gate's one round trip, or a small quota of the container's own while Redis is down."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal
from digital_twin.domain.cooldowns import Cooldown
from digital_twin.errors import CacheUnavailable, LimitReached, NotFound, StoreUnavailable
from digital_twin.ports import Admission, AdmissionRequest, Gate, KeptAnswer, LimitState, ProfileStore, Settlement
from digital_twin.services.local_cooldowns import LocalCooldowns
from digital_twin.telemetry import log

# Seconds Redis may take; a slower one is treated as down, so that it costs a request little.
GATE_SECONDS = 1.0

# A lease is given back even when the deadline has passed: keeping it would cost the caller a slot for 30 s.
MIN_SETTLE_SECONDS = 0.1

# Seconds between a follower's looks for the answer: often at first, since most answers come within a second.
_FIRST_PAUSE, _LONGEST_PAUSE, _PAUSE_GROWTH = 0.05, 0.25, 1.5

# A follower waits for at most this part of what is left of its request, so that it can yet answer by itself.
FOLLOW_SHARE = 0.5

# Requests a minute a container serves without Redis: enough to stay useful, too few to be worth attacking.
LOCAL_QUOTA = 30
_WINDOW_SECONDS = 60

# The seed's limits for each route ("API Gateway", api_gateway.endpoints).
ROUTE_PER_MINUTE: dict[str, int] = {"query": 100, "search": 50, "mcp": 200}


@dataclass(frozen=True, slots=True)
class Ticket:
    """A request that was let in: which version it is answered from, and its answer if that is known."""

    principal: Principal
    head_version: int
    admission: Admission
    by_redis: bool
    cache_key: str | None
    session: str | None = None

    @property
    def kept_answer(self) -> KeptAnswer | None:
        """The answer another request was given from this very version; None if there is none."""
        kept = self.admission.kept_answer
        return kept if kept is not None and kept.version == self.head_version else None

    @property
    def is_remembered(self) -> bool:
        """Whether the session has its turn already: that of an answer that came with the admission and ended it."""
        return self.by_redis and self.admission.lease is None and self.kept_answer is not None

    @property
    def follows(self) -> bool:
        """Whether another request is making the answer."""
        return self.admission.flight_seconds > 0


class Admissions:
    """The gate, with HEAD read from the table where Redis does not know it."""

    def __init__(
        self,
        gate: Gate,
        store: ProfileStore,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Wire the service; `clock` gives monotonic seconds, `sleep` lets as many pass."""
        self._gate = gate
        self._store = store
        self._local = _LocalQuota(clock)
        self._cooldowns = LocalCooldowns(clock)
        self._sleep = sleep

    async def enter(
        self,
        principal: Principal,
        route: str,
        deadline: Deadline,
        cache_key: str | None = None,
        cooldowns: tuple[str, ...] = (),
        session: str | None = None,
    ) -> Ticket:
        """Count the request and find HEAD's version, the kept answer and which of the named cooldowns last.

        Without a `cache_key`, also the turns of the session, which are none while Redis is down.

        Raises:
            LimitReached: naming the limit.
            NotFound: nothing was ever published.
            StoreUnavailable: Redis does not know HEAD and the table cannot be read.
            DeadlineExceeded: the request has no time left.
        """
        request = AdmissionRequest(
            profile=principal.profile,
            principal=principal.id,
            tier=principal.tier,
            route=route,
            route_per_minute=ROUTE_PER_MINUTE[route],
            cache_key=cache_key,
            cooldowns=cooldowns,
            session=session,
        )
        try:
            async with deadline.limit(GATE_SECONDS, CacheUnavailable, "Redis"):
                admission, by_redis = await self._gate.admit(request), True
        except CacheUnavailable as error:
            log.warning("admission.redis_down", reason=str(error))
            admission, by_redis = self._local.admit(), False
        admission = replace(admission, cooling=self._cooldowns.joined(cooldowns, admission.cooling))
        ticket = Ticket(principal, admission.head_version or 0, admission, by_redis, cache_key, session)
        if admission.head_version is not None:
            return ticket
        try:
            return replace(ticket, head_version=await self._read_head(principal.profile, deadline))
        except BaseException:
            # Cancelled or failed, the slot must not stay taken for the rest of its lease.
            await self.leave(ticket, deadline)
            raise

    async def _read_head(self, profile: str, deadline: Deadline) -> int:
        head = await deadline.bound(self._store.head(profile), StoreUnavailable, "the table")
        if head is None:
            raise NotFound("nothing has been published yet")
        return head.version

    async def follow(self, ticket: Ticket, deadline: Deadline) -> KeptAnswer | None:
        """Wait for the answer another container is making; None if there is none to wait for any more.

        The flight may end without an answer, its leader may have died, and the wait takes only a share of the
        request's time. Without Redis nobody follows.
        """
        key, seconds = ticket.cache_key, ticket.admission.flight_seconds
        if key is None:
            return None
        # A new leader may take a dead one's place, but nobody is kept waiting by one after the other.
        patience = Deadline.after(min(seconds, deadline.remaining * FOLLOW_SHARE), deadline.clock)
        pause = _FIRST_PAUSE
        while patience.remaining > 0:
            await self._sleep(min(pause, patience.remaining))
            pause = min(pause * _PAUSE_GROWTH, _LONGEST_PAUSE)
            try:
                async with deadline.limit(GATE_SECONDS, CacheUnavailable, "Redis"):
                    kept, is_flying = await self._gate.kept(key)
            except CacheUnavailable as error:
                log.warning("admission.follow_failed", reason=str(error))
                return None
            if kept is not None and kept.version == ticket.head_version:
                return kept
            if not is_flying:
                return None
        return None

    async def leave(
        self,
        ticket: Ticket,
        deadline: Deadline,
        answer: str | None = None,
        cooldowns: tuple[Cooldown, ...] = (),
        turn: str | None = None,
    ) -> None:
        """Give the lease back, end a flight that was led, and leave what was learned to the next asker.

        Never raises: it is too late.

        Args:
            ticket: the request's.
            deadline: likewise.
            answer: what to keep, as stored.
            cooldowns: whom to leave alone from now on; this container does so by itself if Redis cannot be told.
            turn: what the session, and those of who is served the answer later, are to remember, as stored.
        """
        if not ticket.by_redis:
            self._cooldowns.extend(cooldowns)
            return
        settlement = Settlement(
            profile=ticket.principal.profile,
            principal=ticket.principal.id,
            head_version=ticket.head_version,
            lease=ticket.admission.lease,
            cache_key=ticket.cache_key if answer is not None else None,
            answer=answer,
            flight=ticket.cache_key if ticket.admission.leads else None,
            head_was_read=ticket.admission.head_version is None and ticket.head_version > 0,
            cooldowns=cooldowns,
            session=None if ticket.is_remembered else ticket.session,
            turn=turn,
        )
        try:
            async with asyncio.timeout(min(GATE_SECONDS, max(deadline.remaining, MIN_SETTLE_SECONDS))):
                await self._gate.settle(settlement)
        except (CacheUnavailable, TimeoutError) as error:
            log.warning("admission.settle_failed", reason=str(error))
            self._cooldowns.extend(cooldowns)


class _LocalQuota:
    """A fixed window of this container's own, used only while Redis is down."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._window = -1
        self._count = 0

    def admit(self) -> Admission:
        now = self._clock()
        window = int(now // _WINDOW_SECONDS)
        if window != self._window:
            self._window, self._count = window, 0
        reset = _WINDOW_SECONDS - int(now % _WINDOW_SECONDS)
        if self._count >= LOCAL_QUOTA:
            raise LimitReached("container", quota=LOCAL_QUOTA, retry_after=reset)
        self._count += 1
        limit = LimitState("container", LOCAL_QUOTA, LOCAL_QUOTA - self._count, reset)
        return Admission(limit, None, None, None)
