"""What a step found, and what the whole walk says. Pure."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from twin_cli.failure import ExitCode


class State(StrEnum):
    """How a step went. A warning stops no client that has a key, but some client."""

    OK = "ok"
    WARNING = "warning"
    BROKEN = "broken"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """One step's outcome."""

    step: str
    state: State
    told: str
    mend: str = ""
    exit_code: ExitCode = ExitCode.OK


class Broken(Exception):
    """Raised by a check that finds its step broken."""

    def __init__(self, told: str, mend: str, exit_code: ExitCode = ExitCode.REFUSED) -> None:
        super().__init__(told)
        self.told = told
        self.mend = mend
        self.exit_code = exit_code


class Warn(Exception):
    """Raised by a check whose step works, but not for every client."""

    def __init__(self, told: str, mend: str) -> None:
        super().__init__(told)
        self.told = told
        self.mend = mend


class Skip(Exception):
    """Raised by a check that does not apply."""


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, in the order of the walk."""

    url: str
    findings: tuple[Finding, ...]

    @property
    def first_broken(self) -> Finding | None:
        """The step to mend first."""
        return next((finding for finding in self.findings if finding.state is State.BROKEN), None)

    @property
    def exit_code(self) -> ExitCode:
        """What the first broken step means to a shell."""
        broken = self.first_broken
        return broken.exit_code if broken else ExitCode.OK

    def body(self) -> dict[str, Any]:
        """The report for `--json`."""
        broken = self.first_broken
        steps = [{name: value for name, value in asdict(each).items() if name != "exit_code"} for each in self.findings]
        first = {"step": broken.step, "told": broken.told, "mend": broken.mend} if broken else None
        return {"url": self.url, "ok": broken is None, "first_broken": first, "steps": steps}

    def human(self) -> str:
        """The report for people."""
        lines = [f"{self.url}"]
        for finding in self.findings:
            lines.append(f"  {finding.state:<8} {finding.step:<22} {finding.told}")
            if finding.mend:
                lines.append(f"{'':<34}{finding.mend}")
        broken = self.first_broken
        lines.append(
            f"First broken step: {broken.step}. {broken.mend}" if broken else "Everything a client needs works."
        )
        return "\n".join(lines)
