"""The request that hands a message to a WebSocket client, and every way API Gateway can fail it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fakes.connections_server import ConnectionsServer, connections_server

from digital_twin.adapters.api_gateway_clients import ApiGatewayChannel
from digital_twin.adapters.aws_clients import connections_client
from digital_twin.errors import ClientUnavailable
from digital_twin.ports import Connection


@pytest.fixture(autouse=True)
def _credentials(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction] # pytest uses it by name
    """Something to sign with."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")


async def send(server: ConnectionsServer, *, id_: str = "Ue9QvcNcIAMCJhg=") -> None:
    """Send one message to a client of the API in eu-west-1."""
    connection = Connection(id_, "ada", "eu-west-1", server.url, datetime(2026, 3, 1, tzinfo=UTC))
    await ApiGatewayChannel(connections_client).send(connection, {"type": "delta", "text": "Zürich"})


async def test_a_message_is_compact_json_posted_to_the_connection_and_signed_for_its_region() -> None:
    """The id is escaped, for it ends in an equals sign."""
    async with connections_server() as server:
        await send(server)
    [posted] = server.posted
    assert posted.path == b"/live/@connections/Ue9QvcNcIAMCJhg%3D"
    assert posted.body == '{"type":"delta","text":"Zürich"}'.encode()
    assert "/eu-west-1/execute-api/aws4_request" in posted.authorization


@pytest.mark.parametrize("status", [403, 413, 500])
async def test_a_refusal_is_a_failure_that_names_no_message(status: int) -> None:
    """What was to be sent is nobody else's."""
    async with connections_server() as server:
        server.status = status
        with pytest.raises(ClientUnavailable) as caught:
            await send(server)
    assert "Zürich" not in str(caught.value)


async def test_an_api_that_is_not_there_is_a_failure() -> None:
    """Its address may be out of date."""
    async with connections_server() as server:
        pass
    with pytest.raises(ClientUnavailable, match="EndpointConnectionError"):
        await send(server)
