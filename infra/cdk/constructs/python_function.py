"""The one factory of Lambda functions."""

# The CDK's classes name parameters of their methods otherwise than the interfaces they implement do, which jsii, the
# one that checks arguments at run time, does not mind.
# pyright: reportArgumentType=false

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import aws_cdk as cdk
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.cdk.acknowledge import acknowledge
from infra.cdk.config import DeploymentConfig
from infra.cdk.constructs.bytecode import compile_tree, copy_sources, fingerprint
from infra.cdk.constructs.core_layer import CoreLayer
from infra.cdk.constructs.dependency_layer import DependencyLayer
from infra.cdk.constructs.local_asset import local_asset
from infra.cdk.constructs.runtime import ARCHITECTURE, REPOSITORY, RUNTIME
from infra.cdk.environment import function_environment
from infra.cdk.names import Names

ALIAS = "live"

# Lambda gives CPU in proportion to memory. Imports and ranking are bound by CPU, the working set is below 200 MB.
_MEMORY_MB = 1024


@dataclass(frozen=True, slots=True)
class FunctionKit:
    """What the functions of one stack share: the deployment they belong to and the two layers they import from."""

    config: DeploymentConfig
    layers: tuple[CoreLayer, DependencyLayer]

    @classmethod
    def of(cls, scope: Construct, config: DeploymentConfig) -> FunctionKit:
        """Make the layers in a stack; layers are regional, so each stack has its own."""
        return cls(config, (CoreLayer(scope, "CoreLayer"), DependencyLayer(scope, "DependencyLayer")))


class PythonFunction(Construct):
    """A function from `functions/<folder>`, with a role that may do nothing but log and trace until it is allowed to.

    `function` is the function itself; `target` is what a caller invokes: the alias `live` of the newest published
    version where that is restored from a snapshot, else the function. `log_group` holds what it logs.
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        kit: FunctionKit,
        folder: str,
        service: str,
        region: str,
        handler: str = "handler",
        timeout_seconds: int,
        snapshot: bool = False,
    ) -> None:
        """Make the function.

        Args:
            scope: the stack.
            id_: unique in the stack.
            kit: what the stack's functions share.
            folder: the folder under `functions/`; its package is called `<folder>_fn`.
            service: names the function, its logs and its metrics.
            region: the region it serves.
            handler: the attribute of `<folder>_fn.handler` that Lambda calls.
            timeout_seconds: after which Lambda ends an invocation.
            snapshot: whether its initialised state is kept with each published version (SnapStart), which shortens
                cold starts and costs by the hour: for functions somebody waits for.
        """
        super().__init__(scope, id_)
        package = f"{folder}_fn"
        name = Names(kit.config.stage).of(service)
        self.log_group = logs.LogGroup(
            self,
            "Logs",
            log_group_name=f"/aws/lambda/{name}",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=cdk.RemovalPolicy.DESTROY,
        )
        self.role = iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
        self.log_group.grant_write(self.role)
        self.function = lambda_.Function(
            self,
            "Function",
            function_name=name,
            code=_package_code(REPOSITORY / "functions" / folder / package),
            handler=f"{package}.handler.{handler}",
            runtime=RUNTIME,
            architecture=ARCHITECTURE,
            layers=list(kit.layers),
            environment=function_environment(kit.config, region=region, service=service),
            memory_size=_MEMORY_MB,
            timeout=cdk.Duration.seconds(timeout_seconds),
            role=self.role,
            log_group=self.log_group,
            tracing=lambda_.Tracing.ACTIVE,
            snap_start=lambda_.SnapStartConf.ON_PUBLISHED_VERSIONS if snapshot else None,
        )
        self.target = cast("lambda_.IFunction", self.function)
        if snapshot:
            alias = lambda_.Alias(self, "Live", alias_name=ALIAS, version=self.function.current_version)
            self.target = cast("lambda_.IFunction", alias)
            acknowledge(
                self.function,
                "the alias points at a published version",
                "Annotation::@aws-cdk/aws-lambda:snapStartRequirePublish",
            )
        acknowledge(
            self.function,
            "Python 3.13 is the version the lock file, the bytecode and the wheels of the layer are made for",
            "AwsSolutions-L1",
        )
        acknowledge(self.role, "X-Ray has no resources to name", "AwsSolutions-IAM5[Resource::*]")

    def allow(
        self, actions: Sequence[str], *resources: str, only: Mapping[str, Mapping[str, Sequence[str]]] | None = None
    ) -> None:
        """Let the function do `actions` on `resources`, given as ARNs, under the conditions `only`."""
        self.role.add_to_policy(
            iam.PolicyStatement(actions=list(actions), resources=list(resources), conditions=dict(only or {}) or None)
        )


def _package_code(package: Path) -> lambda_.Code:
    def build(output: Path) -> None:
        copy_sources(package, output / package.name)
        compile_tree(output, deployed_at="/var/task")

    return local_asset(package, build, fingerprint=fingerprint(package))
