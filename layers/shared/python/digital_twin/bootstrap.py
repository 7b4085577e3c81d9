"""The only wiring: which adapter stands behind which port. Each part is made when first asked for, and once.

Adapters, and services of one function alone, are imported where they are made, so that a function pays at its cold
start only for what it uses.
"""

from __future__ import annotations

import secrets as random_words
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Self

from pydantic import SecretStr

from digital_twin.deadline import Deadline
from digital_twin.domain.access import TIERS
from digital_twin.domain.fingerprint import answer_fingerprint, index_fingerprint
from digital_twin.domain.pricing import Price
from digital_twin.domain.tokens import TokenRules
from digital_twin.services.admission import Admissions
from digital_twin.services.authorize import AuthorizeService, TokenAuthority
from digital_twin.services.deliver import DeliveryService
from digital_twin.services.generation import Candidate, Generator
from digital_twin.services.notify import NotifyService
from digital_twin.services.publish import PublishService
from digital_twin.services.read_profile import ReadProfileService
from digital_twin.services.readiness import check_readiness
from digital_twin.services.relay import ReconcileService, RelayService
from digital_twin.services.retrieval import Retriever
from digital_twin.services.snapshots import Snapshots
from digital_twin.services.sync import RegionSync, SyncOverviewService
from digital_twin.services.vector_regions import VectorRegions
from digital_twin.settings import MissingSetting, ModelChoice, Secrets, Settings

if TYPE_CHECKING:
    import httpx
    from upstash_redis.asyncio import Redis

    from digital_twin.adapters.dynamodb import ReplicatedTable
    from digital_twin.ports import (
        ChatModel,
        ClientChannel,
        Connections,
        EventBus,
        Gate,
        GrantStore,
        HeadBeacon,
        ProfileStore,
        SyncBoard,
        VectorIndex,
    )
    from digital_twin.services.ask import AskPolicy, AskService
    from digital_twin.services.browse import BrowseService
    from digital_twin.services.match import MatchService
    from digital_twin.services.search import SearchService

# Seconds a model's server may take to accept a connection.
CONNECT_SECONDS = 2.0

# ruff: noqa: PLC0415 - see the module's docstring


class Container:
    """The services of one function's container."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._indexes: dict[str, VectorIndex] = {}

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """A container for a function's environment.

        Raises:
            MissingSetting: naming the variable.
        """
        return cls(Settings.from_environ(environ))

    # -- what a request asks for ---------------------------------------------------------------------------------

    @cached_property
    def ask(self) -> AskService:
        """Questions."""
        from digital_twin.services.ask import AskService

        return AskService(self.admissions, self.snapshots, self.retriever, self.generator, self.ask_policy)

    @cached_property
    def search(self) -> SearchService:
        """Searches."""
        from digital_twin.services.search import SearchService

        return SearchService(self.admissions, self.snapshots, self.retriever)

    @cached_property
    def match(self) -> MatchService:
        """Comparisons with job descriptions."""
        from digital_twin.services.match import MatchService

        return MatchService(self.admissions, self.snapshots, self.retriever)

    @cached_property
    def browse(self) -> BrowseService:
        """Reads of parts of the profile, under limits."""
        from digital_twin.services.browse import BrowseService

        return BrowseService(self.admissions, self.read_profile, self.store)

    @cached_property
    def publish(self) -> PublishService:
        """Writes."""
        return PublishService(self.store, self.beacons, _now)

    @cached_property
    def read_profile(self) -> ReadProfileService:
        """Reads of the document."""
        return ReadProfileService(self.store)

    @cached_property
    def sync_overview(self) -> SyncOverviewService:
        """Where what is live."""
        return SyncOverviewService(self.store, self.board, sorted(self.settings.regions), _now)

    @cached_property
    def authorize(self) -> AuthorizeService:
        """Credentials."""
        return AuthorizeService(self.grants, _now, self.token_authority, self.settings.anonymous_profile)

    @cached_property
    def relay(self) -> RelayService:
        """Stream to bus."""
        return RelayService(self.bus, self.beacons)

    @cached_property
    def reconcile(self) -> ReconcileService:
        """The schedule."""
        return ReconcileService(self.store, self.bus)

    @cached_property
    def region_sync(self) -> RegionSync:
        """The sync of this function's region."""
        fingerprint = index_fingerprint(self.settings.embedder)
        index, beacon = self.index(self.settings.region), self.beacon(self.settings.region)
        return RegionSync(self.store, self.board, index, beacon, self.notify, fingerprint=fingerprint, now=_now)

    @cached_property
    def delivery(self) -> DeliveryService:
        """Replies to WebSocket clients."""
        return DeliveryService(self.connections, self.channel)

    @cached_property
    def notify(self) -> NotifyService:
        """News for the clients of this function's region."""
        return NotifyService(self.connections, self.channel, region=self.settings.region, now=_now, clock=monotonic)

    def deadline(self) -> Deadline:
        """The deadline of a request that begins now."""
        return Deadline.after(self.settings.deadline_seconds)

    async def readiness(self) -> dict[str, bool]:
        """Whether table, Redis and vector index of this region answer; does not count against any limit."""
        return await check_readiness(
            {
                "table": lambda: self.store.version("ready", 0),
                "redis": self.gate.ping,
                "vector": lambda: self.index(self.settings.region).is_settled(),
            }
        )

    # -- before a snapshot ---------------------------------------------------------------------------------------
    # What is imported and made here, every container that starts from the snapshot has (SnapStart). Nothing connects
    # or reads a secret: a connection would be dead when the snapshot is restored, a secret could be an old one.

    def prime_table(self) -> None:
        """Prepare for reading the table."""
        _ = self.store, self.grants

    def prime_credentials(self) -> None:
        """Prepare for checking credentials."""
        self.prime_table()
        _ = self.token_authority

    def prime_writes(self) -> None:
        """Prepare for publishing."""
        self.prime_table()
        self._prime_redis()
        _ = self.board

    def prime_questions(self) -> None:
        """Prepare for questions and searches."""
        self.prime_table()
        self._prime_redis()
        import_module("digital_twin.adapters.upstash_vector")
        for choice in self.settings.models:
            # Made again once its key is read; making it leaves the SDK imported.
            self.chat_model(choice, SecretStr("unread"))
        from digital_twin.services.rehearsal import rehearse

        rehearse()

    def prime_conversations(self) -> None:
        """Prepare for questions and searches, and for questions over WebSocket."""
        self.prime_questions()
        _ = self.connections, self.channel
        if self.settings.connections_url:
            from digital_twin.adapters.aws_clients import connections_client

            connections_client(self.settings.connections_url, self.settings.region)

    def _prime_redis(self) -> None:
        from digital_twin.adapters.aws_clients import secrets_manager_client
        from digital_twin.adapters.upstash_redis import TIMEOUT

        # Clients like these are made once the secret is read; making them leaves the service's description and the
        # certificate store loaded.
        secrets_manager_client(self.settings.region)
        self._http_client(TIMEOUT)
        # What httpx puts off until its first connection.
        import_module("anyio._backends._asyncio")

    # -- what services are made of -------------------------------------------------------------------------------

    @cached_property
    def secrets(self) -> Secrets:
        """The deployment's credentials, read once a container."""
        from digital_twin.adapters.secrets_manager import load_secrets

        return load_secrets(self.settings.secret, self.settings.region)

    @cached_property
    def store(self) -> ProfileStore:
        """The truth."""
        from digital_twin.adapters.profile_store import DynamoProfileStore

        return DynamoProfileStore(self._table)

    @cached_property
    def grants(self) -> GrantStore:
        """API keys."""
        from digital_twin.adapters.grant_store import DynamoGrantStore

        return DynamoGrantStore(self._table)

    @cached_property
    def token_authority(self) -> TokenAuthority | None:
        """The authorization server, if the deployment has one."""
        server = self.settings.authorization_server
        if server is None:
            return None
        from digital_twin.adapters.jwt_verifier import TIMEOUT, JwtVerifier

        if server.tier not in TIERS:
            raise MissingSetting("TWIN_AUTHORIZATION_SERVER names no tier there is")
        rules = TokenRules(
            profile=server.profile,
            audiences=frozenset(server.audiences),
            client_ids=frozenset(server.client_ids),
            scope_prefix=server.scope_prefix,
            groups_claim=server.groups_claim,
            tier=server.tier,
        )
        client = self._http_client(TIMEOUT)
        return TokenAuthority(JwtVerifier(server.issuer, server.keys_url, client, monotonic), rules)

    @cached_property
    def board(self) -> SyncBoard:
        """What each region holds."""
        from digital_twin.adapters.sync_board import DynamoSyncBoard

        return DynamoSyncBoard(self._table)

    @cached_property
    def connections(self) -> Connections:
        """Who is connected."""
        from digital_twin.adapters.connections import DynamoConnections

        return DynamoConnections(self._table)

    @cached_property
    def channel(self) -> ClientChannel:
        """The way to connected clients."""
        from digital_twin.adapters.api_gateway_clients import ApiGatewayChannel
        from digital_twin.adapters.aws_clients import connections_client

        return ApiGatewayChannel(connections_client)

    @cached_property
    def bus(self) -> EventBus:
        """Events to every region."""
        from digital_twin.adapters.aws_clients import eventbridge_client
        from digital_twin.adapters.eventbridge import EventBridgeBus

        return EventBridgeBus(eventbridge_client(self.settings.primary_region), self.settings.bus)

    @cached_property
    def beacons(self) -> tuple[HeadBeacon, ...]:
        """Every region's knowledge of HEAD."""
        return tuple(self.beacon(region) for region in self.settings.regions)

    @cached_property
    def gate(self) -> Gate:
        """This region's admission."""
        from digital_twin.adapters.upstash_redis import UpstashGate

        return UpstashGate(self._redis(self.settings.region))

    @cached_property
    def admissions(self) -> Admissions:
        """Admission with its fallbacks."""
        return Admissions(self.gate, self.store, monotonic)

    @cached_property
    def snapshots(self) -> Snapshots:
        """The newest snapshots."""
        return Snapshots(self.store)

    @cached_property
    def retriever(self) -> Retriever:
        """Hybrid retrieval."""
        return Retriever(self.vector_regions)

    @cached_property
    def vector_regions(self) -> VectorRegions:
        """Every region's index, nearest first, and what this container learned of their health."""
        return VectorRegions([self.index(region) for region in self.settings.regions], monotonic)

    @cached_property
    def models(self) -> tuple[ModelChoice, ...]:
        """The catalogue's candidates whose provider has a key."""
        return tuple(choice for choice in self.settings.models if choice.provider in self.secrets.provider_keys)

    @cached_property
    def generator(self) -> Generator:
        """The provider chain."""
        chain = [Candidate(self._late(choice), choice.timeout_seconds, _price(choice)) for choice in self.models]
        return Generator(chain, lambda: random_words.token_hex(8))

    @cached_property
    def ask_policy(self) -> AskPolicy:
        """What shapes answers besides the profile."""
        from digital_twin.services.ask import AskPolicy

        names = [f"{choice.provider}/{choice.model}@{choice.base_url}" for choice in self.models]
        floor = self.settings.relevance_floor
        return AskPolicy(answer_fingerprint(names, self.settings.embedder, floor), floor)

    @cached_property
    def _table(self) -> ReplicatedTable:
        from digital_twin.adapters.aws_clients import dynamodb_client
        from digital_twin.adapters.dynamodb import ReplicatedTable

        primary = dynamodb_client(self.settings.primary_region)
        is_primary = self.settings.region == self.settings.primary_region
        nearest = primary if is_primary else dynamodb_client(self.settings.region)
        return ReplicatedTable(primary, nearest, self.settings.table)

    def index(self, region: str) -> VectorIndex:
        """One region's vector index; made once, so that every use of it shares its connections."""
        from digital_twin.adapters.upstash_vector import TIMEOUT, UpstashVectorIndex

        if region not in self._indexes:
            there = self.secrets.regions[region]
            client = self._http_client(TIMEOUT)
            self._indexes[region] = UpstashVectorIndex(region, there.vector_url, there.vector_token, client)
        return self._indexes[region]

    def beacon(self, region: str) -> HeadBeacon:
        """One region's knowledge of HEAD."""
        from digital_twin.adapters.upstash_redis import UpstashHeadBeacon

        return UpstashHeadBeacon(region, self._redis(region))

    def _late(self, choice: ModelChoice) -> ChatModel:
        from digital_twin.services.late_model import LateModel

        key = self.secrets.provider_keys[choice.provider]
        return LateModel(choice.provider, choice.model, lambda: self.chat_model(choice, key))

    def chat_model(self, choice: ModelChoice, key: SecretStr) -> ChatModel:
        """One candidate of the catalogue, asked with a key."""
        import httpx

        if choice.provider == "anthropic":
            from digital_twin.adapters.anthropic import AnthropicModel
            from digital_twin.adapters.http_client import pooled_httpx2_client

            return AnthropicModel(choice, key, pooled_httpx2_client(choice.timeout_seconds, CONNECT_SECONDS))
        client = self._http_client(httpx.Timeout(choice.timeout_seconds, connect=CONNECT_SECONDS))
        if choice.provider == "groq":
            from digital_twin.adapters.groq import GroqModel

            return GroqModel(choice, key, client)
        from digital_twin.adapters.openai import OpenAIModel

        return OpenAIModel(choice, key, client)

    def _redis(self, region: str) -> Redis:
        from digital_twin.adapters.upstash_redis import TIMEOUT, redis_client

        endpoints = self.secrets.regions[region]
        return redis_client(endpoints.redis_url, endpoints.redis_token, self._http_client(TIMEOUT))

    @staticmethod
    def _http_client(timeout: httpx.Timeout) -> httpx.AsyncClient:
        from digital_twin.adapters.http_client import pooled_client

        return pooled_client(timeout)


def _price(choice: ModelChoice) -> Price | None:
    read, written = choice.input_usd_per_million, choice.output_usd_per_million
    return None if read is None or written is None else Price(read, written)


def _now() -> datetime:
    return datetime.now(UTC)
