"""Reading JSON strictly: what two readers could understand differently is refused, with the place named."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import cast

from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.pointer import format_pointer
from digital_twin.errors import DocumentTooLarge, Fault, MalformedDocument

MAX_DEPTH = 64


class _Ambiguous(dict[str, JsonValue]):
    """An object that named a key twice; kept only until the walk has found its place."""

    def __init__(self, members: JsonObject, repeated: str) -> None:
        super().__init__(members)
        self.repeated = repeated


def parse_json(body: bytes, *, max_bytes: int) -> JsonValue:
    """Parse a request body.

    Args:
        body: the bytes as received, UTF-8.
        max_bytes: the largest body read.

    Returns:
        The value; objects are plain dicts in the order sent.

    Raises:
        DocumentTooLarge: the body is over `max_bytes`.
        MalformedDocument: it is empty, not UTF-8, not JSON, nested over 64 levels, or holds duplicate keys, NUL
            characters, lone surrogates or numbers no double can hold. The faults name the places.
    """
    if len(body) > max_bytes:
        raise DocumentTooLarge(f"the body has {len(body)} bytes, at most {max_bytes} are read")
    if not body.strip():
        raise _malformed("", "the body is empty")
    try:
        text = body.decode("utf-8")
        value = cast("JsonValue", json.loads(text, object_pairs_hook=_pairs))
    except UnicodeDecodeError as error:
        raise _malformed("", f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise _malformed("", f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise _malformed("", f"nested over {MAX_DEPTH} levels") from error
    except ValueError as error:
        raise _malformed("", "a number is too long") from error
    faults = _faults(value)
    if faults:
        raise MalformedDocument(faults[0].message, faults)
    return value


def parse_object(body: bytes, *, max_bytes: int) -> JsonObject:
    """Parse a request body that has to be a JSON object.

    Raises:
        DocumentTooLarge, MalformedDocument: as `parse_json`, and if the value is no object.
    """
    value = parse_json(body, max_bytes=max_bytes)
    if not isinstance(value, dict):
        raise _malformed("", "a JSON object is expected")
    return value


def _malformed(pointer: str, message: str) -> MalformedDocument:
    return MalformedDocument(message, (Fault(pointer, message),))


def _pairs(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    [(repeated, _)] = Counter(key for key, _ in pairs).most_common(1)
    return _Ambiguous(members, repeated)


def _faults(root: JsonValue) -> tuple[Fault, ...]:
    """Walk the value without recursion and list everything wrong with it."""
    faults: list[Fault] = []
    pending: list[tuple[tuple[str | int, ...], JsonValue]] = [((), root)]
    while pending:
        path, value = pending.pop()
        if len(path) >= MAX_DEPTH and isinstance(value, dict | list):
            faults.append(Fault(format_pointer(path[:8]), f"nested over {MAX_DEPTH} levels"))
            break
        if isinstance(value, _Ambiguous) and not _text_problem(value.repeated):
            faults.append(Fault(format_pointer((*path, value.repeated)), "the key occurs twice in its object"))
        if isinstance(value, dict):
            for key, item in value.items():
                if problem := _text_problem(key):
                    # No pointer may go through this key: the reply that named it would be as broken as the body.
                    faults.append(Fault(format_pointer(path), f"a key {problem}"))
                else:
                    pending.append(((*path, key), item))
        elif isinstance(value, list):
            pending.extend(((*path, index), item) for index, item in enumerate(value))
        elif isinstance(value, str) and (problem := _text_problem(value)):
            faults.append(Fault(format_pointer(path), f"the text {problem}"))
        elif isinstance(value, int | float) and not _fits_a_double(value):
            faults.append(Fault(format_pointer(path), "the number is NaN, infinite or too large for a double"))
    return tuple(faults)


def _text_problem(text: str) -> str | None:
    if "\x00" in text:
        return "holds a NUL character"
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        return "holds a lone surrogate"
    return None


def _fits_a_double(number: float) -> bool:
    """Whether other readers, whose numbers are doubles (RFC 8259 section 6), can hold it."""
    return -sys.float_info.max <= number <= sys.float_info.max
