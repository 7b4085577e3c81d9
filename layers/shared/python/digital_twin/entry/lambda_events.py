"""One function behind two kinds of gateway: which handler an event is for."""

from __future__ import annotations

from typing import Any

from digital_twin.entry.lambda_http import LambdaHandler


def by_gateway(*, http: LambdaHandler, socket: LambdaHandler) -> LambdaHandler:
    """A handler that gives events of a WebSocket API to `socket` and all others to `http`."""

    def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
        is_socket = "connectionId" in (event.get("requestContext") or {})
        return (socket if is_socket else http)(event, context)

    return handler
