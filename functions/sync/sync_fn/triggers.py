"""The three triggers: the table's stream, the region's rule on the bus, and the schedule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,  # pyright: ignore[reportUnknownVariableType] - Powertools leaves a callback untyped
)
from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import DynamoDBRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from digital_twin.bootstrap import Container
from digital_twin.entry.event_loop import run
from digital_twin.errors import NotFound
from digital_twin.ports import ProfileCommitted
from digital_twin.telemetry import log

type Handler = Callable[[dict[str, Any], LambdaContext], dict[str, Any]]

_PROFILE_PREFIX = "PROFILE#"


def make_relay(container: Container) -> Handler:
    """The relay: each HEAD that moved goes to the bus; records that fail are reported, and only they come again."""

    def relay_record(record: DynamoDBRecord) -> None:
        event = _committed(record)
        if event is not None:
            run(container.relay.relay(event))

    processor = BatchProcessor(event_type=EventType.DynamoDBStreams)

    def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
        return cast("dict[str, Any]", process_partial_response(event, relay_record, processor, context))

    return handler


def make_region_sync(container: Container) -> Handler:
    """The region's sync. What it raises, Lambda retries and then sends to the dead-letter queue."""

    def handler(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
        profile = str(event["detail"]["profile"])
        try:
            status = run(container.region_sync.sync(profile))
        except NotFound as error:
            # An event about nothing stays about nothing however often it is delivered.
            log.warning("sync.failed", reason=str(error))
            return {"status": "ignored"}
        return {"region": status.region, "version": status.version, "status": status.status}

    return handler


def make_reconcile(container: Container) -> Handler:
    """The schedule's handler."""

    def handler(_event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
        return {"profiles": run(container.reconcile.reconcile())}

    return handler


def _committed(record: DynamoDBRecord) -> ProfileCommitted | None:
    """The commit a stream record speaks of; None for any item but HEAD (the event source filters them out, too)."""
    image = record.dynamodb.new_image if record.dynamodb else None
    if not image or image.get("sk") != "HEAD":
        return None
    return ProfileCommitted(str(image["pk"]).removeprefix(_PROFILE_PREFIX), int(image["version"]))
