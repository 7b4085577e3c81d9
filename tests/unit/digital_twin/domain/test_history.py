"""The values of a profile's history."""

from __future__ import annotations

from datetime import UTC, datetime

from digital_twin.domain.history import Version


def test_a_version_does_not_show_its_document() -> None:
    """A repr may end in a log, where no profile text belongs."""
    version = Version(1, '"v1"', datetime(2026, 3, 1, tzinfo=UTC), "owner", "", "put", (), {"basics": {"name": "Ada"}})
    assert "Ada" not in repr(version)
