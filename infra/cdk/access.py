"""The words grants are written in: sets of actions, and the ARNs of named resources in any region.

DynamoDB authorises a transaction by the actions of its items, so a commit needs no action of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import aws_cdk as cdk

from infra.cdk.names import Names

GET = ("dynamodb:GetItem",)
LIST = ("dynamodb:Query",)
PUT = ("dynamodb:PutItem",)
COMMIT = ("dynamodb:ConditionCheckItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
READ_SECRET = ("secretsmanager:GetSecretValue",)
PUBLISH = ("events:PutEvents",)


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
