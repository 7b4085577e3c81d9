"""What every `ProfileStore` does: the fake, and the adapter over DynamoDB."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from fakes.moto_table import moto_table
from fakes.store import FakeProfileStore

from digital_twin.adapters.profile_store import DynamoProfileStore
from digital_twin.domain.commits import GENESIS_HASH, build_commit
from digital_twin.domain.history import Commit, Head
from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import DocumentTooLarge, PreconditionFailed
from digital_twin.ports import ProfileStore

NOW = datetime(2026, 3, 1, 12, 30, 15, 123456, tzinfo=UTC)
DOCUMENT: JsonObject = {
    "x-unknown": {"kept": [1, 1.5, None, True, "snow ❄"]},
    "basics": {"name": "Ada Example", "summary": ""},
    "work": [],
}


@pytest.fixture(params=["fake", "dynamodb"])
def store(request: pytest.FixtureRequest) -> Generator[ProfileStore]:
    """An empty store of each kind."""
    if request.param == "fake":
        yield FakeProfileStore()
    else:
        with moto_table() as table:
            yield DynamoProfileStore(table)


def commit_of(
    document: JsonObject, *, head: Head | None = None, live: JsonObject | None = None, author: str = "owner"
) -> Commit:
    """The commit of a document on top of `head`."""
    when = NOW + timedelta(days=head.version if head else 0)
    return build_commit(
        "ada", head=head, live=live or {}, document=document, author=author, reason="", source="put", now=when
    )


async def test_an_unpublished_profile_has_neither_head_nor_version(store: ProfileStore) -> None:
    """Nothing is invented for a profile that was never published."""
    assert await store.head("ada") is None
    assert await store.version("ada", 1) is None
    assert await store.profiles() == []


async def test_a_commit_reads_back_as_it_was_written(store: ProfileStore) -> None:
    """HEAD and version come back equal, unknown fields, order of keys and microseconds included."""
    commit = commit_of(DOCUMENT)
    await store.commit(commit)
    version = await store.version("ada", 1)
    assert await store.head("ada") == commit.head
    assert version == commit.version
    assert version is not None
    assert list(version.document) == list(DOCUMENT)


async def test_every_version_stays_readable(store: ProfileStore) -> None:
    """A second commit moves HEAD and leaves the first version as it was."""
    first = commit_of(DOCUMENT)
    await store.commit(first)
    second = commit_of({"basics": {"name": "Ada E."}}, head=first.head, live=DOCUMENT)
    await store.commit(second)
    assert await store.head("ada") == second.head
    assert await store.version("ada", 1) == first.version
    assert await store.version("ada", 2) == second.version


async def test_versions_are_listed_newest_first_in_pages(store: ProfileStore) -> None:
    """Each page goes on below the last number of the one before; a profile's neighbours are not in it."""
    first = commit_of(DOCUMENT)
    await store.commit(first)
    second = commit_of({"basics": {"name": "Ada E."}}, head=first.head, live=DOCUMENT)
    await store.commit(second)
    third = commit_of({"basics": {"name": "Ada F."}}, head=second.head, live={"basics": {"name": "Ada E."}})
    await store.commit(third)

    newest = await store.versions("ada", below=None, limit=2)

    assert [entry.number for entry in newest] == [3, 2]
    assert [entry.number for entry in await store.versions("ada", below=2, limit=2)] == [1]
    assert await store.versions("ada", below=1, limit=2) == []
    assert await store.versions("ad", below=None, limit=2) == []
    version, entry = second.version, newest[1]
    assert (entry.etag, entry.created_at, entry.author) == (version.etag, version.created_at, version.author)
    assert (entry.reason, entry.source) == (version.reason, version.source)


async def test_changing_a_document_that_was_read_changes_nothing_stored(store: ProfileStore) -> None:
    """Each reader gets a document of its own."""
    await store.commit(commit_of(DOCUMENT))
    mine = await store.version("ada", 1)
    assert mine is not None
    mine.document["basics"] = "scribbled over"
    theirs = await store.version("ada", 1)
    assert theirs is not None
    assert theirs.document == DOCUMENT


async def test_a_first_commit_to_a_published_profile_is_refused(store: ProfileStore) -> None:
    """`expected=None` means the profile must not exist yet."""
    first = commit_of(DOCUMENT)
    await store.commit(first)
    with pytest.raises(PreconditionFailed):
        await store.commit(commit_of({"basics": {}}))
    assert await store.head("ada") == first.head
    assert await store.version("ada", 1) == first.version


async def test_a_commit_to_a_profile_that_does_not_exist_is_refused(store: ProfileStore) -> None:
    """An expected version nobody published writes nothing."""
    with pytest.raises(PreconditionFailed):
        await store.commit(commit_of(DOCUMENT, head=Head(1, '"v1"', "d", 1, GENESIS_HASH)))
    assert await store.head("ada") is None
    assert await store.version("ada", 2) is None
    assert await store.profiles() == []


async def test_a_commit_on_a_superseded_version_is_refused(store: ProfileStore) -> None:
    """The writer who read an older HEAD loses, and nothing of theirs is written."""
    first = commit_of(DOCUMENT)
    await store.commit(first)
    second = commit_of({"basics": {"name": "second"}}, head=first.head)
    await store.commit(second)
    with pytest.raises(PreconditionFailed):
        await store.commit(commit_of({"basics": {"name": "late"}}, head=first.head))
    assert await store.head("ada") == second.head
    assert await store.version("ada", 2) == second.version


async def test_of_concurrent_commits_on_one_version_exactly_one_wins(store: ProfileStore) -> None:
    """Eight writers of the same profile never lose an update: the winner's commit is there whole."""
    one_transaction_at_a_time()
    commits = [commit_of({"basics": {"name": f"writer {n}"}}, author=f"writer-{n}") for n in range(8)]
    outcomes = await asyncio.gather(*(store.commit(commit) for commit in commits), return_exceptions=True)
    won = [commit for commit, outcome in zip(commits, outcomes, strict=True) if outcome is None]
    assert len(won) == 1
    assert all(isinstance(outcome, PreconditionFailed) for outcome in outcomes if outcome is not None)
    assert await store.head("ada") == won[0].head
    assert await store.version("ada", 1) == won[0].version


async def test_history_is_linear_whatever_the_order_of_writers(store: ProfileStore) -> None:
    """Writers who try again until they win leave one version each, without a gap."""
    one_transaction_at_a_time()

    async def publish(author: str) -> None:
        while True:
            head = await store.head("ada")
            try:
                await store.commit(commit_of({"basics": {"name": author}}, head=head, author=author))
            except PreconditionFailed:
                continue
            return

    authors = [f"writer-{n}" for n in range(6)]
    await asyncio.gather(*(publish(author) for author in authors))
    head = await store.head("ada")
    versions = [await store.version("ada", n) for n in range(1, 7)]
    assert head is not None
    assert (head.version, head.audit_length) == (6, 6)
    assert sorted(version.author for version in versions if version) == authors
    assert await store.version("ada", 7) is None


async def test_a_document_that_does_not_fit_is_refused_whole(store: ProfileStore) -> None:
    """What cannot be compressed into an item is refused with its size, and nothing is written."""
    noise = random.Random(1).randbytes(400_000).hex()  # noqa: S311 - the same noise in every run
    with pytest.raises(DocumentTooLarge, match="bytes compressed"):
        await store.commit(commit_of({"basics": {"summary": noise}}))
    assert await store.head("ada") is None


async def test_a_large_document_that_compresses_well_is_kept(store: ProfileStore) -> None:
    """The limit is on the compressed size: a megabyte of prose fits."""
    prose: JsonObject = {"basics": {"summary": "Led the migration of the billing platform. " * 24_000}}
    await store.commit(commit_of(prose))
    version = await store.version("ada", 1)
    assert version is not None
    assert version.document == prose


async def test_profiles_are_listed_once_each_in_order(store: ProfileStore) -> None:
    """Every published profile is listed, however often it was published."""
    for profile in ("zoe", "ada"):
        await store.commit(
            build_commit(profile, head=None, live={}, document=DOCUMENT, author="o", reason="", source="put", now=NOW)
        )
    await store.commit(commit_of({"basics": {}}, head=await store.head("ada"), live=DOCUMENT))
    assert await store.profiles() == ["ada", "zoe"]


def one_transaction_at_a_time() -> None:
    """Isolate transactions, which DynamoDB does and moto does not: it undoes a lost one by restoring all tables."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(max_workers=1))
