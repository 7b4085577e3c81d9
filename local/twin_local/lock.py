"""One stack per state directory."""

from __future__ import annotations

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from twin_local.failure import ExitCode, StackFailure
from twin_local.private_files import private_directory


@contextmanager
def exclusive(file: Path) -> Generator[None]:
    """Hold a state directory's lock; the system lets go of it when the process ends, however it ends.

    The directory is closed to other users.

    Raises:
        StackFailure: if another stack holds it.
    """
    private_directory(file.parent)
    with file.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StackFailure(
                f"a stack is already running on {file.parent}; stop it first (Ctrl-C in its terminal)",
                ExitCode.ALREADY_RUNNING,
            ) from error
        yield
