"""What was measured, as text."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles

from bench.behaviour import SLOW_SECONDS, Case, Outcome
from bench.function import PRIMED
from bench.growth import Size
from bench.latency import Cold, Measured, RoundTrips, ratio
from bench.load import Sample
from bench.wire import MEDIANS, SIGMA

# Milliseconds at p50, p95 and p99 (design, section 9).
BUDGETS = {
    "vector search": (100, 150, 200),
    "LLM generation": (500, 800, 1200),
    "cache hit": (10, 15, 20),
    "full query, cached context": (200, 300, 400),
    "full query, cold": (1000, 1500, 2000),
    "full query, cold but primed": (1000, 1500, 2000),
}
# Milliseconds of our own at p95 (design, section 9).
OWN_BUDGETS = {"cache hit": 5, "full query, cached context": 15}

type Rows = Mapping[str, Sequence[float]]


def conditions() -> dict[str, object]:
    """What the numbers depend on besides the code."""
    return {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cpus": os.cpu_count(),
        "load_average": os.getloadavg()[0],
        "medians_ms": {name: seconds * 1000 for name, seconds in MEDIANS.items()},
        "sigma": SIGMA,
    }


def latency_rows(ours: Measured, cold: Mapping[str, Sequence[Cold]]) -> dict[str, list[float]]:
    """The samples behind each row of the latency table, in milliseconds."""
    misses = _all(ours.misses)
    return {
        "vector search": [sample.retrieval for sample in misses if sample.retrieval is not None],
        "LLM generation": [sample.generation for sample in misses if sample.generation is not None],
        "cache hit": [sample.total for sample in _all(ours.hits)],
        "full query, cached context": [sample.total for sample in misses],
        "full query, cold": [start.first.total for start in cold["ours"]],
        "full query, cold but primed": [start.first.total for start in cold[PRIMED]],
        "POST /v1/search": [sample.total for sample in _all(ours.searches)],
    }


def own_rows(ours: Measured) -> dict[str, dict[str, list[float]]]:
    """Own time and processor time of hits and misses, in milliseconds."""
    kinds = {"cache hit": _all(ours.hits), "full query, cached context": _all(ours.misses)}
    return {
        name: {"own": [sample.own for sample in samples], "cpu": [sample.cpu for sample in samples]}
        for name, samples in kinds.items()
    }


def percentiles(values: Sequence[float]) -> tuple[float, float, float]:
    """The 50th, 95th and 99th."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    cuts = quantiles(values, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]


def print_latency(rows: Rows) -> None:
    """The seed's table."""
    lines = [
        [
            name,
            len(values),
            *map(_ms, percentiles(values)),
            " / ".join(map(str, BUDGETS[name])) if name in BUDGETS else "",
        ]
        for name, values in rows.items()
    ]
    print_table("Latency, ms", ["", "n", "p50", "p95", "p99", "budget"], lines)


def print_own(rows: Mapping[str, Mapping[str, Sequence[float]]]) -> None:
    """What is not waiting."""
    lines: list[list[object]] = []
    for name, kinds in rows.items():
        own, cpu = percentiles(kinds["own"]), percentiles(kinds["cpu"])
        lines.append([name, _ms(own[0]), _ms(own[1]), _ms(cpu[0]), _ms(cpu[1]), OWN_BUDGETS[name]])
    header = ["", "own p50", "p95", "CPU p50", "p95", "budget p95"]
    print_table("Own share of a warm request, ms", header, lines)


def print_rivals(measured: Mapping[str, Measured]) -> None:
    """Side by side: medians, and how many times ours the others take."""
    ours = measured["ours"]
    lines: list[list[object]] = []
    for subject, its in measured.items():
        lines.append(
            [
                subject,
                _ms(median(sample.total for sample in _all(its.hits))),
                f"{ratio(its.hits, ours.hits):.1f}x",
                _ms(median(sample.cpu for sample in _all(its.hits))),
                _ms(median(sample.total for sample in _all(its.misses))),
                f"{ratio(its.misses, ours.misses):.2f}x",
                _ms(median(sample.cpu for sample in _all(its.misses))),
            ]
        )
    print_table("Side by side, ms", ["", "hit p50", "to ours", "CPU", "miss p50", "to ours", "CPU"], lines)


def print_cold(cold: Mapping[str, Sequence[Cold]]) -> None:
    """Fresh processes: medians. With SnapStart the start of the primed one, priming included, precedes any request."""
    lines: list[list[object]] = [
        [
            subject,
            f"{median(start.init_seconds for start in starts):.1f}",
            f"{median(start.init_cpu for start in starts):.1f}",
            _ms(median(start.first.total for start in starts)),
            _ms(median(start.first.cpu for start in starts)),
        ]
        for subject, starts in cold.items()
    ]
    print_table("A fresh process", ["", "start s", "CPU s", "first request ms", "CPU ms"], lines)


def print_round_trips(trips: Sequence[RoundTrips]) -> None:
    """What was sent."""
    lines: list[list[object]] = [
        [
            trip.kind,
            _counts(trip.expected),
            "as expected" if trip.is_right else f"WRONG: {', '.join(map(_counts, trip.seen))}",
        ]
        for trip in trips
    ]
    print_table("Round trips of a request", ["", "expected", "seen"], lines)


def print_behaviour(cases: Sequence[Case]) -> None:
    """What a caller saw."""
    words = {"slow": f"{SLOW_SECONDS:.0f} s slow", "fail": "failing", "die": "dead"}
    lines = [
        [case.dependency, words[case.fault], *(_outcome(outcome) for outcome in case.outcomes.values())]
        for case in cases
    ]
    header = ["", "", "ours: status, ms, next ms", "seed", "tutorial"]
    print_table("With a dependency in trouble", header, lines)


def print_growth(sizes: Sequence[Size]) -> None:
    """What length costs."""
    lines = [
        [size.chunks, _ms(size.build), _ms(size.first_search), _ms(size.search_own), _ms(size.search_cpu)]
        for size in sizes
    ]
    header = ["chunks", "snapshot CPU", "first search", "search own p50", "CPU p50"]
    print_table("A longer profile, ms (no latency injected)", header, lines)


def _outcome(outcome: Outcome) -> str:
    following = "" if outcome.following is None else f", {outcome.following:.0f}"
    degraded = f" degraded ({outcome.provider})" if outcome.degraded else ""
    return f"{outcome.status} {outcome.first:.0f}{following}{degraded}"


def _all(rounds: Sequence[Sequence[Sample]]) -> list[Sample]:
    return [sample for samples in rounds for sample in samples]


def _counts(crossings: Mapping[str, int]) -> str:
    return " + ".join(f"{number} {name}" for name, number in crossings.items())


def _ms(value: float) -> str:
    return f"{value:.1f}"


def print_table(title: str, header: Sequence[str], lines: Sequence[Sequence[object]]) -> None:
    """Aligned columns under a title."""
    cells = [list(header), *([str(cell) for cell in line] for line in lines)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    pad: list[Callable[[str, int], str]] = [str.ljust, *[str.rjust] * (len(header) - 1)]
    print(f"\n{title}")
    for row in cells:
        print("  ".join(align(cell, width) for align, cell, width in zip(pad, row, widths, strict=True)).rstrip())
