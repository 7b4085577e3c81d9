"""Files that hold credentials: written whole or not at all; they and their directories are their owner's only."""

from __future__ import annotations

import json
import os
from pathlib import Path


def private_directory(directory: Path) -> None:
    """Make a directory, or take one that is there, with mode 0700: others' programs write files into it, too."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    directory.chmod(0o700)


def write_private(file: Path, content: object) -> None:
    """Replace a file by `content` as JSON, with mode 0600 from the first byte on."""
    partial = file.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as sink:
        json.dump(content, sink, indent=2)
        sink.write("\n")
    partial.replace(file)
