"""What every `SyncBoard` does: the fake, and the adapter over DynamoDB."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fakes.moto_table import moto_table
from fakes.store import FakeSyncBoard

from digital_twin.adapters.sync_board import DynamoSyncBoard
from digital_twin.domain.history import SyncStatus
from digital_twin.ports import SyncBoard

LIVE = SyncStatus(
    region="eu-west-1",
    version=3,
    status="live",
    chunks=42,
    updated_at=datetime(2026, 3, 1, 12, 30, tzinfo=UTC),
    fingerprint="minilm-1",
)


@pytest.fixture(params=["fake", "dynamodb"])
def board(request: pytest.FixtureRequest) -> Generator[SyncBoard]:
    """An empty board of each kind."""
    if request.param == "fake":
        yield FakeSyncBoard()
    else:
        with moto_table() as table:
            yield DynamoSyncBoard(table)


async def test_a_board_nobody_reported_to_is_empty(board: SyncBoard) -> None:
    """No region is invented."""
    assert await board.statuses("ada") == []


async def test_statuses_read_back_as_reported_ordered_by_region(board: SyncBoard) -> None:
    """Every region has its own line, with its error if it has one."""
    failed = replace(LIVE, region="ap-southeast-1", status="failed", error="index unavailable")
    await board.report("ada", LIVE)
    await board.report("ada", failed)
    assert await board.statuses("ada") == [failed, LIVE]


async def test_a_newer_version_replaces_the_recorded_one(board: SyncBoard) -> None:
    """A region moves forward, and an error of an earlier version is gone with it."""
    await board.report("ada", replace(LIVE, status="failed", error="index unavailable"))
    await board.report("ada", replace(LIVE, version=4))
    assert await board.statuses("ada") == [replace(LIVE, version=4)]


async def test_the_same_version_may_change_its_state(board: SyncBoard) -> None:
    """Syncing becomes live without a new version."""
    await board.report("ada", replace(LIVE, status="syncing", chunks=0))
    await board.report("ada", LIVE)
    assert await board.statuses("ada") == [LIVE]


async def test_an_older_version_is_ignored(board: SyncBoard) -> None:
    """Events that arrive late or twice never take a region back; 10 is newer than 9."""
    await board.report("ada", replace(LIVE, version=10))
    await board.report("ada", replace(LIVE, version=9, status="syncing"))
    assert await board.statuses("ada") == [replace(LIVE, version=10)]


async def test_profiles_have_boards_of_their_own(board: SyncBoard) -> None:
    """A profile whose id begins like another's shows only its own regions."""
    await board.report("ada", LIVE)
    await board.report("ada2", replace(LIVE, region="us-east-1"))
    assert await board.statuses("ada") == [LIVE]
