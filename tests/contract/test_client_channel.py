"""What every `ClientChannel` does: the fake, and the adapter on an API's @connections."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from fakes.clients import FakeClientChannel
from fakes.connections_server import connections_server

from digital_twin.adapters.api_gateway_clients import ApiGatewayChannel
from digital_twin.adapters.aws_clients import connections_client
from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import ClientGone, ClientUnavailable
from digital_twin.ports import ClientChannel, Connection


@dataclass(frozen=True, slots=True)
class World:
    """A channel with what stands behind it: where it leads, what arrived, how a client leaves, how all fails."""

    channel: ClientChannel
    endpoint: str
    received: Callable[[str], list[JsonObject]]
    leave: Callable[[str], None]
    fail: Callable[[], None]

    def to(self, id_: str) -> Connection:
        """A connection."""
        return Connection(id_, "ada", "us-east-1", self.endpoint, datetime(2026, 3, 1, tzinfo=UTC))


@pytest.fixture(params=["fake", "api-gateway"])
async def world(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[World]:
    """A channel of each kind."""
    if request.param == "fake":
        fake = FakeClientChannel()
        yield World(
            fake,
            "https://api/live",
            lambda id_: fake.sent[id_],
            fake.gone.add,
            lambda: setattr(fake, "unavailable", True),
        )
        return
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    async with connections_server() as server:

        def received(id_: str) -> list[JsonObject]:
            return [json.loads(post.body) for post in server.posted if post.path.decode().endswith(f"/{id_}")]

        yield World(
            ApiGatewayChannel(connections_client),
            server.url,
            received,
            server.gone.add,
            lambda: setattr(server, "status", 403),
        )


async def test_messages_arrive_in_order_at_whom_they_are_for(world: World) -> None:
    """As the values they were."""
    messages: list[JsonObject] = [{"id": 1, "text": "Zürich"}, {"id": 1, "text": "two"}]
    for message in messages:
        await world.channel.send(world.to("c1"), message)
    await world.channel.send(world.to("c2"), {"id": 2})
    assert world.received("c1") == messages
    assert world.received("c2") == [{"id": 2}]


async def test_who_has_left_is_gone(world: World) -> None:
    """And nobody else is."""
    world.leave("c1")
    with pytest.raises(ClientGone):
        await world.channel.send(world.to("c1"), {})
    await world.channel.send(world.to("c2"), {})


async def test_any_other_failure_leaves_open_whether_the_client_is_there(world: World) -> None:
    """So that nobody is forgotten for it."""
    world.fail()
    with pytest.raises(ClientUnavailable) as caught:
        await world.channel.send(world.to("c1"), {})
    assert not isinstance(caught.value, ClientGone)
