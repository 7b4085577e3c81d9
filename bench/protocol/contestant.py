"""One contestant in a process of its own; the process's side is `contestants/serve.py`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from bench.protocol.environments import CONTESTANTS, Environment


@dataclass(frozen=True, slots=True)
class Contestant:
    """A handler module, and what it is imported from."""

    module: str
    environment: Environment


class Import(BaseModel):
    """What importing a handler took: seconds, of them on a processor, and how many modules."""

    wall: float
    cpu: float
    modules: int


class Calls(BaseModel):
    """Calls of one event: seconds that each took, of them on a processor, the last reply, all modules so far."""

    wall: list[float]
    cpu: list[float]
    reply: dict[str, Any]
    modules: int


class Process:
    """A running contestant."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.imported = Import.model_validate_json(self._line())

    def call(self, event: Mapping[str, Any], times: int = 1) -> Calls:
        """Have the handler answer an event, several times over."""
        if self._process.stdin is None:
            raise ValueError("the process was started without pipes")
        self._process.stdin.write(json.dumps({"event": event, "times": times}) + "\n")
        self._process.stdin.flush()
        return Calls.model_validate_json(self._line())

    def _line(self) -> str:
        if self._process.stdout is None:
            raise ValueError("the process was started without pipes")
        return self._process.stdout.readline()


@contextmanager
def running(
    contestant: Contestant, environ: Mapping[str, str], *, bytecode: Path | None = None, is_snapshot: bool = False
) -> Generator[Process]:
    """Start a fresh interpreter that sees only what the contestant would find in Lambda, and import its handler.

    Args:
        contestant: whom to run.
        environ: the process's environment.
        bytecode: where bytecode is looked for instead of where it was installed; it is never written.
        is_snapshot: whether the hooks for SnapStart run after the import.
    """
    paths = [*contestant.environment.own, CONTESTANTS, contestant.environment.runtime]
    elsewhere = [] if bytecode is None else ["-X", f"pycache_prefix={bytecode}"]
    kind = "snapshot" if is_snapshot else "plain"
    program = [str(CONTESTANTS / "serve.py"), contestant.module, kind, *map(str, paths)]
    # -I and -S: nothing of the development environment.
    command = [sys.executable, "-I", "-S", "-B", *elsewhere, *program]
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(environ)
    ) as process:
        yield Process(process)
