"""A chat completions server on loopback that replies what the test says and keeps what it was asked."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from digital_twin.domain.json_types import JsonObject
from twin_local.faults import ABORT_EXTENSION
from twin_local.serving import serve


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers with; a `str` body is sent as it is."""

    body: JsonObject | str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


class Silence:
    """The server takes the request and never answers."""


class CutConnection:
    """The server takes the request and drops the connection."""


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: object
    client_port: int | None


@dataclass(frozen=True, slots=True)
class ChatServer:
    """A running server: its URL, and the requests it was sent."""

    url: str
    requests: list[Received]


@asynccontextmanager
async def chat_server(
    reply: Reply | Silence | CutConnection | Callable[[object], Reply | Silence | CutConnection],
) -> AsyncGenerator[ChatServer]:
    """Serve `reply` to every request; a function is given each request's body and makes the reply to it."""
    requests: list[Received] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body = await request.body()
        port = request.client.port if request.client else None
        requests.append(Received(request.method, request.url.path, request.headers, json.loads(body), port))
        match reply(requests[-1].body) if callable(reply) else reply:
            case Reply() as made:
                content = made.body if isinstance(made.body, str) else json.dumps(made.body)
                headers = {"content-type": "application/json", **made.headers}
                await Response(content, made.status, headers)(scope, receive, send)
            case Silence():
                while not await request.is_disconnected():
                    await receive()
            case CutConnection():
                scope["extensions"][ABORT_EXTENSION]()

    async with serve(app) as url:
        yield ChatServer(url, requests)
