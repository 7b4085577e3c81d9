"""Serving an ASGI application on loopback inside the running event loop.

The caller owns the process: its signals, and whatever the application needs opened before and closed after
(applications are served without ASGI lifespan events).
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import override

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from twin_local.faults import ABORT_EXTENSION

_HOST = "127.0.0.1"
_GRACE_SECONDS = 1  # for replies under way when the server is told to stop


@asynccontextmanager
async def serve(app: ASGIApp, *, port: int = 0) -> AsyncGenerator[str]:
    """Serve `app` on 127.0.0.1 for as long as the context is open.

    Args:
        app: the ASGI application.
        port: the port to listen on; 0 takes a free one.

    Yields:
        The base URL, without a trailing slash.

    Raises:
        OSError: if the port is taken.
    """
    listener = _listen(port)
    url = f"http://{_HOST}:{listener.getsockname()[1]}"
    server = _QuietServer(
        uvicorn.Config(
            app,
            http=_AbortableProtocol,
            ws="websockets-sansio",
            lifespan="off",
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )
    )
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield url
    finally:
        server.should_exit = True
        await serving


def _listen(port: int) -> socket.socket:
    """A listening socket; it queues connections at once, so there is no start-up to wait for."""
    # asyncio turns Nagle's algorithm off (which would hold every reply back by 40 ms) only for a socket that names its
    # protocol, which `socket.create_server` does not.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_HOST, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


class _QuietServer(uvicorn.Server):
    """A uvicorn server that leaves the process's signals to the process."""

    @override
    @contextmanager
    def capture_signals(self) -> Generator[None]:
        yield


class _AbortableProtocol(H11Protocol):
    """HTTP/1.1 whose connection the application can cut (ASGI has no way to ask for that)."""

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        served = self.app

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            scope["extensions"] = {**scope.get("extensions", {}), ABORT_EXTENSION: transport.abort}
            await served(scope, receive, send)

        self.app = app
