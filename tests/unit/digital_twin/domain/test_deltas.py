"""Cutting an answer for streaming."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.deltas import deltas


@pytest.mark.parametrize(
    ("answer", "pieces"),
    [
        ("", []),
        ("One. [1]", ["One. [1]"]),
        ("One. [1][2] Two. [3]", ["One. [1][2] ", "Two. [3]"]),
        (
            "Worked at St. Mary (2019 to 2022). [1] Led it. [1]",
            ["Worked at St. Mary (2019 to 2022). [1] ", "Led it. [1]"],
        ),
        ("No stop [1] Another [2]", ["No stop [1] ", "Another [2]"]),
        ("The profile does not say. It covers: work.", ["The profile does not say. ", "It covers: work."]),
        ("One.\nTwo!", ["One.\n", "Two!"]),
    ],
)
def test_a_piece_is_a_checked_sentence_with_its_markers(answer: str, pieces: list[str]) -> None:
    """Stops inside a cited sentence do not cut it; where nothing is cited, stops do."""
    assert deltas(answer) == pieces


@given(st.text() | st.lists(st.sampled_from(["Ada", ".", " ", "[1]", "[12]", "\n", "?", "["])).map("".join))
def test_the_pieces_joined_are_the_answer(answer: str) -> None:
    """To the character, whatever the answer."""
    assert "".join(deltas(answer)) == answer
    assert all(deltas(answer))
