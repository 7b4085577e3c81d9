"""The function's own tools over the wire, with no latency injected, beside the same work asked for over REST."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from support.lambda_events import proxy_event
from support.mcp_client import LEGACY, MODERN, message

from bench.function import Function, running_function
from bench.load import ANSWERABLE, Driver, Sample, caller, sample_of
from bench.table import print_table
from bench.wire import Pace, Wire

_ROUNDS = 40
_WARM_UP = 5
_SEARCHED = "Kafka"


@dataclass(frozen=True, slots=True)
class Work:
    """Medians of one kind of request, in milliseconds: see `bench.load.Sample`."""

    total: float
    own: float
    cpu: float


def measure_real_tools(setup: Path, wire: Wire) -> dict[str, Work]:
    """A search and a cached answer, by how they are asked for."""
    wire.set_pace(Pace.OFF)
    with running_function("mcp", setup) as mcp, running_function("ours", setup) as query:
        rest = Driver(query, wire)
        kinds: dict[str, Callable[[], Sample]] = {
            "search, REST": lambda: rest.search(_SEARCHED),
            "cached answer, REST": lambda: rest.ask(ANSWERABLE),
        }
        for era in (LEGACY, MODERN):
            kinds |= {
                f"search_profile, {era}": _tool(mcp, wire, era, "search_profile", {"query": _SEARCHED, "top_k": 5}),
                f"ask_profile, cached, {era}": _tool(mcp, wire, era, "ask_profile", {"question": ANSWERABLE}),
            }
        for ask in kinds.values():
            for _ in range(_WARM_UP):
                ask()
        samples: dict[str, list[Sample]] = {kind: [] for kind in kinds}
        for _ in range(_ROUNDS):
            for kind, ask in kinds.items():
                samples[kind].append(ask())
    return {kind: _work(taken) for kind, taken in samples.items()}


def print_real_tools(works: dict[str, Work]) -> None:
    """What the transport is part of."""
    lines = [[kind, f"{work.total:.1f}", f"{work.own:.1f}", f"{work.cpu:.1f}"] for kind, work in works.items()]
    print_table("MCP, the function's own tools: medians, ms", ["", "total", "own", "CPU"], lines)


def _tool(function: Function, wire: Wire, era: str, name: str, arguments: dict[str, Any]) -> Callable[[], Sample]:
    body, headers = message(era, "tools/call", {"name": name, "arguments": arguments})

    def ask() -> Sample:
        event = proxy_event("POST", "/mcp", principal=caller(), body=body, headers=headers)
        wire.take()
        reply = function.call(event)
        if reply.body.get("result", {}).get("isError", True):
            raise RuntimeError(f"a tool call was answered with {reply.status}: {reply.body}")
        return sample_of(reply, wire.take())

    return ask


def _work(samples: list[Sample]) -> Work:
    return Work(
        total=median(sample.total for sample in samples),
        own=median(sample.own for sample in samples),
        cpu=median(sample.cpu for sample in samples),
    )
