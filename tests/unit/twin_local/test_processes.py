"""Processes on a leash: they end when they are told to, when their starter goes, and never outlive either."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from twin_local.failure import StackFailure
from twin_local.processes import Processes

LIMIT = 10.0
FOREVER = "import time, signal; print('up', flush=True); time.sleep(600)"
WITH_CHILD = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
child.wait()
"""


def until(condition: Callable[[], bool]) -> None:
    """Poll until a condition holds; the bound makes a failure out of a hang."""
    limit = monotonic() + LIMIT
    while not condition():
        assert monotonic() < limit, "the condition did not come true in time"


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def printed_pid(log: Path) -> int:
    """The process id that a program printed first."""
    until(lambda: log.exists() and log.read_text().endswith("\n"))
    return int(log.read_text().split()[0])


def test_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process gets just the environment it is given."""
    monkeypatch.setenv("AWS_PROFILE", "a-real-account")
    with Processes(tmp_path) as processes:
        shown = processes.start("env", [sys.executable, "-c", "import os; print(dict(os.environ))"], {"ONLY": "this"})
        assert shown.wait(LIMIT) == 0
    assert "'ONLY': 'this'" in shown.log.read_text()
    assert "a-real-account" not in shown.log.read_text()


def test_leaving_the_context(tmp_path: Path) -> None:
    """Everything that was started has ended, children of children too."""
    with Processes(tmp_path) as processes:
        first = processes.start("first", [sys.executable, "-c", FOREVER], {})
        second = processes.start("second", [sys.executable, "-c", WITH_CHILD], {})
        grandchild = printed_pid(second.log)
    assert first.has_ended
    assert second.has_ended
    until(lambda: not is_running(grandchild))


def test_starter_is_killed(tmp_path: Path) -> None:
    """A process and its children end when whoever started them is killed without warning."""
    starter = f"""
import sys, time
from pathlib import Path
from twin_local.processes import Processes
with Processes(Path({str(tmp_path)!r})) as processes:
    processes.start("worker", [sys.executable, "-c", {WITH_CHILD!r}], {{}})
    time.sleep(600)
"""
    killed = subprocess.Popen([sys.executable, "-c", starter])  # noqa: S603  # our own program
    grandchild = printed_pid(tmp_path / "worker.log")
    killed.send_signal(signal.SIGKILL)
    killed.wait(LIMIT)
    until(lambda: not is_running(grandchild))


def test_exit_status(tmp_path: Path) -> None:
    """The exit status is the command's own."""
    with Processes(tmp_path) as processes:
        assert processes.start("seven", [sys.executable, "-c", "raise SystemExit(7)"], {}).wait(LIMIT) == 7
        assert processes.start("absent", ["/no/such/command"], {}).wait(LIMIT) == 127


def test_taking_too_long(tmp_path: Path) -> None:
    """A process that takes too long has been stopped when that is said."""
    with Processes(tmp_path) as processes:
        slow = processes.start("slow", [sys.executable, "-c", FOREVER], {})
        until(lambda: "up" in slow.log.read_text())
        with pytest.raises(TimeoutError, match="slow"):
            slow.wait(0.01)
        assert slow.has_ended


def test_starting_while_stopping(tmp_path: Path) -> None:
    """What another thread would still start is refused: nothing would ever stop it."""
    with Processes(tmp_path) as processes:
        pass
    with pytest.raises(StackFailure, match="late was not started"):
        processes.start("late", [sys.executable, "-c", FOREVER], {})


def test_ended_unexpectedly(tmp_path: Path) -> None:
    """A process that ended is reported with the end of its log."""
    with Processes(tmp_path) as processes:
        failed = processes.start("failed", [sys.executable, "-c", "raise SystemExit('no such table')"], {})
        failed.wait(LIMIT)
        with pytest.raises(StackFailure, match="no such table"):
            failed.require_alive()
