"""The words grants are written in: sets of actions, and the ARNs of named resources in any region.

DynamoDB authorises a transaction by the actions of its items, so a commit needs no action of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import aws_cdk as cdk
from aws_cdk import aws_apigatewayv2 as apigatewayv2

from infra.cdk.acknowledge import acknowledge
from infra.cdk.constructs.python_function import PythonFunction
from infra.cdk.names import API_STAGE, Names

GET = ("dynamodb:GetItem",)
LIST = ("dynamodb:Query",)
PUT = ("dynamodb:PutItem",)
CONNECT = ("dynamodb:PutItem", "dynamodb:DeleteItem")
DISCONNECT = ("dynamodb:DeleteItem",)
SEND = ("execute-api:ManageConnections",)
COMMIT = ("dynamodb:ConditionCheckItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
READ_SECRET = ("secretsmanager:GetSecretValue",)
PUBLISH = ("events:PutEvents",)

# A key condition: items of connections, and nothing a profile or a key consists of.
# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
OF_CONNECTIONS = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["CONN#*"]}}


@dataclass(frozen=True, slots=True)
class Arns:
    """ARNs in the account and partition of `stack`."""

    stack: cdk.Stack
    names: Names

    def table(self, region: str) -> str:
        """The table or its replica."""
        return self.stack.format_arn(
            service="dynamodb", region=region, resource="table", resource_name=self.names.table
        )

    def secret(self, region: str) -> str:
        """The secret or its replica; Secrets Manager appends six characters of its own to the name."""
        return self.stack.format_arn(
            service="secretsmanager",
            region=region,
            resource="secret",
            resource_name=f"{self.names.secret}-??????",
            arn_format=cdk.ArnFormat.COLON_RESOURCE_NAME,
        )

    def bus(self, region: str) -> str:
        """The event bus."""
        return self.stack.format_arn(
            service="events", region=region, resource="event-bus", resource_name=self.names.bus
        )

    def connections(self, region: str, api_id: str) -> str:
        """Every connection of a WebSocket API, for sending to; `*` as the id means every such API of the region."""
        return self.stack.format_arn(
            service="execute-api",
            region=region,
            resource=api_id,
            resource_name=f"{API_STAGE}/POST/@connections/*",
        )


def allow_sending(function: PythonFunction, arns: Arns, region: str, api: apigatewayv2.WebSocketApi | None) -> None:
    """Let a function send to the connections of a WebSocket API; without one, to those of every such API of a region.

    Sending is all: it may neither read about connections nor close them.
    """
    stack = arns.stack
    api_id, found_as, reason = "*", "*", "the stack of the API is another region's; who is sent to, the table says"
    if api is not None:
        logical_id = stack.get_logical_id(cast("apigatewayv2.CfnApi", api.node.default_child))
        api_id, found_as, reason = api.api_id, f"<{logical_id}>", "connections come and go"
    function.allow(SEND, arns.connections(region, api_id))
    account = "<AWS::AccountId>" if cdk.Token.is_unresolved(stack.account) else stack.account
    found = f"arn:{stack.partition}:execute-api:{region}:{account}:{found_as}/{API_STAGE}/POST/@connections/*"
    acknowledge(function.role, reason, f"AwsSolutions-IAM5[Resource::{found}]")
