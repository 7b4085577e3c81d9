"""The one factory of AWS clients: bounded in time, pooled, retried at most once. Says nothing of endpoints or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from types_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient
    from types_boto3_dynamodb import DynamoDBClient
    from types_boto3_events import EventBridgeClient
    from types_boto3_secretsmanager import SecretsManagerClient

# `boto3.client` is overloaded for every AWS service; the development environment holds the stubs of the few used here,
# hence the ignores below.

# The SDK's own timeouts are 60 s and would outlive every request. Calls to these services take milliseconds within a
# region and below 300 ms across oceans; one retry covers a connection that had gone stale.
_CONFIG = Config(
    connect_timeout=1.0,
    read_timeout=2.0,
    retries={"mode": "standard", "total_max_attempts": 2},
    max_pool_connections=20,
    tcp_keepalive=True,
)


def dynamodb_client(region: str) -> DynamoDBClient:
    """A client of DynamoDB in `region`; safe to share between threads."""
    return boto3.client("dynamodb", region_name=region, config=_CONFIG)  # pyright: ignore[reportUnknownMemberType]


def eventbridge_client(region: str) -> EventBridgeClient:
    """A client of EventBridge in `region`; safe to share between threads."""
    return boto3.client("events", region_name=region, config=_CONFIG)  # pyright: ignore[reportUnknownMemberType]


def secrets_manager_client(region: str) -> SecretsManagerClient:
    """A client of Secrets Manager in `region`; safe to share between threads."""
    return boto3.client("secretsmanager", region_name=region, config=_CONFIG)  # pyright: ignore[reportUnknownMemberType]


def connections_client(endpoint: str, region: str) -> ApiGatewayManagementApiClient:
    """A client of one WebSocket API's @connections; safe to share between threads."""
    return boto3.client(  # pyright: ignore[reportUnknownMemberType]
        "apigatewaymanagementapi", region_name=region, endpoint_url=endpoint, config=_CONFIG
    )
