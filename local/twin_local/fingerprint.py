"""Fingerprints of source trees: what was made from unchanged sources need not be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

_NOT_SOURCES = frozenset({"__pycache__", "node_modules", "cdk.out", ".venv"})


def _files(path: Path) -> Iterable[Path]:
    if path.is_file():
        yield path
        return
    for entry in sorted(path.iterdir()) if path.is_dir() else ():
        if entry.name not in _NOT_SOURCES and not entry.name.endswith((".pyc", ".egg-info")):
            yield from _files(entry)


def fingerprint(root: Path, paths: Iterable[str], *values: str) -> str:
    """SHA-256 over the names and contents of files below `root`, and over some values.

    Args:
        root: Names are taken relative to it.
        paths: Files or directories; one that does not exist counts as absent.
        values: Whatever else the result depends on.
    """
    digest = hashlib.sha256()
    for name in paths:
        for file in _files(root / name):
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            digest.update(f"{file.relative_to(root)}\0{content}\n".encode())
    for value in values:
        digest.update(f"={value}\n".encode())
    return digest.hexdigest()
