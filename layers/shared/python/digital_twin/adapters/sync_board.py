"""The sync board over DynamoDB: one item per profile and region, which never goes back to an older version."""

from __future__ import annotations

from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.dynamodb_items import (
    NewItem,
    StoredItem,
    moment,
    number,
    read_moment,
    read_number,
    read_text,
    text,
)
from digital_twin.domain.history import SyncStatus


class DynamoSyncBoard:
    """Statuses beside the profile they belong to, written and read at the primary so that all regions see the same."""

    def __init__(self, table: ReplicatedTable) -> None:
        self._table = table

    async def report(self, profile: str, status: SyncStatus) -> None:
        """Record a region's state; one of an older version than the recorded is ignored."""
        await self._table.put_unless_newer(_status_item(profile, status))

    async def statuses(self, profile: str) -> list[SyncStatus]:
        """The recorded state of every region that ever reported, ordered by region."""
        return [_read_status(item) for item in await self._table.query(f"PROFILE#{profile}", "SYNC#")]


def _status_item(profile: str, status: SyncStatus) -> NewItem:
    item: NewItem = {
        "pk": text(f"PROFILE#{profile}"),
        "sk": text(f"SYNC#{status.region}"),
        "region": text(status.region),
        "version": number(status.version),
        "status": text(status.status),
        "chunks": number(status.chunks),
        "updated_at": moment(status.updated_at),
        "fingerprint": text(status.fingerprint),
    }
    if status.error is not None:
        item["error"] = text(status.error)
    return item


def _read_status(item: StoredItem) -> SyncStatus:
    return SyncStatus(
        region=read_text(item, "region"),
        version=read_number(item, "version"),
        status=read_text(item, "status"),
        chunks=read_number(item, "chunks"),
        updated_at=read_moment(item, "updated_at"),
        fingerprint=read_text(item, "fingerprint"),
        error=read_text(item, "error") if "error" in item else None,
    )
