"""Open WebSocket connections over DynamoDB: one item each, found by region and profile with one query.

They stand in a partition of their own kind, not in the profile's, so that the function that faces callers can be
allowed to write these items and no others.
"""

from __future__ import annotations

from datetime import timedelta

from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.dynamodb_items import (
    NewItem,
    StoredItem,
    moment,
    number,
    read_moment,
    read_text,
    text,
)
from digital_twin.ports import Connection

# https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
LONGEST_CONNECTION = timedelta(hours=2)

_PREFIX = "CONN#"


class DynamoConnections:
    """Connections at the primary, so that a region's sync, which runs there, sees one that was made just now."""

    def __init__(self, table: ReplicatedTable) -> None:
        self._table = table

    async def add(self, connection: Connection) -> None:
        """Remember a connection until it is removed, or is older than any connection gets."""
        await self._table.put(_item(connection))

    async def remove(self, connection: Connection) -> None:
        """Forget a connection; one that is not known is no error."""
        await self._table.delete(_partition(connection.profile, connection.region), _PREFIX + connection.id)

    async def of_profile(self, profile: str, region: str) -> list[Connection]:
        """Every connection of a profile's clients in a region."""
        items = await self._table.query(_partition(profile, region), _PREFIX)
        return [_read(item, profile, region) for item in items]


def _partition(profile: str, region: str) -> str:
    return f"{_PREFIX}{region}#{profile}"


def _item(connection: Connection) -> NewItem:
    return {
        "pk": text(_partition(connection.profile, connection.region)),
        "sk": text(_PREFIX + connection.id),
        "id": text(connection.id),
        "endpoint": text(connection.endpoint),
        "opened_at": moment(connection.opened_at),
        "expires_at": number(int((connection.opened_at + LONGEST_CONNECTION).timestamp())),
    }


def _read(item: StoredItem, profile: str, region: str) -> Connection:
    return Connection(
        id=read_text(item, "id"),
        profile=profile,
        region=region,
        endpoint=read_text(item, "endpoint"),
        opened_at=read_moment(item, "opened_at"),
    )
