"""How long a dependency took lately, as one container saw it: what a hedge waits for. Reads no clock."""

from __future__ import annotations

from collections import deque
from math import ceil

# Enough for the p95 to rest on five values, few enough to forget an hour of quiet within a minute of questions.
WINDOW = 100

# The fewest values whose p95 is not simply their largest.
MIN_SAMPLES = 20

# Seconds until then: the p95 budget of a vector search (design, section 9).
START_P95 = 0.150

# Seconds. Below, two regions would be asked for most questions over jitter; above, a stall would be felt.
MIN_P95 = 0.050
MAX_P95 = 0.500


class LatencyWindow:
    """The most recent latencies."""

    def __init__(self) -> None:
        self._recent: deque[float] = deque(maxlen=WINDOW)

    def record(self, seconds: float) -> None:
        """Add a latency."""
        self._recent.append(seconds)

    @property
    def p95(self) -> float:
        """The 95th percentile (nearest rank) in seconds, kept between `MIN_P95` and `MAX_P95`."""
        if len(self._recent) < MIN_SAMPLES:
            return START_P95
        rank = ceil(0.95 * len(self._recent))
        return min(MAX_P95, max(MIN_P95, sorted(self._recent)[rank - 1]))
