"""The history of a profile: versions, the HEAD pointer, changes, and what one commit writes. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from digital_twin.domain.json_types import JsonObject, JsonValue


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two documents; `path` is a JSON pointer, `op` is `add`, `remove` or `replace`."""

    op: str
    path: str
    old: JsonValue = None
    new: JsonValue = None


@dataclass(frozen=True, slots=True)
class Head:
    """The only mutable pointer of a profile: its live version, and where its audit chain ends."""

    version: int
    etag: str
    digest: str
    audit_length: int
    audit_hash: str


@dataclass(frozen=True, slots=True)
class Version:
    """One committed state of a profile; never changed afterwards."""

    number: int
    etag: str
    created_at: datetime
    author: str
    reason: str
    source: str
    changes: tuple[Change, ...]
    document: JsonObject = field(repr=False)


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A version as a list of versions names it: everything but what it holds."""

    number: int
    etag: str
    created_at: datetime
    author: str
    reason: str
    source: str

    @classmethod
    def of(cls, version: Version) -> VersionEntry:
        """The entry of a version."""
        return cls(version.number, version.etag, version.created_at, version.author, version.reason, version.source)


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One entry of the audit chain: `hash` covers every other field, `previous` is the hash before it."""

    sequence: int
    at: datetime
    actor: str
    action: str
    details: JsonObject
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Commit:
    """What one transaction writes: a new version, HEAD moved from `expected` to it, and its audit record.

    `expected` is the version HEAD must be at, None if the profile must not exist yet.
    """

    profile: str
    expected: int | None
    version: Version
    head: Head
    audit: AuditRecord


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What one vector region holds: `status` is `live`, `syncing` or `failed`."""

    region: str
    version: int
    status: str
    chunks: int
    updated_at: datetime
    fingerprint: str
    error: str | None = None
