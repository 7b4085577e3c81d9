"""Exact search over one namespace."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twin_local.upstash_vector.filters import parse_filter
from twin_local.upstash_vector.records import Record
from twin_local.upstash_vector.search import ExactIndex

EVERYTHING = parse_filter("")
COMPONENT = st.integers(-9, 9).map(float)
VECTOR = st.tuples(COMPONENT, COMPONENT, COMPONENT)


def _index(*vectors: tuple[float, ...]) -> ExactIndex:
    index = ExactIndex(delay=0, clock=lambda: 0.0)
    for number, vector in enumerate(vectors):
        index.put(Record(str(number), np.array(vector, np.float32)))
    return index


@given(st.lists(VECTOR, min_size=1, max_size=12), VECTOR)
def test_scores_are_ordered_and_within_bounds(vectors: list[tuple[float, ...]], query: tuple[float, ...]) -> None:
    """Whatever the vectors, zero ones included: every record once, best first, scores from 0 to 1."""
    hits = _index(*vectors).search(np.array(query, np.float32), len(vectors), EVERYTHING)

    scores = [hit.score for hit in hits]
    assert sorted(hit.record.id for hit in hits) == sorted(str(number) for number in range(len(vectors)))
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_zero_vector_is_equally_far_from_everything() -> None:
    """Its cosine is undefined; it scores like a right angle."""
    [hit] = _index((0.0, 0.0)).search(np.array([1, 0], np.float32), 1, EVERYTHING)

    assert hit.score == pytest.approx(0.5)


def test_a_record_written_again_while_pending_waits_anew() -> None:
    """The last write counts, once, from its own time."""
    now = [0.0]
    index = ExactIndex(delay=2, clock=lambda: now[0])
    index.put(Record("a", np.array([1, 0], np.float32)))
    now[0] = 1.0
    index.put(Record("a", np.array([0, 1], np.float32)))

    now[0] = 2.0
    assert index.counts() == (0, 1)

    now[0] = 3.0
    [hit] = index.search(np.array([0, 1], np.float32), 1, EVERYTHING)
    assert hit.score == pytest.approx(1.0)


def test_a_removed_record_does_not_come_back() -> None:
    """Removal covers the pending write as well."""
    now = [0.0]
    index = ExactIndex(delay=2, clock=lambda: now[0])
    index.put(Record("a", np.array([1, 0], np.float32)))

    index.remove("a")
    now[0] = 9.0

    assert index.counts() == (0, 0)
