"""Bringing a region's vector index to HEAD.

Safe to repeat, in any order, twice at once: it works towards what HEAD says now, never towards what an event said
then.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Scope
from digital_twin.domain.history import Head, SyncStatus
from digital_twin.domain.snapshot import Snapshot
from digital_twin.errors import IndexUnavailable, NotFound, StoreUnavailable, TwinError
from digital_twin.ports import HeadBeacon, ProfileStore, SyncBoard, VectorIndex
from digital_twin.services.notify import NotifyService
from digital_twin.services.publish import announce
from digital_twin.telemetry import log

# Times HEAD may move while a region is being brought to it before the rest is left to the newer events.
MAX_ROUNDS = 3
SETTLE_SECONDS = 20.0
SETTLE_POLL_SECONDS = 0.2


class RegionSync:
    """Sync of one region."""

    def __init__(
        self,
        store: ProfileStore,
        board: SyncBoard,
        index: VectorIndex,
        beacon: HeadBeacon,
        clients: NotifyService,
        *,
        fingerprint: str,
        now: Callable[[], datetime],
    ) -> None:
        """Wire the service; `fingerprint` names embedder and chunker, a change of it re-indexes everything."""
        self._store = store
        self._board = board
        self._index = index
        self._beacon = beacon
        self._clients = clients
        self._fingerprint = fingerprint
        self._now = now

    async def sync(self, profile: str) -> SyncStatus:
        """Bring the region's index to HEAD, report it on the board, and tell connected clients if it was not there yet.

        Raises:
            NotFound: nothing was ever published.
            IndexUnavailable, StoreUnavailable: the region keeps what it has; the failure is on the board, and the
                event should be delivered again.
        """
        head = await self._head(profile)
        for _ in range(MAX_ROUNDS):
            await announce([self._beacon], profile, head.version)
            try:
                chunks = await self._apply(profile, head)
            except TwinError as error:
                log.error("sync.failed", region=self._index.region, version=head.version, reason=type(error).__name__)
                await self._report(profile, head.version, "failed", 0, type(error).__name__)
                raise
            latest = await self._head(profile)
            if latest.version == head.version:
                return await self._go_live(profile, head.version, chunks)
            # A slower sync of an older version may have removed what a faster one of the newer had added.
            head = latest
        return await self._report(profile, head.version, "syncing", 0)

    async def _go_live(self, profile: str, version: int, chunks: int) -> SyncStatus:
        # The schedule syncs what is live already, which is no news.
        statuses = await self._board.statuses(profile)
        is_news = not any((s.region, s.version, s.status) == (self._index.region, version, "live") for s in statuses)
        report = await self._report(profile, version, "live", chunks)
        if is_news:
            await self._clients.profile_updated(profile, version)
        return report

    async def _head(self, profile: str) -> Head:
        head = await self._store.head(profile)
        if head is None:
            raise NotFound(f"profile {profile} was never published")
        return head

    async def _apply(self, profile: str, head: Head) -> int:
        version = await self._store.version(profile, head.version)
        if version is None:
            raise StoreUnavailable(f"version {head.version} is HEAD but could not be read")
        wanted = Snapshot.of(version).all_chunks()
        held = await self._index.chunk_ids(profile)
        known = held if await self._is_same_embedder(profile) else set[str]()
        added = [chunk for chunk_id, chunk in wanted.items() if chunk_id not in known]
        vanished = sorted(held - wanted.keys())
        await self._index.delete(profile, vanished)
        await self._index.upsert(profile, added)
        await self._settled()
        log.info(
            "sync.applied",
            region=self._index.region,
            version=head.version,
            added=len(added),
            removed=len(vanished),
            total=len(wanted),
        )
        return len(wanted)

    async def _is_same_embedder(self, profile: str) -> bool:
        statuses = await self._board.statuses(profile)
        return any(s.region == self._index.region and s.fingerprint == self._fingerprint for s in statuses)

    async def _settled(self) -> None:
        try:
            async with asyncio.timeout(SETTLE_SECONDS):
                while not await self._index.is_settled():  # noqa: ASYNC110 - a remote state; nothing can wake us
                    await asyncio.sleep(SETTLE_POLL_SECONDS)
        except TimeoutError as error:
            raise IndexUnavailable(f"{self._index.region} did not finish indexing") from error

    async def _report(
        self, profile: str, version: int, status: str, chunks: int, error: str | None = None
    ) -> SyncStatus:
        # A failure leaves the index in an unknown state, so it names no fingerprint: the next sync fills it anew.
        fingerprint = "" if error else self._fingerprint
        report = SyncStatus(self._index.region, version, status, chunks, self._now(), fingerprint, error)
        await self._board.report(profile, report)
        return report


@dataclass(frozen=True, slots=True)
class SyncOverview:
    """HEAD's version (0 before the first) and every configured region's state."""

    head_version: int
    regions: tuple[SyncStatus, ...]


class SyncOverviewService:
    """The `where is what live` use case."""

    def __init__(
        self, store: ProfileStore, board: SyncBoard, regions: Sequence[str], now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._board = board
        self._regions = regions
        self._now = now

    async def overview(self, principal: Principal, deadline: Deadline) -> SyncOverview:
        """Each region's version; a region behind HEAD is `syncing`, whatever it last reported, unless it failed.

        Raises:
            Forbidden: the principal lacks the scope `write`.
            StoreUnavailable: the table failed.
        """
        principal.require(Scope.WRITE)
        reads = asyncio.gather(self._store.head(principal.profile), self._board.statuses(principal.profile))
        head, statuses = await deadline.bound(reads, StoreUnavailable, "the table")
        reported = {status.region: status for status in statuses}
        version = head.version if head else 0
        return SyncOverview(
            version, tuple(self._state(region, reported.get(region), version) for region in self._regions)
        )

    def _state(self, region: str, reported: SyncStatus | None, head_version: int) -> SyncStatus:
        if reported is None:
            return SyncStatus(region, 0, "syncing", 0, self._now(), "")
        if reported.status == "live" and reported.version < head_version:
            return SyncStatus(
                region, reported.version, "syncing", reported.chunks, reported.updated_at, reported.fingerprint
            )
        return reported
