"""What the SDK's transport does not do by itself behind API Gateway: nothing hangs, and every refusal can be read."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, cast

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from digital_twin.entry.envelope import request_id_of
from digital_twin.entry.principals import from_event
from digital_twin.entry.problems import PROBLEM_JSON, problem_of
from digital_twin.errors import (
    DeadlineExceeded,
    DocumentTooLarge,
    Forbidden,
    TwinError,
    UnsupportedMediaType,
)
from mcp_fn.caller import Caller, current_caller
from mcp_fn.messages import fault_of
from mcp_fn.metadata import PATHS, ResourceMetadata

_MAX_BODY_BYTES = 1_000_000

# What may be between a tool's deadline and the end of its request, within what the function has (infra).
_MARGIN_SECONDS = 2.0

_VERSION_HEADER = "mcp-protocol-version"


class McpEdge:
    """An ASGI app around the transport."""

    def __init__(
        self,
        transport: ASGIApp,
        *,
        allowed_origins: Sequence[str],
        deadline_seconds: float,
        metadata: ResourceMetadata,
    ) -> None:
        self._transport = transport
        self._metadata = metadata
        self._allowed_origins = frozenset(allowed_origins)
        self._seconds = deadline_seconds + _MARGIN_SECONDS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one message: POST only, a known origin if a browser sends one, and a principal."""
        # API Gateway takes a path with a slash at its end for the same resource.
        if scope["path"].rstrip("/") in PATHS:
            await self._metadata.reply(scope)(scope, receive, send)
            return
        if scope["method"] != "POST":
            # A GET would open a stream that ends only with the Lambda's timeout.
            await Response(status_code=405, headers={"Allow": "POST"})(scope, receive, send)
            return
        try:
            response = await self._served(_normalized(scope), receive, send)
        except TwinError as error:
            kind, body, headers = problem_of(error, request_id_of(scope))
            response = JSONResponse(body, kind.status, headers, PROBLEM_JSON)
        if response is not None:
            await response(scope, receive, send)

    async def _served(self, scope: Scope, receive: Receive, send: Send) -> Response | None:
        """Have the transport answer; or the refusal of what it must not see.

        Raises:
            TwinError: a refusal REST has too.
        """
        headers = Headers(scope=scope)
        self._check_origin(headers.get("origin"), headers.get("host"))
        principal = from_event(cast("dict[str, Any]", scope.get("aws.event") or {}))
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise UnsupportedMediaType("send the message as `application/json`")
        body = await _read(receive)
        if (fault := fault_of(body, headers.get(_VERSION_HEADER))) is not None:
            return JSONResponse(fault.body(), 400)
        has_begun = False

        async def watched_send(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        token = current_caller.set(Caller(principal, request_id_of(scope)))
        try:
            async with asyncio.timeout(self._seconds):
                await self._transport(scope, _replayed(body, receive), watched_send)
        except TimeoutError as error:
            if has_begun:
                raise
            raise DeadlineExceeded("no answer in time") from error
        finally:
            current_caller.reset(token)
        return None

    def _check_origin(self, origin: str | None, host: str | None) -> None:
        """Let programs in, which send no origin, and pages of the allowed origins and of our own.

        The gateway serves only the names it was given, so that a page which rebinds its own name to our address does
        not come this far under that name.
        """
        if origin is None or origin in self._allowed_origins or (host and origin.partition("://")[2] == host):
            return
        raise Forbidden("requests from this web origin are not allowed")


def _normalized(scope: Scope) -> Scope:
    """The request with its headers as RFC 9110 reads them.

    Space around a value is no part of it (5.5), media types have no case (8.3.1), and who sends no `Accept` takes
    anything (12.5.1).
    """
    given = [(name, value.strip(b" \t")) for name, value in cast("list[tuple[bytes, bytes]]", scope["headers"])]
    headers = [(name, value.lower() if name == b"content-type" else value) for name, value in given]
    if not any(name == b"accept" for name, _ in headers):
        headers.append((b"accept", b"*/*"))
    return {**scope, "headers": headers}


async def _read(receive: Receive) -> bytes:
    """The whole body.

    Raises:
        DocumentTooLarge: it is larger than any message has to be.
    """
    body = bytearray()
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > _MAX_BODY_BYTES:
            raise DocumentTooLarge(f"a message may have at most {_MAX_BODY_BYTES:,} bytes")
    return bytes(body)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """The body once more, then whatever comes after it."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return messages.pop() if messages else await receive()

    return replay
