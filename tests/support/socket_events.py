"""Calling the query function as a WebSocket API does, and reading what its clients receive."""

from __future__ import annotations

import json
from typing import Any, cast

from digital_twin.domain.access import Principal
from digital_twin.domain.json_types import JsonObject
from digital_twin.entry.principals import to_context
from support.container import FakeContainer
from support.lambda_events import recorded_event

# The connection of the recorded events.
CONNECTION = "Ue9QvcNcIAMCJhg="


def message_event(body: object, *, principal: Principal | None = None) -> dict[str, Any]:
    """A message: text as it is, anything else as JSON. Sent by the recorded recruiter unless by `principal`."""
    event = recorded_event("websocket_message")
    event["body"] = body if isinstance(body, str) else json.dumps(body)
    if principal is not None:
        event["requestContext"]["authorizer"] = {"principalId": principal.id, **to_context(principal)}
    return event


def received(container: FakeContainer, connection: str = CONNECTION) -> list[JsonObject]:
    """What a client was sent, in order."""
    return container.channel.sent[connection]


def slug(message: JsonObject) -> str:
    """The last word of the type of an error's problem."""
    problem = cast("dict[str, Any]", message["problem"])
    return str(problem["type"]).rpartition("/")[2]
