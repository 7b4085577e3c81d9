"""What every HTTP reply has, whatever application made it: request id, timing, one log line, no leaked exception."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import Any, cast
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from digital_twin.entry.problems import INTERNAL, PROBLEM_JSON, problem_body
from digital_twin.telemetry import log

# What a page's script may read of a reply beside its body.
EXPOSED_HEADERS = (
    "ETag",
    "Profile-Version",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "Server-Timing",
    "WWW-Authenticate",
    "X-Request-Id",
)


def enveloped(app: ASGIApp, allowed_origins: Sequence[str]) -> ASGIApp:
    """Any ASGI app with the envelope, and CORS headers for the web origins that may call it.

    API Gateway answers preflights itself; the headers of the reply proper have to come from here.
    """
    return CORSMiddleware(RequestEnvelope(app), allow_origins=allowed_origins, expose_headers=EXPOSED_HEADERS)


def request_id_of(scope: Scope) -> str:
    """The request's id: API Gateway's if it came through there, else one made for it."""
    state = cast("dict[str, Any]", scope.setdefault("state", {}))
    if "request_id" not in state:
        event = cast("dict[str, Any]", scope.get("aws.event") or {})
        context = cast("dict[str, Any]", event.get("requestContext") or {})
        state["request_id"] = str(context.get("requestId") or uuid4())
    return cast("str", state["request_id"])


class RequestEnvelope:
    """Outermost ASGI middleware: reply headers, one log line per request, and a problem for what nobody expected."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; an exception before the reply began becomes a 500 problem without its text."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = request_id_of(scope)
        started = perf_counter()
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request_id
                headers.append("Server-Timing", f"app;dur={(perf_counter() - started) * 1000:.1f}")
                headers.setdefault("Cache-Control", "no-store")
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception as error:
            # The outermost edge: nothing above could do anything but lose the request.
            log.exception("request.failed", error, request_id=request_id)
            if status:
                raise
            body = problem_body(INTERNAL, INTERNAL.title, request_id)
            response = JSONResponse(body, INTERNAL.status, media_type=PROBLEM_JSON)
            await response(scope, receive, send_with_headers)
        finally:
            log.info(
                "request.served",
                route=getattr(scope.get("route"), "path", "unmatched"),
                method=scope["method"],
                status=status,
                milliseconds=round((perf_counter() - started) * 1000, 1),
                request_id=request_id,
            )
