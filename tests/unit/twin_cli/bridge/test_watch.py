"""How new versions are noticed."""

from __future__ import annotations

import asyncio

import pytest

from twin_cli.bridge.upstream import Freshness, Look
from twin_cli.bridge.watch import MAX_PAUSE_SECONDS, ProfileWatch, next_pause

KNOWN = Freshness.KNOWN


async def changes_of(looks: list[Look]) -> int:
    """How many changes a series of looks shows."""
    told = 0
    seen = asyncio.Event()
    left = iter(looks)

    async def look(_: str | None) -> Look:
        found = next(left, None)
        if found is None:
            seen.set()
            await asyncio.Event().wait()
        assert found is not None
        return found

    async def on_change() -> None:
        nonlocal told
        told += 1

    watch = ProfileWatch(look, on_change, interval=0.000_1)
    await watch.start()
    await asyncio.wait_for(seen.wait(), 5)
    await watch.stop()
    return told


@pytest.mark.parametrize(
    ("looks", "changes"),
    [
        ([Look(KNOWN, "1")], 0),
        ([Look(KNOWN, "1"), Look(Freshness.SAME, "1")], 0),
        ([Look(KNOWN, "1"), Look(KNOWN, "2"), Look(KNOWN, "2"), Look(KNOWN, "3")], 2),
        ([Look(Freshness.NONE_YET), Look(KNOWN, "1")], 1),
        ([Look(Freshness.UNKNOWN), Look(KNOWN, "1")], 0),
        ([Look(KNOWN, "1"), Look(Freshness.UNKNOWN), Look(Freshness.UNKNOWN), Look(KNOWN, "1")], 0),
        ([Look(KNOWN, "1"), Look(Freshness.UNKNOWN), Look(KNOWN, "2")], 1),
    ],
)
async def test_a_change_is_another_etag_than_the_last_one_known(looks: list[Look], changes: int) -> None:
    """Outages are no changes, and what changed during one is noticed after it."""
    assert await changes_of(looks) == changes


def test_failures_are_asked_after_more_and_more_rarely() -> None:
    """Up to a limit, and never more often than the interval says."""
    assert [next_pause(15, failures) for failures in (0, 1, 2, 50)] == [15, 30, 60, MAX_PAUSE_SECONDS]
    assert next_pause(600, 3) == 600
