"""What a caller sees while a dependency is slow, fails or is dead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bench.function import Reply
from bench.load import Driver, fresh
from bench.wire import Pace, Wire

SLOW_SECONDS = 5.0
_FAULTS = {"slow": SLOW_SECONDS, "fail": 0.0, "die": 0.0}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one subject did in one case: status, milliseconds, who answered.

    `following` is the question after it, for the subject that may have learned from the first; None for the others,
    some of whom need 15 s for one.
    """

    status: int
    first: float
    following: float | None
    degraded: bool
    provider: str


@dataclass(frozen=True, slots=True)
class Case:
    """A dependency in trouble, and what came of it by subject."""

    dependency: str
    fault: str
    outcomes: dict[str, Outcome]


def measure_behaviour(drivers: Mapping[str, Driver], wire: Wire) -> list[Case]:
    """Every dependency under every fault, all subjects at the same time: these are waits, not work."""
    at = wire.addresses
    vectors, models = list(at.vectors.values()), list(at.models.values())
    troubled = {
        "Redis": [at.redis],
        "nearest index": vectors[:1],
        "every index": vectors,
        "first model": models[:1],
        "every model": models,
    }
    with ThreadPoolExecutor(len(drivers)) as pool:
        return [
            _case(dependency, fault, urls, drivers, wire, pool)
            for dependency, urls in troubled.items()
            for fault in _FAULTS
        ]


def _case(
    dependency: str,
    fault: str,
    urls: Sequence[str],
    drivers: Mapping[str, Driver],
    wire: Wire,
    pool: ThreadPoolExecutor,
) -> Case:
    # A container, and a Redis, that no earlier case has taught to be careful.
    wire.set_pace(Pace.OFF)
    wire.redis("FLUSHALL")
    list(pool.map(_renewed, drivers.values()))
    wire.set_pace(Pace.STEADY)
    for url in urls:
        wire.set_fault(url, fault, _FAULTS[fault])
    try:
        outcomes = dict(zip(drivers, pool.map(_outcome, drivers, drivers.values()), strict=True))
    finally:
        for url in urls:
            wire.set_fault(url, "none")
    return Case(dependency, fault, outcomes)


def _renewed(driver: Driver) -> None:
    driver.renew()
    driver.call(fresh())


def _outcome(subject: str, driver: Driver) -> Outcome:
    first = driver.call(fresh())
    following = _milliseconds(driver.call(fresh())) if subject == "ours" else None
    degraded, provider = bool(first.body.get("degraded")), str(first.body.get("provider", ""))
    return Outcome(first.status, _milliseconds(first), following, degraded, provider)


def _milliseconds(reply: Reply) -> float:
    return (reply.end - reply.start) * 1000
