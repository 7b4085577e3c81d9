"""The seed's latency table: warm and cold requests of every subject, in interleaved rounds on one wire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from statistics import median

from bench.function import PRIMED, SUBJECTS, Function, running_function
from bench.load import ANSWERABLE, Driver, Sample, fresh
from bench.wire import Pace, Wire

ROUNDS = 3
_HITS, _MISSES, _SEARCHES = 60, 15, 10
_RIVAL_HITS, _RIVAL_MISSES = 15, 5
_COLD = {"ours": 4, PRIMED: 4, "seed": 1, "tutorial": 1}
_CHECKS = 5

_DECLINED = "What is the tide table of Rotterdam"
_SEARCHED = "Kafka"

# What a request may cost (design, section 6).
_EXPECTED = {
    "cached": Counter(redis=1),
    "not cached": Counter(redis=2, vector=1, model=1),
    "declined": Counter(redis=2, vector=1),
    "search": Counter(redis=2, vector=1),
}


@dataclass(frozen=True, slots=True)
class RoundTrips:
    """What each of several requests of a kind sent, beside what it should have."""

    kind: str
    expected: Counter[str]
    seen: list[Counter[str]]

    @property
    def is_right(self) -> bool:
        """Whether every one of them sent just that."""
        return all(crossings == self.expected for crossings in self.seen)


@dataclass(slots=True)
class Measured:
    """One subject's samples of each kind, by round."""

    hits: list[list[Sample]]
    misses: list[list[Sample]]
    searches: list[list[Sample]]


@dataclass(frozen=True, slots=True)
class Cold:
    """A fresh process: what it took until it was ready (seconds passed, and on a processor), and its first request."""

    init_seconds: float
    init_cpu: float
    first: Sample


def check_round_trips(driver: Driver, wire: Wire, announce: Callable[[], None]) -> list[RoundTrips]:
    """Count what requests of a warm container send; with steady latencies, so that no region looks slow."""
    wire.set_pace(Pace.STEADY)
    announce()
    driver.ask(ANSWERABLE)
    kinds: dict[str, Callable[[], Sample]] = {
        "cached": lambda: driver.ask(ANSWERABLE),
        "not cached": lambda: driver.ask(fresh()),
        "declined": lambda: driver.ask(fresh(_DECLINED)),
        "search": lambda: driver.search(_SEARCHED),
    }
    return [RoundTrips(kind, _EXPECTED[kind], [ask().crossings for _ in range(_CHECKS)]) for kind, ask in kinds.items()]


def measure_warm(drivers: Mapping[str, Driver], wire: Wire, announce: Callable[[], None]) -> dict[str, Measured]:
    """Hits, misses and searches of warm containers; the subjects take turns, so that a busy minute hits them all."""
    wire.set_pace(Pace.RANDOM)
    measured = {subject: Measured([], [], []) for subject in drivers}
    for _ in range(ROUNDS):
        announce()
        for subject, driver in drivers.items():
            is_ours = subject == "ours"
            driver.ask(ANSWERABLE)
            hits, misses = (_HITS, _MISSES) if is_ours else (_RIVAL_HITS, _RIVAL_MISSES)
            measured[subject].hits.append([_served(driver.ask(ANSWERABLE)) for _ in range(hits)])
            measured[subject].misses.append([_served(driver.ask(fresh())) for _ in range(misses)])
            if is_ours:
                measured[subject].searches.append([_served(driver.search(_SEARCHED)) for _ in range(_SEARCHES)])
    return measured


def measure_cold(setup: Path, wire: Wire) -> dict[str, list[Cold]]:
    """The first request of a fresh process: nothing connected, nothing remembered, and unless primed nothing loaded."""
    wire.set_pace(Pace.RANDOM)
    cold: dict[str, list[Cold]] = {subject: [] for subject in _COLD}
    for subject, times in _COLD.items():
        for _ in range(times):
            with running_function(subject, setup) as function:
                first = _served(Driver(function, wire).ask(fresh()))
            cold[subject].append(Cold(function.init_seconds, function.init_cpu, first))
    return cold


def running_drivers(stack: ExitStack, setup: Path, wire: Wire) -> dict[str, Driver]:
    """A warm container of every subject, for as long as the stack is open."""
    functions: dict[str, Function] = {
        subject: stack.enter_context(running_function(subject, setup)) for subject in SUBJECTS
    }
    drivers = {subject: Driver(function, wire) for subject, function in functions.items()}
    for driver in drivers.values():
        driver.ask(fresh())
    return drivers


def ratio(theirs: list[list[Sample]], ours: list[list[Sample]]) -> float:
    """How many times longer theirs takes: the median over rounds of the ratio of the rounds' medians."""
    return median(_middle(their) / _middle(our) for their, our in zip(theirs, ours, strict=True))


def _middle(samples: list[Sample]) -> float:
    return median(sample.total for sample in samples)


def _served(sample: Sample) -> Sample:
    if sample.reply.status != HTTPStatus.OK:
        raise RuntimeError(f"a request was answered with {sample.reply.status}: {sample.reply.body}")
    return sample
