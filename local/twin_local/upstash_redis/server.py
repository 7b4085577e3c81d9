"""Engine and REST server together, for one region."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from twin_local.serving import serve
from twin_local.upstash_redis.app import create_app
from twin_local.upstash_redis.engine import redis_engine


@dataclass(frozen=True, slots=True)
class RunningRedisServer:
    """Where the server answers, and the token it asks for."""

    url: str
    token: str = field(repr=False)


@asynccontextmanager
async def running_redis_server(data_dir: Path, *, token: str, port: int = 0) -> AsyncGenerator[RunningRedisServer]:
    """Run an engine over `data_dir` and its REST server on loopback while the context is open.

    Args:
        data_dir: where the data is kept; created if absent.
        token: what callers must present.
        port: the port to listen on; 0 takes a free one.

    Yields:
        The running server.

    Raises:
        OSError: if the port is taken.
    """
    async with redis_engine(data_dir) as engine, serve(create_app(engine, token=token), port=port) as url:
        yield RunningRedisServer(url, token)
