"""JSON pointers (RFC 6901): the names of places in a document."""

from __future__ import annotations

import re

from digital_twin.domain.json_types import JsonValue

type Tokens = tuple[str, ...]

_LONE_TILDE = re.compile(r"~(?![01])")


def parse_pointer(pointer: str) -> Tokens:
    """Split a pointer into its unescaped tokens; `""` is the whole document.

    Raises:
        ValueError: if the text is no JSON pointer.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError("a JSON pointer starts with '/'")
    if _LONE_TILDE.search(pointer):
        raise ValueError("'~' in a JSON pointer is written '~0', '/' is written '~1'")
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/"))


def format_pointer(tokens: tuple[str | int, ...]) -> str:
    """Join tokens into a pointer, escaping what RFC 6901 reserves."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in tokens)


def resolves(document: JsonValue, tokens: Tokens) -> bool:
    """Whether the place exists in the document."""
    value = document
    for token in tokens:
        if isinstance(value, dict) and token in value:
            value = value[token]
        elif isinstance(value, list) and _is_index(token) and int(token) < len(value):
            value = value[int(token)]
        else:
            return False
    return True


def _is_index(token: str) -> bool:
    """Whether RFC 6901 takes a token for an array index: ASCII digits, no leading zero."""
    return token.isascii() and token.isdigit() and (len(token) == 1 or token[0] != "0")
