"""The query and the MCP function over the real adapters.

Only the table is a fake, in memory: a question reads it when a container first meets a version, and an emulated
DynamoDB would cost more CPU than everything measured here.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from types import ModuleType
from typing import override

from fakes.store import FakeProfileStore
from pydantic import SecretStr
from starlette.types import ASGIApp
from support.people import OWNER

from bench.setup import Setup
from bench.wire import PROFILE, REGIONS, TOKEN, Addresses
from digital_twin.bootstrap import Container
from digital_twin.deadline import Deadline
from digital_twin.domain.history import Version
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.snapshot import Snapshot
from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from digital_twin.entry.snapstart import before_snapshot
from digital_twin.services.publish import Precondition, PublishService
from digital_twin.settings import RegionEndpoints, Secrets, Settings
from query_fn.app import make_app

# Belongs to the embedder that counts words.
_RELEVANCE_FLOOR = 0.65


class BenchContainer(Container):
    """The function's container with the addresses of the wire and a table in memory."""

    def __init__(self, addresses: Addresses, store: FakeProfileStore) -> None:
        super().__init__(Settings.from_environ(environ_of(addresses)))
        self._addresses = addresses
        self._given_store = store

    @cached_property
    @override
    def secrets(self) -> Secrets:
        """The wire's addresses; one Redis stands for every region's, because a question only asks its own."""
        token, redis = SecretStr(TOKEN), self._addresses.redis
        regions = {name: RegionEndpoints(url, token, redis, token) for name, url in self._addresses.vectors.items()}
        return Secrets(regions, dict.fromkeys(self._addresses.models, token))

    @cached_property
    @override
    def store(self) -> FakeProfileStore:
        """The truth."""
        return self._given_store


def make_handler(setup: Setup) -> LambdaHandler:
    """The query function's handler of a new container, all of whose profiles are published."""
    return _handler(setup, make_app)


def make_primed_handler(setup: Setup) -> LambdaHandler:
    """The query function's, after the hooks that run before a snapshot: what a container restored from it serves."""
    hooks: list[Callable[[], None]] = []
    # What only Lambda's own runtime has.
    runtime = ModuleType("snapshot_restore_py")
    runtime.__dict__["register_before_snapshot"] = hooks.append
    sys.modules[runtime.__name__] = runtime
    handler = _handler(setup, lambda container: make_app(before_snapshot(container, Container.prime_conversations)))
    for hook in hooks:
        hook()
    return handler


def make_mcp_handler(setup: Setup) -> LambdaHandler:
    """The MCP function's."""
    from mcp_fn import app as mcp_app  # noqa: PLC0415 - a second of imports that the query function does not have

    return _handler(setup, mcp_app.make_app)


def _handler(setup: Setup, make: Callable[[Container], ASGIApp]) -> LambdaHandler:
    store = FakeProfileStore()
    handler = lambda_handler(make(BenchContainer(setup.addresses, store)))
    for profile, document in setup.documents.items():
        run(publish(store, profile, document))
    return handler


async def publish(store: FakeProfileStore, profile: str, document: JsonObject) -> Version:
    """Commit a profile's first version, telling no Redis and no index."""
    service = PublishService(store, (), lambda: datetime.now(UTC))
    owner = replace(OWNER, profile=profile)
    published = await service.put(owner, document, Precondition(must_not_exist=True), "", Deadline.after(60))
    return published.version


def fill_index(
    container: BenchContainer, snapshot: Snapshot, profile: str = PROFILE, regions: Sequence[str] = REGIONS
) -> None:
    """Write a snapshot's chunks into regions' indexes."""
    chunks = list(snapshot.all_chunks().values())

    async def fill() -> None:
        await asyncio.gather(*(container.index(region).upsert(profile, chunks) for region in regions))

    run(fill())


def announce(container: BenchContainer) -> None:
    """Tell Redis which version is live: it forgets after a minute, and the next request would then tell it."""
    run(container.beacon(REGIONS[0]).advance(PROFILE, 1))


def environ_of(addresses: Addresses) -> dict[str, str]:
    """A function's environment with these addresses."""
    models = [
        {"provider": provider, "model": "scripted", "base_url": f"{url}/v1"}
        for provider, url in addresses.models.items()
    ]
    return {
        "TWIN_REGION": REGIONS[0],
        "TWIN_PRIMARY_REGION": REGIONS[0],
        "TWIN_REGIONS": ",".join(REGIONS),
        "TWIN_TABLE": "bench",
        "TWIN_BUS": "bench",
        "TWIN_SECRET": "bench",
        "TWIN_MODELS": json.dumps(models),
        "TWIN_EMBEDDER": "word-overlap",
        "TWIN_RELEVANCE_FLOOR": str(_RELEVANCE_FLOOR),
        "TWIN_DEADLINE_SECONDS": "8",
        "TWIN_ALLOWED_ORIGINS": "https://twin.example.com",
    }
