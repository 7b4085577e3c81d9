"""The snapshots a container keeps: the newest few, each loaded once however many requests ask at the same time."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from functools import partial

from digital_twin.deadline import Deadline
from digital_twin.domain.snapshot import Snapshot
from digital_twin.errors import StoreUnavailable
from digital_twin.ports import ProfileStore

# A snapshot of a long profile is some hundred kilobytes; a container serves few profiles at a time.
KEPT = 8


class Snapshots:
    """Snapshots by profile and version, least recently used out first."""

    def __init__(self, store: ProfileStore) -> None:
        self._store = store
        self._loading: OrderedDict[tuple[str, int], asyncio.Task[Snapshot]] = OrderedDict()

    async def load(self, profile: str, version: int, deadline: Deadline) -> Snapshot:
        """The snapshot of a version.

        Raises:
            StoreUnavailable: the table could not be read in time, or lacks the version; the next call tries again.
        """
        key = (profile, version)
        task = self._loading.get(key)
        if task is None:
            task = asyncio.ensure_future(self._read(profile, version))
            self._loading[key] = task
            task.add_done_callback(partial(self._forget_failed, key))
            while len(self._loading) > KEPT:
                self._loading.popitem(last=False)
        self._loading.move_to_end(key)
        # One caller's cancellation must not take the snapshot from the others.
        return await deadline.bound(asyncio.shield(task), StoreUnavailable, "the table")

    def _forget_failed(self, key: tuple[str, int], task: asyncio.Task[Snapshot]) -> None:
        if (task.cancelled() or task.exception()) and self._loading.get(key) is task:
            del self._loading[key]

    async def _read(self, profile: str, version: int) -> Snapshot:
        stored = await self._store.version(profile, version)
        if stored is None:
            raise StoreUnavailable(f"version {version} is HEAD but could not be read")
        return Snapshot.of(stored)
