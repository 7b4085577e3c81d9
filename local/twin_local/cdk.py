"""The CDK command line of the checkout, run as it is for people: `make synth` and `make deploy`."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from twin_local.assembly import cdk_command
from twin_local.layout import Layout
from twin_local.toolchain import find_toolchain


def run_cdk(layout: Layout, arguments: Sequence[str]) -> int:
    """Run the CDK with the caller's environment and terminal; returns its exit status.

    Raises:
        StackFailure: if a tool is missing.
    """
    tools = find_toolchain(layout)
    environment = {**os.environ, "PATH": tools.search_path(layout)}
    command = [*cdk_command(layout, tools), *arguments]
    return subprocess.run(command, cwd=layout.root, env=environment, check=False).returncode  # noqa: S603  # our CDK
