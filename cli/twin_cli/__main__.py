"""Entry of the `twin` command: the process's arguments, environment and streams; nothing is decided here."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from twin_cli.main import run


def entry() -> None:
    """Run the command this process was started for, and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # A profile holds letters that some consoles cannot show.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:], os.environ, Path.cwd()))


if __name__ == "__main__":
    entry()
