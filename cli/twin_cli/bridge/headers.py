"""HTTP headers of a forwarded message. Pure. Source: MCP 2026-07-28, "Streamable HTTP", request metadata."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from twin_cli.bridge.messages import Notification, Reply, Request

_NAMED_BY = {"tools/call": "name", "prompts/get": "name", "resources/read": "uri"}

_ALWAYS = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}


@dataclass(frozen=True, slots=True)
class Session:
    """What a legacy client's last `initialize` agreed on; nothing before it."""

    version: str | None = None
    id: str | None = None


def headers_for(message: Request | Notification | Reply, session: Session) -> dict[str, str]:
    """The headers a message needs; what it declares itself decides its era, message by message."""
    if isinstance(message, Reply) or message.version is None:
        return _ALWAYS | _legacy(message, session)
    modern = {"MCP-Protocol-Version": message.version, "Mcp-Method": message.method}
    name = message.params.get(_NAMED_BY.get(message.method, ""))
    if isinstance(name, str):
        modern["Mcp-Name"] = name
    return _ALWAYS | {header: encode_value(value) for header, value in modern.items()}


def encode_value(value: str) -> str:
    """A value as a header can carry it: plain where it is visible ASCII, else in the base64 sentinel."""
    plain = value.isascii() and value.isprintable() and value == value.strip()
    if plain and not (value.startswith("=?base64?") and value.endswith("?=")):
        return value
    return f"=?base64?{base64.b64encode(value.encode(errors='replace')).decode()}?="


def _legacy(message: Request | Notification | Reply, session: Session) -> dict[str, str]:
    # The handshake is what agrees on these; sending the last one's would be wrong.
    if isinstance(message, Request) and message.method == "initialize":
        return {}
    headers = {"MCP-Protocol-Version": encode_value(session.version)} if session.version else {}
    return headers | ({"Mcp-Session-Id": session.id} if session.id else {})
