"""The RateLimit headers."""

from __future__ import annotations

import pytest

from digital_twin.entry.rate_limits import limit_headers
from digital_twin.ports import LimitState


@pytest.mark.parametrize(
    ("limit", "policy", "state"),
    [
        (LimitState("minute", 10, 9, 60), '"minute";q=10;w=60', '"minute";r=9;t=60'),
        (LimitState("day", 500, 0, 7200), '"day";q=500;w=86400', '"day";r=0;t=7200'),
        (LimitState("route", 50, 1, 3), '"route";q=50;w=60', '"route";r=1;t=3'),
        (LimitState("container", 30, 29, 12), '"container";q=30;w=60', '"container";r=29;t=12'),
        (LimitState("concurrency", 2, 0, 1), '"concurrency";q=2', '"concurrency";r=0;t=1'),
    ],
)
def test_a_limit_is_told_by_name_quota_window_remainder_and_reset(limit: LimitState, policy: str, state: str) -> None:
    """A limit on what runs at once has no window."""
    assert limit_headers(limit) == {"RateLimit-Policy": policy, "RateLimit": state}
