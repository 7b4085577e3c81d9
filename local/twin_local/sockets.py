"""The front door for WebSockets: one connection in, one out, and what is said on either passes to the other."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from http import HTTPStatus

from starlette.responses import Response
from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

# API Gateway decides on a handshake within 29 s; a little more, so that its own refusal is what the client sees.
_OPEN_SECONDS = 31.0

# What of a handshake is a client's own; the rest speaks of one connection and is made anew.
_PASSED = ("authorization", "origin", "user-agent")

# RFC 6455 section 7.4.1: these are never sent, they only say that nothing was.
_NO_CODE = 1005
_ABNORMAL = 1006
_GOING_AWAY = 1001


def socket_door(url: str) -> Callable[[WebSocket], Awaitable[None]]:
    """An endpoint that connects each client with the WebSocket API at `url`."""

    async def endpoint(client: WebSocket) -> None:
        query = client.scope["query_string"].decode("latin-1")
        offered = [Subprotocol(name) for name in client.scope["subprotocols"]]
        try:
            upstream = await connect(
                f"{url}?{query}" if query else url,
                subprotocols=offered or None,
                additional_headers={name: client.headers[name] for name in _PASSED if name in client.headers},
                user_agent_header=None,
                open_timeout=_OPEN_SECONDS,
                ping_interval=None,  # each side's pings end here
                proxy=None,
            )
        except InvalidStatus as refusal:
            reply = refusal.response
            kind = reply.headers.get("content-type")
            await client.send_denial_response(Response(bytes(reply.body or b""), reply.status_code, media_type=kind))
        except (OSError, TimeoutError):
            await client.send_denial_response(Response(status_code=HTTPStatus.BAD_GATEWAY))
        else:
            await _join(client, upstream)

    return endpoint


async def _join(client: WebSocket, upstream: ClientConnection) -> None:
    """Pass messages both ways until one side ends; the other is then told so, in the same words."""
    await client.accept(upstream.subprotocol)
    outward, inward = asyncio.create_task(_outward(client, upstream)), asyncio.create_task(_inward(client, upstream))
    try:
        await asyncio.wait({outward, inward}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (outward, inward):
            task.cancel()
        await asyncio.gather(outward, inward, return_exceptions=True)
        await upstream.close()


async def _outward(client: WebSocket, upstream: ClientConnection) -> None:
    """What the client says, until it leaves."""
    try:
        while True:
            message = await client.receive()
            if message["type"] == "websocket.disconnect":
                await upstream.close(_sendable(message.get("code")), message.get("reason") or "")
                return
            text = message.get("text")
            await upstream.send(message["bytes"] if text is None else text)
    except (ConnectionClosed, WebSocketDisconnect):
        return


async def _inward(client: WebSocket, upstream: ClientConnection) -> None:
    """What the service says, until it ends the connection."""
    with suppress(ConnectionClosed):
        async for message in upstream:
            await (client.send_text(message) if isinstance(message, str) else client.send_bytes(message))
    await client.close(_sendable(upstream.close_code), upstream.close_reason or "")


def _sendable(code: int | None) -> int:
    return _GOING_AWAY if code is None or code in {_NO_CODE, _ABNORMAL} else code
