"""Run a command that cannot outlive the one who started it: `python -m twin_local.leash COMMAND ...`.

The leash is standard input: when its writing end closes - because the starter closed it, ended, or was killed - the
command is asked to end, and after a grace period its whole process group is killed. Must be started as the leader
of a new session, so that the group holds nothing else. Imports nothing of the project, to start fast.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from types import FrameType

GRACE_SECONDS = 20.0
"""How long a command may take to end by itself; the emulator saves 130 MB of state in 1.5 s, longer under load."""


def _ignore(_number: int, _frame: FrameType | None) -> None:
    pass


def _end(child: subprocess.Popen[bytes]) -> None:
    while os.read(0, 1):  # not sys.stdin, whose lock a blocked thread would hold when the interpreter ends
        pass
    child.terminate()
    time.sleep(GRACE_SECONDS)
    os.killpg(0, signal.SIGKILL)


def main(command: list[str]) -> int:
    """Run `command` to its end or to the leash's, and return its exit status."""
    # Signals to the group are for the command. A handler, unlike SIG_IGN, is not inherited by what is executed.
    signal.signal(signal.SIGTERM, _ignore)
    signal.signal(signal.SIGINT, _ignore)
    try:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603  # our own argv
    except OSError as error:
        print(f"cannot run {command[0]}: {error.strerror}", file=sys.stderr)
        return 127
    threading.Thread(target=_end, args=(child,), daemon=True).start()
    status = child.wait()
    os.killpg(0, signal.SIGTERM)  # what the command left behind
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
