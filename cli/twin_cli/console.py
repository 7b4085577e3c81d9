"""What commands print: words for people, or one JSON document. Text of a profile cannot drive the terminal."""

from __future__ import annotations

import json
import sys
import unicodedata
from dataclasses import dataclass
from typing import Any, TextIO

from twin_cli.failure import CliFailure


@dataclass(frozen=True, slots=True)
class Console:
    """Where results and complaints go."""

    out: TextIO
    err: TextIO
    as_json: bool = False

    @classmethod
    def of_process(cls, *, as_json: bool) -> Console:
        """The process's own streams."""
        return cls(sys.stdout, sys.stderr, as_json)

    def result(self, body: object, human: str) -> None:
        """Print a result, in the form that was asked for."""
        text = json.dumps(body, indent=2, ensure_ascii=False) if self.as_json else printable(human)
        self.out.write(text + "\n")
        self.out.flush()

    def note(self, message: str) -> None:
        """Tell a person something that is no result."""
        self.err.write(printable(message) + "\n")
        self.err.flush()

    def failure(self, failure: CliFailure) -> None:
        """Say why a command ended: for people on stderr, with `--json` as the one document on stdout."""
        if self.as_json:
            body: dict[str, Any] = failure.body
            self.out.write(json.dumps(body, indent=2, ensure_ascii=False) + "\n")
            return
        self.note(f"twin: {failure}")
        if failure.mend:
            self.note(failure.mend)


def printable(text: str) -> str:
    """Text without control characters, escape sequences and direction overrides, which could forge a terminal."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
