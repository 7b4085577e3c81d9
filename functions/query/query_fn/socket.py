"""Questions over WebSocket: connections come and go, and each message is answered by messages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from http import HTTPStatus
from time import perf_counter
from typing import Any, cast

from pydantic import ValidationError

from digital_twin.bootstrap import Container
from digital_twin.deadline import Deadline
from digital_twin.domain.json_types import JsonObject
from digital_twin.entry.credentials import BEARER, offers_bearer
from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import LambdaHandler
from digital_twin.entry.principals import from_event
from digital_twin.entry.problems import INTERNAL, INVALID_INPUT, kind_of, problem_body, problem_of
from digital_twin.entry.socket_messages import (
    answer_messages,
    error_message,
    id_of,
    invalid,
    read_message,
    require_id,
)
from digital_twin.errors import Fault, InvalidInput, NotFound, StoreUnavailable, TwinError
from digital_twin.ports import Connection
from digital_twin.telemetry import log
from query_fn.questions import QueryRequest, answer_question

_ASK = "ask"

# What API Gateway takes for the handling of an event; replies go over the connection.
_HANDLED: dict[str, Any] = {"statusCode": 200}


def make_socket(container: Container) -> LambdaHandler:
    """The handler of WebSocket events over a container."""
    socket = Socket(container)
    # The kind of event decides, never the route: a message's own words choose that.
    handlers = {"CONNECT": socket.connect, "MESSAGE": socket.answer, "DISCONNECT": socket.disconnect}

    def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
        return run(handlers[event["requestContext"]["eventType"]](event))

    return handler


class Socket:
    """One region's WebSocket API."""

    def __init__(self, container: Container) -> None:
        self._container = container

    async def connect(self, event: dict[str, Any]) -> dict[str, Any]:
        """Remember who connects, to tell them news; refuse the handshake if that is not possible."""
        request_id = str(event["requestContext"]["requestId"])
        deadline = self._container.deadline()
        try:
            from_event(event)
            connection = self._connection(event)
            await deadline.bound(self._container.connections.add(connection), StoreUnavailable, "the table")
        except TwinError as error:
            kind = kind_of(error)
            log.warning("socket.refused", status=kind.status, reason=str(error), request_id=request_id)
            return {"statusCode": kind.status}
        log.info("socket.opened", connection=connection.id, request_id=request_id)
        # A browser drops a connection whose answer chooses none of the subprotocols it offered.
        return _HANDLED | ({"headers": {"Sec-WebSocket-Protocol": BEARER}} if offers_bearer(event) else {})

    async def disconnect(self, event: dict[str, Any]) -> dict[str, Any]:
        """Forget who has left."""
        connection = self._connection(event)
        await self._container.delivery.forget(connection, self._container.deadline())
        log.info("socket.closed", connection=connection.id)
        return _HANDLED

    async def answer(self, event: dict[str, Any]) -> dict[str, Any]:
        """Answer one message; whatever is wrong with it, the connection stays."""
        request_id = str(event["requestContext"]["requestId"])
        started = perf_counter()
        deadline = self._container.deadline()
        status, reply = await self._reply(event, deadline, request_id)
        is_delivered = await self._container.delivery.deliver(self._connection(event), reply, deadline)
        log.info(
            "socket.served",
            status=status,
            delivered=is_delivered,
            milliseconds=round((perf_counter() - started) * 1000, 1),
            request_id=request_id,
        )
        return _HANDLED

    async def _reply(
        self, event: dict[str, Any], deadline: Deadline, request_id: str
    ) -> tuple[int, Iterable[JsonObject]]:
        """The messages of a reply, with the status it would have over HTTP."""
        message: JsonObject = {}
        try:
            message = read_message(event)
            question = _question(message)
            answer, _ = await answer_question(
                self._container, from_event(event), question, deadline=deadline, request_id=request_id
            )
        except TwinError as error:
            kind, problem, headers = problem_of(error, request_id)
            return kind.status, [error_message(id_of(message), problem, headers)]
        except Exception as error:  # noqa: BLE001 - the outermost edge: the client would wait for ever
            log.exception("request.failed", error, request_id=request_id)
            problem = problem_body(INTERNAL, INTERNAL.title, request_id)
            return INTERNAL.status, [error_message(id_of(message), problem, {})]
        return HTTPStatus.OK, answer_messages(id_of(message), answer)

    def _connection(self, event: dict[str, Any]) -> Connection:
        context = event["requestContext"]
        principal = cast("dict[str, Any]", context.get("authorizer") or {})
        return Connection(
            id=str(context["connectionId"]),
            profile=str(principal.get("profile", "")),
            region=self._container.settings.region,
            endpoint=self._container.settings.connections_url,
            opened_at=datetime.fromtimestamp(context["connectedAt"] / 1000, UTC),
        )


def _question(message: JsonObject) -> QueryRequest:
    """The question a message asks.

    Raises:
        InvalidInput: the message does not fit.
        NotFound: it asks for something else.
    """
    require_id(message)
    if not isinstance(message.get("action"), str):
        raise InvalidInput(INVALID_INPUT.title, (Fault("/action", "a text is expected"),))
    if message["action"] != _ASK:
        raise NotFound(f"there is no such action, only '{_ASK}'")
    try:
        return QueryRequest.model_validate(message)
    except ValidationError as error:
        raise invalid(error) from error
