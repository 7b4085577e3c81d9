"""Telling the clients of a region, whatever state they are in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fakes.clients import FakeClientChannel, FakeConnections
from support.virtual_time import in_virtual_time, virtual_now

from digital_twin.ports import Connection
from digital_twin.services.deliver import SEND_SECONDS
from digital_twin.services.notify import NOTIFY_SECONDS, OPENING, NotifyService

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
NEWS = [{"type": "profile_updated", "version": 7}]


class Region:
    """One region with clients that connected an hour ago."""

    def __init__(self) -> None:
        self.connections = FakeConnections()
        self.channel = FakeClientChannel()
        self.notify = NotifyService(
            self.connections, self.channel, region="eu-west-1", now=lambda: NOW, clock=virtual_now
        )

    async def connect(self, *ids: str, age: timedelta = timedelta(hours=1)) -> None:
        """Have clients connected for so long."""
        for id_ in ids:
            await self.connections.add(Connection(id_, "ada", "eu-west-1", "https://api/live", NOW - age))

    def known(self) -> set[str]:
        """Who is remembered."""
        return {connection.id for connection in self.connections.open.values()}


async def test_every_client_is_told_once() -> None:
    """More of them than are told at the same time."""
    region = Region()
    ids = [f"c{number}" for number in range(50)]
    await region.connect(*ids)
    await region.notify.profile_updated("ada", 7)
    assert region.channel.sent == dict.fromkeys(ids, NEWS)


async def test_clients_of_other_profiles_and_regions_are_not_told() -> None:
    """Nor is anybody told of them."""
    region = Region()
    await region.connect("c1")
    [client] = region.connections.open.values()
    await region.connections.add(replace(client, id="c2", profile="grace"))
    await region.connections.add(replace(client, id="c3", region="us-east-1"))
    await region.notify.profile_updated("ada", 7)
    assert region.channel.sent == {"c1": NEWS}


async def test_who_is_gone_is_forgotten_and_the_others_are_told() -> None:
    """API Gateway's word that a connection is gone is the only sure one."""
    region = Region()
    await region.connect("gone", "here")
    region.channel.gone.add("gone")
    await region.notify.profile_updated("ada", 7)
    assert region.channel.sent["here"] == NEWS
    assert region.known() == {"here"}


async def test_who_is_still_connecting_is_not_forgotten() -> None:
    """API Gateway calls such a connection gone, too."""
    region = Region()
    await region.connect("opening", age=OPENING - timedelta(seconds=1))
    region.channel.gone.add("opening")
    await region.notify.profile_updated("ada", 7)
    assert region.known() == {"opening"}


async def test_a_failing_gateway_makes_nobody_forgotten() -> None:
    """It says nothing of the clients."""
    region = Region()
    await region.connect("c1")
    region.channel.unavailable = True
    await region.notify.profile_updated("ada", 7)
    assert region.known() == {"c1"}


async def test_without_the_table_nobody_is_told_and_nothing_is_raised(caplog: pytest.LogCaptureFixture) -> None:
    """The log says so."""
    region = Region()
    region.connections.unavailable = True
    await region.notify.profile_updated("ada", 7)
    assert [record.message for record in caplog.records] == ["notify.failed"]


@in_virtual_time
async def test_a_client_that_takes_no_message_holds_up_neither_the_others_nor_the_sync() -> None:
    """Each is given its seconds, all together theirs."""
    region = Region()
    await region.connect("stuck", "here")
    region.channel.stuck.add("stuck")
    await region.notify.profile_updated("ada", 7)
    assert region.channel.sent["here"] == NEWS
    assert virtual_now() <= SEND_SECONDS + 0.1


@in_virtual_time
async def test_however_many_are_stuck_the_sync_goes_on() -> None:
    """A thousand would otherwise take a hundred seconds."""
    region = Region()
    ids = [f"c{number}" for number in range(1000)]
    await region.connect(*ids)
    region.channel.stuck.update(ids)
    await region.notify.profile_updated("ada", 7)
    assert virtual_now() <= NOTIFY_SECONDS + SEND_SECONDS


async def test_what_became_of_the_clients_is_logged_as_numbers(caplog: pytest.LogCaptureFixture) -> None:
    """No connection's id is needed for that."""
    region = Region()
    await region.connect("gone", "here", "there")
    region.channel.gone.add("gone")
    await region.notify.profile_updated("ada", 7)
    fields = vars(caplog.records[-1])
    assert (fields["message"], fields["told"], fields["gone"]) == ("notify.sent", 2, 1)
