"""The table in moto, in this process: the real adapter on a DynamoDB that costs nothing to set up."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from moto import mock_aws

from digital_twin.adapters.aws_clients import dynamodb_client
from digital_twin.adapters.dynamodb import ReplicatedTable

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient

TABLE = "twin"
PRIMARY_REGION = "us-east-1"
REPLICA_REGION = "eu-west-1"


@contextmanager
def moto_table() -> Generator[ReplicatedTable]:
    """The table as the primary region sees it: its nearest replica is itself."""
    with mock_aws():
        client = _created(PRIMARY_REGION)
        yield ReplicatedTable(primary=client, nearest=client, name=TABLE)


@contextmanager
def moto_table_with_replica() -> Generator[ReplicatedTable]:
    """The table as another region sees it. Nothing is replicated, so the replica lags until a test writes to it."""
    with mock_aws():
        yield ReplicatedTable(primary=_created(PRIMARY_REGION), nearest=_created(REPLICA_REGION), name=TABLE)


def _created(region: str) -> DynamoDBClient:
    client = dynamodb_client(region)
    client.create_table(
        TableName=TABLE,
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    return client
