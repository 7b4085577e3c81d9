"""An API's @connections over HTTP, started inside a test."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from twin_local.serving import serve


@dataclass(frozen=True, slots=True)
class Posted:
    """One message as it arrived."""

    path: bytes
    body: bytes
    authorization: str


@dataclass
class ConnectionsServer:
    """A running server: its URL with the stage, and what was posted.

    `gone` are connections that are not there; `status` is what every message gets, 0 for no answer at all.
    """

    url: str = ""
    posted: list[Posted] = field(default_factory=list[Posted])
    gone: set[str] = field(default_factory=set[str])
    status: int = 200

    async def post(self, request: Request) -> Response:
        """Take a message as API Gateway does."""
        body, authorization = await request.body(), request.headers["authorization"]
        self.posted.append(Posted(request.scope["raw_path"], body, authorization))
        if self.status == 0:
            await asyncio.Event().wait()
        if request.path_params["connection"] in self.gone:
            return JSONResponse({"message": "410"}, 410, headers={"x-amzn-ErrorType": "GoneException"})
        kinds = {403: "ForbiddenException", 413: "PayloadTooLargeException", 429: "LimitExceededException"}
        if self.status != 200:
            return JSONResponse({}, self.status, headers={"x-amzn-ErrorType": kinds.get(self.status, "Internal")})
        return Response(status_code=200)


@asynccontextmanager
async def connections_server() -> AsyncGenerator[ConnectionsServer]:
    """A server for as long as the context is open."""
    server = ConnectionsServer()
    app = Starlette(routes=[Route("/live/@connections/{connection:path}", server.post, methods=["POST"])])
    async with serve(app) as url:
        server.url = f"{url}/live"
        yield server
