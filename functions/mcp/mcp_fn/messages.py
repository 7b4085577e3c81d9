"""The shape of what is posted: one JSON-RPC message.

Checked here because the SDK, in the 2025 era, takes some broken requests for notifications and repeats what it rejects.
JSON-RPC 2.0, and 2026-07-28 "Streamable HTTP", sending messages. Batches, which 2025-03-26 had, are not served.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from mcp.types import HEADER_MISMATCH, INVALID_REQUEST, PARSE_ERROR, PROTOCOL_VERSION_META_KEY

from digital_twin.domain.strict_json import parse_json
from digital_twin.errors import MalformedDocument


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a message is none: an error of JSON-RPC, and the request's id where it has one that can be read."""

    code: int
    message: str
    id: str | int | None = None

    def body(self) -> dict[str, object]:
        """The error as JSON-RPC has it."""
        return {"jsonrpc": "2.0", "id": self.id, "error": {"code": self.code, "message": self.message}}


def fault_of(body: bytes, version: str | None) -> Fault | None:
    """What is wrong with a posted message; None if it is one message of a shape the protocol knows.

    Args:
        body: what was posted.
        version: the value of `MCP-Protocol-Version`, None without one.
    """
    try:
        message: object = parse_json(body, max_bytes=len(body))
    except MalformedDocument as error:
        return _unreadable(body, error)
    if not isinstance(message, dict):
        return Fault(INVALID_REQUEST, "The body must be a single JSON-RPC message; batches are not served")
    members = cast("dict[str, Any]", message)
    id_ = _id(members)
    if (complaint := _complaint(members)) is not None:
        return Fault(INVALID_REQUEST, complaint, id_)
    if version is None and "id" in members and _says_its_version(members.get("params", {})):
        return Fault(HEADER_MISMATCH, "The header MCP-Protocol-Version is missing", id_)
    return None


def _unreadable(body: bytes, error: MalformedDocument) -> Fault:
    """What no two readers would understand alike: no JSON at all, or a request that its caller can be told of."""
    try:
        message: object = json.loads(body)
    except (ValueError, RecursionError):  # also numbers of thousands of digits, and nesting beyond the interpreter's
        return Fault(PARSE_ERROR, "Parse error")
    [first, *_] = error.faults
    id_ = _id(cast("dict[str, Any]", message)) if isinstance(message, dict) else None
    return Fault(INVALID_REQUEST, f"The message cannot be read: {first.pointer} {first.message}", id_)


def _complaint(members: dict[str, Any]) -> str | None:
    is_reply = "id" in members and ("result" in members) != ("error" in members)
    complaints = {
        "The member jsonrpc must be '2.0'": members.get("jsonrpc") != "2.0",
        "The id must be text or an integer": "id" in members and not _is_id(members["id"]),
        "The member method is missing": "method" not in members and not is_reply,
        "The method must be text": not isinstance(members.get("method", ""), str),
        "The params must be an object": not isinstance(members.get("params", {}), dict),
    }
    return next((complaint for complaint, applies in complaints.items() if applies), None)


def _id(members: dict[str, Any]) -> str | int | None:
    """A request's id, if it is one and can be repeated, as a lone surrogate cannot."""
    id_ = members.get("id")
    if isinstance(id_, str):
        return id_ if id_.isprintable() else None
    return id_ if _is_id(id_) else None


def _is_id(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _says_its_version(params: dict[str, Any]) -> bool:
    """Whether a request says its version in itself, as none of a 2025 revision does."""
    meta = params.get("_meta")
    return isinstance(meta, Mapping) and PROTOCOL_VERSION_META_KEY in meta
