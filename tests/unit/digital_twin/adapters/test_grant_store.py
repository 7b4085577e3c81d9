"""How a grant lies in the table. What the store does is in the contract suite."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fakes.moto_table import moto_table

from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.dynamodb_items import text
from digital_twin.adapters.grant_store import DynamoGrantStore
from digital_twin.domain.access import Audience, Grant, Scope
from digital_twin.errors import StoreUnavailable

GRANT = Grant("key-1", "ada", Audience.PUBLIC, frozenset({Scope.READ, Scope.QUERY}), "free", "web page")


@pytest.fixture
def table() -> Generator[ReplicatedTable]:
    """An empty table."""
    with moto_table() as table:
        yield table


async def test_a_grant_is_one_item_under_the_keys_hash(table: ReplicatedTable) -> None:
    """Audience and scopes are stored by name, so that the item can be read by people."""
    await DynamoGrantStore(table).put("abc", GRANT)
    assert await table.get("KEY#abc", "KEY") == {
        "pk": {"S": "KEY#abc"},
        "sk": {"S": "KEY"},
        "id": {"S": "key-1"},
        "profile": {"S": "ada"},
        "audience": {"S": "public"},
        "scopes": {"S": "query read"},
        "tier": {"S": "free"},
        "label": {"S": "web page"},
    }


async def test_an_expired_grant_is_not_deleted_by_the_table(table: ReplicatedTable) -> None:
    """The table deletes by `expires_at`, and the owner still wants to see a key that has expired."""
    await DynamoGrantStore(table).put("abc", replace(GRANT, expires_at=datetime(2026, 1, 1, tzinfo=UTC)))
    item = await table.get("KEY#abc", "KEY")
    assert item is not None
    assert "expires_at" not in item


@pytest.mark.parametrize(("name", "value"), [("audience", "everyone"), ("scopes", "query root")])
async def test_an_unknown_audience_or_scope_is_no_grant(table: ReplicatedTable, name: str, value: str) -> None:
    """A word this code does not know gives no access rather than some."""
    await DynamoGrantStore(table).put("abc", GRANT)
    item = await table.get("KEY#abc", "KEY")
    assert item is not None
    await table.put({**item, name: text(value)})
    with pytest.raises(StoreUnavailable, match="unknown audience or scope"):
        await DynamoGrantStore(table).find("abc")
