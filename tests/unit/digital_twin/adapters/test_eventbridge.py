"""What goes out to EventBridge, and what becomes of its refusals."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

import pytest
from botocore.stub import Stubber
from moto import mock_aws

from digital_twin.adapters.aws_clients import eventbridge_client
from digital_twin.adapters.eventbridge import EventBridgeBus
from digital_twin.errors import BusUnavailable
from digital_twin.ports import EventBus, ProfileCommitted

if TYPE_CHECKING:
    from types_boto3_events import EventBridgeClient


@pytest.fixture
def client() -> Generator[EventBridgeClient]:
    """A client that reaches nothing."""
    with mock_aws():
        yield eventbridge_client("us-east-1")


@pytest.fixture
def stub(client: EventBridgeClient) -> Generator[Stubber]:
    """EventBridge, replying what the test says; it fails the test on any other request."""
    with Stubber(client) as stub:
        yield stub
        stub.assert_no_pending_responses()


@pytest.fixture
def bus(client: EventBridgeClient) -> EventBus:
    """The adapter on the stubbed client."""
    return EventBridgeBus(client, "twin-bus")


def entry(version: int) -> dict[str, str]:
    """The entry of one event, exactly."""
    return {
        "EventBusName": "twin-bus",
        "Source": "digital-twin",
        "DetailType": "profile.committed",
        "Detail": f'{{"profile": "ada", "version": {version}}}',
    }


def events(count: int) -> list[ProfileCommitted]:
    """Versions 1 to `count` of one profile."""
    return [ProfileCommitted("ada", version) for version in range(1, count + 1)]


async def test_an_event_is_put_with_source_type_and_detail(bus: EventBus, stub: Stubber) -> None:
    """The rules match on these words."""
    stub.add_response("put_events", {"FailedEntryCount": 0, "Entries": [{"EventId": "1"}]}, {"Entries": [entry(1)]})
    await bus.publish(events(1))


@pytest.mark.usefixtures("stub")
async def test_nothing_to_publish_asks_nothing(bus: EventBus) -> None:
    """EventBridge refuses an empty request."""
    await bus.publish([])


async def test_many_events_go_in_batches_of_ten(bus: EventBus, stub: Stubber) -> None:
    """EventBridge takes at most ten entries a request; order is kept."""
    for batch in (range(1, 11), range(11, 21), range(21, 23)):
        stub.add_response(
            "put_events", {"FailedEntryCount": 0, "Entries": []}, {"Entries": [entry(version) for version in batch]}
        )
    await bus.publish(events(22))


async def test_a_partial_failure_fails_the_call(bus: EventBus, stub: Stubber) -> None:
    """EventBridge answers 200 although an event was lost; the relay has to hear of it."""
    reply = {
        "FailedEntryCount": 1,
        "Entries": [{"EventId": "1"}, {"ErrorCode": "ThrottlingException", "ErrorMessage": "slow down"}],
    }
    stub.add_response("put_events", reply, {"Entries": [entry(1), entry(2)]})
    with pytest.raises(BusUnavailable, match="refused 1 of 2 events: ThrottlingException"):
        await bus.publish(events(2))


async def test_a_refused_request_fails_the_call(bus: EventBus, stub: Stubber) -> None:
    """An error of the service is the bus's failure, without the service's text."""
    stub.add_client_error("put_events", "InternalException", "an internal secret")
    with pytest.raises(BusUnavailable) as caught:
        await bus.publish(events(1))
    assert "secret" not in str(caught.value)
