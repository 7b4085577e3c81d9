"""A region's Redis in memory, with a clock that moves when told to; mirrors `Gate` and `HeadBeacon`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from math import ceil

from digital_twin.domain.turns import MAX_TURNS
from digital_twin.errors import CacheUnavailable, LimitReached
from digital_twin.ports import Admission, AdmissionRequest, KeptAnswer, LimitState, Settlement

_MINUTE, _DAY, _LEASE, _HEAD, _ANSWER, _FLIGHT, _SESSION = 60, 86_400, 30, 60, 3_600, 8, 86_400


@dataclass
class Window:
    """A limit's count, and when the window ends."""

    ends: float
    count: int = 0


@dataclass(frozen=True)
class Flight:
    """Who is making an answer, of which version (None: unknown when it began), and until when that is believed."""

    version: int | None
    lease: str
    ends: float


@dataclass
class FakeRedis:
    """What a gate and a beacon of one region share; everything expires by `now`, in seconds.

    Set `unavailable` to make every call fail; `round_trips` counts the calls.
    """

    now: float = 0.0
    unavailable: bool = False
    round_trips: int = 0
    windows: dict[tuple[str, ...], Window] = field(default_factory=dict[tuple[str, ...], Window])
    leases: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict[tuple[str, str], dict[str, float]])
    heads: dict[str, tuple[int, float]] = field(default_factory=dict[str, tuple[int, float]])
    answers: dict[str, tuple[KeptAnswer, float]] = field(default_factory=dict[str, tuple[KeptAnswer, float]])
    sessions: dict[str, tuple[tuple[str, ...], float]] = field(default_factory=dict[str, tuple[tuple[str, ...], float]])
    flights: dict[str, Flight] = field(default_factory=dict[str, Flight])
    cooldowns: dict[str, float] = field(default_factory=dict[str, float])
    lease_ids: Iterator[int] = field(default_factory=lambda: count(1))

    def called(self) -> None:
        """Count a round trip, or fail it."""
        self.round_trips += 1
        if self.unavailable:
            raise CacheUnavailable("the fake Redis is down")

    def head(self, profile: str) -> int | None:
        """The known version of HEAD."""
        version, expires = self.heads.get(profile, (0, 0.0))
        return version if expires > self.now else None

    def advance(self, profile: str, version: int) -> None:
        """Move the known HEAD forward; a version that is known keeps its expiry."""
        if version > (self.head(profile) or 0):
            self.heads[profile] = (version, self.now + _HEAD)

    def answer(self, key: str | None) -> KeptAnswer | None:
        """The kept answer, with the version it was made from."""
        kept, expires = self.answers.get(key or "", (None, 0.0))
        return kept if expires > self.now else None

    def turns(self, session: str | None) -> tuple[str, ...]:
        """What a session remembers."""
        turns, expires = self.sessions.get(session or "", ((), 0.0))
        return turns if expires > self.now else ()

    def remember(self, session: str | None, turn: str | None) -> None:
        """Add a turn to a session, if there are both."""
        if session is not None and turn is not None:
            self.sessions[session] = ((*self.turns(session), turn)[-MAX_TURNS:], self.now + _SESSION)

    def flight(self, key: str) -> Flight | None:
        """The flight under way for an answer."""
        flight = self.flights.get(key)
        return flight if flight is not None and flight.ends > self.now else None

    def cooling(self, names: Sequence[str]) -> dict[str, float]:
        """The seconds left of the named cooldowns that last."""
        left = {name: self.cooldowns.get(name, 0.0) - self.now for name in names}
        return {name: seconds for name, seconds in left.items() if seconds > 0}

    def window(self, key: tuple[str, ...], seconds: int) -> Window:
        """The current window under a key; it begins with its first count."""
        window = self.windows.get(key)
        if window is None or window.ends <= self.now or window.count == 0:
            window = self.windows[key] = Window(self.now + seconds)
        return window


class FakeGate:
    """A `Gate` over a `FakeRedis`, its own unless one is given."""

    def __init__(self, redis: FakeRedis | None = None) -> None:
        self.redis = redis or FakeRedis()

    async def admit(self, request: AdmissionRequest) -> Admission:
        """Count the request against every limit, take a lease, read HEAD's version and the cached answer."""
        redis = self.redis
        redis.called()
        states = self._states(request)
        if exhausted := [state for state, _ in states if state.remaining <= 0]:
            worst = max(exhausted, key=lambda state: state.reset)
            raise LimitReached(worst.name, quota=worst.quota, retry_after=worst.reset)
        head, kept = redis.head(request.profile), redis.answer(request.cache_key)
        answer = kept if kept is not None and head in (None, kept.version) else None
        lease = None if head is not None and answer is not None else self._lease(request)
        for _, window in states:
            window.count += 1
        tightest = min((state for state, _ in self._states(request)), key=lambda state: state.remaining)
        leads, flight_seconds = False, 0.0
        if lease is not None and request.cache_key is not None:
            leads, flight_seconds = self._flight(request.cache_key, head, lease)
        cooling = redis.cooling(request.cooldowns) if lease is not None else {}
        turns = redis.turns(request.session) if request.cache_key is None else ()
        if lease is None and answer is not None:
            redis.remember(request.session, answer.turn)
        return Admission(tightest, head, answer, lease, leads, flight_seconds, cooling, turns)

    async def kept(self, cache_key: str) -> tuple[KeptAnswer | None, bool]:
        """The answer kept under a key, of whatever version, and whether somebody is making one; counts nothing."""
        self.redis.called()
        return self.redis.answer(cache_key), self.redis.flight(cache_key) is not None

    async def settle(self, settlement: Settlement) -> None:
        """Give the lease back; keep answer and turn; end the flight, begin cooldowns, move HEAD on if it was read."""
        redis = self.redis
        is_remembered = settlement.session is not None and settlement.turn is not None
        parts = (settlement.lease, settlement.cache_key, settlement.head_was_read, settlement.cooldowns, is_remembered)
        if not any(parts):
            return
        redis.called()
        for cooldown in settlement.cooldowns:
            ends = redis.now + cooldown.seconds
            redis.cooldowns[cooldown.name] = max(redis.cooldowns.get(cooldown.name, 0.0), ends)
        redis.leases.get((settlement.profile, settlement.principal), {}).pop(settlement.lease or "", None)
        if settlement.cache_key is not None and settlement.answer is not None:
            kept = redis.answer(settlement.cache_key)
            if kept is None or kept.version <= settlement.head_version:
                answer = KeptAnswer(settlement.head_version, settlement.answer, settlement.turn)
                redis.answers[settlement.cache_key] = (answer, redis.now + _ANSWER)
        redis.remember(settlement.session, settlement.turn)
        flight = redis.flights.get(settlement.flight or "")
        if settlement.flight is not None and flight is not None and flight.lease == settlement.lease:
            del redis.flights[settlement.flight]
        if settlement.head_was_read:
            redis.advance(settlement.profile, settlement.head_version)

    async def ping(self) -> None:
        """Do nothing but answer."""
        self.redis.called()

    def _states(self, request: AdmissionRequest) -> Sequence[tuple[LimitState, Window]]:
        limits = (
            ("minute", request.tier.per_minute, _MINUTE, ()),
            ("day", request.tier.per_day, _DAY, ()),
            ("route", request.route_per_minute, _MINUTE, (request.route,)),
        )
        states: list[tuple[LimitState, Window]] = []
        for name, quota, seconds, more in limits:
            window = self.redis.window((request.profile, request.principal, name, *more), seconds)
            reset = ceil(window.ends - self.redis.now)
            states.append((LimitState(name, quota, quota - window.count, reset), window))
        return states

    def _flight(self, key: str, head: int | None, lease: str) -> tuple[bool, float]:
        flight = self.redis.flight(key)
        if flight is not None and (flight.version == head or None in {flight.version, head}):
            return False, flight.ends - self.redis.now
        self.redis.flights[key] = Flight(head, lease, self.redis.now + _FLIGHT)
        return True, 0.0

    def _lease(self, request: AdmissionRequest) -> str:
        held = self.redis.leases.setdefault((request.profile, request.principal), {})
        for lease in [lease for lease, expires in held.items() if expires <= self.redis.now]:
            del held[lease]
        if len(held) >= request.tier.concurrent:
            raise LimitReached("concurrency", quota=request.tier.concurrent, retry_after=1)
        lease = f"lease-{next(self.redis.lease_ids)}"
        held[lease] = self.redis.now + _LEASE
        return lease


class FakeHeadBeacon:
    """A `HeadBeacon` over a `FakeRedis`, its own unless one is given."""

    def __init__(self, region: str = "us-east-1", redis: FakeRedis | None = None) -> None:
        self.redis = redis or FakeRedis()
        self._region = region

    @property
    def region(self) -> str:
        """The region's name."""
        return self._region

    async def advance(self, profile: str, version: int) -> None:
        """Make `version` known; a smaller one than is known changes nothing."""
        self.redis.called()
        self.redis.advance(profile, version)
