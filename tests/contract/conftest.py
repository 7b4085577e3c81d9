"""The region that every suite of the `Gate` runs on: the fake, and the Upstash adapter against the local server."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import pytest
import pytest_asyncio
from fakes.redis_server import RedisServer, adapter_client, redis_server
from support.gate_region import Harness, fake_region

from digital_twin.adapters.upstash_redis import UpstashGate, UpstashHeadBeacon


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[RedisServer]:
    """The module's server; each test finds it empty."""
    async with redis_server(tmp_path_factory.mktemp("redis")) as running:
        yield running


@pytest_asyncio.fixture(params=["fake", "upstash"], loop_scope="module")
async def region(request: pytest.FixtureRequest, server: RedisServer) -> AsyncGenerator[Harness]:
    """One region, in memory or behind the local server."""
    if request.param == "fake":
        yield fake_region()
        return
    await server.reset()
    async with adapter_client(server.url) as redis:
        yield Harness(
            UpstashGate(redis), UpstashHeadBeacon("us-east-1", redis), server.advance, lambda: server.fault("fail")
        )
