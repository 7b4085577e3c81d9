"""What is measured: cold starts of fresh interpreters, and warm calls.

The contestants take turns in small batches, so that a busy minute of the machine hits them all. Processor times are
what is compared: a call waits for nothing, and another program's turn on the processor is no part of them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import Path
from statistics import median
from typing import Any, cast

from support.lambda_events import proxy_event
from support.mcp_client import LEGACY, MODERN, message
from support.people import OWNER

from bench.protocol.contestant import Contestant, Process, running
from bench.protocol.environments import installed

# The function as it is deployed, and ours with the tools that all the others offer too.
FUNCTION, OURS, SDK, FASTMCP, FLOOR = "the function", "ours", "bare SDK", "fastmcp", "awslabs"

_COLD_ROUNDS, _UNCOMPILED_ROUNDS = 5, 1
_WARM_UP, _WARM_ROUNDS, _BATCH = 60, 40, 15

_TOOLS = 7
_METHODS: dict[str, dict[str, Any]] = {
    "tools/list": {},
    "tools/call": {"name": "search_profile", "arguments": {"query": "Kafka", "top_k": 5}},
}


@dataclass(frozen=True, slots=True)
class Cold:
    """A fresh interpreter, in milliseconds of the processor: importing the handler, then its first `tools/list`.

    `modules` were imported by both; `wall` passed until the answer was there.
    """

    imported: float
    first: float
    wall: float
    modules: int

    @property
    def total(self) -> float:
        """From nothing to an answer."""
        return self.imported + self.first


@dataclass(frozen=True, slots=True)
class Warm:
    """Calls in a row, in milliseconds: the median that passed, the median on the processor, and the least of those."""

    wall: float
    cpu: float
    least: float


type Rounds[T] = dict[str, list[T]]


@dataclass(frozen=True, slots=True)
class Measured:
    """By contestant, round by round; warm calls by kind first. Megabytes are what it needs, less the runtime's."""

    cold: Rounds[Cold]
    uncompiled: Rounds[Cold]
    snapshot: Rounds[Cold]
    warm: dict[str, Rounds[Warm]]
    megabytes: dict[str, float]


def measure(environ: Mapping[str, str], folder: Path) -> Measured:
    """Measure all contestants.

    Args:
        environ: the environment of the function; nothing it names is called.
        folder: for what the contestants read.
    """
    environments = installed()
    contestants = {
        FUNCTION: Contestant("mcp_fn.handler", environments["ours"]),
        OURS: Contestant("ours_shared_tools", environments["ours"]),
        SDK: Contestant("bare_sdk", environments["sdk"]),
        FASTMCP: Contestant("fastmcp_mangum", environments["fastmcp"]),
        FLOOR: Contestant("awslabs_handler", environments["awslabs"]),
    }
    tools, nothing = folder / "tools.json", folder / "no-bytecode"
    known = {**environ, "BENCH_TOOLS": str(tools), "AWS_DEFAULT_REGION": environ["TWIN_REGION"]}

    def start(name: str, *, is_compiled: bool = True, is_snapshot: bool = False) -> Cold:
        bytecode = None if is_compiled else nothing
        with running(contestants[name], known, bytecode=bytecode, is_snapshot=is_snapshot) as process:
            return _cold(process)

    # Those who read no signatures are told of the tools as ours tells of them.
    with running(contestants[OURS], known) as process:
        tools.write_text(json.dumps(_result(process, LEGACY, "tools/list")["tools"]))
    return Measured(
        cold=_in_turns(contestants, _COLD_ROUNDS, start),
        uncompiled=_in_turns(contestants, _UNCOMPILED_ROUNDS, lambda name: start(name, is_compiled=False)),
        snapshot=_in_turns([FUNCTION], _COLD_ROUNDS, lambda name: start(name, is_snapshot=True)),
        warm=_warm({name: contestants[name] for name in (OURS, SDK, FASTMCP, FLOOR)}, known),
        megabytes={name: contestant.environment.megabytes for name, contestant in contestants.items()},
    )


def _cold(process: Process) -> Cold:
    imported, first = process.imported, process.call(_event(LEGACY, "tools/list"))
    _checked(first.reply, "tools/list")
    return Cold(
        imported=imported.cpu * 1000,
        first=first.cpu[0] * 1000,
        wall=(imported.wall + first.wall[0]) * 1000,
        modules=first.modules,
    )


def _warm(contestants: Mapping[str, Contestant], environ: Mapping[str, str]) -> dict[str, Rounds[Warm]]:
    measured: dict[str, Rounds[Warm]] = {}
    with ExitStack() as stack:
        processes = {
            name: stack.enter_context(running(contestant, environ)) for name, contestant in contestants.items()
        }
        for era in (LEGACY, MODERN):
            # The floor speaks 2024-11-05 alone, and looks at no header for it.
            able = [name for name in processes if name != FLOOR or era == LEGACY]
            for method in _METHODS:
                event = _event(era, method)
                for name in able:
                    _checked(processes[name].call(event, _WARM_UP).reply, method)
                measured[f"{method}, {era}"] = _in_turns(able, _WARM_ROUNDS, partial(_batch, processes, event))
    return measured


def _batch(processes: Mapping[str, Process], event: Mapping[str, Any], name: str) -> Warm:
    calls = processes[name].call(event, _BATCH)
    return Warm(median(calls.wall) * 1000, median(calls.cpu) * 1000, min(calls.cpu) * 1000)


def _in_turns[T](names: Iterable[str], rounds: int, sample: Callable[[str], T]) -> Rounds[T]:
    taken: Rounds[T] = {name: [] for name in names}
    for _ in range(rounds):
        for name, samples in taken.items():
            samples.append(sample(name))
    return taken


def _event(era: str, method: str) -> dict[str, Any]:
    body, headers = message(era, method, _METHODS[method])
    return proxy_event("POST", "/mcp", principal=OWNER, body=body, headers=headers)


def _result(process: Process, era: str, method: str) -> dict[str, Any]:
    return _checked(process.call(_event(era, method)).reply, method)


def _checked(reply: Mapping[str, Any], method: str) -> dict[str, Any]:
    """The result of a reply, which has to be that of the work everybody does.

    Raises:
        RuntimeError: it is another.
    """
    answer = cast("dict[str, Any]", json.loads(reply["body"])) if reply["statusCode"] == HTTPStatus.OK else {}
    result = cast("dict[str, Any]", answer.get("result", {}))
    is_done = len(result.get("tools", ())) == _TOOLS if method == "tools/list" else "Moved" in json.dumps(result)
    if not is_done:
        raise RuntimeError(f"{method} was answered with {reply['statusCode']}: {reply['body']}")
    return result
