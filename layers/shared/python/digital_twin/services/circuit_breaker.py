"""A circuit breaker (Nygard, "Release It!"): whoever keeps failing is left alone for a while, then probed.

Only counts and times; it calls nothing and knows nothing of what it guards.
"""

from __future__ import annotations

from collections.abc import Callable

# In a row; what Envoy's outlier detection and pybreaker start with. Fewer would open on a burst of lost connections.
FAILURES_TO_OPEN = 5

# Seconds an open breaker turns everyone away. Short, because a probe that fails is hedged and costs one caller little.
COOLDOWN_SECONDS = 10.0


class CircuitBreaker:
    """Closed until failures in a row open it; half-open after each cool-down, for one probe.

    A probe that never reports (its caller went away) needs no tidying up: the next one goes after another cool-down.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin closed; `clock` gives monotonic seconds."""
        self._clock = clock
        self._failures = 0
        self._probe_at: float | None = None

    def admit(self) -> bool:
        """Whether a call may go now; ask only for a call that then goes, because it may be the probe."""
        if self._probe_at is None:
            return True
        now = self._clock()
        if now < self._probe_at:
            return False
        self._probe_at = now + COOLDOWN_SECONDS
        return True

    def succeed(self) -> bool:
        """Record a success; returns whether it closed the breaker."""
        was_open = self._probe_at is not None
        self._failures = 0
        self._probe_at = None
        return was_open

    def fail(self) -> bool:
        """Record a failure, the probe's too; returns whether it opened a closed breaker."""
        self._failures += 1
        if self._failures < FAILURES_TO_OPEN:
            return False
        was_closed = self._probe_at is None
        self._probe_at = self._clock() + COOLDOWN_SECONDS
        return was_closed
