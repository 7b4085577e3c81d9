"""The index in memory keeps what an evaluation relies on."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest
from fakes.embedder import WordEmbedder
from support.evidence import chunk_of

from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Chunk
from twin_eval.memory import MemoryIndex
from twin_local.embedding import CachedEmbedder

BILLING = chunk_of("Led the billing migration")
SALARY = Chunk("c-salary", "x-salary", "/x-salary", "Expected salary for billing", Audience.RECRUITER)


@pytest.fixture
def index(tmp_path: Path) -> Generator[MemoryIndex]:
    """An empty index over counted words."""
    with closing(CachedEmbedder(WordEmbedder(), tmp_path / "embeddings.sqlite")) as embedder:
        yield MemoryIndex("memory", embedder)


async def test_the_nearest_chunk_the_audience_may_see_comes_first(index: MemoryIndex) -> None:
    """A text scores 1 with itself, and nothing above the audience or of another profile is proposed."""
    await index.upsert("ada", [SALARY, BILLING])
    await index.upsert("grace", [BILLING])
    [best, second] = await index.search("ada", BILLING.text, top_k=10, audience=Audience.PRIVATE)
    assert (best.chunk_id, best.score) == (BILLING.id, pytest.approx(1.0))
    assert second.chunk_id == SALARY.id
    assert [item.chunk_id for item in await index.search("ada", "billing", top_k=10, audience=Audience.PUBLIC)] == [
        BILLING.id
    ]
    assert len(await index.search("ada", "billing", top_k=1, audience=Audience.PRIVATE)) == 1


async def test_deleted_chunks_are_gone(index: MemoryIndex) -> None:
    """Unknown ids and profiles are ignored."""
    await index.upsert("ada", [SALARY, BILLING])
    await index.delete("ada", [SALARY.id, "c-unknown"])
    await index.delete("nobody", [SALARY.id])
    assert await index.chunk_ids("ada") == {BILLING.id}
    assert await index.search("nobody", "billing", top_k=1, audience=Audience.PRIVATE) == []
