"""The wire's servers, in a process of their own: each reply is held back until a sampled latency has passed.

Redis and the vector indexes are the project's local servers; the models are a script that cites the first excerpt.
A latency is lognormal and includes the server's own work. What crossed the wire, and when, is kept in a journal by
the system-wide monotonic clock, so that a caller in another process can tell waiting from working.
"""

from __future__ import annotations

import asyncio
import json
import math
import re
import sys
from contextlib import AsyncExitStack, closing, suppress
from dataclasses import asdict
from pathlib import Path
from random import Random
from time import perf_counter

from fakes.embedder import WordEmbedder
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bench.wire import MEDIANS, PROVIDERS, REGIONS, SIGMA, TOKEN, Addresses, Crossing, Pace
from twin_local.embedding import CachedEmbedder
from twin_local.faults import FaultInjector
from twin_local.serving import serve
from twin_local.upstash_redis import create_app as create_redis_app
from twin_local.upstash_redis import redis_engine
from twin_local.upstash_vector import VectorStore
from twin_local.upstash_vector import create_app as create_vector_app

# Fixed, so that two runs draw the same latencies in the same order.
_SEED = 20_261_123
_FIRST_EXCERPT = re.compile(r"^\[1\] (.+?)\.?$", re.MULTILINE)


class _Journal:
    """What crossed, and how long the next crossing takes."""

    def __init__(self) -> None:
        self.pace = Pace.OFF
        self._random = {dependency: Random(f"{_SEED} {dependency}") for dependency in MEDIANS}  # noqa: S311 - no secret
        self._crossings: list[Crossing] = []

    def begin(self, dependency: str) -> Crossing:
        crossing = Crossing(dependency, perf_counter())
        self._crossings.append(crossing)
        return crossing

    def seconds(self, dependency: str) -> float:
        match self.pace:
            case Pace.OFF:
                return 0.0
            case Pace.STEADY:
                return MEDIANS[dependency]
            case Pace.RANDOM:
                return MEDIANS[dependency] * math.exp(self._random[dependency].gauss(0.0, SIGMA))

    def take(self) -> list[Crossing]:
        taken, self._crossings = self._crossings, []
        return taken


class _Delayed:
    """An ASGI middleware that holds replies back; it neither delays nor counts the servers' own control routes."""

    def __init__(self, app: ASGIApp, dependency: str, journal: _Journal) -> None:
        self._app = app
        self._dependency = dependency
        self._journal = journal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"].startswith("/_local/"):
            await self._app(scope, receive, send)
            return
        crossing = self._journal.begin(self._dependency)
        due = crossing.start + self._journal.seconds(self._dependency)

        async def send_when_due(message: Message) -> None:
            if message["type"] == "http.response.start":
                await asyncio.sleep(max(0.0, due - perf_counter()))
            await send(message)

        try:
            # A caller that has given up is what some of the measured cases are about, and no error.
            with suppress(ClientDisconnect):
                await self._app(scope, receive, send_when_due)
        finally:
            crossing.end = perf_counter()


def _model_app() -> ASGIApp:
    """An OpenAI-compatible server whose every answer is the first excerpt, cited."""

    async def complete(request: Request) -> Response:
        asked = str((await request.json())["messages"][-1]["content"])
        excerpt = _FIRST_EXCERPT.search(asked)
        text = f"{excerpt[1].partition('. ')[0]} [1]." if excerpt else "NOT_IN_PROFILE"
        choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        usage = {"prompt_tokens": 600, "completion_tokens": 40, "total_tokens": 640}
        common = {"id": "bench", "object": "chat.completion", "created": 0, "model": "scripted"}
        return JSONResponse({**common, "choices": [choice], "usage": usage})

    return FaultInjector(Starlette(routes=[Route("/{path:path}", complete, methods=["POST"])]))


def _control_app(journal: _Journal) -> ASGIApp:
    async def crossings(_request: Request) -> Response:
        return JSONResponse([asdict(crossing) for crossing in journal.take()])

    async def pace(request: Request) -> Response:
        journal.pace = Pace(request.path_params["pace"])
        return Response()

    routes = [Route("/crossings", crossings), Route("/pace/{pace}", pace, methods=["POST"])]
    return Starlette(routes=routes)


async def _serve(folder: Path) -> None:
    journal = _Journal()
    async with AsyncExitStack() as opened:

        async def address(app: ASGIApp) -> str:
            return await opened.enter_async_context(serve(app))

        # Words instead of a network: the latency stands for the embedding too, and 5,000 chunks are there in seconds.
        embedder = opened.enter_context(closing(CachedEmbedder(WordEmbedder(), folder / "embeddings.sqlite")))
        engine = await opened.enter_async_context(redis_engine(folder / "redis"))
        redis = await address(_Delayed(create_redis_app(engine, token=TOKEN), "redis", journal))
        vectors: dict[str, str] = {}
        for region in REGIONS:
            store = opened.enter_context(closing(VectorStore(folder / f"{region}.sqlite", embedder.dimension)))
            app = create_vector_app(store, embedder, token=TOKEN)
            vectors[region] = await address(_Delayed(app, "vector", journal))
        models = {provider: await address(_Delayed(_model_app(), "model", journal)) for provider in PROVIDERS}
        control = await address(_control_app(journal))
        print(json.dumps(asdict(Addresses(redis, vectors, models, control))), flush=True)
        # Until the parent closes it, or is gone.
        await asyncio.to_thread(sys.stdin.buffer.read)


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1])))
