"""Files that hold credentials: written whole or not at all, readable by their owner only."""

from __future__ import annotations

import json
import os
from pathlib import Path


def write_private(file: Path, content: object) -> None:
    """Replace a file by `content` as JSON, with mode 0600 from the first byte on."""
    partial = file.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as sink:
        json.dump(content, sink, indent=2)
        sink.write("\n")
    partial.replace(file)
