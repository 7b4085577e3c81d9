"""The three triggers of the sync functions, with the events AWS sends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import override

import pytest
from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError
from aws_lambda_powertools.utilities.typing import LambdaContext
from fakes.store import FakeEventBus
from support.container import HOME, REGIONS, FakeContainer, publish
from support.lambda_events import recorded_event
from support.people import PROFILE

from digital_twin.entry.event_loop import run
from digital_twin.errors import BusUnavailable, IndexUnavailable, StoreUnavailable
from digital_twin.ports import ProfileCommitted
from sync_fn.triggers import make_reconcile, make_region_sync, make_relay

CONTEXT = LambdaContext()
FIRST_RECORD, SECOND_RECORD = "111100000000000000000001", "111100000000000000000002"


class MoodyBus(FakeEventBus):
    """A bus that refuses some versions for as long as they are in `refused`."""

    def __init__(self, *refused: int) -> None:
        super().__init__()
        self.refused = set(refused)

    @override
    async def publish(self, events: Sequence[ProfileCommitted]) -> None:
        """Refuse or keep."""
        if any(event.version in self.refused for event in events):
            raise BusUnavailable("told to fail")
        await super().publish(events)


# -- relay -----------------------------------------------------------------------------------------------------------


def test_each_head_that_moved_goes_to_the_bus() -> None:
    """Insert and modify of HEAD are commits; other items of the profile are not."""
    container = FakeContainer()

    reply = make_relay(container)(recorded_event("dynamodb_stream"), CONTEXT)

    assert reply == {"batchItemFailures": []}
    assert container.bus.events == [ProfileCommitted(PROFILE, 1), ProfileCommitted(PROFILE, 2)]
    assert [container.redis[region].head(PROFILE) for region in REGIONS] == [2, 2, 2]


def test_only_what_failed_is_reported_and_comes_again() -> None:
    """The others are done; the failed record succeeds when it is delivered again, to the warm container."""
    bus = MoodyBus(2)
    relay = make_relay(FakeContainer(bus=bus))
    event = recorded_event("dynamodb_stream")

    failed = relay(event, CONTEXT)
    bus.refused.clear()
    again = relay({"Records": event["Records"][1:2]}, CONTEXT)

    assert failed == {"batchItemFailures": [{"itemIdentifier": SECOND_RECORD}]}
    assert again == {"batchItemFailures": []}
    assert bus.events == [ProfileCommitted(PROFILE, 1), ProfileCommitted(PROFILE, 2)]


def test_a_record_that_cannot_be_read_holds_up_no_other() -> None:
    """It is reported, retried and dead-lettered by itself."""
    container = FakeContainer()
    event = recorded_event("dynamodb_stream")
    del event["Records"][0]["dynamodb"]["NewImage"]["version"]

    assert make_relay(container)(event, CONTEXT) == {"batchItemFailures": [{"itemIdentifier": FIRST_RECORD}]}
    assert container.bus.events == [ProfileCommitted(PROFILE, 2)]


def test_a_batch_that_fails_whole_is_an_error() -> None:
    """So that the function's error metric shows it; the stream delivers the batch again."""
    container = FakeContainer()
    container.bus.unavailable = True
    event = recorded_event("dynamodb_stream")
    event["Records"] = event["Records"][:2]

    with pytest.raises(BatchProcessingError):
        make_relay(container)(event, CONTEXT)


def test_a_removed_head_is_no_commit() -> None:
    """An image-less record is passed over."""
    container = FakeContainer()
    event = recorded_event("dynamodb_stream")
    removed = event["Records"][1]
    removed["eventName"] = "REMOVE"
    del removed["dynamodb"]["NewImage"]

    assert make_relay(container)({"Records": [removed]}, CONTEXT) == {"batchItemFailures": []}
    assert container.bus.events == []


# -- region sync -----------------------------------------------------------------------------------------------------


def test_an_event_brings_the_region_to_head() -> None:
    """Whatever version it names: the event of version 1 finds version 2 live."""
    container = FakeContainer()
    run(publish(container))
    run(publish(container))
    sync = make_region_sync(container)

    replies = [sync(recorded_event("eventbridge_profile_committed"), CONTEXT) for _ in range(2)]

    assert replies == [{"region": HOME, "version": 2, "status": "live"}] * 2


def test_a_sync_that_fails_raises_so_that_the_event_comes_again() -> None:
    """Lambda retries what was raised and then dead-letters it."""
    container = FakeContainer()
    run(publish(container))
    container.index(HOME).unavailable = True
    sync = make_region_sync(container)

    with pytest.raises(IndexUnavailable):
        sync(recorded_event("eventbridge_profile_committed"), CONTEXT)
    container.index(HOME).unavailable = False

    assert sync(recorded_event("eventbridge_profile_committed"), CONTEXT)["status"] == "live"


def test_an_event_about_nothing_is_done_with() -> None:
    """However often it came, there would be nothing to sync."""
    event = recorded_event("eventbridge_profile_committed")
    event["detail"]["profile"] = "nobody"

    assert make_region_sync(FakeContainer())(event, CONTEXT) == {"status": "ignored"}


# -- reconcile -------------------------------------------------------------------------------------------------------


def test_the_schedule_asks_for_every_profile() -> None:
    """One event a profile, on each run."""
    container = FakeContainer()
    run(publish(container))
    reconcile = make_reconcile(container)

    replies = [reconcile(recorded_event("scheduler_reconcile"), CONTEXT) for _ in range(2)]

    assert replies == [{"profiles": 1}] * 2
    assert container.bus.events == [ProfileCommitted(PROFILE, 1)] * 2


def test_a_schedule_that_could_not_ask_raises() -> None:
    """The scheduler retries and then dead-letters it."""
    container = FakeContainer()
    container.store.unavailable = True

    with pytest.raises(StoreUnavailable):
        make_reconcile(container)(recorded_event("scheduler_reconcile"), CONTEXT)
