"""What FastAPI routes share: the request's principal, and the RateLimit headers."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from digital_twin.domain.access import Principal
from digital_twin.entry.principals import from_event
from digital_twin.ports import LimitState

_WINDOW_SECONDS = {"day": 86_400}
_MINUTE = 60


def _principal(request: Request) -> Principal:
    return from_event(request.scope.get("aws.event") or {})


CurrentPrincipal = Annotated[Principal, Depends(_principal)]


def add_limit_headers(response: Response, limit: LimitState) -> None:
    """RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers-10) for the limit nearest to its end."""
    window = _WINDOW_SECONDS.get(limit.name, _MINUTE)
    response.headers["RateLimit-Policy"] = f'"{limit.name}";q={limit.quota};w={window}'
    response.headers["RateLimit"] = f'"{limit.name}";r={limit.remaining};t={limit.reset}'
