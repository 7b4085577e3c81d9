"""What WebSocket clients send and receive, as values. Reads and writes messages; sends none."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from digital_twin.domain.deltas import deltas
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.pointer import format_pointer
from digital_twin.domain.strict_json import parse_object
from digital_twin.entry.problems import INVALID_INPUT
from digital_twin.entry.wire import AnswerBody
from digital_twin.errors import Fault, InvalidInput

# The largest message API Gateway takes, in bytes; it ends the connection of whoever sends more.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
MAX_MESSAGE_BYTES = 128 * 1024

# An id is sent back with every message of its reply.
MAX_ID_LENGTH = 100


def read_message(event: dict[str, Any]) -> JsonObject:
    """The message of an event.

    Raises:
        DocumentTooLarge, MalformedDocument: it is not a usable JSON object.
    """
    text = str(event.get("body") or "")
    body = b64decode(text) if event.get("isBase64Encoded") else text.encode("utf-8", "surrogatepass")
    return parse_object(body, max_bytes=MAX_MESSAGE_BYTES)


def id_of(message: JsonObject) -> str | int | None:
    """The id a message's reply has to bear; None if it has no usable one."""
    value = message.get("id")
    if isinstance(value, str):
        return value if 0 < len(value) <= MAX_ID_LENGTH else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def require_id(message: JsonObject) -> None:
    """Let a message go on only if its reply can be told from others.

    Raises:
        InvalidInput: it has no usable id.
    """
    if id_of(message) is None:
        fault = Fault("/id", f"a text of 1 to {MAX_ID_LENGTH} characters, or an integer, is expected")
        raise InvalidInput(INVALID_INPUT.title, (fault,))


def invalid(error: ValidationError) -> InvalidInput:
    """What a message's model found wrong, told as REST tells it."""
    faults = tuple(Fault(format_pointer(detail["loc"]), str(detail["msg"])) for detail in error.errors())
    return InvalidInput(INVALID_INPUT.title, faults)


def answer_messages(id_: JsonValue, answer: AnswerBody) -> Iterator[JsonObject]:
    """An answer as it is streamed: what it cites, its sentences, and the whole body REST gives."""
    body = answer.model_dump(mode="json")
    yield {"id": id_, "type": "citations", "citations": body["citations"]}
    for text in deltas(answer.answer):
        yield {"id": id_, "type": "delta", "text": text}
    yield {"id": id_, "type": "done", "answer": body}


def error_message(id_: JsonValue, problem: JsonObject, headers: dict[str, str]) -> JsonObject:
    """A problem as a message.

    `problem` is the body REST gives. Its members but `type`, which names the kind of message, also stand beside it, for
    clients that read a message as the problem. What REST says in `Retry-After` is `retry_after`, in seconds.
    """
    beside = {name: value for name, value in problem.items() if name != "type"}
    retry: JsonObject = {"retry_after": int(headers["Retry-After"])} if "Retry-After" in headers else {}
    return {"id": id_, "type": "error", "problem": problem, **beside, **retry}
