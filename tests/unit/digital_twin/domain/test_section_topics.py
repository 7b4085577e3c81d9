"""What sections are about, by any name."""

from __future__ import annotations

import pytest

from digital_twin.domain.section_topics import topic_of


@pytest.mark.parametrize(
    ("section", "topic"),
    [
        ("work", "work"),
        ("x-availability", "availability"),
        ("verfuegbarkeit", "availability"),
        ("disponibilidad", "availability"),
        ("noticePeriod", "availability"),
        ("x-compensation", "compensation"),
        ("salaryExpectations", "compensation"),
        ("x-sabbaticals", "sabbaticals"),
    ],
)
def test_a_section_is_known_by_what_its_name_says(section: str, topic: str) -> None:
    """Its owner calls it what they like."""
    assert topic_of(section) == topic
