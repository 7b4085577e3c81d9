"""What FastAPI routes share: the request's principal, and the RateLimit headers."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from digital_twin.domain.access import Principal
from digital_twin.entry.principals import from_event
from digital_twin.entry.rate_limits import limit_headers
from digital_twin.ports import LimitState


async def _principal(request: Request) -> Principal:
    # FastAPI would call a plain function in a thread, which would be started and ended for this one request.
    return from_event(request.scope.get("aws.event") or {})


CurrentPrincipal = Annotated[Principal, Depends(_principal)]


def add_limit_headers(response: Response, limit: LimitState) -> None:
    """Say in the reply how much of the tightest limit is left."""
    response.headers.update(limit_headers(limit))
