"""The front door for WebSockets: what passes, and what happens when either side ends."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from twin_local.frontdoor import make_app
from twin_local.serving import serve


class Service:
    """A WebSocket API that says who came, echoes what it hears, leaves when told to, and notes how clients leave."""

    def __init__(self) -> None:
        self.left: list[int] = []

    async def serve(self, client: WebSocket) -> None:
        """One connection."""
        if client.query_params.get("token") != "good":
            await client.send_denial_response(JSONResponse({"message": "Unauthorized"}, 401))
            return
        offered = client.scope["subprotocols"]
        await client.accept(offered[0] if offered else None)
        await client.send_json({"origin": client.headers.get("origin"), "query": client.url.query})
        try:
            while (text := await client.receive_text()) != "leave":
                await client.send_text(text)
            await client.close(4001, "as told")
        except WebSocketDisconnect as end:
            self.left.append(end.code)


def front_door(service_url: str, client: httpx.AsyncClient) -> Starlette:
    """A front door before what is at one address."""
    return make_app(f"{service_url}/restapis/abc/live", f"{service_url.replace('http', 'ws')}/live", "door", client)


@asynccontextmanager
async def door(service: Service) -> AsyncGenerator[str]:
    """The URL of a front door before a service."""
    async with (
        serve(Starlette(routes=[WebSocketRoute("/live", service.serve)])) as behind,
        httpx.AsyncClient() as client,
        serve(front_door(behind, client)) as front,
    ):
        yield f"{front.replace('http', 'ws')}/ws"


@asynccontextmanager
async def connected(url: str, **options: str) -> AsyncGenerator[ClientConnection]:
    """A client behind the greeting."""
    async with connect(f"{url}?token=good", proxy=None, additional_headers=options) as client:
        await client.recv()
        yield client


async def test_messages_pass_both_ways() -> None:
    """Of any size an API takes, in order."""
    async with door(Service()) as url, connected(url) as client:
        for text in ("one", "Zürich", "x" * 200_000):
            await client.send(text)
        assert [await client.recv() for _ in range(3)] == ["one", "Zürich", "x" * 200_000]


async def test_the_handshake_passes() -> None:
    """Query string, origin and subprotocols there; the chosen subprotocol back."""
    offered = [Subprotocol("bearer"), Subprotocol("secret")]
    async with (
        door(Service()) as url,
        connect(
            f"{url}?token=good", proxy=None, subprotocols=offered, additional_headers={"Origin": "https://a"}
        ) as it,
    ):
        assert it.subprotocol == "bearer"
        assert await it.recv() == '{"origin":"https://a","query":"token=good"}'


async def test_a_refused_handshake_is_refused_in_the_same_words() -> None:
    """Status and body."""
    async with door(Service()) as url:
        with pytest.raises(InvalidStatus) as refused:
            await connect(f"{url}?token=bad", proxy=None)
    assert refused.value.response.status_code == 401
    assert bytes(refused.value.response.body or b"") == b'{"message":"Unauthorized"}'


async def test_a_service_that_is_not_there_is_a_bad_gateway() -> None:
    """Not a connection that never answers."""
    async with httpx.AsyncClient() as client:
        async with serve(Starlette()) as gone:
            pass
        async with serve(front_door(gone, client)) as front:
            with pytest.raises(InvalidStatus) as refused:
                await connect(f"{front.replace('http', 'ws')}/ws", proxy=None)
    assert refused.value.response.status_code == 502


async def test_the_service_hears_how_the_client_left() -> None:
    """It forgets the connection then."""
    service = Service()
    async with door(service) as url, connected(url) as client:
        await client.close(4000)
    assert service.left == [4000]


async def test_a_client_that_vanished_is_told_of_too() -> None:
    """A broken connection has no code that could be sent."""
    service = Service()
    async with door(service) as url, connected(url) as client:
        client.transport.abort()
    assert service.left == [1001]


async def test_the_client_hears_how_the_service_left() -> None:
    """Code and reason."""
    async with door(Service()) as url, connected(url) as client:
        await client.send("leave")
        with pytest.raises(ConnectionClosed) as closed:
            await client.recv()
    assert closed.value.rcvd is not None
    assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (4001, "as told")
