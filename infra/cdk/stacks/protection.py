"""What guards a region: the firewall before its API and, in the primary region, backups of the table."""

from __future__ import annotations

import aws_cdk as cdk
from aws_cdk import aws_apigateway as apigateway
from constructs import Construct

from infra.cdk.access import Arns
from infra.cdk.config import DeploymentConfig
from infra.cdk.constructs.table_backup import TableBackup
from infra.cdk.constructs.web_acl import WebAcl
from infra.cdk.names import Names


class ProtectionStack(cdk.Stack):
    """Web ACL for one region's API; AWS Backup where the table is."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        config: DeploymentConfig,
        api: apigateway.RestApi,
        env: cdk.Environment,
    ) -> None:
        super().__init__(scope, id_, env=env, description="Digital twin: firewall and backups")
        names = Names(config.stage)
        WebAcl(self, "Firewall", name=names.of("api"), stage_arn=api.deployment_stage.stage_arn)
        if self.region == config.primary_region:
            TableBackup(self, "Backup", name=names.of("table"), table_arn=Arns(self, names).table(self.region))
