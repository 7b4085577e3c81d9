"""Fault injection for the local servers: an ASGI middleware that makes a server slow, broken or dead on request.

Tests and the operator drive it over HTTP, so it works the same in this process and across processes:

    POST /_local/faults           {"mode": "slow", "seconds": 2.0, "count": 3}
    GET  /_local/faults           the fault in force
    GET  /_local/requests         {"requests": {path: n}, "connections": n}: the caller's round trips
    POST /_local/requests/reset

These routes are never subject to a fault nor counted. It must not know what the server behind it does.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import cast

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

# Key of the ASGI scope's `extensions` under which `twin_local.serving` offers to cut the connection.
ABORT_EXTENSION = "twin_local.abort"


class FaultMode(StrEnum):
    """What the server does to a request."""

    NONE = "none"  # serves it
    SLOW = "slow"  # serves it late
    FAIL = "fail"  # 500 with an HTML body, as a proxy in front of a broken server would
    GARBAGE = "garbage"  # 200 with a body that is not JSON
    THROTTLE = "throttle"  # 429
    DIE = "die"  # cuts the connection without a reply


@dataclass(frozen=True, slots=True)
class Fault:
    """A mode, the delay of `slow` in seconds, and to how many requests it applies (None: until changed)."""

    mode: FaultMode = FaultMode.NONE
    seconds: float = 0.0
    count: int | None = None

    @classmethod
    def from_json(cls, value: object) -> Fault:
        """Read the body of `POST /_local/faults`.

        Raises:
            ValueError: saying what does not fit.
        """
        fields = cast("dict[str, object]", value) if isinstance(value, dict) else {}
        seconds, count = fields.get("seconds", 0.0), fields.get("count")
        if not isinstance(seconds, int | float) or seconds < 0:
            raise ValueError("seconds must be a number >= 0")
        if count is not None and (not isinstance(count, int) or count < 0):
            raise ValueError("count must be an integer >= 0 or null")
        return cls(FaultMode(str(fields.get("mode"))), float(seconds), count)


class FaultInjector:
    """Wraps an ASGI application; see the module for the routes it adds."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._fault = Fault()
        self._requests: Counter[str] = Counter()
        self._connections: set[tuple[str, int]] = set()
        self._control = Router(
            routes=[
                Route("/_local/faults", self._show_fault, methods=["GET"]),
                Route("/_local/faults", self._set_fault, methods=["POST"]),
                Route("/_local/requests", self._show_requests, methods=["GET"]),
                Route("/_local/requests/reset", self._reset_requests, methods=["POST"]),
            ]
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, or do to it what the fault in force says."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith("/_local/"):
            await self._control(scope, receive, send)
            return
        self._requests[scope["path"]] += 1
        if scope.get("client"):
            self._connections.add(scope["client"])
        fault = self._take()
        match fault.mode:
            case FaultMode.NONE:
                await self._app(scope, receive, send)
            case FaultMode.SLOW:
                await asyncio.sleep(fault.seconds)
                await self._app(scope, receive, send)
            case FaultMode.DIE:
                await _cut_connection(scope, receive)
            case FaultMode.FAIL | FaultMode.GARBAGE | FaultMode.THROTTLE:
                await _FAULTY_REPLIES[fault.mode]()(scope, receive, send)

    def _take(self) -> Fault:
        """The fault for the next request, counted down."""
        fault = self._fault
        if fault.count is not None:
            self._fault = replace(fault, count=fault.count - 1) if fault.count > 1 else Fault()
            if fault.count == 0:
                return Fault()
        return fault

    async def _show_fault(self, _request: Request) -> Response:
        return JSONResponse(asdict(self._fault))

    async def _set_fault(self, request: Request) -> Response:
        try:
            self._fault = Fault.from_json(await request.json())
        except ValueError as error:
            return JSONResponse({"error": str(error)}, status_code=400)
        return JSONResponse(asdict(self._fault))

    async def _show_requests(self, _request: Request) -> Response:
        return JSONResponse({"requests": dict(self._requests), "connections": len(self._connections)})

    async def _reset_requests(self, _request: Request) -> Response:
        self._requests.clear()
        self._connections.clear()
        return JSONResponse({"requests": {}, "connections": 0})


_FAULTY_REPLIES: dict[FaultMode, Callable[[], Response]] = {
    FaultMode.FAIL: lambda: HTMLResponse("<html><body>Internal Server Error</body></html>", status_code=500),
    FaultMode.GARBAGE: lambda: PlainTextResponse("\x7fnot json"),
    FaultMode.THROTTLE: lambda: JSONResponse(
        {"error": "ERR max daily request limit exceeded", "status": 429}, status_code=429
    ),
}


async def _cut_connection(scope: Scope, receive: Receive) -> None:
    """Close the connection under the request, and return once the server has noticed."""
    scope["extensions"][ABORT_EXTENSION]()
    while (await receive())["type"] != "http.disconnect":
        pass
