"""What keeps a message from its answer, in words a client can show: what happened, what to do, never a key. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from twin_cli.bridge.envelope import error
from twin_cli.bridge.messages import Id

SERVER_ERROR = -32000
"""JSON-RPC leaves -32000 to implementations; MCP reserves only -32020 to -32099 of that range."""

_MAX_DETAIL = 300


@dataclass(frozen=True, slots=True)
class Trouble:
    """One failure. `reason` is a stable slug; `retry_after` is in seconds."""

    reason: str
    what: str
    mend: str
    status: int | None = None
    retry_after: float | None = None

    def as_error(self, request_id: Id) -> bytes:
        """The error a client gets."""
        known = {"reason": self.reason, "status": self.status, "retry_after": self.retry_after}
        data = {name: value for name, value in known.items() if value is not None}
        return error(request_id, SERVER_ERROR, str(self), data)

    def __str__(self) -> str:
        return f"{self.what} {self.mend}".strip()


def unreachable(where: str, why: str) -> Trouble:
    """No connection, or one that broke."""
    mend = "Check that the service is up and TWIN_URL is right; `twin doctor` finds the broken step."
    return Trouble("unreachable", f"The digital twin at {where} cannot be reached: {why}.", mend)


def timed_out(where: str, seconds: float) -> Trouble:
    """No answer within the time a request has."""
    mend = "Try again; if it goes on, `twin doctor` finds the broken step."
    return Trouble("timeout", f"The digital twin at {where} did not answer within {seconds:g} s.", mend)


def not_configured(what: str, mend: str) -> Trouble:
    """Nothing says where the service is."""
    return Trouble("not-configured", f"The bridge cannot start: {what}.", mend)


def cut_off(where: str) -> Trouble:
    """The stream ended without the answer."""
    mend = "Try again."
    return Trouble("bad-response", f"The digital twin at {where} ended its reply before the answer came.", mend)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a status says; `{at}` is the service's origin, `{said}` its own words."""

    reason: str
    what: str
    mend: str


_NO_ENDPOINT = _Meaning(
    "not-found",
    "There is no MCP endpoint at {at}{said}.",
    "Check TWIN_URL: it ends before /mcp; `twin doctor` finds the broken step.",
)
_MEANINGS = {
    401: _Meaning(
        "unauthenticated",
        "The digital twin at {at} does not accept the API key{said}.",
        "Set TWIN_API_KEY in the client's configuration to a valid key; it may have expired or been revoked.",
    ),
    403: _Meaning(
        "forbidden",
        "The digital twin at {at} refuses this{said}.",
        "Ask the owner for a key with the scope this takes, or check that the address is the service's.",
    ),
    404: _NO_ENDPOINT,
    405: _NO_ENDPOINT,
    413: _Meaning("too-large", "The digital twin at {at} does not take a message this large{said}.", "Send less."),
    421: _NO_ENDPOINT,
    429: _Meaning("rate-limited", "The digital twin at {at} has reached a limit{said}.", "Try again {later}."),
}
_REDIRECTED = _Meaning("redirected", "The address {at} only redirects.", "Set TWIN_URL to where it leads: {location}")
_FAILED = _Meaning(
    "unavailable", "The digital twin at {at} failed{said}.", "Try again {later}; `twin doctor` finds the broken step."
)
_STRANGE = _Meaning(
    "bad-response",
    "What answers at {at} is no MCP server: it sent {kind}{said}.",
    "Check TWIN_URL: something else may answer there, such as a sign-in page or a proxy.",
)


def refused(
    where: str, status: int, content_type: str, body: bytes, retry_after: float | None, location: str
) -> Trouble:
    """A reply that is no JSON-RPC message."""
    told = _problem(body)
    words = {
        "at": where,
        "said": f": {told}" if told else f" (HTTP {status})",
        "later": f"in {retry_after:g} s" if retry_after else "later",
        "location": location or "unknown",
        "kind": content_type.partition(";")[0].strip() or "no content type",
    }
    meaning = _meaning(status)
    what, mend = meaning.what.format(**words), meaning.mend.format(**words)
    return Trouble(meaning.reason, what, mend, status, retry_after)


def _meaning(status: int) -> _Meaning:
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return _REDIRECTED
    return _MEANINGS.get(status, _FAILED if status >= HTTPStatus.INTERNAL_SERVER_ERROR else _STRANGE)


def _problem(body: bytes) -> str:
    """The title, detail and request of an RFC 9457 problem, as far as there is one."""
    try:
        parsed: object = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(parsed, dict):
        return ""
    problem = cast("dict[str, Any]", parsed)
    parts = [problem.get("title"), problem.get("detail")]
    text = ": ".join(part for part in parts if isinstance(part, str) and part)
    request_id = problem.get("request_id")
    named = f"{text} [request {request_id}]" if text and isinstance(request_id, str) else text
    return "".join(character for character in named if character.isprintable())[:_MAX_DETAIL]
