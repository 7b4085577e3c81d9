"""Entry of the CDK app: `python -m infra.cdk.app`, run by the `cdk` command line from the repository's root."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import aws_cdk as cdk
from cdk_nag import AwsSolutionsChecks

from infra.cdk.config import DeploymentConfig
from infra.cdk.constructs.runtime import REPOSITORY
from infra.cdk.stages import add_deployment


def default_context() -> dict[str, Any]:
    """The context of `cdk.json`, which the `cdk` command line passes on by itself but a direct run does not."""
    settings: dict[str, Any] = json.loads((REPOSITORY / "cdk.json").read_text())
    return settings["context"]


def add_checks(app: cdk.App) -> None:
    """Let a finding of AwsSolutions that nobody acknowledged end the synthesis."""
    cdk.Validations.of(app).add_plugins(AwsSolutionsChecks(app))


def make_app(context: Mapping[str, Any], *, outdir: str | None = None) -> cdk.App:
    """The app, checked against AwsSolutions whenever it is synthesized.

    Args:
        context: defaults, which context from the `cdk` command line overrides.
        outdir: where the assembly goes; by default where the environment's CDK_OUTDIR says.

    Raises:
        InvalidConfig: the context does not describe a deployment.
    """
    # The CDK's own validation of templates takes as long as all the rest, and cfn-lint, which gates every change,
    # checks more than it does.
    app = cdk.App(context=dict(context), outdir=outdir, builtin_cloud_formation_validation=False)
    add_checks(app)
    add_deployment(app, DeploymentConfig.from_context(app.node.get_all_context()))
    return app


if __name__ == "__main__":
    make_app(default_context()).synth()
