"""What every `GrantStore` does: the fake, and the adapter over DynamoDB."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fakes.moto_table import moto_table
from fakes.store import FakeGrantStore

from digital_twin.adapters.grant_store import DynamoGrantStore
from digital_twin.domain.access import Audience, Grant, Scope, hash_key
from digital_twin.ports import GrantStore

HASH = hash_key("twin_made-up-key")
GRANT = Grant(
    id="key-1",
    profile="ada",
    audience=Audience.RECRUITER,
    scopes=frozenset({Scope.QUERY, Scope.SEARCH, Scope.READ}),
    tier="professional",
    label="Acme recruiting",
    expires_at=datetime(2027, 1, 1, tzinfo=UTC),
)


@pytest.fixture(params=["fake", "dynamodb"])
def store(request: pytest.FixtureRequest) -> Generator[GrantStore]:
    """An empty store of each kind."""
    if request.param == "fake":
        yield FakeGrantStore()
    else:
        with moto_table() as table:
            yield DynamoGrantStore(table)


async def test_an_unknown_key_has_no_grant(store: GrantStore) -> None:
    """A hash nobody stored resolves to nobody."""
    assert await store.find(HASH) is None


@pytest.mark.parametrize(
    "grant",
    [
        GRANT,
        replace(GRANT, expires_at=None),
        replace(GRANT, scopes=frozenset()),
        replace(GRANT, scopes=frozenset(Scope), audience=Audience.PRIVATE, label=""),
    ],
    ids=["with expiry", "without expiry", "without scopes", "with every scope"],
)
async def test_a_grant_reads_back_as_it_was_stored(store: GrantStore, grant: Grant) -> None:
    """Audience, scopes and expiry survive, the empty ones too."""
    await store.put(HASH, grant)
    assert await store.find(HASH) == grant


async def test_storing_again_replaces_the_grant(store: GrantStore) -> None:
    """A key has one grant: the last one stored."""
    await store.put(HASH, GRANT)
    narrowed = replace(GRANT, audience=Audience.PUBLIC)
    await store.put(HASH, narrowed)
    assert await store.find(HASH) == narrowed


async def test_grants_of_other_keys_are_not_found(store: GrantStore) -> None:
    """Only the exact hash finds a grant."""
    await store.put(HASH, GRANT)
    assert await store.find(hash_key("twin_another-key")) is None
    assert await store.find(HASH[:-1]) is None
