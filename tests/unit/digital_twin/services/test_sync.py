"""Bringing a region to HEAD: whatever the events say, however often and in whatever order they come."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import override

import pytest
from fakes.vector import FakeVectorIndex
from support.container import HOME, FakeContainer, publish
from support.people import PROFILE
from support.profiles import profile_document

from digital_twin.domain.evidence import Chunk
from digital_twin.domain.history import SyncStatus
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.snapshot import Snapshot
from digital_twin.errors import IndexUnavailable, NotFound, StoreUnavailable
from digital_twin.ports import Connection
from digital_twin.services.sync import MAX_ROUNDS

SHORTER: JsonObject = {"basics": {"name": "Ada Example", "label": "Gardener"}}


class WatchedIndex(FakeVectorIndex):
    """An index that lists the ids written to it, and lets the world move on before each upsert."""

    def __init__(self) -> None:
        super().__init__(HOME)
        self.upserted: list[str] = []
        self.before_upsert: Callable[[], Awaitable[object]] | None = None

    @override
    async def upsert(self, profile: str, chunks: Sequence[Chunk]) -> None:
        """Let the world move on, then write."""
        if self.before_upsert is not None:
            await self.before_upsert()
        self.upserted += [chunk.id for chunk in chunks]
        await super().upsert(profile, chunks)


class SettlingIndex(FakeVectorIndex):
    """An eventually consistent index that settles at the second look, or never."""

    def __init__(self, *, ever: bool) -> None:
        super().__init__(HOME, eventual=True)
        self._ever = ever

    @override
    async def is_settled(self) -> bool:
        """The state before this look had any effect."""
        settled = await super().is_settled()
        if self._ever:
            self.settle()
        return settled


def watched(container: FakeContainer) -> WatchedIndex:
    """Give the home region a watched index."""
    index = WatchedIndex()
    container.indexes[HOME] = index
    return index


async def sync(container: FakeContainer) -> SyncStatus:
    """Sync the home region."""
    return await container.sync_of(HOME).sync(PROFILE)


async def wanted_ids(container: FakeContainer) -> set[str]:
    """What an index has to hold for HEAD, no more and no less."""
    head = await container.store.head(PROFILE)
    assert head is not None
    version = await container.store.version(PROFILE, head.version)
    assert version is not None
    return set(Snapshot.of(version).all_chunks())


async def test_a_first_sync_fills_the_region_and_reports_it_live() -> None:
    """Every chunk of every audience is in the index, and the board says so."""
    container = FakeContainer()
    await publish(container)

    status = await sync(container)

    held = await container.index(HOME).chunk_ids(PROFILE)
    assert held == await wanted_ids(container)
    assert (status.region, status.version, status.status, status.chunks) == (HOME, 1, "live", len(held))
    assert await container.board.statuses(PROFILE) == [status]


async def test_a_next_version_adds_what_is_new_and_deletes_what_vanished() -> None:
    """What both versions share is not written again."""
    container = FakeContainer()
    index = watched(container)
    await publish(container)
    await sync(container)
    before = await index.chunk_ids(PROFILE)
    document = profile_document()
    document["skills"] = [{"name": "Gardening"}]
    await publish(container, document)
    index.upserted.clear()

    status = await sync(container)

    after = await index.chunk_ids(PROFILE)
    assert after == await wanted_ids(container)
    assert set(index.upserted) == after - before
    assert before - after
    assert (status.version, status.status) == (2, "live")


async def test_what_was_made_private_is_reindexed_under_its_new_audience() -> None:
    """An id names text, place and audience, so a change of audience is a new chunk and the old one goes."""
    container = FakeContainer()
    await publish(container)
    await sync(container)
    document = profile_document()
    document["x-twin"] = {"audience": {}}
    await publish(container, document)

    await sync(container)

    assert await container.index(HOME).chunk_ids(PROFILE) == await wanted_ids(container)


async def test_a_replayed_event_changes_nothing() -> None:
    """Delivery is at least once."""
    container = FakeContainer()
    index = watched(container)
    await publish(container)
    await sync(container)
    held = await index.chunk_ids(PROFILE)
    index.upserted.clear()

    replayed = [await sync(container) for _ in range(3)]

    assert (index.upserted, await index.chunk_ids(PROFILE)) == ([], held)
    assert [(status.version, status.status) for status in replayed] == [(1, "live")] * 3


async def test_events_out_of_order_lead_to_head() -> None:
    """The event of version 1 that arrives after that of version 2 works towards version 2, too."""
    container = FakeContainer()
    await publish(container)
    await publish(container, SHORTER)
    await sync(container)
    late = await sync(container)

    assert late.version == 2
    assert await container.index(HOME).chunk_ids(PROFILE) == await wanted_ids(container)


async def test_a_head_that_moves_during_the_sync_is_followed() -> None:
    """The region is reported live only at a version that was HEAD when it was done."""
    container = FakeContainer()
    index = watched(container)
    await publish(container)

    async def move_on() -> None:
        index.before_upsert = None
        await publish(container, SHORTER)

    index.before_upsert = move_on
    status = await sync(container)

    assert (status.version, status.status) == (2, "live")
    assert await index.chunk_ids(PROFILE) == await wanted_ids(container)


async def test_a_slow_sync_of_an_older_version_does_not_undo_a_faster_one_of_the_newer() -> None:
    """Two syncs at once: the slow one writes version 1's chunks last, sees that HEAD moved, and takes them out."""
    container = FakeContainer()
    index = watched(container)
    await publish(container)

    async def overtake() -> None:
        index.before_upsert = None
        await publish(container, SHORTER)
        await sync(container)

    index.before_upsert = overtake
    status = await sync(container)

    assert (status.version, status.status) == (2, "live")
    assert await index.chunk_ids(PROFILE) == await wanted_ids(container)


async def test_a_head_that_never_rests_is_left_to_the_newer_events() -> None:
    """After a few rounds the region says that it is still syncing; each commit has an event of its own."""
    container = FakeContainer()
    index = watched(container)
    await publish(container)
    labels = iter(range(100))

    async def move_on() -> None:
        await publish(container, {"basics": {"name": "Ada", "label": f"Engineer {next(labels)}"}})

    index.before_upsert = move_on
    status = await sync(container)

    assert (status.version, status.status) == (MAX_ROUNDS + 1, "syncing")


async def test_a_region_that_fails_is_on_the_board_and_the_event_comes_again() -> None:
    """The owner sees it; the retry brings the region to HEAD and takes the error off."""
    container = FakeContainer()
    await publish(container)
    container.index(HOME).unavailable = True

    with pytest.raises(IndexUnavailable):
        await sync(container)
    [failed] = await container.board.statuses(PROFILE)
    container.index(HOME).unavailable = False
    await sync(container)

    assert (failed.version, failed.status, failed.error) == (1, "failed", "IndexUnavailable")
    [live] = await container.board.statuses(PROFILE)
    assert (live.version, live.status, live.error) == (1, "live", None)


async def test_after_a_failure_everything_is_written_again() -> None:
    """What a failed write left behind is unknown, so ids that are there prove nothing."""
    container = FakeContainer()
    index = watched(container)
    await publish(container)
    await sync(container)
    index.unavailable = True
    with pytest.raises(IndexUnavailable):
        await sync(container)
    index.unavailable = False
    index.upserted.clear()

    await sync(container)

    assert set(index.upserted) == await wanted_ids(container)


async def test_another_embedder_or_chunker_reindexes_everything() -> None:
    """Vectors of another model are not comparable, whatever their ids say; once is enough."""
    container = FakeContainer()
    index = watched(container)
    await publish(container)
    await sync(container)
    index.upserted.clear()

    await container.sync_of(HOME, "another-embedder/1").sync(PROFILE)
    rewritten = set(index.upserted)
    index.upserted.clear()
    await container.sync_of(HOME, "another-embedder/1").sync(PROFILE)

    assert rewritten == await wanted_ids(container)
    assert index.upserted == []


async def test_a_region_that_lost_its_index_is_filled_again() -> None:
    """The board saying `live` is no proof; the index is asked what it holds."""
    container = FakeContainer()
    await publish(container)
    await sync(container)
    container.indexes[HOME] = FakeVectorIndex(HOME)

    await sync(container)

    assert await container.index(HOME).chunk_ids(PROFILE) == await wanted_ids(container)


async def test_live_means_searchable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The index is eventually consistent; the report waits until what was written can be found."""
    monkeypatch.setattr("digital_twin.services.sync.SETTLE_POLL_SECONDS", 0)
    container = FakeContainer()
    container.indexes[HOME] = SettlingIndex(ever=True)
    await publish(container)

    assert (await sync(container)).status == "live"
    assert await container.index(HOME).is_settled()


async def test_an_index_that_never_settles_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wait has an end, and the event comes again."""
    monkeypatch.setattr("digital_twin.services.sync.SETTLE_SECONDS", 0.01)
    container = FakeContainer()
    container.indexes[HOME] = SettlingIndex(ever=False)
    await publish(container)

    with pytest.raises(IndexUnavailable, match=HOME):
        await sync(container)

    assert [status.status for status in await container.board.statuses(PROFILE)] == ["failed"]


async def test_the_regions_redis_is_told_even_if_publishing_could_not() -> None:
    """The sync is the last of three to tell it."""
    container = FakeContainer()
    container.redis[HOME].unavailable = True
    await publish(container)
    container.redis[HOME].unavailable = False

    await sync(container)

    assert container.redis[HOME].head(PROFILE) == 1


async def test_a_region_without_redis_is_synced_all_the_same() -> None:
    """The index does not depend on the cache."""
    container = FakeContainer()
    container.redis[HOME].unavailable = True
    await publish(container)

    assert (await sync(container)).status == "live"


async def test_a_profile_that_was_never_published_is_not_found() -> None:
    """An event about nothing leaves nothing on the board."""
    container = FakeContainer()

    with pytest.raises(NotFound):
        await sync(container)

    assert await container.board.statuses(PROFILE) == []


async def test_a_table_that_is_down_is_said_so() -> None:
    """The event comes again."""
    container = FakeContainer()
    await publish(container)
    container.store.unavailable = True

    with pytest.raises(StoreUnavailable):
        await sync(container)


# -- news ------------------------------------------------------------------------------------------------------------


async def connect(container: FakeContainer, id_: str, region: str = HOME) -> None:
    """Have a client of the profile connected in a region."""
    opened_at = datetime(2026, 3, 1, tzinfo=UTC)
    await container.connections.add(Connection(id_, PROFILE, region, "https://api/live", opened_at))


async def test_clients_of_the_region_are_told_when_a_version_is_live_there() -> None:
    """Its number, and nothing that may be private."""
    container = FakeContainer()
    await connect(container, "here")
    await connect(container, "there", "eu-west-1")
    await publish(container)
    await sync(container)
    assert container.channel.sent == {"here": [{"type": "profile_updated", "version": 1}]}


async def test_a_version_that_was_live_already_is_no_news() -> None:
    """The schedule syncs every region again and again, and events come twice."""
    container = FakeContainer()
    await connect(container, "here")
    await publish(container)
    await sync(container)
    await sync(container)
    await publish(container, SHORTER)
    await sync(container)
    assert [message["version"] for message in container.channel.sent["here"]] == [1, 2]


async def test_a_failed_sync_tells_nobody() -> None:
    """What is not live is no news; when it is, it is."""
    container = FakeContainer()
    await connect(container, "here")
    await publish(container)
    container.indexes[HOME].unavailable = True
    with pytest.raises(IndexUnavailable):
        await sync(container)
    assert container.channel.sent == {}
    container.indexes[HOME].unavailable = False
    await sync(container)
    assert len(container.channel.sent["here"]) == 1


async def test_clients_that_cannot_be_told_fail_no_sync() -> None:
    """Neither the way to them nor the list of them is what a region lives by."""
    container = FakeContainer()
    await connect(container, "here")
    await publish(container)
    container.channel.unavailable = container.connections.unavailable = True
    assert (await sync(container)).status == "live"
