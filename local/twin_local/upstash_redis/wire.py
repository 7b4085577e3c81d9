"""The Upstash Redis REST wire format: JSON or a path in, commands out; replies in, JSON out. Pure.

Source: https://upstash.com/docs/redis/features/restapi, and what the Python SDK 1.8.0 sends and accepts.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import parse_qsl, unquote_to_bytes

import hiredis

from twin_local.upstash_redis.engine import Command, Reply

_SHEBANG = re.compile(rb"\A#!lua[^\n]*")
_SCRIPT_POSITION: dict[Command, int] = {(b"EVAL",): 1, (b"EVAL_RO",): 1, (b"SCRIPT", b"LOAD"): 2}

# A REST call has no connection of its own, so what blocks, or changes the state of one, cannot work; the rest would
# let a caller reach the machine under the engine.
_REFUSED = frozenset(
    b"BLPOP BRPOP BRPOPLPUSH BLMOVE BLMPOP BZPOPMIN BZPOPMAX BZMPOP WAIT WAITAOF "
    b"MULTI EXEC DISCARD WATCH UNWATCH "
    b"SUBSCRIBE PSUBSCRIBE SSUBSCRIBE UNSUBSCRIBE PUNSUBSCRIBE SUNSUBSCRIBE MONITOR "
    b"AUTH HELLO SELECT RESET QUIT CLIENT READONLY READWRITE ASKING "
    b"CONFIG DEBUG SHUTDOWN SAVE BGSAVE BGREWRITEAOF REPLICAOF SLAVEOF SYNC PSYNC REPLCONF FAILOVER CLUSTER MODULE "
    b"MIGRATE ACL COMMANDLOG SLOWLOG LATENCY".split()
)
_MAY_BLOCK = frozenset({b"XREAD", b"XREADGROUP"})


class WireError(ValueError):
    """A request that is no command this server runs; the message is the error text of the reply."""


def command_from_json(body: bytes) -> Command:
    """Read `["SET", "key", "value"]`.

    Raises:
        WireError: if the body is no array of strings and numbers, or the command is refused.
    """
    return _command(_parse(body))


def commands_from_json(body: bytes) -> list[Command]:
    """Read the array of commands of `/pipeline` and `/multi-exec`.

    Raises:
        WireError: as for `command_from_json`.
    """
    return [_command(command) for command in _array(_parse(body))]


def command_from_path(raw_path: bytes, query: bytes, body: bytes) -> Command:
    """Read `/set/key/value?EX=100`; a body goes between the path and the query's arguments.

    Raises:
        WireError: as for `command_from_json`.
    """
    words = [unquote_to_bytes(part) for part in raw_path.strip(b"/").split(b"/")]
    options = [
        word
        for name, value in parse_qsl(query.decode("latin-1"), keep_blank_values=True, encoding="latin-1")
        if name != "_token"
        for word in (name, value)
        if word
    ]
    return _checked((*words, *([body] if body else ()), *(option.encode("latin-1") for option in options)))


def encode(reply: Reply, *, base64: bool) -> Any:  # noqa: ANN401 - a JSON value
    """A reply as the value of `result`: integers and nulls as they are, strings in base64 if asked for, except `OK`."""
    match reply:
        case list():
            return [encode(item, base64=base64) for item in reply]
        case hiredis.ReplyError():
            return encode(str(reply).encode(), base64=base64)
        case bytes() if base64 and reply != b"OK":
            return b64encode(reply).decode()
        case bytes():
            return reply.decode(errors="replace")
        case _:
            return reply


def as_object(reply: Reply, *, base64: bool) -> dict[str, Any]:
    """A reply as `{"result": ...}` or `{"error": ...}`; error texts are never encoded."""
    if isinstance(reply, hiredis.ReplyError):
        return {"error": str(reply)}
    return {"result": encode(reply, base64=base64)}


def _parse(body: bytes) -> object:
    try:
        # Numbers keep the digits they were sent with.
        return json.loads(body, parse_int=str, parse_float=str)
    except ValueError as error:
        raise WireError("ERR failed to parse command") from error


def _array(value: object) -> Sequence[object]:
    if not isinstance(value, list) or not value:
        raise WireError("ERR failed to parse command")
    return cast("list[object]", value)


def _command(value: object) -> Command:
    words: list[bytes] = []
    for word in _array(value):
        if not isinstance(word, str):
            raise WireError("ERR failed to parse command")
        try:
            words.append(word.encode())
        except UnicodeEncodeError as error:
            raise WireError("ERR failed to parse command") from error
    return _checked(tuple(words))


def _checked(words: Command) -> Command:
    """The command as the engine shall run it.

    Raises:
        WireError: for a command that cannot be run over REST.
    """
    name = words[0].upper()
    if name in _REFUSED or (name in _MAY_BLOCK and b"BLOCK" in {word.upper() for word in words}):
        raise WireError(f"ERR Command is not available: '{name.decode(errors='replace')}'")
    return _without_shebang(words)


def _without_shebang(words: Command) -> Command:
    """Remove a script's `#!lua` line: its Upstash-only flags are an error to every other engine."""
    upper = tuple(word.upper() for word in words[:2])
    position = _SCRIPT_POSITION.get(upper) or _SCRIPT_POSITION.get(upper[:1])
    if position is None or len(words) <= position:
        return words
    return (*words[:position], _SHEBANG.sub(b"", words[position]), *words[position + 1 :])
