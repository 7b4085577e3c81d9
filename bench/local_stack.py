"""How fast the running local stack answers: total time, and of it the time inside our function.

    make dev            # in another terminal
    make bench          # measures this after its own bench

Total is measured at the client. The function's time is what it says in `Server-Timing`: our code and its waits for
Redis, index and table. The rest is the front door and the AWS emulator, which the cloud does not have. Numbers are
milliseconds; machines differ, so compare within one run.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, sleep
from typing import Any
from uuid import uuid4

import httpx

from twin_local.layout import ROOT
from twin_local.stack_file import StackFile

WARM_UP = 5
ROUNDS = 40
LIVE_ROUNDS = 5

# The route limit for searches is 50 a minute; spreading calls keeps every one of them served.
PAUSE_SECONDS = 1.25
POLL_SECONDS = 0.05

_STACK = ROOT / ".local" / "stack.json"


@dataclass(frozen=True, slots=True)
class Timing:
    """One reply: total milliseconds, and those inside the function."""

    total: float
    inside: float


def is_running() -> bool:
    """Whether there is a stack to measure."""
    return StackFile.of_running(_STACK) is not None


def main() -> int:
    """Measure, print a table, write `.local/bench_stack.json`."""
    stack = StackFile.of_running(_STACK)
    if stack is None:
        print("no local stack is running: start it with `make dev`", file=sys.stderr)
        return 2
    with httpx.Client(
        base_url=stack.base_url,
        headers={"Authorization": f"Bearer {stack.owner_key}"},
        timeout=60.0,
        trust_env=False,
    ) as client:
        rows = {
            "query, cached": _measure(lambda _: _query(client, "What is her current role?")),
            "query, not cached": _measure(lambda n: _query(client, f"Which languages does she speak? {n}")),
            "search": _measure(lambda n: _search(client, f"Kafka {n}")),
        }
        document = client.get("/v1/profile").json()
        live = [_publish_until_live(client, document, number) for number in range(LIVE_ROUNDS)]
        _publish(client, document, "bench is over")
    print(f"{'':20}{'total p50':>10}{'p95':>8}{'function p50':>14}{'p95':>8}")
    for name, timings in rows.items():
        totals, inner = [timing.total for timing in timings], [timing.inside for timing in timings]
        print(f"{name:20}{median(totals):10.1f}{_p95(totals):8.1f}{median(inner):14.1f}{_p95(inner):8.1f}")
    print(f"publish until live in every region: median {median(live):.1f} s, slowest {max(live):.1f} s")
    result = {name: [(t.total, t.inside) for t in timings] for name, timings in rows.items()}
    (ROOT / ".local" / "bench_stack.json").write_text(json.dumps({"milliseconds": result, "live_seconds": live}))
    return 0


def _measure(call: Callable[[int], Timing]) -> list[Timing]:
    for number in range(WARM_UP):
        call(-number)
    timings: list[Timing] = []
    for number in range(ROUNDS):
        timings.append(call(number))
        sleep(PAUSE_SECONDS)
    return timings


def _query(client: httpx.Client, question: str) -> Timing:
    return _timed(client, "/v1/query", {"question": question})


def _search(client: httpx.Client, query: str) -> Timing:
    return _timed(client, "/v1/search", {"query": query})


def _timed(client: httpx.Client, path: str, body: dict[str, str]) -> Timing:
    started = perf_counter()
    reply = client.post(path, json=body)
    total = (perf_counter() - started) * 1000
    reply.raise_for_status()
    inside = next(part for part in reply.headers["Server-Timing"].split(",") if part.strip().startswith("app;"))
    return Timing(total, float(inside.partition("dur=")[2]))


def _publish_until_live(client: httpx.Client, document: dict[str, Any], number: int) -> float:
    """Seconds from the write to the moment every region's index holds it."""
    changed = document | {"interests": [{"name": f"benchmark {number} {uuid4().hex}"}]}
    started = perf_counter()
    version = _publish(client, changed, "bench")
    while True:
        board = client.get("/v1/sync").json()
        if all(region["status"] == "live" and region["version"] == version for region in board["regions"]):
            return perf_counter() - started
        sleep(POLL_SECONDS)


def _publish(client: httpx.Client, document: dict[str, Any], reason: str) -> int:
    etag = client.get("/v1/profile").headers["ETag"]
    reply = client.put("/v1/profile", json=document, params={"reason": reason}, headers={"If-Match": etag})
    reply.raise_for_status()
    return int(reply.json()["version"])


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
