"""One DynamoDB table and its replicas. Says nothing of what the items mean; translates every botocore error."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from botocore.exceptions import BotoCoreError, ClientError

from digital_twin.adapters.dynamodb_items import NewItem, StoredItem, text
from digital_twin.errors import StoreUnavailable

if TYPE_CHECKING:
    from types_boto3_dynamodb import DynamoDBClient
    from types_boto3_dynamodb.type_defs import QueryInputTypeDef, TransactWriteItemTypeDef

_CONDITION_LOST = "ConditionalCheckFailed"
_CANCELLED = "TransactionCanceledException"

# Reasons for which DynamoDB cancels a transaction that may well succeed a moment later; the SDK does not retry these.
# https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
_PASSING = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"}
_TRANSACTION_ATTEMPTS = 4
_FIRST_PAUSE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class ReplicatedTable:
    """A global table: writes and consistent reads go to the primary region, other reads to the nearest first."""

    primary: DynamoDBClient
    nearest: DynamoDBClient
    name: str

    async def get(self, pk: str, sk: str) -> StoredItem | None:
        """An item as the primary has it now.

        Raises:
            StoreUnavailable: the primary did not answer.
        """
        return await self._get(self.primary, pk, sk, consistent=True)

    async def get_nearest(self, pk: str, sk: str) -> StoredItem | None:
        """An item as the nearest replica has it; from the primary if that replica has not (yet), or is down.

        Raises:
            StoreUnavailable: the primary was needed and did not answer.
        """
        try:
            item = await self._get(self.nearest, pk, sk, consistent=False)
        except StoreUnavailable:
            item = None
        return item if item is not None else await self.get(pk, sk)

    async def query(self, pk: str, sk_prefix: str) -> list[StoredItem]:
        """Every item of a partition whose sort key starts with `sk_prefix`, in its order, from the primary.

        Raises:
            StoreUnavailable: the primary did not answer.
        """
        request: QueryInputTypeDef = {
            "TableName": self.name,
            "KeyConditionExpression": "pk = :pk AND begins_with(sk, :prefix)",
            "ExpressionAttributeValues": {":pk": text(pk), ":prefix": text(sk_prefix)},
            "ConsistentRead": True,
        }
        items: list[StoredItem] = []
        while True:
            with _translated("query"):
                page = await asyncio.to_thread(self.primary.query, **request)
            items.extend(page["Items"])
            last = page.get("LastEvaluatedKey")
            if not last:
                return items
            request["ExclusiveStartKey"] = last

    async def query_newest(
        self, pk: str, between: tuple[str, str], *, limit: int, attributes: Sequence[str]
    ) -> list[StoredItem]:
        """Some attributes of the last `limit` items of a partition between two sort keys, in reverse order.

        Both keys are included. Read from the primary.

        Raises:
            StoreUnavailable: the primary did not answer.
        """
        names = {f"#a{place}": attribute for place, attribute in enumerate(attributes)}
        request: QueryInputTypeDef = {
            "TableName": self.name,
            "KeyConditionExpression": "pk = :pk AND sk BETWEEN :low AND :high",
            "ExpressionAttributeValues": {":pk": text(pk), ":low": text(between[0]), ":high": text(between[1])},
            "ProjectionExpression": ", ".join(names),
            "ExpressionAttributeNames": names,
            "ConsistentRead": True,
            "ScanIndexForward": False,
        }
        items: list[StoredItem] = []
        while len(items) < limit:
            request["Limit"] = limit - len(items)
            with _translated("query"):
                page = await asyncio.to_thread(self.primary.query, **request)
            items.extend(page["Items"])
            last = page.get("LastEvaluatedKey")
            if not last:
                break
            request["ExclusiveStartKey"] = last
        return items

    async def put(self, item: NewItem) -> None:
        """Write an item, whatever was there.

        Raises:
            StoreUnavailable: the primary did not answer.
        """
        with _translated("put"):
            await asyncio.to_thread(self.primary.put_item, TableName=self.name, Item=item)

    async def delete(self, pk: str, sk: str) -> None:
        """Remove an item; one that is not there is no error.

        Raises:
            StoreUnavailable: the primary did not answer.
        """
        with _translated("delete"):
            await asyncio.to_thread(self.primary.delete_item, TableName=self.name, Key={"pk": text(pk), "sk": text(sk)})

    async def put_unless_newer(self, item: NewItem) -> bool:
        """Write an item unless the stored one has a larger `version`; says whether it was written.

        Raises:
            StoreUnavailable: the primary did not answer.
        """
        with _translated("conditional put"):
            try:
                await asyncio.to_thread(
                    self.primary.put_item,
                    TableName=self.name,
                    Item=item,
                    ConditionExpression="attribute_not_exists(pk) OR #version <= :version",
                    ExpressionAttributeNames={"#version": "version"},
                    ExpressionAttributeValues={":version": item["version"]},
                )
            except self.primary.exceptions.ConditionalCheckFailedException:
                return False
        return True

    async def transact(self, writes: Sequence[TransactWriteItemTypeDef]) -> frozenset[int]:
        """Make all writes or none, in one transaction.

        A repeated request carries the same token, so one that got through without our hearing of it is not applied
        twice.

        Returns:
            The positions of the writes whose condition did not hold; empty if everything was written.

        Raises:
            StoreUnavailable: the primary did not answer, or other transactions were in the way each time.
        """
        token = uuid4().hex
        for attempt in range(_TRANSACTION_ATTEMPTS):
            if attempt:
                pause = _FIRST_PAUSE_SECONDS * 2 ** (attempt - 1)
                await asyncio.sleep(random.uniform(pause / 2, pause))  # noqa: S311 - jitter needs no secrecy
            with _translated("transaction"):
                try:
                    await asyncio.to_thread(
                        self.primary.transact_write_items, TransactItems=writes, ClientRequestToken=token
                    )
                except ClientError as error:
                    reasons = _cancellation_reasons(error)
                    lost = frozenset(at for at, reason in enumerate(reasons) if reason == _CONDITION_LOST)
                    # Beside a passing reason it is not known which conditions would have held.
                    if not _PASSING.isdisjoint(reasons):
                        continue
                    if not lost:
                        raise
                    return lost
                else:
                    return frozenset()
        raise StoreUnavailable("the transaction met other transactions each time it was tried")

    async def _get(self, client: DynamoDBClient, pk: str, sk: str, *, consistent: bool) -> StoredItem | None:
        with _translated("get"):
            reply = await asyncio.to_thread(
                client.get_item,
                TableName=self.name,
                Key={"pk": text(pk), "sk": text(sk)},
                ConsistentRead=consistent,
            )
        return reply.get("Item")


def _cancellation_reasons(error: ClientError) -> list[str]:
    """Why each write of a transaction was cancelled, `None` by DynamoDB's word for those that were in order."""
    if error.response.get("Error", {}).get("Code") != _CANCELLED:
        return []
    return [reason.get("Code", "") for reason in error.response.get("CancellationReasons", [])]


@contextmanager
def _translated(operation: str) -> Generator[None]:
    """Turn what botocore raises into StoreUnavailable; the code it names is DynamoDB's, never a caller's data."""
    try:
        yield
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code", "unknown")
        raise StoreUnavailable(f"the table refused a {operation}: {code}") from error
    except BotoCoreError as error:
        raise StoreUnavailable(f"the table did not answer a {operation}: {type(error).__name__}") from error
