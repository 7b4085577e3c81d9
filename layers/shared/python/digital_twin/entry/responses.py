"""What routes declare of their replies for the OpenAPI document. Declares only: the replies are made elsewhere."""

from __future__ import annotations

from typing import Any

from digital_twin.entry.problems import PROBLEM_JSON, kinds_by_status

# FastAPI's own type for `responses`.
type Responses = dict[int | str, dict[str, Any]]

_TEXT = {"schema": {"type": "string"}}
_PROBLEM = {"schema": {"$ref": "#/components/schemas/Problem"}}

_RETRY_AFTER = {"Retry-After": {"description": "Seconds after which to try again.", **_TEXT}}
_PROBLEM_HEADERS = {
    401: {"WWW-Authenticate": {"description": "The scheme to authenticate with (RFC 6750).", **_TEXT}},
    429: _RETRY_AFTER,
    503: _RETRY_AFTER,
    504: _RETRY_AFTER,
}
_LIMIT_HEADERS = {
    "RateLimit": {"description": "What is left of the limit nearest to its end, and when it resets.", **_TEXT},
    "RateLimit-Policy": {"description": "That limit's name, quota and window in seconds.", **_TEXT},
}
_ETAG = {"ETag": {"description": "The version's entity tag, which a write names in If-Match.", **_TEXT}}
_VERSION = {"Profile-Version": {"description": "The version's number.", "schema": {"type": "integer"}}}


def problems(*statuses: int) -> Responses:
    """Problem replies with the given statuses."""
    titles = kinds_by_status()
    return {
        status: {
            "description": titles[status].title,
            "content": {PROBLEM_JSON: _PROBLEM},
            "headers": _PROBLEM_HEADERS.get(status, {}),
        }
        for status in statuses
    }


_WITH_BODY = (400, 413, 415, 422)

GUARDED = problems(401, 403, 429, 500, 503, 504)
"""Any route that needs a credential."""

ASKED: Responses = GUARDED | problems(*_WITH_BODY, 404) | {200: {"headers": _LIMIT_HEADERS}}
"""A question or a search; 404 until a profile is published."""

READ: Responses = (
    GUARDED
    | problems(404, 422)
    | {
        200: {"headers": _ETAG | _VERSION},
        304: {"description": "If-None-Match names this representation", "headers": _ETAG | _VERSION},
    }
)
"""The profile, or that the caller has it."""

WRITTEN: Responses = GUARDED | problems(*_WITH_BODY, 412, 428) | {201: {"headers": _ETAG}}
"""A new version."""
