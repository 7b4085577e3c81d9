"""The store keeps its file and its searchable memory in step."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from twin_local.upstash_vector import VectorStore
from twin_local.upstash_vector.filters import parse_filter
from twin_local.upstash_vector.records import Record
from twin_local.upstash_vector.store import Counts, WrongDimension

EVERYTHING = parse_filter("")
EAST = np.array([1, 0], np.float32)


@pytest.fixture
def store(tmp_path: Path) -> Generator[VectorStore]:
    """An empty store of two-dimensional vectors."""
    with closing(VectorStore(tmp_path / "v.sqlite", 2)) as opened:
        yield opened


def test_a_batch_with_one_wrong_vector_stores_nothing(store: VectorStore) -> None:
    """All or none, in the file and in memory."""
    with pytest.raises(WrongDimension, match="Invalid vector dimension: 3, expected: 2"):
        store.upsert("ada", [Record("a", EAST), Record("b", np.zeros(3, np.float32))])

    assert store.namespaces() == {"": Counts(0, 0)}
    assert store.fetch("ada", ["a"]) == [None]


def test_replacing_a_record_keeps_its_place_in_a_scan(store: VectorStore) -> None:
    """A scan neither repeats nor skips what is rewritten under it."""
    store.upsert("", [Record("a", EAST), Record("b", EAST)])
    [first], after = store.scan("", limit=1)
    store.upsert("", [Record("a", EAST, {"n": 2})])

    assert first.id == "a"
    assert after is not None
    assert [record.id for record in store.scan("", after=after, limit=9)[0]] == ["b"]


def test_deletions_reach_file_and_search(store: VectorStore) -> None:
    """Deleting counts what was there, in the one namespace only."""
    store.upsert("ada", [Record("a", EAST), Record("b", EAST)])
    store.upsert("grace", [Record("a", EAST)])

    assert store.delete("ada", ["a", "x"]) == 1
    assert store.delete("nobody", ["a"]) == 0
    assert store.delete("ada", []) == 0

    assert [hit.record.id for hit in store.search("ada", EAST, 9, EVERYTHING)] == ["b"]
    assert store.fetch("ada", ["a"]) == [None]
    assert store.namespaces()["grace"] == Counts(1, 0)


def test_a_dropped_namespace_stays_gone_after_a_restart(tmp_path: Path) -> None:
    """Its vectors go with it, and its name may be used again."""
    with closing(VectorStore(tmp_path / "v.sqlite", 2)) as store:
        store.upsert("ada", [Record("a", EAST)])
        store.drop("ada")
        store.reset("")

    with closing(VectorStore(tmp_path / "v.sqlite", 2)) as store:
        assert store.namespaces() == {"": Counts(0, 0)}
        store.upsert("ada", [])
        assert store.namespaces()["ada"] == Counts(0, 0)


def test_what_was_pending_is_searchable_after_a_restart(tmp_path: Path) -> None:
    """A delay does not outlive the process."""
    with closing(VectorStore(tmp_path / "v.sqlite", 2, index_delay=60)) as store:
        store.upsert("", [Record("a", EAST, {"n": 1}, "text")])
        assert store.namespaces()[""] == Counts(0, 1)

    with closing(VectorStore(tmp_path / "v.sqlite", 2, index_delay=60)) as store:
        [hit] = store.search("", EAST, 1, parse_filter("n = 1"))

    assert (hit.record.id, hit.record.data) == ("a", "text")
