"""What every `Connections` does: the fake, and the adapter over DynamoDB."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fakes.clients import FakeConnections
from fakes.moto_table import moto_table

from digital_twin.adapters.connections import DynamoConnections
from digital_twin.ports import Connection, Connections

CONNECTION = Connection(
    id="Ue9QvcNcIAMCJhg=",
    profile="ada",
    region="eu-west-1",
    endpoint="https://a1b2c3.execute-api.eu-west-1.amazonaws.com/live",
    opened_at=datetime(2026, 3, 1, 12, 30, 0, 123000, tzinfo=UTC),
)


@pytest.fixture(params=["fake", "dynamodb"])
def connections(request: pytest.FixtureRequest) -> Generator[Connections]:
    """An empty set of each kind."""
    if request.param == "fake":
        yield FakeConnections()
    else:
        with moto_table() as table:
            yield DynamoConnections(table)


async def test_a_connection_reads_back_as_it_was_added(connections: Connections) -> None:
    """With the way to it."""
    await connections.add(CONNECTION)
    assert await connections.of_profile("ada", "eu-west-1") == [CONNECTION]


async def test_every_connection_of_a_profile_in_a_region_is_found(connections: Connections) -> None:
    """And none of another profile or region, whose name may begin alike."""
    second = replace(CONNECTION, id="Ue9Q2")
    others = [replace(CONNECTION, profile="ada2"), replace(CONNECTION, region="us-east-1")]
    for connection in (CONNECTION, second, *others):
        await connections.add(connection)
    found = await connections.of_profile("ada", "eu-west-1")
    assert sorted(connection.id for connection in found) == ["Ue9Q2", CONNECTION.id]


async def test_a_removed_connection_is_gone(connections: Connections) -> None:
    """And only that one."""
    second = replace(CONNECTION, id="Ue9Q2")
    await connections.add(CONNECTION)
    await connections.add(second)
    await connections.remove(CONNECTION)
    assert await connections.of_profile("ada", "eu-west-1") == [second]


async def test_removing_an_unknown_connection_is_no_error(connections: Connections) -> None:
    """Whoever finds it gone first removes it."""
    await connections.remove(CONNECTION)
    assert await connections.of_profile("ada", "eu-west-1") == []
