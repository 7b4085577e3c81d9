"""Source trees as they are deployed: copied without leftovers of the checkout, with bytecode, fingerprinted.

/opt and /var/task are read-only in Lambda, so without bytecode in the archive every cold start would compile every
import again. It is of the unchecked-hash kind, because archives lose modification times and the default kind compares
them; and it names the path it will have in Lambda, so that traces do and equal sources give equal bytes anywhere.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PYTHON_MINOR = "3.13"

_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "*.egg-info", ".*")


class WrongPython(RuntimeError):
    """The app runs on another minor version than the functions, so its bytecode would be ignored there."""


def copy_sources(source: Path, target: Path) -> None:
    """Copy a package without caches and hidden files."""
    shutil.copytree(source, target, ignore=_LEFT_OUT)


def compile_tree(root: Path, *, deployed_at: str) -> None:
    """Write bytecode for every module below `root`.

    Args:
        root: the tree; it is changed.
        deployed_at: the absolute path of `root` in Lambda.

    Raises:
        WrongPython: the running interpreter is not of the functions' version.
        subprocess.CalledProcessError: a module does not compile; its error is on standard output.
    """
    if sys.version_info[:2] != tuple(int(part) for part in PYTHON_MINOR.split(".")):
        raise WrongPython(f"bytecode for Python {PYTHON_MINOR} cannot be made by {sys.version.split()[0]}")
    placed = ["-s", str(root), "-p", deployed_at]
    kind = ["--invalidation-mode", "unchecked-hash"]
    subprocess.run([sys.executable, "-m", "compileall", "-q", "-j", "0", *placed, *kind, str(root)], check=True)  # noqa: S603 - our own interpreter


def fingerprint(*trees: Path, salt: str = "") -> str:
    """A digest of the sources below some directories, and of what else the result depends on.

    Args:
        trees: directories; the names and contents of files in them count, caches and hidden files do not.
        salt: settings that change the result, such as package lists.
    """
    digest = hashlib.sha256(f"{PYTHON_MINOR}\0{salt}".encode())
    for tree in trees:
        for file in _sources(tree):
            digest.update(f"\0{tree.name}/{file.relative_to(tree).as_posix()}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _sources(directory: Path) -> Iterator[Path]:
    entries = sorted(directory.iterdir())
    left_out = _LEFT_OUT(str(directory), [entry.name for entry in entries])
    for entry in entries:
        if entry.name in left_out:
            continue
        if entry.is_dir():
            yield from _sources(entry)
        else:
            yield entry
