"""Who may see and do what: audiences, scopes, tiers, grants and principals. Pure values, no lookups."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from digital_twin.errors import Forbidden


class Audience(IntEnum):
    """How far a principal sees; ordered, so `chunk.audience <= principal.audience` is the whole rule."""

    PUBLIC = 0
    RECRUITER = 1
    PRIVATE = 2

    @property
    def label(self) -> str:
        """The name callers and documents use: `public`, `recruiter` or `private`."""
        return self.name.lower()

    @classmethod
    def from_label(cls, label: str) -> Audience:
        """Read `public`, `recruiter` or `private`.

        Raises:
            ValueError: for any other word; an unknown audience is never taken for a known one.
        """
        if label != label.lower() or label.upper() not in cls.__members__:
            raise ValueError(f"an audience is one of {', '.join(audience.label for audience in cls)}")
        return cls[label.upper()]


class Scope(StrEnum):
    """What a principal may do."""

    QUERY = "query"
    SEARCH = "search"
    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Tier:
    """Limits of one subscription tier: requests per minute and day, requests under way at once."""

    name: str
    per_minute: int
    per_day: int
    concurrent: int


# The tiers of the original outline (seed/system-architecture.md, "Rate Limiting Strategy").
TIERS: dict[str, Tier] = {
    tier.name: tier
    for tier in (
        Tier("free", per_minute=10, per_day=500, concurrent=2),
        Tier("professional", per_minute=100, per_day=10_000, concurrent=10),
        Tier("enterprise", per_minute=1_000, per_day=100_000, concurrent=50),
    )
}


@dataclass(frozen=True, slots=True)
class Grant:
    """What an API key gives: stored under the key's hash, never with the key."""

    id: str
    profile: str
    audience: Audience
    scopes: frozenset[Scope]
    tier: str
    label: str
    expires_at: datetime | None = None

    def is_live(self, now: datetime) -> bool:
        """Whether the grant may still be used at `now`."""
        return self.expires_at is None or now < self.expires_at


@dataclass(frozen=True, slots=True)
class Principal:
    """Whom a credential resolved to."""

    id: str
    profile: str
    audience: Audience
    scopes: frozenset[Scope]
    tier: Tier

    def require(self, scope: Scope) -> None:
        """Let the request go on only if the principal holds `scope`.

        Raises:
            Forbidden: naming the missing scope.
        """
        if scope not in self.scopes:
            raise Forbidden(f"this credential lacks the scope '{scope}'", required_scope=scope)


def hash_key(secret: str) -> str:
    """SHA-256 of an API key in hex: the keys hold 256 random bits, so no salt or stretching is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()
