"""The truth and the credentials, in the primary region with replicas in every other."""

from __future__ import annotations

import aws_cdk as cdk
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from infra.cdk.acknowledge import acknowledge
from infra.cdk.config import DeploymentConfig
from infra.cdk.names import Names

# As long as backups are kept (design, section 4).
_OLD_VERSIONS_KEPT = cdk.Duration.days(30)

# A first deployment that fails takes along what it made; kept, its names would be taken when it is tried again.
_KEPT_ONCE_MADE = cdk.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE


class StorageStack(cdk.Stack):
    """Table, secret and buckets. Nothing here is deleted with the stack, once it has been made."""

    def __init__(self, scope: Construct, id_: str, *, config: DeploymentConfig, env: cdk.Environment) -> None:
        super().__init__(scope, id_, env=env, description="Digital twin: table, secret and buckets")
        names = Names(config.stage)
        replicas = [region for region in config.regions if region != config.primary_region]
        self.table = dynamodb.TableV2(
            self,
            "Table",
            table_name=names.table,
            partition_key=dynamodb.Attribute(name="pk", type=dynamodb.AttributeType.STRING),
            sort_key=dynamodb.Attribute(name="sk", type=dynamodb.AttributeType.STRING),
            billing=dynamodb.Billing.on_demand(),
            dynamo_stream=dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            deletion_protection=True,
            removal_policy=cdk.RemovalPolicy.RETAIN,
            time_to_live_attribute="expires_at",
            replicas=[dynamodb.ReplicaTableProps(region=region, deletion_protection=True) for region in replicas],
        )
        secret = secretsmanager.Secret(
            self,
            "Credentials",
            secret_name=names.secret,
            description="Upstash endpoints and tokens by region, and API keys of model providers; set by the operator",
            replica_regions=[secretsmanager.ReplicaRegion(region=region) for region in replicas],
            removal_policy=_KEPT_ONCE_MADE,
        )
        acknowledge(
            secret,
            "these are other vendors' credentials, which Secrets Manager cannot rotate; the runbook says how to",
            "AwsSolutions-SMG4",
        )
        self._archive()
        cdk.CfnOutput(self, "TableName", value=names.table)
        cdk.CfnOutput(self, "SecretName", value=names.secret)

    def _archive(self) -> s3.Bucket:
        access_logs = self._bucket("ArchiveAccessLogs", expiration=cdk.Duration.days(90))
        acknowledge(access_logs, "it holds the access logs of the archive; its own would be a loop", "AwsSolutions-S1")
        archive = self._bucket("Archive", server_access_logs_bucket=access_logs)
        cdk.CfnOutput(self, "ArchiveBucketName", value=archive.bucket_name)
        return archive

    def _bucket(
        self,
        id_: str,
        *,
        expiration: cdk.Duration | None = None,
        server_access_logs_bucket: s3.IBucket | None = None,
    ) -> s3.Bucket:
        """A private, encrypted, versioned bucket reached by TLS only; `expiration` is when its objects go."""
        return s3.Bucket(
            self,
            id_,
            versioned=True,
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            removal_policy=_KEPT_ONCE_MADE,
            server_access_logs_bucket=server_access_logs_bucket,
            lifecycle_rules=[
                s3.LifecycleRule(
                    abort_incomplete_multipart_upload_after=cdk.Duration.days(7),
                    noncurrent_version_expiration=_OLD_VERSIONS_KEPT,
                    expiration=expiration,
                )
            ],
        )
