"""How a profile lies in the table, and that one commit is one transaction. What it does is in the contract suite."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from fakes.moto_table import moto_table, moto_table_with_replica

from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.dynamodb_items import read_number, read_text, text
from digital_twin.adapters.profile_store import DynamoProfileStore
from digital_twin.domain.commits import build_commit
from digital_twin.domain.history import Commit
from digital_twin.errors import StoreUnavailable

if TYPE_CHECKING:
    from types_boto3_dynamodb.type_defs import AttributeValueTypeDef

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def table() -> Generator[ReplicatedTable]:
    """An empty table."""
    with moto_table() as table:
        yield table


def commit_of(name: str, on: Commit | None = None, when: datetime = NOW) -> Commit:
    """A commit of a document that holds a name."""
    return build_commit(
        "ada",
        head=on.head if on else None,
        live=on.version.document if on else {},
        document={"basics": {"name": name}},
        author="owner",
        reason="because",
        source="put",
        now=when,
    )


def stored(table: ReplicatedTable) -> dict[tuple[str, str], dict[str, AttributeValueTypeDef]]:
    """Every item of the table by its key."""
    items = table.primary.scan(TableName=table.name)["Items"]
    return {(read_text(item, "pk"), read_text(item, "sk")): item for item in items}


async def test_the_first_commit_writes_head_version_audit_and_registry(table: ReplicatedTable) -> None:
    """The keys are those every other component reads by."""
    await DynamoProfileStore(table).commit(commit_of("Ada"))
    assert set(stored(table)) == {
        ("PROFILE#ada", "HEAD"),
        ("PROFILE#ada", "VERSION#0000000001"),
        ("PROFILE#ada", "AUDIT#0000000001"),
        ("PROFILES", "PROFILE#ada"),
    }


async def test_a_commit_is_one_request(table: ReplicatedTable) -> None:
    """One transaction and nothing before or after it, so a crash leaves all of a commit or none."""
    operations: list[str] = []

    def observe(**event: object) -> None:
        operations.append(str(event["event_name"]).rsplit(".", 1)[-1])

    table.primary.meta.events.register("before-call.dynamodb", observe)
    first = commit_of("Ada")
    await DynamoProfileStore(table).commit(first)
    await DynamoProfileStore(table).commit(commit_of("Ada E.", on=first))
    assert operations == ["TransactWriteItems", "TransactWriteItems"]


async def test_only_superseded_versions_expire(table: ReplicatedTable) -> None:
    """A version is kept 90 days after another took its place; the live one and the audit trail for ever."""
    first = commit_of("Ada")
    second = commit_of("Ada E.", on=first, when=NOW + timedelta(days=400))
    for commit in (first, second):
        await DynamoProfileStore(table).commit(commit)
    items = stored(table)
    expiring = {sk for (_, sk), item in items.items() if "expires_at" in item}
    assert expiring == {"VERSION#0000000001"}
    expires_at = read_number(items["PROFILE#ada", "VERSION#0000000001"], "expires_at")
    assert datetime.fromtimestamp(expires_at, UTC) == NOW + timedelta(days=490)


async def test_audit_records_are_stored_in_the_form_their_hash_was_made_of(table: ReplicatedTable) -> None:
    """Chain, time and details can be verified from the item alone."""
    commit = commit_of("Ada")
    await DynamoProfileStore(table).commit(commit)
    item = stored(table)["PROFILE#ada", "AUDIT#0000000001"]
    assert read_text(item, "hash") == commit.audit.hash == commit.head.audit_hash
    assert read_text(item, "previous") == commit.audit.previous
    assert read_text(item, "at") == commit.audit.at.isoformat()
    assert read_text(item, "details") == (
        f'{{"digest":"{commit.head.digest}","reason":"because","source":"put","version":1}}'
    )


@pytest.mark.parametrize("sk", ["VERSION#0000000001", "AUDIT#0000000001"])
async def test_a_commit_never_overwrites_and_never_stays_half(table: ReplicatedTable, sk: str) -> None:
    """Where an item already lies that HEAD does not know of, nothing is written at all."""
    await table.put({"pk": text("PROFILE#ada"), "sk": text(sk), "note": text("was here")})
    before = stored(table)
    with pytest.raises(StoreUnavailable, match="contradict"):
        await DynamoProfileStore(table).commit(commit_of("Ada"))
    assert stored(table) == before


async def test_a_version_the_replica_lacks_is_read_from_the_primary() -> None:
    """Right after a commit other regions read the new version, not an absence."""
    commit = commit_of("Ada")
    with moto_table_with_replica() as table:
        store = DynamoProfileStore(table)
        await store.commit(commit)
        assert await store.version("ada", 1) == commit.version
