"""A local stack that a test starts, as `make dev` does, in a state directory of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import Self

from twin_local.processes import log_tail
from twin_local.stack_file import StackFile

# A first start bundles the layer and synthesizes: 60 s on two cores with nothing else to do.
READY_SECONDS = 300.0
STOP_SECONDS = 40.0
_POLL_SECONDS = 0.1


class StartedStack:
    """The command `python -m twin_local up`; leaving the context interrupts it as Ctrl-C does."""

    def __init__(self, state: Path, *, port: int = 0) -> None:
        self._state = state
        self._port = port
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._state.mkdir(parents=True, exist_ok=True)
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-m", "twin_local", "up", "--state", self._state, "--port", str(self._port)]
        with self._output.open("wb") as sink:
            self._process = subprocess.Popen(  # noqa: S603  # our own program
                command, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.STDOUT, env=environment
            )
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """The process id of the command."""
        return self._running.pid

    @property
    def file(self) -> Path:
        """Where the stack says how to reach it."""
        return self._state / "stack.json"

    @property
    def output(self) -> str:
        """What the command has printed."""
        return self._output.read_text(errors="replace")

    def wait_until_ready(self) -> StackFile:
        """How to reach the stack, once it is up.

        Raises:
            AssertionError: with what it printed, if it ended or is not up in time.
        """
        limit = monotonic() + READY_SECONDS
        while True:
            ready = StackFile.of_running(self.file)
            if ready and ready.pid == self.pid:
                return ready
            if self._running.poll() is not None or monotonic() > limit:
                raise AssertionError(f"the stack did not start:\n{log_tail(self._output, 60)}")
            sleep(_POLL_SECONDS)

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Signal the command to end, and return its exit status."""
        if self._running.poll() is None:
            self._running.send_signal(number)
        return self.wait()

    def wait(self) -> int:
        """The exit status of a command that is about to end."""
        return self._running.wait(STOP_SECONDS)

    @property
    def _output(self) -> Path:
        return self._state / "output.log"

    @property
    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError("the stack was not started")
        return self._process
