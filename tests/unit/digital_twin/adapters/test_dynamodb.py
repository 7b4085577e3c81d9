"""Where the replicated table reads and writes, and what becomes of DynamoDB's errors."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING
from unittest.mock import ANY

import pytest
from botocore.exceptions import EndpointConnectionError
from botocore.stub import Stubber
from fakes.moto_table import PRIMARY_REGION, TABLE, moto_table, moto_table_with_replica
from moto import mock_aws

from digital_twin.adapters.aws_clients import dynamodb_client
from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.dynamodb_items import NewItem, number, read_text, text
from digital_twin.errors import StoreUnavailable

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient
    from types_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

CANCELLED = "TransactionCanceledException"
WRITE: TransactWriteItemTypeDef = {"Put": {"TableName": TABLE, "Item": {"pk": {"S": "a"}, "sk": {"S": "b"}}}}


@pytest.fixture
def replicated() -> Generator[ReplicatedTable]:
    """A primary and a replica, both empty."""
    with moto_table_with_replica() as table:
        yield table


@pytest.fixture
def client() -> Generator[DynamoDBClient]:
    """A client of a region without any table."""
    with mock_aws():
        yield dynamodb_client(PRIMARY_REGION)


def item(said_by: str) -> NewItem:
    """The item `a/b`, saying where it is."""
    return {"pk": text("a"), "sk": text("b"), "said_by": text(said_by)}


async def test_a_near_read_is_served_by_the_replica_that_has_the_item(replicated: ReplicatedTable) -> None:
    """The primary is an ocean away; what the replica has is not asked for there."""
    replicated.primary.put_item(TableName=TABLE, Item=item("primary"))
    replicated.nearest.put_item(TableName=TABLE, Item=item("replica"))
    found = await replicated.get_nearest("a", "b")
    assert found is not None
    assert read_text(found, "said_by") == "replica"


async def test_what_the_replica_lacks_is_read_from_the_primary(replicated: ReplicatedTable) -> None:
    """A replica that lags behind never makes an item look absent."""
    replicated.primary.put_item(TableName=TABLE, Item=item("primary"))
    found = await replicated.get_nearest("a", "b")
    assert found is not None
    assert read_text(found, "said_by") == "primary"


async def test_a_replica_that_is_down_is_replaced_by_the_primary(replicated: ReplicatedTable) -> None:
    """A failing region costs time, not the answer."""
    replicated.primary.put_item(TableName=TABLE, Item=item("primary"))
    replicated.nearest.delete_table(TableName=TABLE)
    found = await replicated.get_nearest("a", "b")
    assert found is not None
    assert read_text(found, "said_by") == "primary"


async def test_consistent_reads_and_writes_go_to_the_primary(replicated: ReplicatedTable) -> None:
    """The replica is never written, nor trusted for what must be current."""
    replicated.nearest.put_item(TableName=TABLE, Item=item("replica"))
    assert await replicated.get("a", "b") is None
    await replicated.put(item("primary"))
    for client, expected in ((replicated.primary, "primary"), (replicated.nearest, "replica")):
        (stored,) = client.scan(TableName=TABLE)["Items"]
        assert read_text(stored, "said_by") == expected


async def test_a_query_reads_every_page() -> None:
    """DynamoDB cuts a reply at 1 MB; the rest is fetched."""
    with moto_table() as table:
        for n in range(4):
            await table.put({"pk": text("a"), "sk": text(f"x{n}"), "filler": text("." * 390_000)})
        await table.put({"pk": text("a"), "sk": text("y0")})
        items = await table.query("a", "x")
    assert [read_text(found, "sk") for found in items] == ["x0", "x1", "x2", "x3"]


async def test_a_transaction_says_whose_condition_was_lost() -> None:
    """The caller learns the positions, and nothing was written at any."""
    with moto_table() as table:
        await table.put(item("the first"))
        lost = await table.transact(
            [
                {"Put": {"TableName": TABLE, "Item": {"pk": text("new"), "sk": text("b")}}},
                {
                    "Put": {
                        "TableName": TABLE,
                        "Item": item("the second"),
                        "ConditionExpression": "attribute_not_exists(pk)",
                    }
                },
            ]
        )
        assert lost == {1}
        assert await table.get("new", "b") is None


async def test_a_conflicting_transaction_is_tried_again_with_the_same_token(client: DynamoDBClient) -> None:
    """Another writer in the way is no answer yet; the token keeps a repeated request from being applied twice."""
    tokens: list[object] = []
    client.meta.events.register(
        "provide-client-params.dynamodb.TransactWriteItems",
        lambda params, **_: tokens.append(params["ClientRequestToken"]),  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType, reportUnknownMemberType] - botocore's event hooks are untyped
    )
    with Stubber(client) as stub:
        cancel(stub, "TransactionConflict")
        stub.add_response("transact_write_items", {}, {"TransactItems": [WRITE], "ClientRequestToken": ANY})
        assert await ReplicatedTable(client, client, TABLE).transact([WRITE]) == frozenset()
        stub.assert_no_pending_responses()
    assert len(tokens) == 2
    assert len(set(tokens)) == 1


async def test_a_transaction_that_always_conflicts_gives_up(client: DynamoDBClient) -> None:
    """A writer is told to come back rather than kept waiting."""
    with Stubber(client) as stub:
        for _ in range(4):
            cancel(stub, "TransactionConflict")
        with pytest.raises(StoreUnavailable, match="other transactions"):
            await ReplicatedTable(client, client, TABLE).transact([WRITE])
        stub.assert_no_pending_responses()


async def test_beside_a_conflict_a_lost_condition_is_asked_again(client: DynamoDBClient) -> None:
    """Only an attempt without a conflict tells every condition that does not hold."""
    with Stubber(client) as stub:
        cancel(stub, "TransactionConflict", "ConditionalCheckFailed")
        cancel(stub, "ConditionalCheckFailed", "ConditionalCheckFailed")
        assert await ReplicatedTable(client, client, TABLE).transact([WRITE, WRITE]) == {0, 1}


async def test_a_transaction_cancelled_for_good_is_not_repeated(client: DynamoDBClient) -> None:
    """A request DynamoDB will never take fails at once."""
    with Stubber(client) as stub:
        cancel(stub, "ValidationError")
        with pytest.raises(StoreUnavailable, match=CANCELLED):
            await ReplicatedTable(client, client, TABLE).transact([WRITE])


async def test_a_refusal_names_the_code_and_keeps_the_vendors_text_to_itself(client: DynamoDBClient) -> None:
    """What DynamoDB says may hold names of ours; callers get its code."""
    table = ReplicatedTable(client, client, TABLE)
    with pytest.raises(StoreUnavailable, match="refused a get: ResourceNotFoundException") as caught:
        await table.get("a", "b")
    assert caught.value.__cause__ is not None
    for operation in (
        table.get_nearest("a", "b"),
        table.query("a", "b"),
        table.put(item("x")),
        table.put_unless_newer({**item("x"), "version": number(1)}),
        table.transact([WRITE]),
    ):
        with pytest.raises(StoreUnavailable):
            await operation


async def test_a_table_that_cannot_be_reached_is_unavailable() -> None:
    """Failing below HTTP is translated like a refusal."""

    def unreachable(**_: object) -> None:
        raise EndpointConnectionError(endpoint_url="http://127.0.0.1")

    with moto_table() as table:
        table.primary.meta.events.register_first("before-send.dynamodb.GetItem", unreachable)
        with pytest.raises(StoreUnavailable, match="did not answer a get: EndpointConnectionError"):
            await table.get("a", "b")


def cancel(stub: Stubber, *reasons: str) -> None:
    """Let the next transaction be cancelled for these reasons, one for each write."""
    stub.add_client_error(
        "transact_write_items",
        service_error_code=CANCELLED,
        modeled_fields={"CancellationReasons": [{"Code": reason} for reason in reasons]},
    )
