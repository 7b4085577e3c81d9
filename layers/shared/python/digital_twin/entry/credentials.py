"""Where a request to the authorizer holds its credential. Finds it and judges nothing.

A browser's WebSocket can set no header, so that a handshake may bring its credential as a subprotocol or in the query
string. Any other request may not: the gateway caches what is decided by the header alone.
"""

from __future__ import annotations

from typing import Any, cast

from digital_twin.errors import Unauthenticated

BEARER = "bearer"


def is_handshake(event: dict[str, Any]) -> bool:
    """Whether an event is about a WebSocket that is being opened."""
    context = cast("dict[str, Any]", event.get("requestContext") or {})
    return context.get("eventType") == "CONNECT"


def authorization_of(event: dict[str, Any]) -> str | None:
    """The credential as an `Authorization` header has it; None if there is none.

    Raises:
        Unauthenticated: a handshake brings several (RFC 6750 section 2).
    """
    header = _header(event, "authorization")
    if not is_handshake(event):
        return header
    parameters = cast("dict[str, str]", event.get("queryStringParameters") or {})
    tokens = [*_offered(event)[1:2], *([parameters["token"]] if "token" in parameters else [])]
    found = [*([header] if header else []), *(f"Bearer {token}" for token in tokens)]
    if len(found) > 1:
        raise Unauthenticated("the handshake brings more than one credential")
    return found[0] if found else None


def offers_bearer(event: dict[str, Any]) -> bool:
    """Whether a handshake offers the subprotocol `bearer`, which its answer then has to choose."""
    return bool(_offered(event))


def _offered(event: dict[str, Any]) -> list[str]:
    """The offered subprotocols from `bearer` on; what follows it is the credential."""
    listed = _header(event, "sec-websocket-protocol") or ""
    offered = [name.strip() for name in listed.split(",")]
    return offered[offered.index(BEARER) :] if BEARER in offered else []


def _header(event: dict[str, Any], wanted: str) -> str | None:
    headers = cast("dict[str, str]", event.get("headers") or {})
    return next((value for name, value in headers.items() if name.lower() == wanted), None)
