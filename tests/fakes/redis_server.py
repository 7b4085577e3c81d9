"""The local Upstash-Redis-compatible server, started inside a test, with time that passes when told to."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr
from upstash_redis.asyncio import Redis

from digital_twin.adapters.upstash_redis import redis_client
from twin_local.upstash_redis import running_redis_server

TOKEN = "a-token"

# Brings every expiry nearer: those of keys, and those that leases carry as their scores.
_LET_TIME_PASS = """
for _, key in ipairs(redis.call('KEYS', '*')) do
  local passed, left = tonumber(ARGV[1]), redis.call('PTTL', key)
  if left >= 0 and left <= passed then
    redis.call('DEL', key)
  elseif left >= 0 then
    redis.call('PEXPIRE', key, left - passed)
  end
  if redis.call('TYPE', key).ok == 'zset' then
    for _, member in ipairs(redis.call('ZRANGE', key, 0, -1)) do
      redis.call('ZINCRBY', key, -passed, member)
    end
  end
end
"""


@dataclass
class RedisServer:
    """A running server and a client that steers it."""

    url: str
    control: httpx.AsyncClient = field(repr=False)

    async def command(self, *command: str) -> Any:  # noqa: ANN401 -- a reply is any JSON value
        """Run a command past the SDK and return its result."""
        reply = await self.control.post("/", json=command)
        return reply.raise_for_status().json()["result"]

    async def advance(self, seconds: float) -> None:
        """Let time pass for everything that expires."""
        await self.command("EVAL", _LET_TIME_PASS, "0", str(round(seconds * 1000)))

    async def fault(self, mode: str, *, seconds: float = 0.0, count: int | None = None) -> None:
        """Make the server answer with a fault from now on, or `count` times."""
        reply = await self.control.post("/_local/faults", json={"mode": mode, "seconds": seconds, "count": count})
        reply.raise_for_status()

    async def requests(self) -> dict[str, int]:
        """How many requests each path has had since `reset`."""
        return (await self.control.get("/_local/requests")).json()["requests"]

    async def reset(self) -> None:
        """Forget all data, faults and counts."""
        await self.fault("none")
        await self.command("FLUSHALL")
        await self.control.post("/_local/requests/reset")


@asynccontextmanager
async def redis_server(folder: Path) -> AsyncGenerator[RedisServer]:
    """Serve the data kept in `folder`; a second server over the same folder finds what the first stored."""
    async with (
        running_redis_server(folder, token=TOKEN) as server,
        httpx.AsyncClient(base_url=server.url, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=5) as control,
    ):
        yield RedisServer(server.url, control)


@asynccontextmanager
async def adapter_client(url: str, *, token: str = TOKEN, step_seconds: float = 5.0) -> AsyncGenerator[Redis]:
    """The SDK client as the adapters use it, with `step_seconds` for each step of a call."""
    async with httpx.AsyncClient(timeout=step_seconds) as client:
        yield redis_client(url, SecretStr(token), client)
