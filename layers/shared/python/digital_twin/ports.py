"""What the core needs of the world, as small Protocols the core owns. Adapters implement them, fakes mirror them.

Every method that leaves the process raises the `DependencyFailed` subclass its Protocol names, and nothing of a
vendor's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from digital_twin.domain.access import Audience, Grant, Tier
from digital_twin.domain.answer import Usage
from digital_twin.domain.cooldowns import Cooldown
from digital_twin.domain.evidence import Candidate, Chunk
from digital_twin.domain.history import Commit, Head, SyncStatus, Version, VersionEntry
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.prompt import Prompt


class ProfileStore(Protocol):
    """The truth: versions of profiles, and the pointer to the live one. Raises StoreUnavailable."""

    async def head(self, profile: str) -> Head | None:
        """The live pointer, read consistently from the primary; None if nothing was ever published."""
        ...

    async def version(self, profile: str, number: int) -> Version | None:
        """A version, from the nearest replica that has it; None if it does not exist."""
        ...

    async def versions(self, profile: str, *, below: int | None, limit: int) -> list[VersionEntry]:
        """The newest versions that are still kept, newest first: at most `limit`, of numbers below `below` if given."""
        ...

    async def profiles(self) -> list[str]:
        """The ids of all profiles that were ever published, in order."""
        ...

    async def commit(self, commit: Commit) -> None:
        """Write version, HEAD and audit record in one transaction.

        Raises:
            PreconditionFailed: HEAD is not at `commit.expected`; nothing was written.
            DocumentTooLarge: the version does not fit an item; nothing was written.
        """
        ...


class GrantStore(Protocol):
    """API keys, by their hash. Raises StoreUnavailable."""

    async def find(self, key_hash: str) -> Grant | None:
        """The grant behind a key, None for an unknown key."""
        ...

    async def put(self, key_hash: str, grant: Grant) -> None:
        """Store a grant under a key's hash."""
        ...


class TokenVerifier(Protocol):
    """Access tokens of the authorization server. Raises KeysUnavailable."""

    async def verify(self, token: str) -> JsonObject | None:
        """The claims of a token whose signature, issuer and times are in order; None for any other."""
        ...


class SyncBoard(Protocol):
    """Which version each region's index holds. Raises StoreUnavailable."""

    async def report(self, profile: str, status: SyncStatus) -> None:
        """Record a region's state; one of an older version than the recorded is ignored."""
        ...

    async def statuses(self, profile: str) -> list[SyncStatus]:
        """The recorded state of every region that ever reported, ordered by region."""
        ...


class VectorIndex(Protocol):
    """One region's vector index; texts are embedded there. Raises IndexUnavailable."""

    @property
    def region(self) -> str:
        """The region's name."""
        ...

    async def search(self, profile: str, text: str, *, top_k: int, audience: Audience) -> list[Candidate]:
        """The nearest chunks at or below `audience`, best first; scores are (1 + cosine) / 2."""
        ...

    async def chunk_ids(self, profile: str) -> set[str]:
        """Every chunk id the index holds for a profile."""
        ...

    async def upsert(self, profile: str, chunks: Sequence[Chunk]) -> None:
        """Add or replace chunks; visible when `is_settled`."""
        ...

    async def delete(self, profile: str, chunk_ids: Sequence[str]) -> None:
        """Remove chunks; unknown ids are ignored."""
        ...

    async def is_settled(self) -> bool:
        """Whether everything written so far can be searched (the index is eventually consistent)."""
        ...


@dataclass(frozen=True, slots=True)
class AdmissionRequest:
    """What a request asks of the gate: may it run, and is its answer known?

    `cache_key` names the answer (None: nothing to look up); `route_per_minute` is the route's own limit; `cooldowns`
    names the cooldowns the answer's making depends on. `session` names the conversation the question is part of: its
    turns come back where no answer is looked up, because it takes them to know which; an answer that ends the request
    becomes its newest turn.
    """

    profile: str
    principal: str
    tier: Tier
    route: str
    route_per_minute: int
    cache_key: str | None = None
    cooldowns: tuple[str, ...] = ()
    session: str | None = None


@dataclass(frozen=True, slots=True)
class LimitState:
    """The limit nearest to being reached: its name, quota and remainder, and seconds until its window ends."""

    name: str
    quota: int
    remaining: int
    reset: int


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer another request was given, as it was stored, and the version it was made from.

    `turn` is what a session remembers of it; None if nothing was left for that.
    """

    version: int
    text: str
    turn: str | None = None


@dataclass(frozen=True, slots=True)
class Admission:
    """The gate's reply: the tightest limit, HEAD's version if Redis knows it, and the kept answer.

    `kept_answer` is of HEAD's version; while Redis does not know HEAD it is of any, and the caller compares. `lease`
    names the concurrency slot to give back in `settle`; None if none was taken. Of the requests that miss the same
    answer of the same version, one `leads` and is to leave it in `settle`; `flight_seconds` tells the others for how
    long that one may yet be waited for (0: there is none). `cooling` has the seconds left of each cooldown that lasts,
    by name, unless the kept answer ends the request. `turns` are those of the session, oldest first, where the request
    named one and no answer.
    """

    limit: LimitState
    head_version: int | None
    kept_answer: KeptAnswer | None
    lease: str | None
    leads: bool = False
    flight_seconds: float = 0.0
    cooling: Mapping[str, float] = field(default_factory=dict[str, float])
    turns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a finished request leaves behind; `cache_key` and `answer` are None when nothing may be cached.

    `head_was_read` says that `head_version` was read from the table for this request. Only then may it become the
    known one: a version that came from Redis, written back, would outlive its expiry there for ever under load.
    `flight` is the key of the answer whose flight this request led; it ends, with or without an answer. `cooldowns`
    begin, or go on for longer; none is ever shortened. `turn` is what to remember of the answer: it is kept with
    `answer`, for the sessions of those who will be served that, and becomes the newest of the `session`, if there is
    one.
    """

    profile: str
    principal: str
    head_version: int
    lease: str | None
    cache_key: str | None = None
    answer: str | None = None
    head_was_read: bool = False
    flight: str | None = None
    cooldowns: tuple[Cooldown, ...] = ()
    session: str | None = None
    turn: str | None = None


class Gate(Protocol):
    """Admission to this region, in its Redis: one round trip in, one out. Raises CacheUnavailable."""

    async def admit(self, request: AdmissionRequest) -> Admission:
        """Count the request against every limit, take a lease, read HEAD's version and the cached answer.

        Where there is no answer, lead the flight that makes it, or learn of the one that does, and learn what cools.
        A session remembers an answer that ends the request, and is recalled where none is looked up.

        Raises:
            LimitReached: naming the limit; nothing was counted and no lease taken.
        """
        ...

    async def kept(self, cache_key: str) -> tuple[KeptAnswer | None, bool]:
        """The answer kept under a key, of whatever version, and whether somebody is making one; counts nothing."""
        ...

    async def settle(self, settlement: Settlement) -> None:
        """Give the lease back; keep answer and turn; end the flight, begin cooldowns, move HEAD on if it was read."""
        ...

    async def ping(self) -> None:
        """Do nothing but answer: whether Redis can be reached."""
        ...


class HeadBeacon(Protocol):
    """One region's knowledge of HEAD. Raises CacheUnavailable."""

    @property
    def region(self) -> str:
        """The region's name."""
        ...

    async def advance(self, profile: str, version: int) -> None:
        """Make `version` known; a smaller one than is known changes nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Completion:
    """What a model replied, whole and unchecked."""

    text: str
    usage: Usage | None


class ChatModel(Protocol):
    """One model at one provider. Raises ModelUnavailable."""

    @property
    def provider(self) -> str:
        """The provider's name, as the catalogue has it."""
        ...

    @property
    def model(self) -> str:
        """The model's id at that provider."""
        ...

    async def complete(self, prompt: Prompt) -> Completion:
        """One completion; an empty or cut-off one is a failure."""
        ...


@dataclass(frozen=True, slots=True)
class ProfileCommitted:
    """The event that a profile has a new live version."""

    profile: str
    version: int


class EventBus(Protocol):
    """Where events go to every region's rule. Raises BusUnavailable."""

    async def publish(self, events: Sequence[ProfileCommitted]) -> None:
        """Put all events on the bus, or fail."""
        ...


@dataclass(frozen=True, slots=True)
class Connection:
    """A client's open WebSocket: `endpoint` is the URL at which its region's gateway takes messages for it."""

    id: str
    profile: str
    region: str
    endpoint: str
    opened_at: datetime


class Connections(Protocol):
    """Who is connected, in every region. Raises StoreUnavailable."""

    async def add(self, connection: Connection) -> None:
        """Remember a connection until it is removed, or is older than any connection gets."""
        ...

    async def remove(self, connection: Connection) -> None:
        """Forget a connection; one that is not known is no error."""
        ...

    async def of_profile(self, profile: str, region: str) -> list[Connection]:
        """Every connection of a profile's clients in a region."""
        ...


class ClientChannel(Protocol):
    """The way to connected clients. Raises ClientUnavailable."""

    async def send(self, connection: Connection, message: JsonObject) -> None:
        """Hand one message on to a client.

        Raises:
            ClientGone: the client is not connected.
        """
        ...
