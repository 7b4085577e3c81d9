"""A Lambda handler in a process of its own, one event a line, as the Lambda runtime would call it.

Run as `python -m bench.function SUBJECT SETUP`; the parent's side is `Function`.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, TextIO

from pydantic import TypeAdapter

from bench.setup import Setup, read_setup
from digital_twin.entry.lambda_http import LambdaHandler

SUBJECTS = ("ours", "seed", "tutorial")
PRIMED = "ours, primed"

_RENEW = "renew"


@dataclass(frozen=True, slots=True)
class Reply:
    """A handler's reply; when it was asked and answered (seconds, monotonic), and the CPU seconds it took."""

    status: int
    body: dict[str, Any]
    start: float
    end: float
    cpu: float


_REPLY = TypeAdapter(Reply)


class Function:
    """A running function; calls are answered one at a time, as a Lambda container does.

    `init_seconds` passed, `init_cpu` of them on a processor, from the start of its interpreter until it was ready.
    """

    def __init__(self, process: subprocess.Popen[str], init_seconds: float, init_cpu: float) -> None:
        self._process = process
        self.init_seconds = init_seconds
        self.init_cpu = init_cpu

    def call(self, event: dict[str, Any]) -> Reply:
        """Let the handler answer an event."""
        return _REPLY.validate_json(_exchange(self._process, json.dumps(event)))

    def renew(self) -> None:
        """Make the handler anew: nothing a container remembers is left, what it imported is."""
        _exchange(self._process, _RENEW)


@contextmanager
def running_function(subject: str, setup: Path) -> Generator[Function]:
    """Start a function and wait until it is ready for events; it ends with the context."""
    started = perf_counter()
    command = [sys.executable, "-m", "bench.function", subject, str(setup)]
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        cpu = float(_exchange(process, _RENEW))
        yield Function(process, perf_counter() - started, cpu)


def _exchange(process: subprocess.Popen[str], line: str) -> str:
    if process.stdin is None or process.stdout is None:
        raise ValueError("the process was started without pipes")
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return process.stdout.readline()


def _factory(subject: str) -> Callable[[Setup], LambdaHandler]:
    # Each function pays at its start only for what it imports itself.
    match subject:
        case "ours":
            from bench.ours import make_handler  # noqa: PLC0415 - see above
        case "ours, primed":
            from bench.ours import make_primed_handler as make_handler  # noqa: PLC0415 - see above
        case "mcp":
            from bench.ours import make_mcp_handler as make_handler  # noqa: PLC0415 - see above
        case "seed":
            from bench.rivals import seed_handler as make_handler  # noqa: PLC0415 - see above
        case _:
            from bench.rivals import tutorial_handler as make_handler  # noqa: PLC0415 - see above
    return make_handler


def _serve(subject: str, setup: Setup, replies: TextIO) -> None:
    make_handler = _factory(subject)
    handler = make_handler(setup)
    for number, line in enumerate(sys.stdin):
        if line.strip() == _RENEW:
            # The first one only asks whether the function is ready.
            handler = make_handler(setup) if number else handler
            print(process_time(), file=replies, flush=True)
            continue
        event = json.loads(line)
        start, cpu = perf_counter(), process_time()
        raw = handler(event, None)
        end, cpu = perf_counter(), process_time() - cpu
        reply = Reply(raw["statusCode"], _object(raw["body"]), start, end, cpu)
        print(json.dumps(asdict(reply)), file=replies, flush=True)


def _object(body: str) -> dict[str, Any]:
    """A reply's JSON; empty for the plain text with which a rival answers what it did not handle."""
    try:
        return dict(json.loads(body))
    except ValueError:
        return {}


if __name__ == "__main__":
    # Standard output belongs to the handler's log, which is written and thrown away.
    _replies = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    # As the runtime does; the MCP SDK would set up a handler of its own, and every line be written twice.
    logging.getLogger().addHandler(logging.StreamHandler(sys.stdout))
    _serve(sys.argv[1], read_setup(Path(sys.argv[2])), _replies)
