"""Synthesizing the CDK app for the local stack, and only when its sources changed."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from twin_local.failure import ExitCode, StackFailure
from twin_local.fingerprint import fingerprint
from twin_local.layout import Layout
from twin_local.localize import localize_assembly
from twin_local.private_files import private_directory
from twin_local.processes import Processes, log_tail
from twin_local.toolchain import Toolchain

SOURCES = ("cdk.json", "functions", "infra", "layers", "package-lock.json", "pyproject.toml", "uv.lock")
"""What a synthesized assembly is made from."""

LOCALIZED_BY = ("local/twin_local/assembly.py", "local/twin_local/localize.py", "local/twin_local/packing.py")

_SYNTH_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Assembly:
    """A synthesized assembly fitted to the emulator; equal fingerprints mean equal content."""

    directory: Path
    fingerprint: str

    def templates(self) -> dict[str, dict[str, object]]:
        """The templates by stack name."""
        return {
            file.name.removesuffix(".template.json"): json.loads(file.read_text())
            for file in sorted(self.directory.rglob("*.template.json"))
        }


def cdk_command(layout: Layout, tools: Toolchain) -> list[str]:
    """How the CDK command line of the checkout is called."""
    return [str(tools.node), str(layout.root / "node_modules" / "aws-cdk" / "bin" / "cdk")]


def synthesize(
    processes: Processes, layout: Layout, tools: Toolchain, environment: Mapping[str, str], context: Mapping[str, str]
) -> Assembly:
    """The assembly for `context`: synthesized and localized anew only if its sources changed.

    Stacks of one checkout share it; a lock lets one of them make it.

    Raises:
        StackFailure: with the end of the log.
    """
    private_directory(layout.shared)
    layout.assembly.mkdir(exist_ok=True)
    arguments = [part for key, value in sorted(context.items()) for part in ("-c", f"{key}={value}")]
    wanted = fingerprint(layout.root, (*SOURCES, *LOCALIZED_BY), *arguments)
    made, stamp = layout.assembly / "cdk.out", layout.assembly / "fingerprint"
    result = Assembly(layout.assembly / "cdk.local", wanted)
    with (layout.assembly / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_text() == wanted:
            return result
        stamp.unlink(missing_ok=True)
        command = [*cdk_command(layout, tools), "synth", "--quiet", "--output", str(made), *arguments]
        process = processes.start("synth", command, environment, directory=layout.root)
        if status := process.wait(_SYNTH_SECONDS):
            raise StackFailure(
                f"cdk synth failed with status {status}. Its log, {process.log}, ends with:\n{log_tail(process.log)}",
                ExitCode.DEPLOY_FAILED,
            )
        localize_assembly(made, result.directory)
        stamp.write_text(wanted)
    return result
