"""Zipping the directories that a deploy uploads, once each.

The CDK command line would do it too, at the best compression and in JavaScript: 20 to 40 s for the layer of
third-party packages, of which nothing is gained on loopback.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

_FAST = 1  # zlib's level: a tenth larger than the default, several times faster


def pack(directory: Path, archive: Path) -> None:
    """Write a directory's files to a zip, unless that was done before: an asset's name is a hash of its content."""
    if archive.exists():
        return
    archive.parent.mkdir(parents=True, exist_ok=True)
    partial = archive.with_suffix(".partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST, strict_timestamps=False) as sink:
        for file in sorted(directory.rglob("*")):
            if file.is_file():
                sink.write(file, file.relative_to(directory))
    partial.replace(archive)
