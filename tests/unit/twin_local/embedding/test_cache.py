"""A text is embedded once, whoever asks and whenever."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from fakes.embedder import WordEmbedder

from twin_local.embedding import CachedEmbedder, Matrix, Role

TEXTS = [f"chunk number {n}" for n in range(40)]


class OtherModel(WordEmbedder):
    """The same code under another model's name."""

    @property
    def model(self) -> str:
        """The other name."""
        return "another"


class ThreadWitness(WordEmbedder):
    """Remembers the threads it ran in."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[int] = set()

    def embed(self, texts: Sequence[str], role: Role = Role.PASSAGE) -> Matrix:
        """Embed, and note the thread."""
        self.threads.add(threading.get_ident())
        return super().embed(texts, role)


async def test_vectors_are_the_models_own_in_order(tmp_path: Path) -> None:
    """Caching and turns change neither values nor order, and repeated texts are embedded once."""
    model = WordEmbedder()
    texts = [*TEXTS, TEXTS[3], TEXTS[0]]
    with closing(CachedEmbedder(model, tmp_path / "e.sqlite")) as cached:
        vectors = await cached.embed(texts)

    np.testing.assert_array_equal(vectors, WordEmbedder().embed(texts))
    assert sorted(model.embedded) == sorted(TEXTS)


async def test_regions_that_index_the_same_chunks_at_once_embed_them_once(tmp_path: Path) -> None:
    """Concurrent callers wait for each other's turns and find the results."""
    model = WordEmbedder()
    with closing(CachedEmbedder(model, tmp_path / "e.sqlite")) as cached:
        results = await asyncio.gather(*(cached.embed(TEXTS) for _ in range(3)))

    assert sorted(model.embedded) == sorted(TEXTS)
    for vectors in results:
        np.testing.assert_array_equal(vectors, results[0])


async def test_a_second_start_embeds_nothing_again(tmp_path: Path) -> None:
    """Vectors are kept on disk."""
    with closing(CachedEmbedder(WordEmbedder(), tmp_path / "e.sqlite")) as cached:
        before = await cached.embed(TEXTS)

    model = WordEmbedder()
    with closing(CachedEmbedder(model, tmp_path / "e.sqlite")) as cached:
        np.testing.assert_array_equal(await cached.embed(TEXTS), before)

    assert model.embedded == []


async def test_models_do_not_share_vectors(tmp_path: Path) -> None:
    """A changed model embeds everything anew."""
    with closing(CachedEmbedder(WordEmbedder(), tmp_path / "e.sqlite")) as cached:
        await cached.embed(["a"])

    other = OtherModel()
    with closing(CachedEmbedder(other, tmp_path / "e.sqlite")) as cached:
        await cached.embed(["a"])

    assert other.embedded == ["a"]


async def test_the_model_runs_off_the_event_loop(tmp_path: Path) -> None:
    """Other requests are served while it computes."""
    model = ThreadWitness()
    with closing(CachedEmbedder(model, tmp_path / "e.sqlite")) as cached:
        await cached.embed(["a"])

    assert threading.get_ident() not in model.threads


async def test_no_texts_give_no_vectors(tmp_path: Path) -> None:
    """An empty batch is answered without the model."""
    with closing(CachedEmbedder(WordEmbedder(), tmp_path / "e.sqlite")) as cached:
        assert (await cached.embed([])).shape == (0, cached.dimension)


async def test_a_text_is_kept_apart_for_each_of_its_roles(tmp_path: Path) -> None:
    """A question with the very words of a passage is embedded as a question."""
    model = WordEmbedder()
    with closing(CachedEmbedder(model, tmp_path / "e.sqlite")) as cached:
        await cached.embed(["a"], Role.QUERY)
        await cached.embed(["a"], Role.PASSAGE)
        await cached.embed(["a"], Role.QUERY)

    assert model.embedded == ["a", "a"]
