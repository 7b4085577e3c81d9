"""The three API keys of a local stack: made once, kept in clear in the state directory, seeded as grants."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.grant_store import DynamoGrantStore
from digital_twin.domain.access import Audience, Grant, Scope, hash_key
from twin_local.private_files import write_private

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient

PROFILE = "default"

_READER = frozenset({Scope.QUERY, Scope.SEARCH, Scope.READ})

GRANTS: Mapping[str, Grant] = {
    "owner": Grant("local-owner", PROFILE, Audience.PRIVATE, frozenset(Scope), "enterprise", "local owner"),
    "recruiter": Grant("local-recruiter", PROFILE, Audience.RECRUITER, _READER, "professional", "local recruiter"),
    "public": Grant("local-public", PROFILE, Audience.PUBLIC, _READER, "free", "local public"),
}
"""Who is seeded, by role."""


def new_key() -> str:
    """A key as the service makes them: a prefix that secret scanners find, and 256 random bits in base64url."""
    return f"twin_{secrets.token_urlsafe(32)}"


def load_keys(file: Path) -> dict[str, str]:
    """Each role's key, made at the first start."""
    try:
        keys: dict[str, str] = json.loads(file.read_text())
    except FileNotFoundError:
        keys = {}
    if keys.keys() != GRANTS.keys():
        keys = {role: keys.get(role) or new_key() for role in GRANTS}
        write_private(file, keys)
    return keys


async def seed_keys(dynamodb: DynamoDBClient, table: str, keys: Mapping[str, str]) -> None:
    """Store the grants in the table, under their keys' hashes; harmless to repeat.

    Raises:
        StoreUnavailable: the table did not answer.
    """
    grants = DynamoGrantStore(ReplicatedTable(primary=dynamodb, nearest=dynamodb, name=table))
    for role, grant in GRANTS.items():
        await grants.put(hash_key(keys[role]), grant)
