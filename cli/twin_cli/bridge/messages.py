"""What a client writes on a line, told apart. Pure; a message keeps its own bytes, which are what is forwarded."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, cast

type Id = str | int | float
type JsonObject = dict[str, Any]

PROTOCOL_VERSION_KEY = "io.modelcontextprotocol/protocolVersion"
"""Its presence in `_meta` is what makes a message modern (2026-07-28, "Versioning")."""

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
METHOD_NOT_FOUND = -32601
INVALID_PARAMS = -32602


@dataclass(frozen=True, slots=True)
class Request:
    """Wants an answer. `version` is the revision a modern message declares, None for a legacy one."""

    id: Id
    method: str
    params: JsonObject
    version: str | None
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Notification:
    """Wants none."""

    method: str
    params: JsonObject
    version: str | None
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """The client's answer to a request of the server, which a legacy server may send."""

    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rejected:
    """Not a message; the error to answer with."""

    id: Id | None
    code: int
    why: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Several messages in one array, as revisions up to 2025-03-26 allow."""

    items: tuple[Request | Notification | Reply | Rejected, ...]


type Single = Request | Notification | Reply | Rejected
type Message = Single | Batch


def read_message(line: bytes) -> Message:
    """The message on a line."""
    try:
        parsed = parse_json(line.decode("utf-8"))
    except UnicodeDecodeError:
        return Rejected(None, PARSE_ERROR, "The message is not UTF-8.")
    except (ValueError, RecursionError):
        return Rejected(None, PARSE_ERROR, "The message is not JSON.")
    if not isinstance(parsed, list):
        return _single(parsed, line)
    items = cast("list[object]", parsed)
    if not items:
        return Rejected(None, INVALID_REQUEST, "The batch is empty.")
    return Batch(tuple(_single(item, json.dumps(item, ensure_ascii=False).encode(errors="replace")) for item in items))


def parse_json(text: str | bytes) -> object:
    """Parse JSON, and nothing that only Python takes for it.

    Raises:
        ValueError, RecursionError: it is none, or too deep.
    """
    return json.loads(text, parse_constant=_refuse)


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no number of JSON")


def id_key(request_id: object) -> str:
    """What tells ids apart: 1 and "1" are different ones (JSON-RPC 2.0, section 4)."""
    return json.dumps(request_id)


def _single(parsed: object, body: bytes) -> Single:
    if not isinstance(parsed, dict):
        return Rejected(None, INVALID_REQUEST, "The message is not a JSON-RPC object.")
    raw = cast("JsonObject", parsed)
    if raw.get("jsonrpc") != "2.0":
        return Rejected(_id(raw), INVALID_REQUEST, 'The message lacks "jsonrpc": "2.0".')
    if "method" not in raw and ("result" in raw or "error" in raw):
        return Reply(body)
    return _called(raw, body)


def _called(raw: JsonObject, body: bytes) -> Request | Notification | Rejected:
    method, params, request_id = raw.get("method"), raw.get("params", {}), _id(raw)
    if not isinstance(method, str) or not isinstance(params, dict):
        return Rejected(request_id, INVALID_REQUEST, "The method is not a string, or the params are not an object.")
    known = cast("JsonObject", params)
    if "id" not in raw:
        return Notification(method, known, _version(known), body)
    if request_id is None:
        return Rejected(None, INVALID_REQUEST, "The id is neither a string nor a number.")
    return Request(request_id, method, known, _version(known), body)


def _id(raw: JsonObject) -> Id | None:
    request_id = raw.get("id")
    return request_id if isinstance(request_id, str | int | float) and not isinstance(request_id, bool) else None


def _version(params: JsonObject) -> str | None:
    meta = params.get("_meta")
    version = cast("JsonObject", meta).get(PROTOCOL_VERSION_KEY) if isinstance(meta, dict) else None
    return version if isinstance(version, str) else None
