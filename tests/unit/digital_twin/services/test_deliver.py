"""Sending a client the messages of a reply."""

from __future__ import annotations

from datetime import UTC, datetime

from fakes.clients import FakeClientChannel, FakeConnections
from support.virtual_time import in_virtual_time, virtual_now

from digital_twin.deadline import Deadline
from digital_twin.domain.json_types import JsonObject
from digital_twin.ports import Connection
from digital_twin.services.deliver import MIN_REPLY_SECONDS, SEND_SECONDS, DeliveryService

CLIENT = Connection("c1", "ada", "us-east-1", "https://api/live", datetime(2026, 3, 1, tzinfo=UTC))
MESSAGES: list[JsonObject] = [{"n": 1}, {"n": 2}, {"n": 3}]


class Way:
    """The way to one client, who is known."""

    def __init__(self) -> None:
        self.connections = FakeConnections()
        self.channel = FakeClientChannel()
        self.delivery = DeliveryService(self.connections, self.channel)
        self.connections.open["ada", "us-east-1", "c1"] = CLIENT

    async def deliver(self, seconds: float = 5.0) -> bool:
        """Send three messages with so much of the request's time left."""
        return await self.delivery.deliver(CLIENT, MESSAGES, Deadline.after(seconds, virtual_now))


@in_virtual_time
async def test_messages_are_sent_in_order() -> None:
    """And their sender knows that they were."""
    way = Way()
    assert await way.deliver()
    assert way.channel.sent["c1"] == MESSAGES


@in_virtual_time
async def test_who_leaves_is_sent_nothing_more_and_is_forgotten() -> None:
    """Quietly: there is nobody to tell."""
    way = Way()
    way.channel.leaves_after["c1"] = 1
    assert not await way.deliver()
    assert (way.channel.sent["c1"], way.connections.open) == (MESSAGES[:1], {})


@in_virtual_time
async def test_a_table_that_is_down_keeps_nobody_from_leaving() -> None:
    """The item expires by itself."""
    way = Way()
    way.channel.gone.add("c1")
    way.connections.unavailable = True
    assert not await way.deliver()


@in_virtual_time
async def test_a_gateway_that_hangs_is_given_up() -> None:
    """The client may well be there, so it is not forgotten."""
    way = Way()
    way.channel.stuck.add("c1")
    assert not await way.deliver()
    assert virtual_now() <= SEND_SECONDS + 0.1
    assert way.connections.open


@in_virtual_time
async def test_a_reply_has_time_even_when_the_request_has_none() -> None:
    """It may be the message that says so. But not for ever."""
    way = Way()
    assert await way.deliver(0.0)
    way.channel.stuck.add("c1")
    assert not await way.deliver(0.0)
    assert virtual_now() <= MIN_REPLY_SECONDS + 0.1
