"""The profile store over DynamoDB: the layout of a profile's items, and the one transaction that moves HEAD."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.dynamodb_items import (
    NewItem,
    StoredItem,
    binary,
    moment,
    number,
    read_binary,
    read_moment,
    read_number,
    read_text,
    text,
)
from digital_twin.adapters.version_content import pack_content, unpack_content
from digital_twin.domain.commits import canonical_json
from digital_twin.domain.history import AuditRecord, Commit, Head, Version, VersionEntry
from digital_twin.errors import PreconditionFailed, StoreUnavailable

if TYPE_CHECKING:
    from types_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

# How long a version can still be read, compared and rolled back to once another has taken its place.
SUPERSEDED_VERSIONS_KEPT = timedelta(days=90)

_REGISTRY = "PROFILES"
# The keys of versions have room for ten digits.
_LARGEST_VERSION = 10**10 - 1
# Without the content, which is most of a version.
_ENTRY_ATTRIBUTES = ("version", "etag", "created_at", "author", "reason", "source")
_ABSENT = "attribute_not_exists(pk)"


class DynamoProfileStore:
    """Profiles in one table, a partition each; `PROFILES` lists them for those who have to visit all."""

    def __init__(self, table: ReplicatedTable) -> None:
        self._table = table

    async def head(self, profile: str) -> Head | None:
        """The live pointer, read consistently from the primary; None if nothing was ever published."""
        item = await self._table.get(_partition(profile), "HEAD")
        return _read_head(item) if item else None

    async def version(self, profile: str, number: int) -> Version | None:
        """A version, from the nearest replica that has it; None if it does not exist."""
        item = await self._table.get_nearest(_partition(profile), _version_key(number))
        return _read_version(item) if item else None

    async def versions(self, profile: str, *, below: int | None, limit: int) -> list[VersionEntry]:
        """The newest versions that are still kept, newest first: at most `limit`, of numbers below `below` if given."""
        last = _LARGEST_VERSION if below is None else below - 1
        if last < 1:
            return []
        between = (_version_key(1), _version_key(last))
        items = await self._table.query_newest(_partition(profile), between, limit=limit, attributes=_ENTRY_ATTRIBUTES)
        return [_read_entry(item) for item in items]

    async def profiles(self) -> list[str]:
        """The ids of all profiles that were ever published, in order."""
        return [read_text(item, "profile") for item in await self._table.query(_REGISTRY, "PROFILE#")]

    async def commit(self, commit: Commit) -> None:
        """Write version, HEAD and audit record in one transaction.

        The first one also enters the profile in the registry, each later one lets the version it supersedes expire.

        Raises:
            PreconditionFailed: HEAD is not at `commit.expected`; nothing was written.
            DocumentTooLarge: the version does not fit an item; nothing was written.
        """
        writes = [
            self._move_head(commit),
            self._create(_version_item(commit.profile, commit.version)),
            self._create(_audit_item(commit.profile, commit.audit)),
            self._register(commit.profile) if commit.expected is None else self._expire(commit, commit.expected),
        ]
        lost = await self._table.transact(writes)
        if 0 in lost:
            raise PreconditionFailed(
                "the profile exists already"
                if commit.expected is None
                else f"the profile is no longer at version {commit.expected}"
            )
        if lost:
            raise StoreUnavailable("the table's items contradict its HEAD")

    def _create(self, item: NewItem) -> TransactWriteItemTypeDef:
        return {"Put": {"TableName": self._table.name, "Item": item, "ConditionExpression": _ABSENT}}

    def _move_head(self, commit: Commit) -> TransactWriteItemTypeDef:
        item = _head_item(commit.profile, commit.head)
        if commit.expected is None:
            return self._create(item)
        return {
            "Put": {
                "TableName": self._table.name,
                "Item": item,
                "ConditionExpression": "#version = :expected",
                "ExpressionAttributeNames": {"#version": "version"},
                "ExpressionAttributeValues": {":expected": number(commit.expected)},
            }
        }

    def _register(self, profile: str) -> TransactWriteItemTypeDef:
        entry = {"pk": text(_REGISTRY), "sk": text(_partition(profile)), "profile": text(profile)}
        return {"Put": {"TableName": self._table.name, "Item": entry}}

    def _expire(self, commit: Commit, superseded: int) -> TransactWriteItemTypeDef:
        expires_at = commit.version.created_at + SUPERSEDED_VERSIONS_KEPT
        return {
            "Update": {
                "TableName": self._table.name,
                "Key": {"pk": text(_partition(commit.profile)), "sk": text(_version_key(superseded))},
                "UpdateExpression": "SET expires_at = :expires_at",
                "ConditionExpression": "attribute_exists(pk)",
                "ExpressionAttributeValues": {":expires_at": number(int(expires_at.timestamp()))},
            }
        }


def _partition(profile: str) -> str:
    return f"PROFILE#{profile}"


def _version_key(number: int) -> str:
    return f"VERSION#{number:010}"


def _head_item(profile: str, head: Head) -> NewItem:
    return {
        "pk": text(_partition(profile)),
        "sk": text("HEAD"),
        "version": number(head.version),
        "etag": text(head.etag),
        "digest": text(head.digest),
        "audit_length": number(head.audit_length),
        "audit_hash": text(head.audit_hash),
    }


def _read_head(item: StoredItem) -> Head:
    return Head(
        version=read_number(item, "version"),
        etag=read_text(item, "etag"),
        digest=read_text(item, "digest"),
        audit_length=read_number(item, "audit_length"),
        audit_hash=read_text(item, "audit_hash"),
    )


def _version_item(profile: str, version: Version) -> NewItem:
    return {
        "pk": text(_partition(profile)),
        "sk": text(_version_key(version.number)),
        "version": number(version.number),
        "etag": text(version.etag),
        "created_at": moment(version.created_at),
        "author": text(version.author),
        "reason": text(version.reason),
        "source": text(version.source),
        "content": binary(pack_content(version.document, version.changes)),
    }


def _read_version(item: StoredItem) -> Version:
    document, changes = unpack_content(read_binary(item, "content"))
    return Version(
        number=read_number(item, "version"),
        etag=read_text(item, "etag"),
        created_at=read_moment(item, "created_at"),
        author=read_text(item, "author"),
        reason=read_text(item, "reason"),
        source=read_text(item, "source"),
        changes=changes,
        document=document,
    )


def _read_entry(item: StoredItem) -> VersionEntry:
    return VersionEntry(
        number=read_number(item, "version"),
        etag=read_text(item, "etag"),
        created_at=read_moment(item, "created_at"),
        author=read_text(item, "author"),
        reason=read_text(item, "reason"),
        source=read_text(item, "source"),
    )


def _audit_item(profile: str, record: AuditRecord) -> NewItem:
    return {
        "pk": text(_partition(profile)),
        "sk": text(f"AUDIT#{record.sequence:010}"),
        "sequence": number(record.sequence),
        "at": moment(record.at),
        "actor": text(record.actor),
        "action": text(record.action),
        "details": text(canonical_json(record.details).decode()),
        "previous": text(record.previous),
        "hash": text(record.hash),
    }
