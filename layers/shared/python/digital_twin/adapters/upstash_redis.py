"""A region's Upstash Redis: the gate every request passes, and what the region knows of HEAD.

Redis holds only what may be lost. What must happen as one happens in a Lua script (`redis_scripts`), whose clock is
the server's; each method is one round trip. Nothing is retried: after a lost reply a script may have run.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import cast
from uuid import uuid4

import httpx
from pydantic import SecretStr
from upstash_redis.asyncio import Redis
from upstash_redis.errors import UpstashError
from upstash_redis.http import AsyncHttpClient, make_headers

from digital_twin.domain.cooldowns import Cooldown
from digital_twin.domain.turns import MAX_TURNS
from digital_twin.errors import CacheUnavailable, LimitReached
from digital_twin.ports import Admission, AdmissionRequest, KeptAnswer, LimitState, Settlement

# Bounds of each step of a call in seconds: a region's Redis answers in milliseconds or is as good as down.
TIMEOUT = httpx.Timeout(2.0, connect=1.0)

# A slot whose holder died is free again after this; longer than any request may take (API Gateway: 29 s).
LEASE_MILLISECONDS = 30_000
ANSWER_MILLISECONDS = 3_600_000
# How long others wait for a leader that may have died: several times what an answer takes (p99 2 s, design, section 9).
FLIGHT_MILLISECONDS = 8_000
# How long a conversation may pause; from its last question.
SESSION_MILLISECONDS = 86_400_000
# How long a region may go without noticing a version it was never told of.
HEAD_MILLISECONDS = 60_000

# What the SDK lets out when it is refused, not answered, or answered with something that is not its protocol: it
# looks at neither the status nor the shape of a reply before it takes it apart.
_SDK_ERRORS = (UpstashError, httpx.HTTPError, ValueError, LookupError, AttributeError, TypeError, AssertionError)


def redis_client(url: str, token: SecretStr, client: httpx.AsyncClient) -> Redis:
    """Make an SDK client that never retries or reports home, over an HTTP client of ours.

    Args:
        url: the database's REST URL.
        token: its REST token.
        client: the HTTP client to use, with timeouts; the caller owns it.
    """
    return _Redis(url, token, client)


class _Redis(Redis):
    """The SDK's client without its constructor.

    That makes an HTTP client which has no timeout and drops idle connections after 5 s, and no setting changes either;
    and for it a TLS context, which takes tens of milliseconds a region at every cold start.
    """

    def __init__(self, url: str, token: SecretStr, client: httpx.AsyncClient) -> None:
        self._url = url
        self._headers = make_headers(token.get_secret_value(), None, allow_telemetry=False)
        self._read_your_writes = True
        self._sync_token = ""
        self._http = _HttpCalls(client, self._update_sync_token)


class _HttpCalls(AsyncHttpClient):
    """The SDK's calls, each made once. Replies are UTF-8 text of our own, which needs no base64."""

    def __init__(self, client: httpx.AsyncClient, keep_sync_token: Callable[[str], None]) -> None:
        self._client = client
        self._encoding = None
        self._retries = 0
        self._retry_interval = 0.0
        self._sync_token_cb = keep_sync_token


class UpstashGate:
    """A `Gate` over one region's database."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def admit(self, request: AdmissionRequest) -> Admission:
        """Count the request against every limit, take a lease, read HEAD's version and the cached answer.

        Where there is no answer, lead the flight that makes it, or learn of the one that does, and learn what cools.
        A session remembers an answer that ends the request, and is recalled where none is looked up.

        Raises:
            LimitReached: naming the limit; nothing was counted and no lease taken.
            CacheUnavailable: if Redis gave no readable answer.
        """
        lease = uuid4().hex
        tier, windows = request.tier, f"ratelimit:{request.profile}:{request.principal}"
        keys = [
            f"{windows}:minute",
            f"{windows}:day",
            f"{windows}:route:{request.route}",
            _lease_key(request.profile, request.principal),
            _head_key(request.profile),
            *([request.cache_key, _flight_key(request.cache_key)] if request.cache_key is not None else []),
            *([request.session] if request.session is not None else []),
            *map(_cooldown_key, request.cooldowns),
        ]
        quotas = [tier.per_minute, tier.per_day, request.route_per_minute, tier.concurrent]
        numbers = [LEASE_MILLISECONDS, FLIGHT_MILLISECONDS, len(request.cooldowns), MAX_TURNS, SESSION_MILLISECONDS]
        with _translated():
            reply = await self._redis.eval(_script("admit"), keys, [*map(str, quotas), lease, *map(str, numbers)])
            verdict = _verdict(reply, lease, request.cooldowns)
        if isinstance(verdict, LimitReached):
            raise verdict
        return verdict

    async def kept(self, cache_key: str) -> tuple[KeptAnswer | None, bool]:
        """The answer kept under a key, of whatever version, and whether somebody is making one; counts nothing.

        Raises:
            CacheUnavailable: if Redis gave no readable answer.
        """
        with _translated():
            match await self._redis.eval(_script("kept_answer"), [cache_key, _flight_key(cache_key)]):
                case [str(version), str(answer), (str() | None) as turn, int(flying)]:
                    return KeptAnswer(int(version), answer, turn), bool(flying)
                case [None, None, None, int(flying)]:
                    return None, bool(flying)
                case _:
                    raise ValueError("not a reply of kept_answer.lua")

    async def settle(self, settlement: Settlement) -> None:
        """Give the lease back; keep answer and turn; end the flight, begin cooldowns, move HEAD forward if it was read.

        Raises:
            CacheUnavailable: if Redis gave no readable answer; some of it may have been done.
        """
        commands = list(_left_behind(settlement))
        expected = len(commands) + bool(settlement.lease)
        if not expected:
            return
        pipeline = self._redis.pipeline()
        if settlement.lease:
            pipeline.zrem(_lease_key(settlement.profile, settlement.principal), settlement.lease)
        for script, keys, arguments in commands:
            pipeline.eval(_script(script), keys, arguments)
        with _translated():
            # The SDK's type leaves open what the list holds.
            replies = cast("list[object]", await pipeline.exec())  # pyright: ignore[reportUnknownMemberType]
            if len(replies) != expected:
                raise ValueError("not a reply to this pipeline")

    async def ping(self) -> None:
        """Do nothing but answer: whether Redis can be reached.

        Raises:
            CacheUnavailable: if it cannot.
        """
        with _translated():
            await self._redis.ping()


class UpstashHeadBeacon:
    """A `HeadBeacon` over one region's database."""

    def __init__(self, region: str, redis: Redis) -> None:
        self._region = region
        self._redis = redis

    @property
    def region(self) -> str:
        """The region's name."""
        return self._region

    async def advance(self, profile: str, version: int) -> None:
        """Make `version` known; a smaller one than is known changes nothing.

        Raises:
            CacheUnavailable: if Redis gave no readable answer.
        """
        with _translated():
            await self._redis.eval(
                _script("advance_head"), [_head_key(profile)], [str(version), str(HEAD_MILLISECONDS)]
            )


def _verdict(reply: object, lease: str, cooldowns: Sequence[str]) -> Admission | LimitReached:
    """Read what `admit.lua` returned.

    Raises:
        ValueError: if it is nothing that script returns.
    """
    match reply:
        case [0, str(limit), int(quota), int(wait)]:
            return LimitReached(limit, quota=quota, retry_after=wait)
        case [
            1,
            str(limit),
            int(quota),
            int(remaining),
            int(reset),
            (str() | None) as head,
            (str() | None) as version,
            (str() | None) as answer,
            (str() | None) as turn,
            int(leased),
            int(leads),
            int(flight_left),
            object() as milliseconds,
            object() as turns,
        ]:
            state = LimitState(limit, quota, remaining, reset)
            kept = None if version is None or answer is None else KeptAnswer(int(version), answer, turn)
            known = None if head is None else int(head)
            cooling = _cooling(cooldowns if leased else (), milliseconds)
            given, flight_seconds = lease if leased else None, flight_left / 1000
            return Admission(state, known, kept, given, bool(leads), flight_seconds, cooling, _turns(turns))
        case _:
            raise ValueError("not a reply of admit.lua")


def _left_behind(settlement: Settlement) -> Iterator[tuple[str, list[str], list[str]]]:
    """The scripts of a settlement in their order, each with its keys and arguments."""
    version, turn = str(settlement.head_version), settlement.turn
    if settlement.cache_key is not None and settlement.answer is not None:
        kept = [version, settlement.answer, str(ANSWER_MILLISECONDS)]
        yield "store_answer", [settlement.cache_key], kept if turn is None else [*kept, turn]
    if settlement.session is not None and turn is not None:
        yield "remember_turn", [settlement.session], [turn, str(MAX_TURNS), str(SESSION_MILLISECONDS)]
    # Only now: whoever sees the flight ended must find the answer.
    if settlement.flight is not None and settlement.lease:
        yield "release_flight", [_flight_key(settlement.flight)], [settlement.lease]
    if settlement.cooldowns:
        yield "extend_cooldowns", *_cooled(settlement.cooldowns)
    if settlement.head_was_read:
        yield "advance_head", [_head_key(settlement.profile)], [version, str(HEAD_MILLISECONDS)]


def _head_key(profile: str) -> str:
    return f"head:{profile}"


def _flight_key(cache_key: str) -> str:
    return f"flight:{cache_key}"


def _cooling(names: Sequence[str], milliseconds: object) -> dict[str, float]:
    # Whatever else the reply holds here, or another number of them, fails as unreadable.
    left = zip(names, cast("list[int]", milliseconds), strict=True)
    return {name: number / 1000 for name, number in left if number > 0}


def _turns(reply: object) -> tuple[str, ...]:
    turns = cast("list[object]", reply)
    if not isinstance(reply, list) or not all(isinstance(turn, str) for turn in turns):
        raise ValueError("not the turns of a session")
    return tuple(cast("list[str]", turns))


def _cooldown_key(name: str) -> str:
    return f"cooldown:{name}"


def _cooled(cooldowns: Sequence[Cooldown]) -> tuple[list[str], list[str]]:
    keys = [_cooldown_key(cooldown.name) for cooldown in cooldowns]
    return keys, [part for cooldown in cooldowns for part in (str(round(cooldown.seconds * 1000)), cooldown.reason)]


def _lease_key(profile: str, principal: str) -> str:
    return f"lease:{profile}:{principal}"


@cache
def _script(name: str) -> str:
    return resources.files("digital_twin.adapters").joinpath("redis_scripts", f"{name}.lua").read_text(encoding="utf-8")


@contextmanager
def _translated() -> Generator[None]:
    try:
        yield
    except _SDK_ERRORS as error:
        raise CacheUnavailable(f"Redis gave no usable reply ({type(error).__name__})") from error
