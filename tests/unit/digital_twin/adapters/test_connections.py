"""How connections lie in the table."""

from __future__ import annotations

from datetime import UTC, datetime

from fakes.moto_table import TABLE, moto_table

from digital_twin.adapters.connections import DynamoConnections
from digital_twin.ports import Connection

OPENED_AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


async def test_an_item_stands_in_a_partition_of_connections_and_expires_after_two_hours() -> None:
    """The grant of the query function names the partition's prefix, the table's TTL the attribute."""
    with moto_table() as table:
        await DynamoConnections(table).add(Connection("c1", "ada", "eu-west-1", "https://api/live", OPENED_AT))
        [item] = table.primary.scan(TableName=TABLE)["Items"]
    assert item["pk"] == {"S": "CONN#eu-west-1#ada"}
    assert item["sk"] == {"S": "CONN#c1"}
    assert item["expires_at"] == {"N": str(int(OPENED_AT.timestamp()) + 2 * 60 * 60)}
