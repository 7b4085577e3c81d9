"""The grant store over DynamoDB: one item per API key, found by the key's hash. Never sees a key."""

from __future__ import annotations

from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.dynamodb_items import NewItem, StoredItem, moment, read_moment, read_text, text
from digital_twin.domain.access import Audience, Grant, Scope
from digital_twin.errors import StoreUnavailable


class DynamoGrantStore:
    """Grants in the table, read from the nearest replica: the authorizer is on the path of every request."""

    def __init__(self, table: ReplicatedTable) -> None:
        self._table = table

    async def find(self, key_hash: str) -> Grant | None:
        """The grant behind a key, None for an unknown key."""
        item = await self._table.get_nearest(_partition(key_hash), "KEY")
        return _read_grant(item) if item else None

    async def put(self, key_hash: str, grant: Grant) -> None:
        """Store a grant under a key's hash."""
        await self._table.put(_grant_item(key_hash, grant))


def _partition(key_hash: str) -> str:
    return f"KEY#{key_hash}"


def _grant_item(key_hash: str, grant: Grant) -> NewItem:
    item: NewItem = {
        "pk": text(_partition(key_hash)),
        "sk": text("KEY"),
        "id": text(grant.id),
        "profile": text(grant.profile),
        "audience": text(grant.audience.label),
        "scopes": text(" ".join(sorted(grant.scopes))),
        "tier": text(grant.tier),
        "label": text(grant.label),
    }
    if grant.expires_at is not None:
        # Not `expires_at`, by which the table deletes items: the owner still wants to see a key that has expired.
        item["valid_until"] = moment(grant.expires_at)
    return item


def _read_grant(item: StoredItem) -> Grant:
    try:
        audience = Audience.from_label(read_text(item, "audience"))
        scopes = frozenset(Scope(scope) for scope in read_text(item, "scopes").split())
    except ValueError as error:
        raise StoreUnavailable("a grant has an unknown audience or scope") from error
    return Grant(
        id=read_text(item, "id"),
        profile=read_text(item, "profile"),
        audience=audience,
        scopes=scopes,
        tier=read_text(item, "tier"),
        label=read_text(item, "label"),
        expires_at=read_moment(item, "valid_until") if "valid_until" in item else None,
    )
