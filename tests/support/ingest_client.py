"""A client of the ingest function, through API Gateway events."""

from __future__ import annotations

from digital_twin.domain.access import Principal
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from ingest_fn.app import make_app
from support.container import FakeContainer
from support.lambda_events import Reply, call
from support.people import OWNER

FIRST = {"If-None-Match": "*"}


def ingest_handler(container: FakeContainer) -> LambdaHandler:
    """The function's handler over a container."""
    return lambda_handler(make_app(container))


def put(
    handler: LambdaHandler,
    body: object,
    headers: dict[str, str] | None = None,
    *,
    query: dict[str, str] | None = None,
    principal: Principal = OWNER,
) -> Reply:
    """PUT the profile, as the first version unless told otherwise."""
    return call(handler, "PUT", "/v1/profile", principal=principal, body=body, headers=headers or FIRST, query=query)


def get(
    handler: LambdaHandler,
    principal: Principal = OWNER,
    *,
    headers: dict[str, str] | None = None,
    query: dict[str, str] | None = None,
) -> Reply:
    """GET the profile."""
    return call(handler, "GET", "/v1/profile", principal=principal, headers=headers, query=query)
