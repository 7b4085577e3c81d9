"""Re-applying, through the API, what the emulator's CloudFormation accepts and then drops.

Both lists are checked in: what is re-applied here, and what is lost and can only be asserted on the template. A green
local stack says the application behaves under these settings, not that the template has them. All facts are of
ministack 1.5.33.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from twin_local.aws import Aws

LOST = frozenset(
    {
        ("AWS::ApiGateway::Stage", "AccessLogSetting"),
        ("AWS::ApiGatewayV2::Stage", "AccessLogSettings"),
        ("AWS::ApiGatewayV2::Stage", "DefaultRouteSettings"),
        ("AWS::Backup::BackupPlan", "BackupPlan"),
        ("AWS::S3::Bucket", "LifecycleConfiguration"),
        ("AWS::WAFv2::WebACL", "Rules"),
    }
)
"""Stored at best, never acted on; nothing local depends on them."""

type Json = dict[str, Any]  # CloudFormation properties and API replies are free-form JSON


@dataclass(frozen=True, slots=True)
class DeployedStack:
    """A stack as deployed: its template's resources, and the physical id behind each logical one."""

    region: str
    resources: Mapping[str, Json]
    physical: Mapping[str, str]

    def of_type(self, kind: str) -> Iterable[tuple[str, Json]]:
        """Physical id and properties of every resource of a type."""
        for logical, resource in self.resources.items():
            if resource["Type"] == kind:
                yield self.physical[logical], resource.get("Properties", {})

    def resolve(self, value: Any) -> str:  # noqa: ANN401  # a template may have any JSON here
        """The physical id that a `Ref` of this stack stands for, or the literal."""
        if isinstance(value, dict):
            return self.physical[value["Ref"]]
        return str(value)


def _validators(aws: Aws, stack: DeployedStack) -> None:
    """RequestValidator is a stub with an id of its own, and Method.RequestValidatorId is dropped."""
    gateway = aws.client("apigateway", stack.region)
    real: dict[tuple[str, str], str] = {}
    for physical, properties in stack.of_type("AWS::ApiGateway::RequestValidator"):
        api = stack.resolve(properties["RestApiId"])
        name = str(properties.get("Name") or physical)
        known = {item["name"]: item["id"] for item in gateway.get_request_validators(restApiId=api)["items"]}
        flags = {
            "validateRequestBody": bool(properties.get("ValidateRequestBody")),
            "validateRequestParameters": bool(properties.get("ValidateRequestParameters")),
        }
        if name not in known:
            known[name] = gateway.create_request_validator(restApiId=api, name=name, **flags)["id"]
        real[api, physical] = known[name]
    for _, properties in stack.of_type("AWS::ApiGateway::Method"):
        if "RequestValidatorId" not in properties:
            continue
        api = stack.resolve(properties["RestApiId"])
        gateway.update_method(
            restApiId=api,
            resourceId=_resource_id(aws, stack, api, properties["ResourceId"]),
            httpMethod=properties["HttpMethod"],
            patchOperations=[
                {
                    "op": "replace",
                    "path": "/requestValidatorId",
                    "value": real[api, stack.resolve(properties["RequestValidatorId"])],
                }
            ],
        )


def _resource_id(aws: Aws, stack: DeployedStack, api: str, value: Any) -> str:  # noqa: ANN401  # as `resolve`
    if isinstance(value, dict) and "Fn::GetAtt" in value:
        return next(
            item["id"]
            for item in aws.client("apigateway", stack.region).get_resources(restApiId=api, limit=500)["items"]
            if item["path"] == "/"
        )
    return stack.resolve(value)


def _method_throttles(aws: Aws, stack: DeployedStack) -> None:
    """Stage.MethodSettings of one method are stored under a key that is never looked up."""
    gateway = aws.client("apigateway", stack.region)
    for stage, properties in stack.of_type("AWS::ApiGateway::Stage"):
        operations = [
            {
                "op": "replace",
                "path": f"{setting['ResourcePath']}/{setting['HttpMethod']}/throttling/{limit}",
                "value": str(setting[name]),
            }
            for setting in properties.get("MethodSettings", [])
            for name, limit in (("ThrottlingRateLimit", "rateLimit"), ("ThrottlingBurstLimit", "burstLimit"))
            if name in setting
        ]
        if operations:
            gateway.update_stage(
                restApiId=stack.resolve(properties["RestApiId"]), stageName=stage, patchOperations=operations
            )


def _time_to_live(aws: Aws, stack: DeployedStack) -> None:
    """Without a TTL, items that should expire would stay for ever."""
    dynamodb = aws.client("dynamodb", stack.region)
    for table, properties in stack.of_type("AWS::DynamoDB::GlobalTable"):
        state = dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
        if "TimeToLiveSpecification" in properties and state["TimeToLiveStatus"] != "ENABLED":
            dynamodb.update_time_to_live(TableName=table, TimeToLiveSpecification=properties["TimeToLiveSpecification"])


def _replicas(aws: Aws, stack: DeployedStack) -> None:
    """Replicas are ignored with all their settings, though the table's data plane does replicate."""
    for table, properties in stack.of_type("AWS::DynamoDB::GlobalTable"):
        for replica in properties["Replicas"]:
            region = str(replica["Region"])
            if region != stack.region and not _table_exists(aws, table, region):
                aws.client("dynamodb", stack.region).update_table(
                    TableName=table, ReplicaUpdates=[{"Create": {"RegionName": region}}]
                )
            if recovery := replica.get("PointInTimeRecoverySpecification"):
                aws.client("dynamodb", region).update_continuous_backups(
                    TableName=table, PointInTimeRecoverySpecification=recovery
                )


def _table_exists(aws: Aws, table: str, region: str) -> bool:
    try:
        aws.client("dynamodb", region).describe_table(TableName=table)
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") == "ResourceNotFoundException":
            return False
        raise
    return True


REAPPLIED: Mapping[tuple[str, str], Callable[[Aws, DeployedStack], None]] = {
    ("AWS::ApiGateway::Method", "RequestValidatorId"): _validators,
    ("AWS::ApiGateway::Stage", "MethodSettings"): _method_throttles,
    ("AWS::DynamoDB::GlobalTable", "Replicas"): _replicas,
    ("AWS::DynamoDB::GlobalTable", "TimeToLiveSpecification"): _time_to_live,
}
"""What is re-applied, in this order; each is harmless to repeat."""


def reapply(aws: Aws, templates: Mapping[str, Mapping[str, Any]], regions: Iterable[str]) -> None:
    """Bring every deployed stack to what its template says, as far as the emulator can."""
    for region in regions:
        cloudformation = aws.client("cloudformation", region)
        deployed = {stack["StackName"] for stack in cloudformation.describe_stacks()["Stacks"]}
        for name, template in templates.items():
            if name not in deployed:
                continue
            resources = cloudformation.describe_stack_resources(StackName=name)["StackResources"]
            stack = DeployedStack(
                region,
                template["Resources"],
                {item["LogicalResourceId"]: item["PhysicalResourceId"] for item in resources},
            )
            for apply in REAPPLIED.values():
                apply(aws, stack)
