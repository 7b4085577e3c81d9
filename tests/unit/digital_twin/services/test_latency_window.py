"""What a hedge waits for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.services.latency_window import (
    MAX_P95,
    MIN_P95,
    MIN_SAMPLES,
    START_P95,
    WINDOW,
    LatencyWindow,
)


def window_of(*seconds: float) -> LatencyWindow:
    """A window that saw these latencies."""
    window = LatencyWindow()
    for latency in seconds:
        window.record(latency)
    return window


@pytest.mark.parametrize("seen", [0, 1, MIN_SAMPLES - 1])
def test_a_few_latencies_say_nothing_yet(seen: int) -> None:
    """The budget stands in."""
    assert window_of(*[0.4] * seen).p95 == START_P95


def test_the_p95_is_that_of_the_nearest_rank() -> None:
    """Of a hundred the 95th, of twenty the 19th."""
    assert window_of(*[0.1 + n / 1000 for n in range(1, 101)]).p95 == pytest.approx(0.195)
    assert window_of(*[0.1 + n / 1000 for n in range(1, 21)]).p95 == pytest.approx(0.119)


@pytest.mark.parametrize(("seconds", "p95"), [(0.001, MIN_P95), (0.2, 0.2), (5.0, MAX_P95)])
def test_it_stays_within_reason(seconds: float, p95: float) -> None:
    """Neither jitter nor a stall decides how long a question waits."""
    assert window_of(*[seconds] * MIN_SAMPLES).p95 == p95


def test_only_the_recent_count() -> None:
    """A region that has become quick is hedged like one that always was."""
    assert window_of(*[0.4] * WINDOW, *[0.1] * WINDOW).p95 == pytest.approx(0.1)


@given(st.lists(st.floats(min_value=MIN_P95, max_value=MAX_P95), min_size=MIN_SAMPLES, max_size=WINDOW))
def test_at_most_one_in_twenty_took_longer(latencies: list[float]) -> None:
    """Whatever the latencies were."""
    p95 = window_of(*latencies).p95

    assert p95 in latencies
    assert sum(latency > p95 for latency in latencies) <= len(latencies) / 20
