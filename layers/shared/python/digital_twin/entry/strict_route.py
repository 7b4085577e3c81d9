"""FastAPI routes that read JSON bodies strictly: content type, size, and everything `strict_json` refuses."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, override

from fastapi import Request, Response
from fastapi.routing import APIRoute

from digital_twin.domain.json_types import JsonValue
from digital_twin.domain.strict_json import parse_json
from digital_twin.errors import Fault, UnsupportedMediaType

MAX_BODY_BYTES = 1_000_000


class _StrictRequest(Request):
    """A request whose JSON was read before FastAPI asks for it."""

    parsed: JsonValue

    @override
    async def json(self) -> JsonValue:
        return self.parsed


class StrictJsonRoute(APIRoute):
    """A route whose body, if it takes one, is strict JSON of at most 1 MB.

    The handler raises UnsupportedMediaType, DocumentTooLarge and MalformedDocument before FastAPI sees the body.
    """

    @override
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_strictly(request: Request) -> Response:
            if self.body_field is None:
                return await handle(request)
            _require_json(request.headers.get("content-type", ""))
            strict = _StrictRequest(request.scope, request.receive)
            strict.parsed = parse_json(await strict.body(), max_bytes=MAX_BODY_BYTES)
            return await handle(strict)

        return handle_strictly


def _require_json(content_type: str) -> None:
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type != "application/json" and not (
        media_type.startswith("application/") and media_type.endswith("+json")
    ):
        raise UnsupportedMediaType(
            "send application/json", (Fault("", f"the content type is {media_type or 'missing'}"),)
        )
