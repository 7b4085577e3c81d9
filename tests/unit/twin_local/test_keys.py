"""The three seeded keys."""

from __future__ import annotations

import re
from pathlib import Path

from fakes.moto_table import PRIMARY_REGION, TABLE, moto_table

from digital_twin.adapters.aws_clients import dynamodb_client
from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.grant_store import DynamoGrantStore
from digital_twin.domain.access import Audience, Scope, hash_key
from twin_local.keys import load_keys, seed_keys


def test_keys_survive(tmp_path: Path) -> None:
    """Keys are made once, in the service's own form, and only their owner can read the file."""
    file = tmp_path / "keys.json"
    keys = load_keys(file)
    assert load_keys(file) == keys
    assert keys.keys() == {"owner", "recruiter", "public"}
    assert all(re.fullmatch(r"twin_[A-Za-z0-9_-]{43}", key) for key in keys.values())
    assert file.stat().st_mode & 0o777 == 0o600


async def test_seeding(tmp_path: Path) -> None:
    """Each key resolves to its grant: who sees what, and how much of it."""
    keys = load_keys(tmp_path / "keys.json")
    with moto_table():
        client = dynamodb_client(PRIMARY_REGION)
        await seed_keys(client, TABLE, keys)
        store = DynamoGrantStore(ReplicatedTable(primary=client, nearest=client, name=TABLE))
        found = {role: await store.find(hash_key(key)) for role, key in keys.items()}
    resolved = {role: (grant.audience, grant.scopes, grant.tier) for role, grant in found.items() if grant}
    reader = frozenset({Scope.QUERY, Scope.SEARCH, Scope.READ})
    assert resolved == {
        "owner": (Audience.PRIVATE, frozenset(Scope), "enterprise"),
        "recruiter": (Audience.RECRUITER, reader, "professional"),
        "public": (Audience.PUBLIC, reader, "free"),
    }
