"""What ends a command early, and the exit code the contract gives it.

CliFailure
├── Usage         2  the command line or the settings are wrong
├── Refused       1  the service answered, and said no
└── Unreachable   3  no usable answer came from the service
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any, ClassVar


class ExitCode(IntEnum):
    """What a shell sees."""

    OK = 0
    REFUSED = 1
    USAGE = 2
    UNREACHABLE = 3


class CliFailure(Exception):
    """A command cannot go on; the message says what happened, `mend` what to do about it."""

    exit_code: ClassVar[ExitCode]
    slug: ClassVar[str]

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.mend = mend

    @property
    def body(self) -> dict[str, Any]:
        """The failure for `--json`."""
        return {"error": self.slug, "detail": str(self), "mend": self.mend}


class Usage(CliFailure):
    """Raised when arguments or settings cannot be used."""

    exit_code = ExitCode.USAGE
    slug = "usage"


class Unreachable(CliFailure):
    """Raised when the service cannot be reached, or what answers is not the service."""

    exit_code = ExitCode.UNREACHABLE
    slug = "unreachable"


class Refused(CliFailure):
    """Raised when the service replies with a problem."""

    exit_code = ExitCode.REFUSED
    slug = "refused"

    def __init__(self, message: str, mend: str = "", problem: dict[str, Any] | None = None) -> None:
        super().__init__(message, mend)
        self._problem = problem

    @property
    def body(self) -> dict[str, Any]:
        """The service's own problem document, with the mend beside it."""
        return super().body | {"problem": self._problem}
