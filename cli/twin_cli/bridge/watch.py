"""Learns of new versions: the service cannot push to a desktop, so its profile's ETag is asked for at an interval.

It asks only while somebody wants to know. A look costs one conditional request, which is answered without a body while
nothing changed; the ETag is that of the profile as this key sees it, so edits it may not see wake nobody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from twin_cli.bridge.upstream import Freshness, Look

READY_SECONDS = 3.0
"""How long a client waits, at most, for the first look."""

MAX_PAUSE_SECONDS = 300.0

type LookFor = Callable[[str | None], Awaitable[Look]]
type OnChange = Callable[[], Awaitable[None]]


class ProfileWatch:
    """Looks, while started, and calls `on_change` after each change. An interval of 0 never looks."""

    def __init__(self, look: LookFor, on_change: OnChange, interval: float) -> None:
        self._look = look
        self._on_change = on_change
        self._interval = interval
        self._task: asyncio.Task[None] | None = None
        self._first = asyncio.Event()
        self._last = Look(Freshness.UNKNOWN)
        self._etag: str | None = None

    async def start(self) -> bool:
        """Begin to look, if nobody did, and say whether changes can be told: not without the right to read.

        Returns after the first look or a bounded wait: what changes afterwards will be noticed.
        """
        if not self._interval:
            return False
        if self._task is None or self._task.done():
            self._first.clear()
            self._etag = None
            self._task = asyncio.create_task(self._run(), name="profile-watch")
        with suppress(TimeoutError):
            await asyncio.wait_for(self._first.wait(), READY_SECONDS)
        return self._last.freshness is not Freshness.DENIED

    async def stop(self) -> None:
        """End looking."""
        task, self._task = self._task, None
        # Who waits for the first look need not wait any longer.
        self._first.set()
        if task is not None:
            task.cancel()
            await asyncio.wait([task])

    async def _run(self) -> None:
        failures = 0
        baseline = False
        while True:
            self._last = await self._look(self._etag)
            known = self._last.freshness in {Freshness.SAME, Freshness.KNOWN, Freshness.NONE_YET}
            changed = known and baseline and self._last.etag != self._etag
            if known:
                self._etag, baseline, failures = self._last.etag, True, 0
            else:
                failures += 1
            self._first.set()
            if changed:
                await self._on_change()
            await asyncio.sleep(next_pause(self._interval, failures))


def next_pause(interval: float, failures: int) -> float:
    """Seconds until the next look: the interval, doubled for each failure in a row up to a limit."""
    return interval if not failures else max(interval, min(interval * 2 ** min(failures, 16), MAX_PAUSE_SECONDS))
