"""The MCP function's part of `make bench` by itself: `python -m bench.protocol`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.protocol.run import run

if __name__ == "__main__":
    with TemporaryDirectory(prefix="twin-bench-") as _folder:
        _results, _holds = run(Path(_folder))
    sys.exit(0 if _holds else 1)
