"""Fusing rankings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.evidence import Candidate
from digital_twin.domain.ranking import scaled, weighted_sum


def ranking(**scores: float) -> list[Candidate]:
    """Candidates by id, in order."""
    return [Candidate(chunk_id, score) for chunk_id, score in scores.items()]


def test_scores_are_scaled_from_the_worst_to_the_best() -> None:
    """So that indexes with other scores can be compared."""
    assert scaled(ranking(a=8.0, b=6.0, c=4.0)) == ranking(a=1.0, b=0.5, c=0.0)


def test_a_least_score_can_be_given() -> None:
    """Where an index has one of its own."""
    assert scaled(ranking(a=8.0, b=2.0), least=0.0) == ranking(a=1.0, b=0.25)


def test_a_candidate_alone_has_the_whole_score() -> None:
    """As have several of the same score; nothing scaled is nothing."""
    assert scaled(ranking(a=0.3)) == ranking(a=1.0)
    assert scaled(ranking(a=0.3, b=0.3)) == ranking(a=1.0, b=1.0)
    assert scaled([]) == []


def test_a_chunk_scores_the_sum_of_its_weighted_scores() -> None:
    """Over the rankings that hold it."""
    fused = weighted_sum([(ranking(a=1.0, b=0.5), 1.0), (ranking(b=1.0), 0.7)])
    assert [candidate.chunk_id for candidate in fused] == ["b", "a"]
    assert [candidate.score for candidate in fused] == pytest.approx([1.2, 1.0])


def test_ties_are_in_order_of_id() -> None:
    """So the order of the rankings cannot change the result."""
    fused = weighted_sum([(ranking(b=1.0, d=0.5), 1.0), (ranking(a=1.0, c=0.5), 1.0)])
    assert [candidate.chunk_id for candidate in fused] == ["a", "b", "c", "d"]


def test_nothing_fused_is_nothing() -> None:
    """No ranking, or empty ones, give no candidates."""
    assert weighted_sum([]) == []
    assert weighted_sum([([], 1.0)]) == []


_rankings = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 1))


@given(_rankings, _rankings)
def test_every_candidate_is_kept_once_and_in_order(one: dict[str, float], other: dict[str, float]) -> None:
    """Fusion loses and invents nothing, and sorts by score."""
    fused = weighted_sum([(scaled(ranking(**one)), 1.0), (scaled(ranking(**other), least=0.0), 0.7)])
    assert sorted(candidate.chunk_id for candidate in fused) == sorted({*one, *other})
    scores = [candidate.score for candidate in fused]
    assert scores == sorted(scores, reverse=True)
