"""The ways a start can fail, each with an exit code of its own. Prints nothing; `__main__` says it once."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command's exit status says."""

    FAILED = 1
    MISSING_TOOL = 3
    PORT_BUSY = 4
    ALREADY_RUNNING = 5
    DEPLOY_FAILED = 6
    NOT_LOCAL = 7


class StackFailure(Exception):
    """The stack cannot go on; the message is the one thing the reader needs to know, `code` the exit status."""

    def __init__(self, message: str, code: ExitCode = ExitCode.FAILED) -> None:
        super().__init__(message)
        self.code = code
