"""What every HTTP reply has, whatever made it: request id, timing, CORS headers, one log line, no leaked exception.

On every request's way, and so written without the conveniences that would show in its time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from time import perf_counter
from typing import Any, cast
from uuid import uuid4

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

_EXPOSES = (b"access-control-expose-headers", ", ".join(EXPOSED_HEADERS).encode("ascii"))
_VARIES = (b"vary", b"Origin")


def request_id_of(scope: Scope) -> str:
    """The request's id: API Gateway's if it came through there, else one made for it."""
    state = cast("dict[str, Any]", scope.setdefault("state", {}))
    if "request_id" not in state:
        event = cast("dict[str, Any]", scope.get("aws.event") or {})
        context = cast("dict[str, Any]", event.get("requestContext") or {})
        state["request_id"] = str(context.get("requestId") or uuid4())
    return cast("str", state["request_id"])


class RequestEnvelope:
    """Outermost ASGI middleware: reply headers, one log line per request, and a problem for what nobody expected.

    Web origins that may call the application are told so in the reply proper; API Gateway answers preflights itself.
    """

    def __init__(self, app: ASGIApp, allowed_origins: Sequence[str] = ()) -> None:
        self._app = app
        self._allowed_origins = frozenset(allowed_origins)

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
                duration = f"app;dur={(perf_counter() - started) * 1000:.1f}"
                kept = _with_caching(message.get("headers", ()))
                message["headers"] = [
                    *kept,
                    (b"x-request-id", request_id.encode("latin-1")),
                    (b"server-timing", duration.encode("latin-1")),
                    (b"x-content-type-options", b"nosniff"),
                    *self._cors(scope),
                ]
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

    def _cors(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        """The headers of CORS (Fetch Standard, 3.2.3); `Vary` always, since a cache may serve other origins too."""
        origin = next((value for name, value in scope["headers"] if name == b"origin"), None)
        if origin is None:
            return [_VARIES]
        allowed: list[tuple[bytes, bytes]] = [_EXPOSES, _VARIES]
        if "*" in self._allowed_origins:
            allowed.append((b"access-control-allow-origin", b"*"))
        elif origin.decode("latin-1") in self._allowed_origins:
            allowed.append((b"access-control-allow-origin", origin))
        return allowed


def _with_caching(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """A reply's headers, kept by nobody unless the application says otherwise."""
    given = list(headers)
    is_said = any(name == b"cache-control" for name, _ in given)
    return given if is_said else [*given, (b"cache-control", b"no-store")]
