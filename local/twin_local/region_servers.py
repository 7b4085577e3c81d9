"""The Redis- and Vector-compatible servers of every emulated region, in one process that shares the embedding model.

`python -m twin_local.region_servers CONFIG DATA` serves what the configuration file names until it is ended. The
file holds the tokens, which is why they are not on the command line.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, closing
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx

from twin_local.embedding import CachedEmbedder, MultilingualE5
from twin_local.endpoints import LOOPBACK, remembered_ports
from twin_local.failure import StackFailure
from twin_local.layout import Layout
from twin_local.private_files import write_private
from twin_local.processes import Processes, Running
from twin_local.serving import serve
from twin_local.upstash_redis import running_redis_server
from twin_local.upstash_vector import VectorStore
from twin_local.upstash_vector import create_app as create_vector_app
from twin_local.waiting import answers, wait_until


@dataclass(frozen=True, slots=True)
class RegionServer:
    """One region's two servers: loopback ports and bearer tokens."""

    name: str
    vector_port: int
    redis_port: int
    vector_token: str
    redis_token: str

    @property
    def vector_url(self) -> str:
        """Where the Vector-compatible server is."""
        return f"http://{LOOPBACK}:{self.vector_port}"

    @property
    def redis_url(self) -> str:
        """Where the Redis-compatible server is."""
        return f"http://{LOOPBACK}:{self.redis_port}"

    def endpoints(self) -> Mapping[str, str]:
        """The region's part of the deployment's secret."""
        return {
            "vector_url": self.vector_url,
            "vector_token": self.vector_token,
            "redis_url": self.redis_url,
            "redis_token": self.redis_token,
        }


@dataclass(frozen=True, slots=True)
class RegionServers:
    """The running servers of all regions."""

    regions: tuple[RegionServer, ...]
    process: Running

    def wait_until_ready(self) -> None:
        """Wait until every server answers.

        Raises:
            StackFailure: if the process ends or a server does not answer in time.
        """
        for region in self.regions:
            for url in (region.vector_url, region.redis_url):
                wait_until(lambda url=url: answers(f"{url}/_local/faults"), self.process)

    def forget_caches(self) -> None:
        """Empty every Redis: what it knows may be ahead of a table that was lost.

        Raises:
            StackFailure: if a server refuses.
        """
        for region in self.regions:
            reply = httpx.post(
                region.redis_url,
                json=["FLUSHALL"],
                headers={"Authorization": f"Bearer {region.redis_token}"},
                trust_env=False,
            )
            if reply.is_error:
                raise StackFailure(f"the Redis server of {region.name} refused to be emptied: {reply.text}")


def start_region_servers(processes: Processes, layout: Layout, names: Sequence[str]) -> RegionServers:
    """Start the servers of the named regions, with new tokens; their data is what the last run left."""
    layout.servers.mkdir(parents=True, exist_ok=True)
    wanted = tuple(f"{kind}:{name}" for name in names for kind in ("vector", "redis"))
    ports = remembered_ports(layout.servers / "ports.json", wanted)
    regions = tuple(
        RegionServer(
            name, ports[f"vector:{name}"], ports[f"redis:{name}"], secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        )
        for name in names
    )
    config = layout.servers / "servers.json"
    write_private(config, [asdict(region) for region in regions])
    command = [layout.python, "-m", "twin_local.region_servers", config, layout.servers]
    return RegionServers(regions, processes.start("servers", command, {"PYTHONUNBUFFERED": "1"}))


async def serve_regions(regions: Sequence[RegionServer], data: Path, stopped: asyncio.Event) -> None:
    """Serve every region until `stopped` is set."""
    async with AsyncExitStack() as opened:
        embedder = opened.enter_context(closing(CachedEmbedder(MultilingualE5(), data / "embeddings.sqlite")))
        for region in regions:
            home = data / region.name
            home.mkdir(parents=True, exist_ok=True)
            store = opened.enter_context(closing(VectorStore(home / "vectors.sqlite", embedder.dimension)))
            vector = create_vector_app(store, embedder, token=region.vector_token)
            await opened.enter_async_context(serve(vector, port=region.vector_port))
            await opened.enter_async_context(
                running_redis_server(home / "redis", token=region.redis_token, port=region.redis_port)
            )
        await stopped.wait()


async def _main(regions: Sequence[RegionServer], data: Path) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    await serve_regions(regions, data, stopped)


if __name__ == "__main__":
    _entries = json.loads(Path(sys.argv[1]).read_text())
    asyncio.run(_main([RegionServer(**entry) for entry in _entries], Path(sys.argv[2])))
