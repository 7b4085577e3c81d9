"""Takes a client's messages, one after the other, and answers each in its own time.

It keeps no protocol state but what a legacy handshake agreed on: each message says itself which era it is of, so a
client may probe one and go on in the other.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from typing import cast

from twin_cli.bridge import envelope
from twin_cli.bridge.headers import Session
from twin_cli.bridge.lines import MAX_LINE_BYTES, Line, TooLong
from twin_cli.bridge.messages import (
    INVALID_PARAMS,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    Batch,
    JsonObject,
    Message,
    Notification,
    Rejected,
    Reply,
    Request,
    Single,
    id_key,
    read_message,
)
from twin_cli.bridge.notices import LISTED_BY, Changes, ListMemory, Wishes, advertise
from twin_cli.bridge.replies import is_answer
from twin_cli.bridge.upstream import Emit, Upstream
from twin_cli.bridge.watch import ProfileWatch

INTERNAL_ERROR = -32603

_log = logging.getLogger("twin.mcp")

_LISTENING_VERSIONS = frozenset({"2026-07-28"})
_BATCHING_VERSIONS = frozenset({None, "2024-11-05", "2025-03-26"})
"""Batches left the protocol with 2025-06-18; before a handshake a client's revision is unknown."""


class Bridge:
    """One client's bridge; `write` takes lines for it."""

    def __init__(self, upstream: Upstream, write: Emit, watch_seconds: float) -> None:
        self._upstream = upstream
        self._write = write
        self._watch = ProfileWatch(upstream.look, self._tell_changes, watch_seconds)
        self._wishes = Wishes()
        self._lists = ListMemory()
        self._session = Session()
        self._handshake: asyncio.Task[bytes | None] | None = None
        self._running: dict[str, asyncio.Task[bytes | None]] = {}
        self._tasks: set[asyncio.Task[bytes | None]] = set()
        self._ending = asyncio.Event()

    async def serve(self, lines: AsyncIterator[Line]) -> None:
        """Answer until the client ends its input, then finish what is under way."""
        try:
            async for line in lines:
                self._accept(_read(line))
            self._ending.set()
            while self._tasks:
                await asyncio.wait(self._tasks)
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await self._watch.stop()

    def _accept(self, message: Message) -> None:
        if isinstance(message, Batch):
            self._spawn(self._answer_batch(message))
        elif isinstance(message, Rejected):
            self._write(envelope.error(message.id, message.code, message.why))
        elif isinstance(message, Notification) and message.method == "notifications/cancelled":
            self._cancel(message.params.get("requestId"))
        else:
            self._begin(message)

    def _begin(self, message: Request | Notification | Reply) -> asyncio.Task[bytes | None]:
        """Start on a message. Legacy ones wait for the handshake before them; no other order is kept."""
        legacy = isinstance(message, Reply) or message.version is None
        task = self._spawn(self._answer(message, self._handshake if legacy else None))
        if legacy and _is_handshake(message):
            self._handshake = task
        elif isinstance(message, Request):
            self._running[id_key(message.id)] = task
        return task

    def _spawn(self, work: Coroutine[object, object, bytes | None]) -> asyncio.Task[bytes | None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._settle)
        return task

    def _settle(self, task: asyncio.Task[bytes | None]) -> None:
        self._tasks.discard(task)
        for key in [key for key, running in self._running.items() if running is task]:
            del self._running[key]

    def _cancel(self, request_id: object) -> None:
        """Give up a request, which closes its HTTP request; the client expects no answer any more."""
        task = self._running.get(id_key(request_id))
        if task is not None:
            task.cancel()

    async def _answer(
        self, message: Request | Notification | Reply, before: asyncio.Task[bytes | None] | None, *, write: bool = True
    ) -> bytes | None:
        if before is not None:
            await asyncio.wait([before])
        try:
            line = await self._answer_one(message)
        except Exception:  # noqa: BLE001  # the outermost edge: a fault in one message must not end the others
            _log.exception("a message could not be handled")
            line = (
                envelope.error(message.id, INTERNAL_ERROR, "internal error") if isinstance(message, Request) else None
            )
        if line is not None and write:
            self._write(line)
        return line

    async def _answer_one(self, message: Request | Notification | Reply) -> bytes | None:
        if isinstance(message, Request):
            if message.version in _LISTENING_VERSIONS and message.method == "subscriptions/listen":
                return await self._listen(message)
            if message.version is None and message.method in {"resources/subscribe", "resources/unsubscribe"}:
                return await self._subscribe(message)
            return await self._forward(message)
        answer = await self._upstream.send(message, self._session, self._write)
        if answer.trouble is not None:
            _log.warning("a notification was not delivered: %s", answer.trouble)
        if isinstance(message, Notification) and message.method == "notifications/initialized":
            self._wishes.initialized = await self._watch.start()
        return None

    async def _forward(self, request: Request) -> bytes | None:
        opening = request.method in {"initialize", "server/discover"}
        # Looking begins beside the handshake, so that it delays nothing.
        watching = asyncio.create_task(self._watch.start()) if opening else None
        try:
            answer = await self._upstream.send(request, self._session, self._write)
            if answer.trouble is not None:
                _log.warning("%s failed: %s", request.method, answer.trouble)
                return answer.trouble.as_error(request.id)
            if request.method == "initialize" and request.version is None:
                self._session = _agreed(answer.message, answer.session_id)
            self._lists.keep(request, answer.message)
            if watching is not None and await watching:
                promised = advertise(request.method, answer.message)
                return answer.line if promised is None else envelope.encode(promised | {"id": request.id})
            return answer.line
        finally:
            if watching is not None:
                watching.cancel()
                await self._rest(opening=request.method == "initialize")

    async def _rest(self, *, opening: bool) -> None:
        """Stop looking when nobody wants to know. A legacy client in its handshake is about to."""
        if not self._wishes.any and not opening:
            await self._watch.stop()

    async def _listen(self, request: Request) -> bytes | None:
        wanted: object = request.params.get("notifications")
        if not isinstance(wanted, dict):
            return envelope.error(request.id, INVALID_PARAMS, "notifications is missing")
        if not await self._watch.start():
            why = "Changes cannot be watched: the API key lacks the scope to read the profile, or watching is off."
            return envelope.error(request.id, METHOD_NOT_FOUND, why)
        self._write(self._wishes.open(request.id, cast("JsonObject", wanted)))
        try:
            await self._ending.wait()
        finally:
            self._wishes.close(request.id)
            await self._rest(opening=False)
        meta = {envelope.SUBSCRIPTION_ID_KEY: request.id}
        return envelope.result(request.id, {"resultType": "complete", "_meta": meta})

    async def _subscribe(self, request: Request) -> bytes:
        uri: object = request.params.get("uri")
        if not isinstance(uri, str):
            return envelope.error(request.id, INVALID_PARAMS, "uri is missing")
        if request.method == "resources/unsubscribe":
            self._wishes.unsubscribe(uri)
        elif await self._watch.start():
            self._wishes.subscribe(uri)
        else:
            why = "Changes cannot be watched: the API key lacks the scope to read the profile, or watching is off."
            return envelope.error(request.id, METHOD_NOT_FOUND, why)
        return envelope.result(request.id, {})

    async def _answer_batch(self, batch: Batch) -> bytes | None:
        if self._handshake is not None:
            await asyncio.wait([self._handshake])
        if self._session.version not in _BATCHING_VERSIONS:
            why = f"Batches are not part of MCP {self._session.version}."
            self._write(envelope.error(None, INVALID_REQUEST, why))
            return None
        answers = await asyncio.gather(*(self._answer_item(item) for item in batch.items))
        lines = [line for line in answers if line is not None]
        if lines:
            self._write(b"[" + b",".join(lines) + b"]")
        return None

    async def _answer_item(self, item: Single) -> bytes | None:
        match item:
            case Rejected(id=request_id, code=code, why=why):
                return envelope.error(request_id, code, why)
            case Notification(method="notifications/cancelled"):
                self._cancel(item.params.get("requestId"))
                return None
            case Request() if item.version is not None or item.method == "initialize":
                return envelope.error(item.id, INVALID_REQUEST, f"{item.method} cannot be part of a batch.")
            case _:
                task = self._spawn(self._answer(item, None, write=False))
                if isinstance(item, Request):
                    self._running[id_key(item.id)] = task
                await asyncio.wait([task])
                return None if task.cancelled() else task.result()

    async def _tell_changes(self) -> None:
        """The profile has changed: find out what else did, and tell who wants to know."""
        lists = {"resources"}
        for question in self._lists.questions():
            answer = await self._upstream.send(question, self._session, _ignore)
            if is_answer(answer.message) and self._lists.differs(question, answer.message):
                lists.add(LISTED_BY[question.method])
        for line in self._wishes.told(Changes(frozenset(lists))):
            self._write(line)


def _read(line: Line) -> Message:
    if isinstance(line, TooLong):
        return Rejected(None, INVALID_REQUEST, f"The message is longer than {MAX_LINE_BYTES // 1024**2} MiB.")
    return read_message(line)


def _is_handshake(message: Request | Notification | Reply) -> bool:
    return not isinstance(message, Reply) and message.method in {"initialize", "notifications/initialized"}


def _agreed(answer: JsonObject, session_id: str | None) -> Session:
    result: object = answer.get("result")
    version = cast("JsonObject", result).get("protocolVersion") if isinstance(result, dict) else None
    return Session(version if isinstance(version, str) else None, session_id)


def _ignore(_: bytes) -> None:
    """What the service tells beside a question of the bridge's own is for nobody."""
