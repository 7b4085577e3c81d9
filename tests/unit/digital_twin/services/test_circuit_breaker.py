"""The breaker: closed, open, half-open."""

from __future__ import annotations

from digital_twin.services.circuit_breaker import COOLDOWN_SECONDS, FAILURES_TO_OPEN, CircuitBreaker


class ManualClock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def opened() -> tuple[CircuitBreaker, ManualClock]:
    """A breaker that has just opened."""
    clock = ManualClock()
    breaker = CircuitBreaker(clock)
    assert [breaker.fail() for _ in range(FAILURES_TO_OPEN)] == [False] * (FAILURES_TO_OPEN - 1) + [True]
    return breaker, clock


def test_failures_in_a_row_open_it() -> None:
    """Then nobody is let through until the cool-down is over."""
    breaker, clock = opened()

    assert not breaker.admit()
    clock.now += COOLDOWN_SECONDS - 0.01
    assert not breaker.admit()


def test_a_success_forgives_the_failures_before_it() -> None:
    """A dependency that fails now and then stays in use."""
    breaker = CircuitBreaker(ManualClock())

    for _ in range(3 * FAILURES_TO_OPEN):
        for _ in range(FAILURES_TO_OPEN - 1):
            breaker.fail()
        assert not breaker.succeed()

    assert breaker.admit()


def test_after_the_cool_down_one_probe_goes() -> None:
    """The next has to wait for its verdict."""
    breaker, clock = opened()
    clock.now += COOLDOWN_SECONDS

    assert [breaker.admit() for _ in range(3)] == [True, False, False]


def test_a_probe_that_succeeds_closes_it() -> None:
    """And the count begins anew."""
    breaker, clock = opened()
    clock.now += COOLDOWN_SECONDS
    breaker.admit()

    assert breaker.succeed()
    assert [breaker.admit() for _ in range(3)] == [True, True, True]
    assert not breaker.fail()
    assert breaker.admit()


def test_a_probe_that_fails_keeps_it_open_for_another_cool_down() -> None:
    """One failure is enough, and it is not told as an opening again."""
    breaker, clock = opened()
    clock.now += COOLDOWN_SECONDS
    breaker.admit()
    clock.now += 1.0

    assert not breaker.fail()
    clock.now += COOLDOWN_SECONDS - 0.01
    assert not breaker.admit()
    clock.now += 0.01
    assert breaker.admit()


def test_a_probe_without_a_verdict_does_not_jam_it() -> None:
    """Its caller was cancelled; after another cool-down the next probe goes."""
    breaker, clock = opened()
    clock.now += COOLDOWN_SECONDS
    breaker.admit()
    clock.now += COOLDOWN_SECONDS

    assert breaker.admit()
