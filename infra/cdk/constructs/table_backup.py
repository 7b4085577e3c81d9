"""Daily backups of the table, apart from it and locked against early deletion by hand."""

from __future__ import annotations

import aws_cdk as cdk
from aws_cdk import aws_backup as backup
from aws_cdk import aws_events as events
from constructs import Construct

from infra.cdk.acknowledge import acknowledge

# Point-in-time recovery reaches back 35 days, too; these survive the table's own deletion.
_KEPT = cdk.Duration.days(35)


class TableBackup(Construct):
    """Vault, plan and selection of one table."""

    def __init__(self, scope: Construct, id_: str, *, name: str, table_arn: str) -> None:
        super().__init__(scope, id_)
        vault = backup.BackupVault(
            self,
            "Vault",
            backup_vault_name=name,
            block_recovery_point_deletion=True,
            # A first deployment that fails takes it along; kept, its name would be taken when it is tried again.
            removal_policy=cdk.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        )
        plan = backup.BackupPlan(
            self,
            "Plan",
            backup_plan_name=name,
            backup_vault=vault,
            backup_plan_rules=[
                backup.BackupPlanRule(
                    rule_name="daily",
                    schedule_expression=events.Schedule.cron(hour="3", minute="0"),
                    start_window=cdk.Duration.hours(1),
                    completion_window=cdk.Duration.hours(3),
                    delete_after=_KEPT,
                )
            ],
        )
        selection = backup.BackupSelection(
            self, "Table", backup_plan=plan, resources=[backup.BackupResource.from_arn(table_arn)], allow_restores=True
        )
        acknowledge(
            selection,
            "AWS Backup's own policies for its service role; they name what AWS Backup needs for any table",
            "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]",
            "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores]",
        )
