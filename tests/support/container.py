"""The functions' container with a fake behind every port."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from time import monotonic
from typing import override

from fakes.clients import FakeClientChannel, FakeConnections
from fakes.redis import FakeGate, FakeHeadBeacon, FakeRedis
from fakes.store import FakeEventBus, FakeGrantStore, FakeProfileStore, FakeSyncBoard
from fakes.vector import FakeVectorIndex

from digital_twin.bootstrap import Container
from digital_twin.deadline import Deadline
from digital_twin.domain.fingerprint import index_fingerprint
from digital_twin.domain.history import Version
from digital_twin.domain.json_types import JsonObject
from digital_twin.ports import ChatModel
from digital_twin.services.admission import Admissions
from digital_twin.services.generation import Candidate, Generator
from digital_twin.services.notify import NotifyService
from digital_twin.services.publish import Precondition
from digital_twin.services.sync import RegionSync
from digital_twin.settings import ModelChoice, Settings
from support.people import OWNER
from support.profiles import profile_document

HOME = "us-east-1"
REGIONS = (HOME, "eu-west-1", "ap-southeast-1")
EMBEDDER = "word-overlap"
ALLOWED_ORIGIN = "https://twin.example.com"
CONNECTIONS_URL = "https://a1b2c3.execute-api.us-east-1.amazonaws.com/live"
MODEL_SECONDS = 5.0

# The fake index compares counted words: about a third of the words in common.
RELEVANCE_FLOOR = 0.65


class FakeContainer(Container):
    """A container of the home region.

    Args:
        models: the chain of models, in order.
        store: the truth, where a test needs one of its own kind; `bus` likewise.
        deadline_seconds: what each request is given.

    `redis` and `indexes` hold each region's fake; `clock` is what admission reads the time from, in seconds,
    and `sleep` how it waits: by default not at all.
    """

    def __init__(
        self,
        *models: ChatModel,
        store: FakeProfileStore | None = None,
        bus: FakeEventBus | None = None,
        deadline_seconds: float = 5.0,
    ) -> None:
        super().__init__(_settings(deadline_seconds))
        self.clock = 0.0
        self.sleep: Callable[[float], Awaitable[None]] = _skip
        self.redis = {region: FakeRedis() for region in REGIONS}
        self.indexes = {region: FakeVectorIndex(region) for region in REGIONS}
        self._chain = models
        self._given_store = store
        self._given_bus = bus

    @cached_property
    @override
    def store(self) -> FakeProfileStore:
        """The truth."""
        return self._given_store or FakeProfileStore()

    @cached_property
    @override
    def grants(self) -> FakeGrantStore:
        """API keys."""
        return FakeGrantStore()

    @cached_property
    @override
    def board(self) -> FakeSyncBoard:
        """What each region holds."""
        return FakeSyncBoard()

    @cached_property
    @override
    def bus(self) -> FakeEventBus:
        """Events to every region."""
        return self._given_bus or FakeEventBus()

    @cached_property
    @override
    def connections(self) -> FakeConnections:
        """Who is connected."""
        return FakeConnections()

    @cached_property
    @override
    def channel(self) -> FakeClientChannel:
        """The way to connected clients."""
        return FakeClientChannel()

    @cached_property
    @override
    def gate(self) -> FakeGate:
        """The home region's admission."""
        return FakeGate(self.redis[HOME])

    @cached_property
    @override
    def admissions(self) -> Admissions:
        """Admission by the test's clock."""
        return Admissions(self.gate, self.store, lambda: self.clock, self.sleep)

    @cached_property
    @override
    def models(self) -> tuple[ModelChoice, ...]:
        """The chain as a catalogue."""
        at = "http://127.0.0.1:9/v1"  # every provider but the known ones has to have an address; nothing is sent there
        return tuple(ModelChoice(provider=model.provider, model=model.model, base_url=at) for model in self._chain)

    @cached_property
    @override
    def generator(self) -> Generator:
        """The chain, with a fence that can be looked for."""
        return Generator([Candidate(model, MODEL_SECONDS) for model in self._chain], lambda: "fence")

    @override
    def index(self, region: str) -> FakeVectorIndex:
        """One region's index."""
        return self.indexes[region]

    @override
    def beacon(self, region: str) -> FakeHeadBeacon:
        """One region's knowledge of HEAD."""
        return FakeHeadBeacon(region, self.redis[region])

    def sync_of(self, region: str, fingerprint: str = index_fingerprint(EMBEDDER)) -> RegionSync:
        """The sync of any region."""
        index, beacon = self.index(region), self.beacon(region)
        clients = NotifyService(self.connections, self.channel, region=region, now=_now, clock=monotonic)
        return RegionSync(self.store, self.board, index, beacon, clients, fingerprint=fingerprint, now=_now)


async def publish(container: FakeContainer, document: JsonObject | None = None) -> Version:
    """Publish a document (the profile of the tests if none is given) as the next version, and nothing more."""
    head = await container.store.head(OWNER.profile)
    precondition = Precondition(if_match=head.etag) if head else Precondition(must_not_exist=True)
    wanted = profile_document() if document is None else document
    published = await container.publish.put(OWNER, wanted, precondition, "", Deadline.after(5))
    return published.version


async def publish_everywhere(container: FakeContainer, document: JsonObject | None = None) -> Version:
    """Publish a document and bring every region to it."""
    version = await publish(container, document)
    await sync_everywhere(container)
    return version


async def sync_everywhere(container: FakeContainer, regions: Sequence[str] = REGIONS) -> None:
    """Bring regions to HEAD, one after the other."""
    for region in regions:
        await container.sync_of(region).sync(OWNER.profile)


def _now() -> datetime:
    return datetime.now(UTC)


async def _skip(_: float) -> None:
    await asyncio.sleep(0)


def _settings(deadline_seconds: float) -> Settings:
    return Settings(
        region=HOME,
        primary_region=HOME,
        regions=REGIONS,
        table="digital-twin",
        bus="digital-twin",
        secret="digital-twin",
        models=(),
        embedder=EMBEDDER,
        relevance_floor=RELEVANCE_FLOOR,
        deadline_seconds=deadline_seconds,
        allowed_origins=(ALLOWED_ORIGIN,),
        connections_url=CONNECTIONS_URL,
    )
