"""Calling functions as Lambda does: API Gateway proxy events in, proxy replies out."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from digital_twin.domain.access import Principal
from digital_twin.entry.lambda_http import LambdaHandler
from digital_twin.entry.principals import to_context

_EVENTS = Path(__file__).parent.parent / "fixtures" / "events"


def recorded_event(name: str) -> dict[str, Any]:
    """An event of `fixtures/events`, the caller's own to change."""
    return cast("dict[str, Any]", json.loads((_EVENTS / f"{name}.json").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Reply:
    """What a caller behind API Gateway receives; header names are in lower case."""

    status: int
    headers: dict[str, str]
    text: str
    is_base64: bool

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever JSON the test expects
        """The body read as JSON."""
        return json.loads(self.text)

    @property
    def slug(self) -> str:
        """The last word of a problem's type."""
        return str(self.json["type"]).rpartition("/")[2]


def proxy_event(
    method: str,
    path: str,
    *,
    principal: Principal | None,
    body: object = None,
    headers: Mapping[str, str] | None = None,
    query: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """A REST API (v1) proxy event; each has a request id of its own.

    Args:
        method: the HTTP method.
        path: the path without the stage.
        principal: whom the authorizer resolved; None where no authorizer ran.
        body: text as it is, anything else as JSON, None for no body.
        headers: added to those of the recorded event; an empty value takes a header away.
        query: query string parameters.
    """
    event = recorded_event("api_gateway_proxy")
    context = event["requestContext"]
    event |= {"resource": path, "path": path, "httpMethod": method}
    context |= {"resourcePath": path, "path": f"/live{path}", "httpMethod": method, "requestId": str(uuid4())}
    if principal is None:
        del context["authorizer"]
    else:
        context["authorizer"] = {"principalId": principal.id, "integrationLatency": 41, **to_context(principal)}
    sent = {name: value for name, value in {**event["headers"], **(headers or {})}.items() if value}
    event["headers"] = sent
    event["multiValueHeaders"] = {name: [value] for name, value in sent.items()}
    if query:
        event["queryStringParameters"] = dict(query)
        event["multiValueQueryStringParameters"] = {name: [value] for name, value in query.items()}
    event["body"] = body if body is None or isinstance(body, str) else json.dumps(body)
    return event


def call(
    handler: LambdaHandler,
    method: str,
    path: str,
    *,
    principal: Principal | None,
    body: object = None,
    headers: Mapping[str, str] | None = None,
    query: Mapping[str, str] | None = None,
) -> Reply:
    """Send one request through a handler; the arguments are those of `proxy_event`."""
    return invoke(handler, proxy_event(method, path, principal=principal, body=body, headers=headers, query=query))


def invoke(handler: LambdaHandler, event: dict[str, Any]) -> Reply:
    """Send one event through a handler, and read the reply as API Gateway would."""
    raw = handler(event, None)
    single = {name.lower(): value for name, value in raw["headers"].items()}
    several = {name.lower(): ", ".join(values) for name, values in raw["multiValueHeaders"].items()}
    is_base64 = bool(raw["isBase64Encoded"])
    text = b64decode(raw["body"]).decode() if is_base64 else str(raw["body"])
    return Reply(int(raw["statusCode"]), single | several, text, is_base64)
