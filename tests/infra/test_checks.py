"""Static checks of the synthesized templates."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import aws_cdk as cdk
import pytest
from aws_cdk import aws_s3 as s3

from infra.cdk.app import add_checks
from tests.infra.assembly import REGIONS, REPOSITORY, Assembly

STACKS = (
    "storage",
    "control",
    "observability",
    *(f"{kind}-{region}" for kind in ("serving", "protection") for region in REGIONS),
)


def test_a_finding_ends_the_synthesis(tmp_path: Path) -> None:
    """So an assembly that exists has none that was not acknowledged, with a reason, beside its resource."""
    app = cdk.App(outdir=str(tmp_path), builtin_cloud_formation_validation=False)
    add_checks(app)
    s3.Bucket(cdk.Stack(app, "Stack"), "Public")
    with pytest.raises(RuntimeError, match="AwsSolutions-S10"):
        app.synth()


def test_the_stacks_are_the_deployment(assembly: Assembly) -> None:
    """None is checked less than the others."""
    assert assembly.templates.keys() == set(STACKS)


def test_cfn_lint_passes(assembly: Assembly, extended: Assembly) -> None:
    """Every template, for every region of the deployment."""
    files = [str(file) for each in (assembly, extended) for file in each.directory.glob("*.template.json")]
    # W3005: the CDK adds dependencies that references already imply.
    options = ["--ignore-checks", "W3005", "--regions", *REGIONS]
    command = [Path(sys.executable).with_name("cfn-lint"), *options, "--", *files]
    reply = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - of our own environment
    assert reply.returncode == 0, reply.stdout + reply.stderr


def test_nothing_needs_a_custom_resource(assembly: Assembly) -> None:
    """Each would be a function of the CDK's that we neither test nor watch."""
    for template in assembly.templates.values():
        assert not [key for key, value in template.body["Resources"].items() if _is_custom(value["Type"])]


def test_the_lock_file_names_no_registry() -> None:
    """It installs the same from any registry, and gives none away."""
    lock = json.loads((REPOSITORY / "package-lock.json").read_text())
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]


@pytest.mark.parametrize("package", ["aws-cdk", "@aws-sdk/client-s3", "@aws-sdk/client-ssm"])
def test_node_packages_are_pinned(package: str) -> None:
    """The newest `aws-cdk` cannot read what our aws-cdk-lib writes."""
    version = json.loads((REPOSITORY / "package.json").read_text())["dependencies"][package]
    assert version[0].isdigit()
    assert package != "aws-cdk" or version == "2.1148.1"


def _is_custom(kind: str) -> bool:
    return kind.startswith("Custom::") or kind == "AWS::CloudFormation::CustomResource"
