"""JSON-RPC messages the bridge itself writes. Pure."""

from __future__ import annotations

import json

from twin_cli.bridge.messages import Id, JsonObject

SUBSCRIPTION_ID_KEY = "io.modelcontextprotocol/subscriptionId"
"""Every message of a `subscriptions/listen` stream carries its request's id under this key of `_meta`."""


def encode(message: object) -> bytes:
    """A message as one line, without its end."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def one_line(body: bytes) -> bytes:
    """JSON text on one line: raw line ends can only stand between its tokens."""
    return body.strip().replace(b"\r", b" ").replace(b"\n", b" ")


def result(request_id: Id, body: JsonObject) -> bytes:
    """A successful answer."""
    return encode({"jsonrpc": "2.0", "id": request_id, "result": body})


def error(request_id: Id | None, code: int, message: str, data: JsonObject | None = None) -> bytes:
    """A failed answer."""
    failure = {"code": code, "message": message} | ({"data": data} if data else {})
    return encode({"jsonrpc": "2.0", "id": request_id, "error": failure})


def notification(method: str, params: JsonObject | None = None, subscription: Id | None = None) -> bytes:
    """A notification; on a `subscriptions/listen` stream if one is named."""
    told = dict(params or {})
    if subscription is not None:
        told["_meta"] = {SUBSCRIPTION_ID_KEY: subscription}
    return encode({"jsonrpc": "2.0", "method": method} | ({"params": told} if told else {}))
