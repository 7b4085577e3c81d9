"""What every `VectorIndex` keeps: run on the fake and on the Upstash adapter against the local server."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from fakes.vector import FakeVectorIndex
from fakes.vector_server import vector_adapter, vector_server

from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Chunk
from digital_twin.errors import IndexUnavailable
from digital_twin.ports import VectorIndex

PROFILE = "ada"
BILLING = Chunk("c-billing", "work", "/work/0", "Led the billing migration to event sourcing", Audience.PUBLIC)
SALARY = Chunk("c-salary", "x-salary", "/x-salary", "Expected salary for a billing role", Audience.RECRUITER)
DIARY = Chunk("c-diary", "x-diary", "/x-diary", "A private diary entry about billing", Audience.PRIVATE)
CHUNKS = (SALARY, DIARY, BILLING)


@dataclass
class Harness:
    """An eventually consistent index, a way to let its writes settle, and a way to break it."""

    index: VectorIndex
    settle: Callable[[], None]
    break_down: Callable[[], Awaitable[None]]

    async def upsert(self, *chunks: Chunk, profile: str = PROFILE) -> None:
        """Write chunks and let them settle."""
        await self.index.upsert(profile, chunks)
        self.settle()

    async def found(self, text: str, audience: Audience = Audience.PRIVATE, *, top_k: int = 10) -> list[str]:
        """The ids a search proposes, best first."""
        candidates = await self.index.search(PROFILE, text, top_k=top_k, audience=audience)
        return [candidate.chunk_id for candidate in candidates]


def _fake() -> Harness:
    index = FakeVectorIndex(eventual=True)

    async def break_down() -> None:
        index.unavailable = True

    return Harness(index, index.settle, break_down)


@pytest.fixture(params=["fake", "upstash"])
async def harness(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[Harness]:
    """Each implementation in turn, empty."""
    if request.param == "fake":
        yield _fake()
        return
    async with vector_server(tmp_path, index_delay=5.0) as server, vector_adapter(server.url) as index:

        def settle() -> None:
            server.clock.now += 5.0

        yield Harness(index, settle, lambda: server.fault("fail"))


async def test_it_knows_its_region(harness: Harness) -> None:
    """The region is the one it was made for."""
    assert harness.index.region == "us-east-1"


async def test_the_nearest_chunk_comes_first(harness: Harness) -> None:
    """Candidates are ordered by similarity, which lies between 0 and 1."""
    await harness.upsert(*CHUNKS)

    candidates = await harness.index.search(PROFILE, "billing migration", top_k=10, audience=Audience.PRIVATE)

    assert candidates[0].chunk_id == BILLING.id
    scores = [candidate.score for candidate in candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


async def test_a_text_is_most_similar_to_itself(harness: Harness) -> None:
    """Identical text scores 1: the scale is (1 + cosine) / 2."""
    await harness.upsert(*CHUNKS)

    [best] = await harness.index.search(PROFILE, BILLING.text, top_k=1, audience=Audience.PUBLIC)

    assert (best.chunk_id, best.score) == (BILLING.id, pytest.approx(1.0))


async def test_no_more_than_top_k_candidates_come_back(harness: Harness) -> None:
    """`top_k` bounds the reply."""
    await harness.upsert(*CHUNKS)

    assert len(await harness.found("billing", top_k=2)) == 2


@pytest.mark.parametrize(
    ("audience", "visible"),
    [
        (Audience.PUBLIC, {BILLING.id}),
        (Audience.RECRUITER, {BILLING.id, SALARY.id}),
        (Audience.PRIVATE, {BILLING.id, SALARY.id, DIARY.id}),
    ],
)
async def test_nothing_above_the_audience_is_proposed(harness: Harness, audience: Audience, visible: set[str]) -> None:
    """An audience sees its own chunks and those of the audiences below it."""
    await harness.upsert(*CHUNKS)

    assert set(await harness.found("billing", audience)) == visible


async def test_a_profile_sees_its_own_chunks_only(harness: Harness) -> None:
    """Profiles are apart, even with the same chunk ids."""
    await harness.upsert(BILLING, profile="grace")

    assert await harness.found("billing") == []
    assert await harness.index.chunk_ids(PROFILE) == set()


async def test_a_profile_that_was_never_indexed_is_empty(harness: Harness) -> None:
    """Reading and deleting work before the first upsert."""
    await harness.index.delete(PROFILE, ["c-unknown"])

    assert await harness.found("billing") == []
    assert await harness.index.chunk_ids(PROFILE) == set()


async def test_written_chunks_are_listed_at_once_and_found_when_settled(harness: Harness) -> None:
    """The index is eventually consistent, and says when it is."""
    await harness.index.upsert(PROFILE, [BILLING])

    assert await harness.index.chunk_ids(PROFILE) == {BILLING.id}
    assert await harness.found("billing") == []
    assert not await harness.index.is_settled()

    harness.settle()

    assert await harness.index.is_settled()
    assert await harness.found("billing") == [BILLING.id]


async def test_deleted_chunks_are_gone(harness: Harness) -> None:
    """Deletion takes effect in listing and search; unknown ids are ignored."""
    await harness.upsert(*CHUNKS)

    await harness.index.delete(PROFILE, [SALARY.id, "c-unknown"])

    assert await harness.index.chunk_ids(PROFILE) == {BILLING.id, DIARY.id}
    assert SALARY.id not in await harness.found("billing")


async def test_upserting_again_changes_nothing(harness: Harness) -> None:
    """A replayed write leaves the index as it was."""
    await harness.upsert(*CHUNKS)
    before = await harness.found("billing")

    await harness.upsert(*CHUNKS)

    assert await harness.found("billing") == before
    assert len(await harness.index.chunk_ids(PROFILE)) == len(CHUNKS)


async def test_writing_nothing_is_allowed(harness: Harness) -> None:
    """Empty batches are no error and leave the index settled."""
    await harness.index.upsert(PROFILE, [])
    await harness.index.delete(PROFILE, [])

    assert await harness.index.is_settled()


async def test_a_broken_index_is_unavailable(harness: Harness) -> None:
    """Every method translates a failure to `IndexUnavailable`."""
    await harness.break_down()
    index = harness.index

    for call in (
        index.search(PROFILE, "billing", top_k=1, audience=Audience.PUBLIC),
        index.chunk_ids(PROFILE),
        index.upsert(PROFILE, [BILLING]),
        index.delete(PROFILE, [BILLING.id]),
        index.is_settled(),
    ):
        with pytest.raises(IndexUnavailable):
            await call
