"""One deployment: its stacks, where they go, and in which order."""

from __future__ import annotations

import aws_cdk as cdk
from constructs import Construct

from infra.cdk.config import DeploymentConfig
from infra.cdk.names import Names
from infra.cdk.stacks.control import ControlStack
from infra.cdk.stacks.observability import ObservabilityStack
from infra.cdk.stacks.protection import ProtectionStack
from infra.cdk.stacks.serving import ServingStack
from infra.cdk.stacks.storage import StorageStack


def add_deployment(scope: Construct, config: DeploymentConfig) -> None:
    """Add the stacks of a deployment: storage and control in the primary region, the rest in every region."""
    names = Names(config.stage)

    def env(region: str) -> cdk.Environment:
        return cdk.Environment(account=config.account, region=region)

    primary = env(config.primary_region)
    storage = StorageStack(scope, names.of("storage"), config=config, env=primary)
    ControlStack(scope, names.of("control"), config=config, table=storage.table, env=primary)
    for region in config.regions:
        serving = ServingStack(scope, names.of("serving", region), config=config, env=env(region))
        # It names the table and the secret, which therefore have to be there first.
        serving.add_stack_dependency(storage)
        ProtectionStack(scope, names.of("protection", region), config=config, api=serving.api, env=env(region))
    ObservabilityStack(scope, names.of("observability"), config=config, env=primary)
    cdk.Tags.of(scope).add("project", "digital-twin")
    cdk.Tags.of(scope).add("stage", config.stage)
