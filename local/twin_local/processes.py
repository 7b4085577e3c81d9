"""Starting and stopping the stack's processes: each on a leash, in a session of its own, with its own log."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from twin_local.failure import StackFailure
from twin_local.leash import GRACE_SECONDS

_TAIL_LINES = 25


def log_tail(log: Path, lines: int = _TAIL_LINES) -> str:
    """The last lines of a log, for a failure message."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])


@dataclass(frozen=True, slots=True)
class Running:
    """A started process; `log` holds its standard output and error."""

    name: str
    log: Path
    leash: subprocess.Popen[bytes]

    @property
    def has_ended(self) -> bool:
        """Whether the process is no longer there."""
        return self.leash.poll() is not None

    @property
    def ended_well(self) -> bool:
        """Whether the process has ended, by itself and without an error."""
        return self.leash.poll() == 0

    def require_alive(self) -> None:
        """Let the caller go on only while the process runs.

        Raises:
            StackFailure: with the end of the log.
        """
        if self.has_ended:
            raise StackFailure(f"{self.name} ended unexpectedly. Its log, {self.log}, ends with:\n{log_tail(self.log)}")

    def wait(self, seconds: float) -> int:
        """The exit status.

        Raises:
            TimeoutError: if the process did not end in time; it has been stopped.
        """
        try:
            return self.leash.wait(seconds)
        except subprocess.TimeoutExpired as error:
            self.stop()
            raise TimeoutError(f"{self.name} did not end within {seconds:.0f} s") from error

    def let_go(self) -> None:
        """Ask the process to end, without waiting."""
        if self.leash.stdin is not None:
            self.leash.stdin.close()

    def stop(self) -> None:
        """Ask the process to end and wait until it has; the leash kills what does not."""
        self.let_go()
        try:
            self.leash.wait(GRACE_SECONDS + 2)
        except subprocess.TimeoutExpired:
            self.leash.kill()
            self.leash.wait()


class Processes:
    """Everything a stack has started; leaving the context stops it all."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._started: list[Running] = []
        self._changing = threading.Lock()
        self._is_closed = False

    def __enter__(self) -> Self:
        self._logs.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, *_: object) -> None:
        with self._changing:
            self._is_closed = True
        for process in self._started:  # all at once: each may take seconds to save its state
            process.let_go()
        for process in self._started:
            process.stop()

    def start(
        self, name: str, command: Sequence[str | Path], env: Mapping[str, str], *, directory: Path | None = None
    ) -> Running:
        """Start `command` with exactly the environment `env`, logging to `{name}.log`.

        Raises:
            StackFailure: if everything is being stopped; what another thread still started would be left running.
        """
        log = self._logs / f"{name}.log"
        with self._changing:
            if self._is_closed:
                raise StackFailure(f"{name} was not started: the stack is stopping")
            return self._start(name, log, command, env, directory)

    def _start(
        self, name: str, log: Path, command: Sequence[str | Path], env: Mapping[str, str], directory: Path | None
    ) -> Running:
        with log.open("wb") as sink:
            leash = subprocess.Popen(  # noqa: S603  # the commands are ours
                [sys.executable, "-m", "twin_local.leash", *map(str, command)],
                stdin=subprocess.PIPE,
                stdout=sink,
                stderr=subprocess.STDOUT,
                env=dict(env),
                cwd=directory,
                start_new_session=True,
            )
        running = Running(name, log, leash)
        self._started.append(running)
        return running
