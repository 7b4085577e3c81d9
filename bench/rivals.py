"""What ours is compared with, on the same wire: the project's first outline, and the way a tutorial does it.

Neither counts requests against limits, looks at an audience, or checks an answer against its evidence.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from contextlib import suppress
from logging import CRITICAL, getLogger

from fastapi import FastAPI, HTTPException
from groq import AsyncGroq
from mangum import Mangum
from openai import AsyncOpenAI, OpenAI
from pydantic import BaseModel
from upstash_redis import Redis
from upstash_redis.asyncio import Redis as AsyncRedis
from upstash_vector import AsyncIndex, Index
from upstash_vector.types import QueryResult

from bench.setup import Setup
from bench.wire import PROFILE, TOKEN
from digital_twin.entry.lambda_http import LambdaHandler

_TOP_K = 3
_CACHE_SECONDS = 3600
_SYSTEM = "Answer from the numbered excerpts and cite them."


class _Question(BaseModel):
    question: str


def seed_handler(setup: Setup) -> LambdaHandler:
    """The outline's algorithm: GET the answer; else ask the regions in turn, then the providers in turn; then SET.

    Its clients are the SDKs' own and live as long as the container, since its `fetch` keeps connections by itself.
    """
    app, at = FastAPI(), setup.addresses
    redis = AsyncRedis(at.redis, TOKEN)
    indexes = [AsyncIndex(url, TOKEN) for url in at.vectors.values()]
    models = (
        AsyncGroq(api_key=TOKEN, base_url=f"{at.models['groq']}/v1"),
        AsyncOpenAI(api_key=TOKEN, base_url=f"{at.models['openai']}/v1"),
    )

    @app.post("/v1/query")
    async def query(body: _Question) -> dict[str, object]:
        key = _key("seed", body.question)
        try:
            kept = await redis.get(key)
        except Exception:  # noqa: BLE001 - as the outline has it: a cache that fails is a miss
            kept = None
        if kept is not None:
            return {"answer": kept, "cached": True}
        answer = await _generate(models, _prompt(body.question, await _nearest(indexes, body.question)))
        with suppress(Exception):  # as the outline has it: a cache that fails is no reason to fail
            await redis.setex(key, _CACHE_SECONDS, answer)
        return {"answer": answer, "cached": False}

    return _handler(app)


async def _nearest(indexes: Sequence[AsyncIndex], question: str) -> list[QueryResult]:
    for index in indexes:
        try:
            return await index.query(data=question, top_k=_TOP_K, include_data=True, namespace=PROFILE)
        except Exception:  # noqa: BLE001, S112 - as the outline has it
            continue
    raise HTTPException(500, "All regions failed for vector query")


async def _generate(clients: Sequence[AsyncGroq | AsyncOpenAI], prompt: str) -> str:
    for client in clients:
        try:
            completion = await client.chat.completions.create(
                model="scripted",
                messages=[{"role": "system", "content": _SYSTEM}, {"role": "user", "content": prompt}],
            )
            return completion.choices[0].message.content or ""
        except Exception:  # noqa: BLE001, S112 - as the outline has it
            continue
    raise HTTPException(500, "All LLM providers failed")


def tutorial_handler(setup: Setup) -> LambdaHandler:
    """FastAPI, Mangum and the SDKs as their first examples show them: made where they are used, nothing set."""
    app, at = FastAPI(), setup.addresses

    @app.post("/v1/query")
    def query(body: _Question) -> dict[str, object]:
        redis = Redis(url=at.redis, token=TOKEN)
        key = _key("tutorial", body.question)
        kept = redis.get(key)
        if kept is not None:
            return {"answer": kept, "cached": True}
        index = Index(url=next(iter(at.vectors.values())), token=TOKEN)
        found = index.query(data=body.question, top_k=_TOP_K, include_data=True, namespace=PROFILE)
        client = OpenAI(api_key=TOKEN, base_url=f"{at.models['groq']}/v1")
        completion = client.chat.completions.create(
            model="scripted",
            messages=[
                {"role": "system", "content": _SYSTEM},
                {"role": "user", "content": _prompt(body.question, found)},
            ],
        )
        answer = completion.choices[0].message.content or ""
        redis.set(key, answer, ex=_CACHE_SECONDS)
        return {"answer": answer, "cached": False}

    return _handler(app)


def _handler(app: FastAPI) -> LambdaHandler:
    # Mangum takes the current loop, and Python no longer makes one by itself.
    asyncio.set_event_loop(asyncio.new_event_loop())
    # Mangum answers 500 for an error nobody handled, as it should here; its trace would only hide the tables.
    getLogger("mangum").setLevel(CRITICAL)
    return Mangum(app, lifespan="off")


def _key(owner: str, question: str) -> str:
    return f"{owner}:{hashlib.sha256(question.encode()).hexdigest()}"


def _prompt(question: str, found: Sequence[QueryResult]) -> str:
    excerpts = "\n".join(f"[{number}] {result.data}" for number, result in enumerate(found, start=1))
    return f"{excerpts}\n\nQuestion: {question}"
