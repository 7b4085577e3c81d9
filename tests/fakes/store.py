"""The table's ports in memory: `ProfileStore`, `GrantStore`, `SyncBoard`; and the `EventBus`.

Set `unavailable` on any of them to make every call fail; `calls` lists the methods called, in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from digital_twin.adapters.version_content import pack_content, unpack_content
from digital_twin.domain.access import Grant
from digital_twin.domain.history import AuditRecord, Commit, Head, SyncStatus, Version, VersionEntry
from digital_twin.errors import BusUnavailable, DependencyFailed, PreconditionFailed, StoreUnavailable
from digital_twin.ports import ProfileCommitted


class _Remote:
    """What can be told to fail, and remembers what it was asked."""

    failure: type[DependencyFailed] = StoreUnavailable

    def __init__(self) -> None:
        self.unavailable = False
        self.calls: list[str] = []

    def _called(self, method: str) -> None:
        self.calls.append(method)
        if self.unavailable:
            raise self.failure("told to fail")


class FakeProfileStore(_Remote):
    """Profiles in dictionaries; content is kept packed, so that no caller can change what was committed.

    `audit` holds each profile's audit records, in order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.audit: defaultdict[str, list[AuditRecord]] = defaultdict(list)
        self._heads: dict[str, Head] = {}
        self._versions: dict[tuple[str, int], tuple[Version, bytes]] = {}

    async def head(self, profile: str) -> Head | None:
        """The live pointer; None if nothing was ever published."""
        self._called("head")
        return self._heads.get(profile)

    async def version(self, profile: str, number: int) -> Version | None:
        """A version with a document of its own; None if it does not exist."""
        self._called("version")
        if (profile, number) not in self._versions:
            return None
        version, packed = self._versions[profile, number]
        document, changes = unpack_content(packed)
        return replace(version, document=document, changes=changes)

    async def versions(self, profile: str, *, below: int | None, limit: int) -> list[VersionEntry]:
        """The newest versions, newest first."""
        self._called("versions")
        kept = [version for (owner, _), (version, _) in self._versions.items() if owner == profile]
        kept = [version for version in kept if below is None or version.number < below]
        kept.sort(key=lambda version: version.number, reverse=True)
        return [VersionEntry.of(version) for version in kept[:limit]]

    async def profiles(self) -> list[str]:
        """The ids of all profiles that were ever published, in order."""
        self._called("profiles")
        return sorted(self._heads)

    async def commit(self, commit: Commit) -> None:
        """Write version, HEAD and audit record, or none of them."""
        self._called("commit")
        packed = pack_content(commit.version.document, commit.version.changes)
        head = self._heads.get(commit.profile)
        if (head.version if head else None) != commit.expected:
            raise PreconditionFailed(f"the profile is not at version {commit.expected}")
        self._heads[commit.profile] = commit.head
        self._versions[commit.profile, commit.version.number] = (replace(commit.version, document={}), packed)
        self.audit[commit.profile].append(commit.audit)


class FakeGrantStore(_Remote):
    """Grants by key hash in a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self._grants: dict[str, Grant] = {}

    async def find(self, key_hash: str) -> Grant | None:
        """The grant behind a key, None for an unknown key."""
        self._called("find")
        return self._grants.get(key_hash)

    async def put(self, key_hash: str, grant: Grant) -> None:
        """Store a grant under a key's hash."""
        self._called("put")
        self._grants[key_hash] = grant


class FakeSyncBoard(_Remote):
    """Statuses by profile and region in a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self._statuses: dict[tuple[str, str], SyncStatus] = {}

    async def report(self, profile: str, status: SyncStatus) -> None:
        """Record a region's state; one of an older version than the recorded is ignored."""
        self._called("report")
        known = self._statuses.get((profile, status.region))
        if known is None or known.version <= status.version:
            self._statuses[profile, status.region] = status

    async def statuses(self, profile: str) -> list[SyncStatus]:
        """The recorded state of every region that ever reported, ordered by region."""
        self._called("statuses")
        return [status for (owner, _), status in sorted(self._statuses.items()) if owner == profile]


class FakeEventBus(_Remote):
    """A bus that keeps what was published in `events`."""

    failure = BusUnavailable

    def __init__(self) -> None:
        super().__init__()
        self.events: list[ProfileCommitted] = []

    async def publish(self, events: Sequence[ProfileCommitted]) -> None:
        """Keep all events."""
        self._called("publish")
        self.events.extend(events)
