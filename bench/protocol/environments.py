"""What each contestant needs, installed from `uv.lock` into a folder of its own, with bytecode as in the layers.

The folders are kept in `.local/bench` until the lock file or the sources change. What Lambda's runtime supplies is one
more folder, last on every path, and no part of anybody's size.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from infra.cdk.constructs.bytecode import compile_tree, copy_sources, fingerprint
from twin_local.layout import ROOT, Layout
from twin_local.toolchain import find_toolchain

CONTESTANTS = Path(__file__).with_name("contestants")

_FOLDER = ROOT / ".local" / "bench"
_RUNTIME_PACKAGES = ROOT / "infra" / "cdk" / "constructs" / "runtime_packages.txt"
_RIVALS = ("sdk", "fastmcp", "awslabs")
_OURS = ("--package", "digital-twin", "--no-dev")
_SOURCES = (ROOT / "layers" / "shared" / "python" / "digital_twin", ROOT / "functions" / "mcp" / "mcp_fn")


@dataclass(frozen=True, slots=True)
class Environment:
    """Where a contestant's imports come from: `own` is what it needs, `runtime` what every Lambda function has."""

    own: tuple[Path, ...]
    runtime: Path

    @property
    def megabytes(self) -> float:
        """The size of what it needs, bytecode included."""
        files = (file for folder in self.own for file in folder.rglob("*"))
        return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def installed() -> dict[str, Environment]:
    """The environments by name: ours, sdk, fastmcp, awslabs.

    Raises:
        subprocess.CalledProcessError: something could not be installed; uv says why on standard error.
    """
    runtime = _packages("runtime", _exported(*_OURS), only="boto3")
    ours = _packages("ours", _exported(*_OURS))
    rivals = {name: _packages(name, _exported("--only-group", f"rival-{name}")) for name in _RIVALS}
    return {
        "ours": Environment((_sources(), ours), runtime),
        **{name: Environment((folder,), runtime) for name, folder in rivals.items()},
    }


def _packages(name: str, requirements: str, only: str = "") -> Path:
    """A folder with all that is required, or only one of the packages and what it needs."""

    def install(folder: Path) -> None:
        if not only:
            _install(folder, ["--excludes", str(_RUNTIME_PACKAGES), "--requirements", "-"], requirements)
            return
        versions = _FOLDER / "versions.txt"
        versions.write_text(requirements)
        _install(folder, [only, "--constraints", str(versions)])

    return _kept(name, f"{requirements}{only}", install)


def _sources() -> Path:
    def copy(folder: Path) -> None:
        for source in _SOURCES:
            copy_sources(source, folder / source.name)

    return _kept("sources", fingerprint(*_SOURCES), copy)


def _kept(name: str, content: str, fill: Callable[[Path], None]) -> Path:
    """A folder with bytecode, filled anew only when its content would be another."""
    folder, stamp = _FOLDER / name, _FOLDER / f"{name}.digest"
    digest = hashlib.sha256(content.encode()).hexdigest()
    if not (stamp.exists() and stamp.read_text() == digest):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        fill(folder)
        compile_tree(folder, deployed_at=str(folder))
        stamp.write_text(digest)
    return folder


def _install(folder: Path, what: Sequence[str], given: str = "") -> None:
    target = ["--target", str(folder), "--link-mode", "copy", "--no-compile", "--only-binary", ":all:"]
    _uv("pip", "install", "--quiet", "--python", sys.executable, *target, *what, given=given)
    shutil.rmtree(folder / "bin", ignore_errors=True)


def _exported(*chosen: str) -> str:
    kind = ["--frozen", "--no-hashes", "--no-emit-workspace", "--no-annotate", "--no-header", "--quiet"]
    return _uv("export", *chosen, *kind)


def _uv(*arguments: str, given: str = "") -> str:
    uv = str(find_toolchain(Layout(ROOT / ".local")).uv)
    finished = subprocess.run([uv, *arguments], cwd=ROOT, input=given, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603 - uv with arguments from here
    return finished.stdout
