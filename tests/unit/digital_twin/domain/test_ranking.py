"""Fusing rankings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.evidence import Candidate
from digital_twin.domain.ranking import reciprocal_rank_fusion


def ranking(*ids: str) -> list[Candidate]:
    """Candidates in order; their own scores must not count."""
    return [Candidate(chunk_id, 1000.0) for chunk_id in ids]


def test_scores_are_sums_of_reciprocal_ranks() -> None:
    """Weight / (60 + rank), over the rankings that hold the chunk."""
    fused = reciprocal_rank_fusion([(ranking("a", "b"), 1.0), (ranking("b"), 0.5)])
    assert [candidate.chunk_id for candidate in fused] == ["b", "a"]
    assert [candidate.score for candidate in fused] == pytest.approx([1 / 62 + 0.5 / 61, 1 / 61])


def test_a_weight_decides_between_rankings() -> None:
    """The heavier ranking's best comes first."""
    assert reciprocal_rank_fusion([(ranking("a"), 0.4), (ranking("b"), 0.6)])[0].chunk_id == "b"


def test_ties_are_in_order_of_id() -> None:
    """So the order of the rankings cannot change the result."""
    fused = reciprocal_rank_fusion([(ranking("b", "d"), 1.0), (ranking("a", "c"), 1.0)])
    assert [candidate.chunk_id for candidate in fused] == ["a", "b", "c", "d"]


def test_nothing_fused_is_nothing() -> None:
    """No ranking, or empty ones, give no candidates."""
    assert reciprocal_rank_fusion([]) == []
    assert reciprocal_rank_fusion([([], 1.0)]) == []


_ids = st.lists(st.sampled_from("abcdef"), unique=True)


@given(_ids, _ids)
def test_every_candidate_is_kept_once_and_in_order(one: list[str], other: list[str]) -> None:
    """Fusion loses and invents nothing, and sorts by score."""
    fused = reciprocal_rank_fusion([(ranking(*one), 1.0), (ranking(*other), 0.7)])
    assert sorted(candidate.chunk_id for candidate in fused) == sorted({*one, *other})
    scores = [candidate.score for candidate in fused]
    assert scores == sorted(scores, reverse=True)
