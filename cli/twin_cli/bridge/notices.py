"""Who wants to know what of a new version, and the notifications they get. Pure: it holds wishes and makes lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from twin_cli.bridge.envelope import encode, notification
from twin_cli.bridge.messages import Id, JsonObject, Request, id_key

LISTED_BY = {"tools/list": "tools", "prompts/list": "prompts"}
"""Lists that a new version may change, and the field of the result that holds them."""

_FILTERS = {"toolsListChanged": "tools", "promptsListChanged": "prompts", "resourcesListChanged": "resources"}


@dataclass(frozen=True, slots=True)
class Changes:
    """What a new version changed: the profile always, lists only if they differ from what the client was given."""

    lists: frozenset[str] = frozenset({"resources"})


class Wishes:
    """What a client asked to be told, in either era. A legacy one is told of lists once its handshake is over."""

    def __init__(self) -> None:
        self.initialized = False
        self._uris: dict[str, None] = {}
        self._streams: dict[str, tuple[Id, JsonObject]] = {}

    @property
    def any(self) -> bool:
        """Whether anybody wants to know anything."""
        return self.initialized or bool(self._uris or self._streams)

    def subscribe(self, uri: str) -> None:
        """A legacy client's `resources/subscribe`."""
        self._uris[uri] = None

    def unsubscribe(self, uri: str) -> None:
        """A legacy client's `resources/unsubscribe`."""
        self._uris.pop(uri, None)

    def open(self, request_id: Id, wanted: JsonObject) -> bytes:
        """A modern client's `subscriptions/listen`; returns the acknowledgement of what it will get."""
        honoured = honour(wanted)
        self._streams[id_key(request_id)] = (request_id, honoured)
        return notification("notifications/subscriptions/acknowledged", {"notifications": honoured}, request_id)

    def close(self, request_id: Id) -> None:
        """The end of a listening."""
        self._streams.pop(id_key(request_id), None)

    def told(self, changes: Changes) -> Iterator[bytes]:
        """The notifications of a change."""
        if self.initialized:
            for kind in sorted(changes.lists):
                yield notification(f"notifications/{kind}/list_changed")
        for uri in self._uris:
            yield notification("notifications/resources/updated", {"uri": uri})
        for stream, wanted in self._streams.values():
            for name, kind in _FILTERS.items():
                if wanted.get(name) and kind in changes.lists:
                    yield notification(f"notifications/{kind}/list_changed", None, stream)
            for uri in cast("list[str]", wanted.get("resourceSubscriptions", [])):
                yield notification("notifications/resources/updated", {"uri": uri}, stream)


def honour(wanted: JsonObject) -> JsonObject:
    """The part of a filter that will be delivered; what is unknown or not wanted is left out."""
    honoured: JsonObject = {name: True for name in _FILTERS if wanted.get(name) is True}
    uris: object = wanted.get("resourceSubscriptions")
    if isinstance(uris, list):
        strings = [uri for uri in cast("list[object]", uris) if isinstance(uri, str)]
        if strings:
            honoured["resourceSubscriptions"] = list(dict.fromkeys(strings))
    return honoured


def advertise(method: str, answer: JsonObject) -> JsonObject | None:
    """An `initialize` or `server/discover` answer that says what the bridge delivers; None if it needs no change."""
    result: object = answer.get("result")
    if method not in {"initialize", "server/discover"} or not isinstance(result, dict):
        return None
    told = cast("JsonObject", result)
    raw: object = told.get("capabilities")
    if not isinstance(raw, dict):
        return None
    capabilities = dict(cast("JsonObject", raw))
    for kind in ("tools", "prompts", "resources"):
        # What the service does not offer cannot change.
        if isinstance(capabilities.get(kind), dict):
            capabilities[kind] = capabilities[kind] | {"listChanged": True}
            if kind == "resources":
                capabilities[kind] |= {"subscribe": True}
    return answer | {"result": told | {"capabilities": capabilities}}


class ListMemory:
    """The lists the client was given, as digests, and how it asked for them."""

    def __init__(self) -> None:
        self._given: dict[str, tuple[Request, str]] = {}

    def keep(self, request: Request, answer: JsonObject) -> None:
        """Remember a list of one page; one of several cannot be compared by its first."""
        digest = _digest(request, answer)
        if digest is not None and "cursor" not in request.params:
            self._given[request.method] = (request, digest)

    def questions(self) -> list[Request]:
        """The requests that show whether the lists are still the same: the client's own, under ids of ours."""
        return [_again(request) for request, _ in self._given.values()]

    def differs(self, request: Request, answer: JsonObject) -> bool:
        """Whether the answer is another list than the client was given, which it will be told now."""
        digest = _digest(request, answer)
        if digest is None or digest == self._given[request.method][1]:
            return False
        self._given[request.method] = (self._given[request.method][0], digest)
        return True


def _again(request: Request) -> Request:
    own_id = f"twin-bridge-{request.method}"
    raw = cast("JsonObject", json.loads(request.body)) | {"id": own_id}
    return Request(own_id, request.method, request.params, request.version, encode(raw))


def _digest(request: Request, answer: JsonObject) -> str | None:
    result: object = answer.get("result")
    if request.method not in LISTED_BY or not isinstance(result, dict):
        return None
    page = cast("JsonObject", result)
    if page.get("nextCursor"):
        return None
    listed = json.dumps(page.get(LISTED_BY[request.method]), sort_keys=True)
    return hashlib.sha256(listed.encode(errors="replace")).hexdigest()
