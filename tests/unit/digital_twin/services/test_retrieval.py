"""Retrieval: indexes propose, the snapshot decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import override

import pytest
from fakes.timed_vector import SDK_TIMEOUT_SECONDS, TimedVectorIndex
from fakes.vector import FakeVectorIndex
from support.people import PUBLIC, RECRUITER
from support.profiles import profile_document
from support.virtual_time import in_virtual_time, virtual_now

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Audience, Principal
from digital_twin.domain.evidence import Candidate
from digital_twin.domain.history import Version
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.snapshot import Snapshot
from digital_twin.errors import DeadlineExceeded
from digital_twin.ports import VectorIndex
from digital_twin.services.retrieval import Retrieved, Retriever
from digital_twin.services.vector_regions import VectorRegions

SNAPSHOT = Snapshot.of(Version(1, '"v1"', datetime(2026, 1, 1, tzinfo=UTC), "owner", "", "put", (), profile_document()))


class PoisonedIndex(FakeVectorIndex):
    """An index that proposes what it was told to, whoever asks."""

    def __init__(self, *chunk_ids: str, region: str = "us-east-1") -> None:
        super().__init__(region)
        self._proposed = chunk_ids

    @override
    async def search(self, profile: str, text: str, *, top_k: int, audience: Audience) -> list[Candidate]:
        """All of it, with full marks."""
        return [Candidate(chunk_id, 1.0) for chunk_id in self._proposed]


def hanging(region: str) -> TimedVectorIndex:
    """A region that takes searches and does not answer."""
    return TimedVectorIndex(region, SDK_TIMEOUT_SECONDS)


async def retrieve(
    indexes: Sequence[VectorIndex],
    text: str,
    principal: Principal = PUBLIC,
    *,
    top_k: int = 30,
    seconds: float = 5.0,
) -> Retrieved:
    """Retrieve from the snapshot as a principal sees it."""
    view = SNAPSHOT.views[principal.audience]
    question = read_question(text, view)
    retriever = Retriever(VectorRegions(indexes, virtual_now))
    deadline = Deadline.after(seconds, virtual_now)
    return await retriever.retrieve(principal, view, question, top_k=top_k, deadline=deadline)


@pytest.mark.parametrize("principal", [PUBLIC, RECRUITER])
async def test_what_an_index_proposes_beyond_the_audience_is_not_evidence(principal: Principal) -> None:
    """An index that is stale, poisoned or filters nothing can only cost recall."""
    everything = sorted(SNAPSHOT.all_chunks())

    retrieved = await retrieve([PoisonedIndex(*everything, "made-up")], "salary sabbatical", principal)

    assert retrieved.evidence
    assert all(item.chunk.audience <= principal.audience for item in retrieved.evidence)
    assert {item.chunk.id for item in retrieved.evidence} <= set(SNAPSHOT.views[principal.audience].chunks)


async def test_ids_nobody_knows_cost_nothing() -> None:
    """A region that holds another world proposes only what is not there."""
    retrieved = await retrieve([PoisonedIndex("gone", "made-up")], "billing migration")

    assert retrieved.region == "us-east-1"
    assert retrieved.evidence[0].chunk.path == "/work/0/highlights/0"


async def test_the_halves_complete_each_other() -> None:
    """What only one half proposes is still evidence; the embedder's similarity stays with what it proposed."""
    view = SNAPSHOT.views[Audience.PUBLIC]
    [skills] = [chunk.id for chunk in view.chunks.values() if chunk.path == "/skills/0"]

    retrieved = await retrieve([PoisonedIndex(skills)], "billing migration")

    similarity = {item.chunk.path: item.similarity for item in retrieved.evidence}
    assert similarity["/skills/0"] == 1.0
    assert similarity["/work/0/highlights/0"] is None


@in_virtual_time
async def test_a_region_that_hangs_is_left_for_the_next() -> None:
    """The region that helped is the one that is named."""
    retrieved = await retrieve([hanging("us-east-1"), FakeVectorIndex("eu-west-1")], "billing")

    assert retrieved.region == "eu-west-1"


@in_virtual_time
async def test_with_every_region_hanging_the_lexical_half_answers_in_time() -> None:
    """What the vendor's SDK would wait for is not waited for."""
    retrieved = await retrieve([hanging("us-east-1"), hanging("eu-west-1")], "billing migration")

    assert retrieved.region is None
    assert retrieved.evidence[0].chunk.path == "/work/0/highlights/0"
    assert virtual_now() < 2.0


@in_virtual_time
async def test_regions_that_use_the_time_up_end_the_request() -> None:
    """There is no answer after the deadline, not even a lexical one."""
    with pytest.raises(DeadlineExceeded):
        await retrieve([hanging("us-east-1"), hanging("eu-west-1")], "billing", seconds=0.02)


async def test_without_regions_the_lexical_half_stands_alone() -> None:
    """No region is named."""
    retrieved = await retrieve([], "billing migration")

    assert retrieved.region is None
    assert retrieved.evidence[0].chunk.path == "/work/0/highlights/0"


async def test_no_more_evidence_than_asked_for() -> None:
    """`top_k` bounds what goes on to the model."""
    assert len((await retrieve([], "engineer billing Rust Acme", top_k=2)).evidence) == 2


async def test_what_an_index_does_not_hold_yet_is_not_outranked_by_what_it_does() -> None:
    """A chunk that became another's to see has a new id; until the sync the words alone speak for it."""
    view = SNAPSHOT.views[PUBLIC.audience]
    [best] = view.lexical.search(["billing", "migration"], 1)
    others = sorted(chunk_id for chunk_id in view.chunks if chunk_id != best.chunk_id)

    retrieved = await retrieve([PoisonedIndex(*others)], "billing migration")

    assert retrieved.evidence[0].chunk.id == best.chunk_id


async def test_a_section_as_a_whole_is_found_by_its_name_alone() -> None:
    """However little its words are like those of the question, and whatever an index proposes instead."""
    view = SNAPSHOT.views[PUBLIC.audience]
    others = [chunk_id for chunk_id, chunk in view.chunks.items() if chunk.section != "skills"]

    retrieved = await retrieve([PoisonedIndex(*others)], "What is she good at, expertise?")

    assert "skills" in {item.chunk.section for item in retrieved.evidence}


async def test_a_section_as_a_whole_ranks_above_what_resembles_the_question() -> None:
    """Whatever an index thinks of it."""
    view = SNAPSHOT.views[PUBLIC.audience]
    others = [chunk_id for chunk_id, chunk in view.chunks.items() if chunk.section != "skills"]

    retrieved = await retrieve([PoisonedIndex(*others)], "Which skills?")

    assert retrieved.evidence[0].chunk.section == "skills"
