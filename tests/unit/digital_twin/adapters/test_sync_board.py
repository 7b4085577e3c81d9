"""How a region's status lies in the table. What the board does is in the contract suite."""

from __future__ import annotations

from datetime import UTC, datetime

from fakes.moto_table import moto_table

from digital_twin.adapters.sync_board import DynamoSyncBoard
from digital_twin.domain.history import SyncStatus


async def test_a_status_is_one_item_beside_its_profile() -> None:
    """The key names the region; an absent error leaves no attribute."""
    status = SyncStatus("eu-west-1", 3, "live", 42, datetime(2026, 3, 1, tzinfo=UTC), "minilm-1")
    with moto_table() as table:
        await DynamoSyncBoard(table).report("ada", status)
        assert await table.get("PROFILE#ada", "SYNC#eu-west-1") == {
            "pk": {"S": "PROFILE#ada"},
            "sk": {"S": "SYNC#eu-west-1"},
            "region": {"S": "eu-west-1"},
            "version": {"N": "3"},
            "status": {"S": "live"},
            "chunks": {"N": "42"},
            "updated_at": {"S": "2026-03-01T00:00:00+00:00"},
            "fingerprint": {"S": "minilm-1"},
        }
