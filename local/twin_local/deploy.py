"""The project's own `cdk bootstrap` and `cdk deploy`, run against the emulator and nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from twin_local.assembly import Assembly, cdk_command
from twin_local.emulator import ACCOUNT, NO_ACCOUNT, Emulator, client_environment
from twin_local.failure import ExitCode, StackFailure
from twin_local.layout import Layout
from twin_local.processes import Processes, log_tail
from twin_local.toolchain import Toolchain

# What remains tells how to reach package registries: certificates, proxies, caches.
_NOT_INHERITED = ("AWS_", "CDK_", "NODE_PATH", "PYTHON", "VIRTUAL_ENV")

_BOOTSTRAP_SECONDS = 120.0
_DEPLOY_SECONDS = 300.0
"""A custom resource that never answers would hold a deploy for an hour."""


def cdk_environment(layout: Layout, tools: Toolchain, aws: Mapping[str, str]) -> dict[str, str]:
    """The environment of the CDK command line: the caller's, less every setting of AWS, the CDK and Python.

    It reaches no AWS account, not even to ask which one it is, unless `aws` says where and with which credentials.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_INHERITED)}
    return {
        **kept,
        **NO_ACCOUNT,
        **aws,
        "PATH": tools.search_path(layout),
        "CDK_HOME": str(layout.cdk_home),
        "CDK_DISABLE_CLI_TELEMETRY": "true",
        "CDK_DISABLE_VERSION_CHECK": "1",
        "CDK_DEFAULT_ACCOUNT": ACCOUNT,
        "CI": "true",
        "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1",
        "JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION": "1",
        "NO_COLOR": "1",
        "NODE_PATH": str(layout.root / "node_modules"),
    }


class Deployer:
    """Runs the CDK command line against one emulator."""

    def __init__(self, processes: Processes, layout: Layout, tools: Toolchain, emulator: Emulator) -> None:
        self._processes = processes
        self._layout = layout
        self._emulator = emulator
        self._command = cdk_command(layout, tools)
        self._environment = cdk_environment(layout, tools, client_environment(emulator.endpoint))

    def bootstrap(self, regions: Sequence[str]) -> None:
        """Make the CDK's own buckets and roles in each region.

        Raises:
            StackFailure: with the end of the log.
        """
        targets = [f"aws://{ACCOUNT}/{region}" for region in regions]
        self._run("bootstrap", ["bootstrap", *targets, "--app", ""], _BOOTSTRAP_SECONDS)

    def deploy(self, assembly: Assembly) -> None:
        """Deploy every stack of the assembly.

        Raises:
            StackFailure: with the end of the log.
        """
        arguments = ["deploy", "--app", str(assembly.directory), "--all", "--require-approval", "never"]
        self._run("deploy", [*arguments, "--concurrency", "3"], _DEPLOY_SECONDS)

    def _run(self, name: str, arguments: list[str], seconds: float) -> None:
        self._emulator.require_ours()
        process = self._processes.start(
            name, [*self._command, *arguments], self._environment, directory=self._layout.root
        )
        try:
            status = process.wait(seconds)
        except TimeoutError as error:
            raise StackFailure(
                f"cdk {name} did not end in {seconds:.0f} s; see {process.log}", ExitCode.DEPLOY_FAILED
            ) from error
        if status:
            raise StackFailure(
                f"cdk {name} failed with status {status}. Its log, {process.log}, ends with:\n{log_tail(process.log)}",
                ExitCode.DEPLOY_FAILED,
            )
