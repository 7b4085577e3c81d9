"""What an HTTP reply means for the message it answers. Pure."""

from __future__ import annotations

from typing import cast

from twin_cli.bridge.envelope import encode, one_line
from twin_cli.bridge.messages import JsonObject, Notification, Reply, Request, id_key, parse_json


def read_rpc(body: bytes) -> JsonObject | None:
    """A body's JSON-RPC message, None if it is something else."""
    try:
        parsed = parse_json(body)
    except (ValueError, RecursionError):
        return None
    message = cast("JsonObject", parsed) if isinstance(parsed, dict) else {}
    return message if message.get("jsonrpc") == "2.0" else None


def is_answer(message: JsonObject) -> bool:
    """Whether a message answers one, rather than telling or asking something."""
    return "method" not in message and ("result" in message) != ("error" in message)


def is_meant_for(message: JsonObject, sent: Request | Notification | Reply) -> bool:
    """Whether an answer is this request's: by its id, which a service may have written another way or not have read.

    An answer under another id was somebody else's, such as one that a cache between kept.
    """
    told: object = message.get("id")
    return not isinstance(sent, Request) or told is None or str(told) == str(sent.id)


def answer_line(sent: Request | Notification | Reply, body: bytes, message: JsonObject) -> bytes | None:
    """An answer as the client gets it: unchanged, but with the request's id where the service could not tell it."""
    if not isinstance(sent, Request):
        return None
    if id_key(message.get("id")) == id_key(sent.id):
        return one_line(body)
    return encode(message | {"id": sent.id})
