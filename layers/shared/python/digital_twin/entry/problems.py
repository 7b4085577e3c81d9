"""Errors as RFC 9457 problems: the one table from the error tree to status and slug."""

from __future__ import annotations

from dataclasses import dataclass

from digital_twin import errors
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.entry.rate_limits import limit_headers
from digital_twin.ports import LimitState

PROBLEM_JSON = "application/problem+json"
PROBLEM_TYPE_PREFIX = "https://digital-twin.dev/problems/"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """How one kind of error is presented."""

    status: int
    slug: str
    title: str


INTERNAL = ProblemKind(500, "internal", "Something went wrong on our side")
INVALID_INPUT = ProblemKind(422, "invalid-input", "The input does not fit the schema")
NOT_FOUND = ProblemKind(404, "not-found", "There is no such thing here")
METHOD_NOT_ALLOWED = ProblemKind(405, "method-not-allowed", "This method is not served here")
UNSUPPORTED_MEDIA_TYPE = ProblemKind(415, "unsupported-media-type", "This content type is not read here")

# The first matching class along an error's own line of ancestors decides.
_KINDS: dict[type[errors.TwinError], ProblemKind] = {
    errors.MalformedDocument: ProblemKind(400, "malformed-body", "The body is not usable JSON"),
    errors.DocumentTooLarge: ProblemKind(413, "too-large", "The document is too large"),
    errors.UnsupportedMediaType: UNSUPPORTED_MEDIA_TYPE,
    errors.InvalidInput: INVALID_INPUT,
    errors.Unauthenticated: ProblemKind(401, "unauthenticated", "A valid credential is needed"),
    errors.Forbidden: ProblemKind(403, "forbidden", "This credential does not reach that far"),
    errors.NotFound: NOT_FOUND,
    errors.PreconditionRequired: ProblemKind(428, "precondition-required", "Say which version the write is against"),
    errors.PreconditionFailed: ProblemKind(412, "precondition-failed", "The live version is another one"),
    errors.LimitReached: ProblemKind(429, "rate-limited", "A limit is reached"),
    errors.DeadlineExceeded: ProblemKind(504, "deadline-exceeded", "No answer in time"),
    errors.DependencyFailed: ProblemKind(503, "unavailable", "A system this request needs is not available"),
}

# Faults told of one input: a body of 1 MB can hold hundreds of thousands, and a reply may have 6 MB.
MAX_FAULTS = 100

# Seconds after which a caller may try again where nothing better is known.
DEFAULT_RETRY_AFTER = 2


def kind_of(error: errors.TwinError) -> ProblemKind:
    """The presentation of an error; every error of the tree has one."""
    for ancestor in type(error).__mro__:
        if issubclass(ancestor, errors.TwinError) and ancestor in _KINDS:
            return _KINDS[ancestor]
    return INTERNAL


def kinds_by_status() -> dict[int, ProblemKind]:
    """Every kind of problem by its status."""
    return {kind.status: kind for kind in (*_KINDS.values(), METHOD_NOT_ALLOWED, INTERNAL)}


def problem_body(kind: ProblemKind, detail: str, request_id: str) -> JsonObject:
    """The members every problem has."""
    return {
        "type": PROBLEM_TYPE_PREFIX + kind.slug,
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
        "request_id": request_id,
    }


def fault_body(place: str, message: str) -> JsonValue:
    """One entry of a problem's `errors`."""
    return {"pointer": place, "message": message}


def problem_of(error: errors.TwinError, request_id: str) -> tuple[ProblemKind, JsonObject, dict[str, str]]:
    """An error as kind, body and headers; failures of dependencies keep their inner text to themselves."""
    kind = kind_of(error)
    detail = kind.title if isinstance(error, errors.DependencyFailed) else str(error)
    body = problem_body(kind, detail, request_id)
    headers: dict[str, str] = {}
    if isinstance(error, errors.InvalidInput) and error.faults:
        body["errors"] = [fault_body(fault.pointer, fault.message) for fault in error.faults[:MAX_FAULTS]]
    if isinstance(error, errors.LimitReached):
        body |= {"limit": error.limit, "quota": error.quota}
        state = LimitState(error.limit, error.quota, remaining=0, reset=error.retry_after)
        headers |= {"Retry-After": str(error.retry_after)} | limit_headers(state)
    elif isinstance(error, errors.DependencyFailed | errors.DeadlineExceeded):
        headers["Retry-After"] = str(DEFAULT_RETRY_AFTER)
    return kind, body, headers
