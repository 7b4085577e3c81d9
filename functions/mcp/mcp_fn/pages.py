"""Pages of the protocol's lists. A middleware, because the SDK's server gives every list whole."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, cast

from mcp import MCPError
from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
from mcp.types import INVALID_PARAMS

# Larger than any list of an ordinary profile, so that clients which read one page only miss nothing.
PAGE_SIZE = 50

_LISTS = {
    "tools/list": "tools",
    "prompts/list": "prompts",
    "resources/list": "resources",
    "resources/templates/list": "resourceTemplates",
}


async def paginated(ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
    """Answer a list method with the page its cursor asks for.

    Raises:
        MCPError: the cursor is none that was given out.
    """
    listed = _LISTS.get(ctx.method)
    if listed is None:
        return await call_next(ctx)
    start = _start((ctx.params or {}).get("cursor"))
    result = cast("dict[str, Any]", await call_next(ctx))
    whole = cast("list[object]", result[listed])
    if start and start >= len(whole):
        raise _unknown_cursor()
    page = result | {listed: whole[start : start + PAGE_SIZE]}
    return page | {"nextCursor": _cursor(start + PAGE_SIZE)} if start + PAGE_SIZE < len(whole) else page


def _cursor(start: int) -> str:
    return urlsafe_b64encode(f"after {start}".encode()).decode()


def _start(cursor: object) -> int:
    if cursor is None:
        return 0
    try:
        words = urlsafe_b64decode(str(cursor)).decode().split(" ")
        start = int(words[-1])
    except ValueError as error:
        raise _unknown_cursor() from error
    if start <= 0 or _cursor(start) != cursor:
        raise _unknown_cursor()
    return start


def _unknown_cursor() -> MCPError:
    return MCPError(INVALID_PARAMS, "Unknown cursor")
