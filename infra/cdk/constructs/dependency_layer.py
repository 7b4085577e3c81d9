"""The layer of third-party packages, built from `uv.lock` without a container."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.cdk.constructs.bytecode import PYTHON_MINOR, compile_tree, fingerprint
from infra.cdk.constructs.local_asset import local_asset
from infra.cdk.constructs.runtime import ARCHITECTURE, REPOSITORY, RUNTIME

RUNTIME_PACKAGES = Path(__file__).with_name("runtime_packages.txt")

# Wheels have to fit Amazon Linux 2023, which the runtime is built on: x86-64 with glibc 2.34.
_PLATFORM = "x86_64-manylinux_2_34"


class UvMissing(RuntimeError):
    """The `uv` executable is neither on the PATH nor where the Makefile installs it."""


class DependencyLayer(lambda_.LayerVersion):
    """What `layers/shared` depends on, at the locked versions, less what the runtime supplies."""

    def __init__(self, scope: Construct, id_: str) -> None:
        requirements = locked_requirements()
        super().__init__(
            scope,
            id_,
            code=local_asset(
                REPOSITORY / "layers" / "shared",
                build,
                fingerprint=fingerprint(salt=f"{requirements}{RUNTIME_PACKAGES.read_text()}{_PLATFORM}"),
            ),
            compatible_runtimes=[RUNTIME],
            compatible_architectures=[ARCHITECTURE],
            description="Third-party packages of the digital twin",
        )


@cache
def locked_requirements() -> str:
    """The locked packages of the deployed code with their hashes, as a requirements file.

    Raises:
        UvMissing: there is no uv to read the lock file with.
    """
    selected = ["--package", "digital-twin", "--frozen", "--no-dev", "--no-emit-workspace"]
    return _uv("export", *selected, "--no-annotate", "--no-header", "--quiet")


def build(output: Path) -> None:
    """Fill `output` with the layer's content.

    Raises:
        UvMissing: there is no uv to install with.
        subprocess.CalledProcessError: a package could not be installed; uv says why on standard error.
    """
    packages = output / "python"
    wheels = ["--python-platform", _PLATFORM, "--python-version", PYTHON_MINOR, "--only-binary", ":all:"]
    target = ["--target", str(packages), "--link-mode", "copy", "--no-compile", "--excludes", str(RUNTIME_PACKAGES)]
    chosen = ["--quiet", "--python", sys.executable, *wheels, *target]
    _uv("pip", "install", *chosen, "--requirements", "-", given=locked_requirements())
    # Console scripts have no use in Lambda, and their first line names this machine's interpreter.
    shutil.rmtree(packages / "bin", ignore_errors=True)
    (packages / ".lock").unlink(missing_ok=True)
    compile_tree(packages, deployed_at="/opt/python")


def _uv(*arguments: str, given: str | None = None) -> str:
    tools = REPOSITORY / ".tools" / "uv" / "bin"
    executable = shutil.which("uv", path=os.pathsep.join((os.environ.get("PATH", ""), str(tools))))
    if executable is None:
        raise UvMissing(f"uv is not on the PATH and not in {tools}; run `make install` first")
    command = [executable, *arguments]
    return subprocess.run(  # noqa: S603 - uv with arguments from here
        command, cwd=REPOSITORY, input=given, stdout=subprocess.PIPE, text=True, check=True
    ).stdout
