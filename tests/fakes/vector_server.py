"""The local Upstash-Vector-compatible server, started inside a test."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from pydantic import SecretStr

from digital_twin.adapters.upstash_vector import UpstashVectorIndex
from fakes.embedder import WordEmbedder
from twin_local.embedding import CachedEmbedder, Embedder
from twin_local.serving import serve
from twin_local.upstash_vector import VectorStore, create_app

TOKEN = "a-token"


@dataclass
class ManualClock:
    """A monotonic clock that moves when told to, in seconds."""

    now: float = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@dataclass
class VectorServer:
    """A running server: where it is, its store, and the clock its index delay is counted by."""

    url: str
    store: VectorStore
    clock: ManualClock
    control: httpx.AsyncClient = field(repr=False)

    async def fault(self, mode: str, *, seconds: float = 0.0) -> None:
        """Make the server answer everything with a fault from now on."""
        reply = await self.control.post("/_local/faults", json={"mode": mode, "seconds": seconds})
        reply.raise_for_status()

    async def requests(self) -> dict[str, int]:
        """How many requests each path has had."""
        reply = await self.control.get("/_local/requests")
        return reply.json()["requests"]


@asynccontextmanager
async def vector_server(
    folder: Path, *, embedder: Embedder | None = None, index_delay: float = 0.0
) -> AsyncGenerator[VectorServer]:
    """Serve the index kept in `folder`; a second server over the same folder finds what the first stored."""
    clock = ManualClock()
    model = embedder or WordEmbedder()
    with (
        closing(CachedEmbedder(model, folder / "embeddings.sqlite")) as cached,
        closing(VectorStore(folder / "vectors.sqlite", model.dimension, index_delay=index_delay, clock=clock)) as store,
    ):
        async with (
            serve(create_app(store, cached, token=TOKEN)) as url,
            httpx.AsyncClient(base_url=url, timeout=5) as control,
        ):
            yield VectorServer(url, store, clock, control)


@asynccontextmanager
async def vector_adapter(url: str, *, token: str = TOKEN, patience: float = 5.0) -> AsyncGenerator[UpstashVectorIndex]:
    """The adapter talking to a server, with `patience` seconds for each step of a call."""
    async with httpx.AsyncClient(timeout=patience) as client:
        yield UpstashVectorIndex("us-east-1", url, SecretStr(token), client)
