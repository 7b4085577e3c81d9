"""One region's gate for contract suites: on the fake or behind the local server, with time that passes when told to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fakes.redis import FakeGate, FakeHeadBeacon, FakeRedis

from digital_twin.domain.access import Tier
from digital_twin.domain.cooldowns import Cooldown
from digital_twin.ports import Admission, AdmissionRequest, Gate, HeadBeacon, Settlement

QUESTION = "llm:response:q"

ROOMY = Tier("roomy", per_minute=1_000, per_day=1_000, concurrent=1_000)


@dataclass
class Harness:
    """A region's gate and beacon, a way to let time pass there, and a way to break it."""

    gate: Gate
    beacon: HeadBeacon
    advance: Callable[[float], Awaitable[None]]
    break_down: Callable[[], Awaitable[None]]

    async def admit(
        self,
        tier: Tier = ROOMY,
        *,
        principal: str = "key-1",
        route_per_minute: int = 1_000,
        cache_key: str | None = None,
        cooldowns: tuple[str, ...] = (),
        session: str | None = None,
    ) -> Admission:
        """Ask to be let in, by default within limits that are never reached."""
        return await self.gate.admit(
            AdmissionRequest("ada", principal, tier, "query", route_per_minute, cache_key, cooldowns, session)
        )

    async def keep_answer(self, version: int, answer: str, *, cache_key: str = QUESTION) -> None:
        """Leave an answer made from `version`."""
        await self.gate.settle(Settlement("ada", "key-1", version, None, cache_key, answer))

    async def release(self, admission: Admission) -> None:
        """Give a request's slot back."""
        await self.gate.settle(Settlement("ada", "key-1", 1, admission.lease))

    async def lead(self) -> Admission:
        """Miss the answer `QUESTION` as the first to ask for it."""
        admission = await self.admit(cache_key=QUESTION)
        assert (admission.leads, admission.flight_seconds) == (True, 0)
        return admission

    async def land(self, leader: Admission, answer: str | None = None, *, version: int = 3) -> None:
        """Settle a leader's request, with the answer or without."""
        key = QUESTION if answer is not None else None
        await self.gate.settle(Settlement("ada", "key-1", version, leader.lease, key, answer, flight=QUESTION))

    async def remember(self, session: str, *turns: str) -> None:
        """Settle a request for each turn of a session."""
        for turn in turns:
            await self.gate.settle(Settlement("ada", "key-1", 1, None, session=session, turn=turn))

    async def turns(self, session: str) -> tuple[str, ...]:
        """A session's turns, as an admission tells them."""
        return (await self.admit(session=session)).turns

    async def cool(self, *cooldowns: Cooldown) -> None:
        """Settle a request that found these out."""
        await self.gate.settle(Settlement("ada", "key-1", 1, None, cooldowns=cooldowns))

    async def cooling(self, *names: str) -> dict[str, float]:
        """The seconds left of cooldowns, as an admission tells them."""
        return dict((await self.admit(cooldowns=names)).cooling)


def fake_region() -> Harness:
    """A region in memory."""
    redis = FakeRedis()

    async def advance(seconds: float) -> None:
        redis.now += seconds

    async def break_down() -> None:
        redis.unavailable = True

    return Harness(FakeGate(redis), FakeHeadBeacon("us-east-1", redis), advance, break_down)
