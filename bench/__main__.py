"""`make bench`: measure on injected latencies, then the local stack if one is running.

Exits with 1 if a request took other round trips than it should, or if MCP is spoken slower than has to be in comparison
(`bench.protocol.verdict`); milliseconds by themselves never fail it.
"""

from __future__ import annotations

import json
import logging
import sys
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from fakes.store import FakeProfileStore
from support.examples import example_profile

from bench import local_stack, table
from bench.behaviour import measure_behaviour
from bench.growth import measure_growth
from bench.latency import check_round_trips, measure_cold, measure_warm, running_drivers
from bench.ours import BenchContainer, announce, fill_index, publish
from bench.protocol.real_tools import measure_real_tools, print_real_tools
from bench.protocol.run import run as run_protocol
from bench.setup import Setup, write_setup
from bench.wire import PROFILE, running_wire
from digital_twin.domain.snapshot import Snapshot
from digital_twin.entry.event_loop import run
from twin_local.layout import ROOT

_RESULTS = ROOT / ".local" / "bench.json"


def main() -> int:
    """Measure, print tables, write `.local/bench.json`."""
    # What this process logs while it publishes; the functions have processes, and logs, of their own.
    logging.disable(logging.CRITICAL)
    with TemporaryDirectory(prefix="twin-bench-") as scratch, ExitStack() as stack:
        folder = Path(scratch)
        wire = stack.enter_context(running_wire(folder))
        document = example_profile()
        store = FakeProfileStore()
        container = BenchContainer(wire.addresses, store)
        version = run(publish(store, PROFILE, document))
        fill_index(container, Snapshot.of(version))
        setup = write_setup(folder / "setup.json", Setup(wire.addresses, {PROFILE: document}))

        conditions = table.conditions()
        print(", ".join(f"{name} {value}" for name, value in conditions.items()))
        drivers = running_drivers(stack, setup, wire)
        trips = check_round_trips(drivers["ours"], wire, lambda: announce(container))
        table.print_round_trips(trips)
        measured = measure_warm(drivers, wire, lambda: announce(container))
        cold = measure_cold(setup, wire)
        latency, own = table.latency_rows(measured["ours"], cold), table.own_rows(measured["ours"])
        table.print_latency(latency)
        table.print_own(own)
        table.print_rivals(measured)
        table.print_cold(cold)
        cases = measure_behaviour(drivers, wire)
        table.print_behaviour(cases)
        sizes = measure_growth(wire, folder)
        table.print_growth(sizes)
        works = measure_real_tools(setup, wire)
        print_real_tools(works)
        spoken, holds = run_protocol(folder)

    _RESULTS.parent.mkdir(exist_ok=True)
    results = {
        "conditions": conditions,
        "round_trips": [
            {"kind": trip.kind, "expected": trip.expected, "seen": trip.seen, "right": trip.is_right} for trip in trips
        ],
        "latency_ms": latency,
        "own_ms": own,
        "rivals_ms": {
            subject: {
                "hits": [[sample.total for sample in samples] for samples in its.hits],
                "misses": [[sample.total for sample in samples] for samples in its.misses],
            }
            for subject, its in measured.items()
        },
        "cold_ms": {
            subject: {
                "start_cpu": [start.init_cpu * 1000 for start in starts],
                "first": [start.first.total for start in starts],
                "first_cpu": [start.first.cpu for start in starts],
            }
            for subject, starts in cold.items()
        },
        "behaviour": [asdict(case) for case in cases],
        "growth": [asdict(size) for size in sizes],
        "mcp": spoken | {"own_tools": {kind: asdict(work) for kind, work in works.items()}},
    }
    _RESULTS.write_text(json.dumps(results))
    return 0 if holds and all(trip.is_right for trip in trips) else 1


if __name__ == "__main__":
    _code = main()
    if local_stack.is_running():
        print("\nThe running local stack")
        local_stack.main()
    sys.exit(_code)
