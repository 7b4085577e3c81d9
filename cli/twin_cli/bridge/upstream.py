"""The service's side of the bridge: one HTTP request a message, bounded in time, repeated once where that is safe."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from typing import Self

import httpx

from twin_cli.bridge import trouble
from twin_cli.bridge.envelope import one_line
from twin_cli.bridge.headers import Session, headers_for
from twin_cli.bridge.messages import JsonObject, Notification, Reply, Request
from twin_cli.bridge.replies import answer_line, is_answer, is_meant_for, read_rpc
from twin_cli.bridge.retry import BUDGET_SECONDS, RETRIED_STATUS, pause_before_retry, read_retry_after
from twin_cli.bridge.sse import EventParser
from twin_cli.bridge.trouble import Trouble
from twin_cli.failure import Usage
from twin_cli.http import client_options, explain
from twin_cli.settings import Endpoint

type Outgoing = Request | Notification | Reply
type Emit = Callable[[bytes], None]

_CONNECT_SECONDS = 8.0
_KEEP_ALIVE_SECONDS = 30.0
_POLL_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a message: a line for the client with its content, or trouble, or neither for a notification."""

    line: bytes | None = None
    message: JsonObject = field(default_factory=dict[str, object])
    trouble: Trouble | None = None
    session_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Attempt:
    answer: Answer
    may_pass: bool = False
    sent: bool = True
    retry_after: float | None = None


class Freshness(StrEnum):
    """What a look at the profile's ETag found."""

    SAME = "same"
    KNOWN = "known"
    NONE_YET = "none yet"
    DENIED = "denied"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the profile, as this key sees it."""

    freshness: Freshness
    etag: str | None = None


class Upstream:
    """The service. `endpoint` is asked for each message, so that one that comes up later is found without a restart."""

    def __init__(self, endpoint: Callable[[], Endpoint], budget: float = BUDGET_SECONDS) -> None:
        self._endpoint = endpoint
        self._budget = budget
        self._clients: dict[str, httpx.AsyncClient] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for client in self._clients.values():
            await client.aclose()

    async def send(self, message: Outgoing, session: Session, emit: Emit) -> Answer:
        """Deliver a message and return what became of it.

        Args:
            message: what the client wrote.
            session: what its handshake agreed on, for a legacy message.
            emit: takes what the service tells before its answer.
        """
        try:
            endpoint = self._endpoint()
        except Usage as failure:
            return Answer(trouble=trouble.not_configured(str(failure), failure.mend))
        try:
            async with asyncio.timeout(self._budget) as limit:
                attempt = await self._attempt(endpoint, message, session, emit)
                left = (limit.when() or 0.0) - asyncio.get_running_loop().time()
                pause = pause_before_retry(
                    message.method if isinstance(message, Request) else "",
                    failed=attempt.may_pass,
                    sent=attempt.sent,
                    retry_after=attempt.retry_after,
                    left=left,
                )
                if pause is not None:
                    await asyncio.sleep(pause)
                    attempt = await self._attempt(endpoint, message, session, emit)
        except TimeoutError:
            return Answer(trouble=trouble.timed_out(endpoint.address.origin, self._budget))
        return attempt.answer

    async def look(self, etag: str | None) -> Look:
        """Ask whether the profile is still the one with this ETag. Raises nothing: not knowing is an outcome."""
        try:
            endpoint = self._endpoint()
            headers = endpoint.authorization | ({"If-None-Match": etag} if etag else {})
            async with asyncio.timeout(_POLL_SECONDS):
                reply = await self._client(endpoint).get(f"{endpoint.address.base}/v1/profile", headers=headers)
        except (Usage, httpx.HTTPError, TimeoutError):
            return Look(Freshness.UNKNOWN)
        match reply.status_code:
            case HTTPStatus.NOT_MODIFIED:
                return Look(Freshness.SAME, etag)
            case HTTPStatus.OK if "ETag" in reply.headers:
                return Look(Freshness.KNOWN, reply.headers["ETag"])
            case HTTPStatus.NOT_FOUND:
                return Look(Freshness.NONE_YET)
            case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
                return Look(Freshness.DENIED)
            case _:
                return Look(Freshness.UNKNOWN)

    def _client(self, endpoint: Endpoint) -> httpx.AsyncClient:
        origin = endpoint.address.origin
        if origin not in self._clients:
            self._clients[origin] = httpx.AsyncClient(
                timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS),
                limits=httpx.Limits(keepalive_expiry=_KEEP_ALIVE_SECONDS),
                **client_options(origin),
            )
        return self._clients[origin]

    async def _attempt(self, endpoint: Endpoint, message: Outgoing, session: Session, emit: Emit) -> _Attempt:
        where = endpoint.address.origin
        told = False

        def tell(line: bytes) -> None:
            nonlocal told
            told = True
            emit(line)

        try:
            headers = headers_for(message, session) | endpoint.authorization
            async with self._client(endpoint).stream(
                "POST", endpoint.address.mcp, content=message.body, headers=headers
            ) as reply:
                if reply.headers.get("Content-Type", "").startswith("text/event-stream") and reply.is_success:
                    return await _read_stream(reply, message, endpoint, tell)
                return _read_body(reply, await reply.aread(), message, endpoint)
        except httpx.HTTPError as error:
            # Once a stream has told something, repeating would tell it twice.
            passing = Answer(trouble=trouble.unreachable(where, explain(error)))
            never_sent = isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)
            return _Attempt(passing, may_pass=not told, sent=not never_sent)


async def _read_stream(reply: httpx.Response, message: Outgoing, endpoint: Endpoint, emit: Emit) -> _Attempt:
    async for event in _events(reply):
        if answer := _stream_event(_without_key(event, endpoint), message, reply, emit):
            return answer
    if not isinstance(message, Request):
        return _Attempt(Answer())
    return _Attempt(Answer(trouble=trouble.cut_off(endpoint.address.origin)))


async def _events(reply: httpx.Response) -> AsyncGenerator[bytes]:
    parser = EventParser()
    async for chunk in reply.aiter_bytes():
        for event in parser.feed(chunk):
            yield event
    for event in parser.close():
        yield event


def _stream_event(event: bytes, message: Outgoing, reply: httpx.Response, emit: Emit) -> _Attempt | None:
    rpc = read_rpc(event)
    if rpc is None:
        return None
    if not is_answer(rpc):
        emit(one_line(event))
        return None
    if not is_meant_for(rpc, message):
        return None
    return _Attempt(Answer(answer_line(message, event, rpc), rpc, session_id=reply.headers.get("Mcp-Session-Id")))


def _read_body(reply: httpx.Response, body: bytes, message: Outgoing, endpoint: Endpoint) -> _Attempt:
    status = reply.status_code
    retry_after = read_retry_after(reply.headers.get("Retry-After"))
    may_pass = status in RETRIED_STATUS
    shown = _without_key(body, endpoint)
    rpc = read_rpc(shown)
    if rpc is not None and is_answer(rpc) and is_meant_for(rpc, message):
        answer = Answer(answer_line(message, shown, rpc), rpc, session_id=reply.headers.get("Mcp-Session-Id"))
        return _Attempt(answer, may_pass=may_pass, retry_after=retry_after)
    if reply.is_success and not isinstance(message, Request):
        return _Attempt(Answer())
    failed = trouble.refused(
        endpoint.address.origin,
        status,
        reply.headers.get("Content-Type", ""),
        shown,
        retry_after,
        reply.headers.get("Location", ""),
    )
    return _Attempt(Answer(trouble=failed), may_pass=may_pass, retry_after=retry_after)


def _without_key(said: bytes, endpoint: Endpoint) -> bytes:
    """What the service said: a reply that echoes what it was sent must not carry the key into a client's transcript."""
    return said.replace(endpoint.key.value.encode(), "…".encode()) if endpoint.key else said
