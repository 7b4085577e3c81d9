"""What every `HeadBeacon` keeps: run on the fake and on the Upstash adapter against the local server.

What a beacon made known is seen through the same region's gate, as it is in production.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass

import pytest
import pytest_asyncio
from fakes.redis import FakeGate, FakeHeadBeacon, FakeRedis
from fakes.redis_server import RedisServer, adapter_client, redis_server

from digital_twin.adapters.upstash_redis import UpstashGate, UpstashHeadBeacon
from digital_twin.domain.access import Tier
from digital_twin.errors import CacheUnavailable
from digital_twin.ports import AdmissionRequest, Gate, HeadBeacon

# One engine serves the module, so its tests share a loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")

ROOMY = Tier("roomy", per_minute=1_000, per_day=1_000, concurrent=1_000)


@dataclass
class Harness:
    """A region's beacon, the gate that sees it, a way to let time pass, and a way to break the region."""

    beacon: HeadBeacon
    gate: Gate
    advance_time: Callable[[float], Awaitable[None]]
    break_down: Callable[[], Awaitable[None]]

    async def known(self, profile: str = "ada") -> int | None:
        """The version an admission carries."""
        admission = await self.gate.admit(AdmissionRequest(profile, "key-1", ROOMY, "query", 1_000))
        return admission.head_version


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[RedisServer]:
    """The module's server; each test finds it empty."""
    async with redis_server(tmp_path_factory.mktemp("redis")) as running:
        yield running


@pytest_asyncio.fixture(params=["fake", "upstash"], loop_scope="module")
async def region(request: pytest.FixtureRequest, server: RedisServer) -> AsyncGenerator[Harness]:
    """One region, in memory or behind the local server."""
    if request.param == "fake":
        yield _fake()
        return
    await server.reset()
    async with adapter_client(server.url) as redis:
        yield Harness(
            UpstashHeadBeacon("eu-west-1", redis), UpstashGate(redis), server.advance, lambda: server.fault("fail")
        )


def _fake() -> Harness:
    redis = FakeRedis()

    async def advance_time(seconds: float) -> None:
        redis.now += seconds

    async def break_down() -> None:
        redis.unavailable = True

    return Harness(FakeHeadBeacon("eu-west-1", redis), FakeGate(redis), advance_time, break_down)


async def test_it_knows_its_region(region: Harness) -> None:
    """The region is the one it was made for."""
    assert region.beacon.region == "eu-west-1"


async def test_an_announced_version_is_known(region: Harness) -> None:
    """After `advance`, admissions carry the version, of that profile only."""
    await region.beacon.advance("ada", 7)

    assert await region.known() == 7
    assert await region.known("grace") is None


async def test_head_never_moves_back(region: Harness) -> None:
    """An announcement that arrives late changes nothing, and compares as a number."""
    await region.beacon.advance("ada", 10)
    await region.beacon.advance("ada", 9)

    assert await region.known() == 10


async def test_announcements_in_any_order_end_at_the_newest(region: Harness) -> None:
    """Fifty at once, rising and falling: the newest version is known."""
    versions = [*range(2, 51, 2), *range(49, 0, -2)]

    await asyncio.gather(*(region.beacon.advance("ada", version) for version in versions))

    assert await region.known() == 50


async def test_a_known_version_expires(region: Harness) -> None:
    """After a minute the table is to be asked again, so that a lost announcement does no lasting harm."""
    await region.beacon.advance("ada", 7)
    await region.advance_time(50)
    assert await region.known() == 7

    await region.advance_time(11)

    assert await region.known() is None


async def test_repeating_an_announcement_does_not_prolong_it(region: Harness) -> None:
    """A replayed event of an old version must not keep that version believed."""
    await region.beacon.advance("ada", 7)
    await region.advance_time(50)
    await region.beacon.advance("ada", 7)
    await region.advance_time(11)

    assert await region.known() is None


async def test_a_broken_region_says_that_the_cache_is_unavailable(region: Harness) -> None:
    """The announcement fails with the port's own error."""
    await region.break_down()

    with pytest.raises(CacheUnavailable):
        await region.beacon.advance("ada", 7)
