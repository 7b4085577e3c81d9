"""Which parts of a text deny what they say."""

from __future__ import annotations

import pytest

from digital_twin.domain.negation import clauses, is_negated


@pytest.mark.parametrize(
    "text",
    [
        "Did not lead it",
        "Didn\u2019t lead it",
        "Has no licence",
        "Declined an offer",
        "It is false that she led it",
        "Hat kein Team",
        "N'a jamais dirig\u00e9",
        "\u6ca1\u6709\u9886\u5bfc",
    ],
)
def test_a_denial_is_seen(text: str) -> None:
    """In the languages profiles are mostly written in."""
    assert is_negated(text)


@pytest.mark.parametrize(
    "text", ["Led it", "Not only led it", "Ranked No. 1", "A non-profit", "Costs declined by 3 %", "\u9886\u5bfc"]
)
def test_an_affirmation_is_none(text: str) -> None:
    """Even where it is spelt like a denial."""
    assert not is_negated(text)


def test_a_denial_ends_where_another_statement_begins() -> None:
    """And goes on through lists."""
    assert clauses("Does not know Java, Go or Rust. Ran it without losing data but late; slept.") == [
        ("Does not know Java, Go or Rust.", True),
        ("Ran it", False),
        ("without losing data", True),
        ("but late", False),
        (" slept.", False),
    ]
