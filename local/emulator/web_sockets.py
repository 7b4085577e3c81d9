# ruff: noqa: INP001, SLF001  # a module of another environment's script, about the insides of one package
"""What the emulator gets wrong about WebSocket APIs, put right. Each correction names what API Gateway does."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Any, override

from ministack.core import lambda_runtime
from ministack.core.concurrency import run_reentrant
from ministack.services import apigateway, lambda_svc

type Message = dict[str, Any]
type Send = Callable[[Message], Awaitable[None]]

# The answer of a handshake's function, for the handshake under way.
_connect_reply: ContextVar[dict[str, Any] | None] = ContextVar("connect_reply", default=None)
_serve = apigateway.handle_websocket
_invoke = apigateway._invoke_ws_lambda
_authorize = apigateway._authorize_ws_connect
_under_way: set[asyncio.Task[Any]] = set()


async def _invoke_at_once(*arguments: Any, **more: Any) -> dict[str, Any] | None:  # noqa: ANN401  # passed on
    """Messages of one connection are handled at the same time, and what their function returns goes nowhere.

    The emulator handles one after the other, and sends what is returned; API Gateway does so only for a route with a
    response of its own.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
    """
    event_type = arguments[6]
    if event_type == "MESSAGE":
        task = asyncio.create_task(_invoke(*arguments, **more))
        _under_way.add(task)
        task.add_done_callback(_under_way.discard)
        return None
    reply = await _invoke(*arguments, **more)
    if event_type == "CONNECT":
        _connect_reply.set(reply)
    return reply


async def _serve_with_subprotocol(
    scope: Message, receive: Callable[[], Awaitable[Message]], send: Send, api: str, path_override: str | None = None
) -> None:
    """A handshake is answered with the subprotocol that its function's reply names in a header.

    https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-connect-route-subprotocol.html
    """

    async def send_chosen(message: Message) -> None:
        if message["type"] == "websocket.accept":
            headers = (_connect_reply.get() or {}).get("headers") or {}
            chosen = next((value for name, value in headers.items() if name.lower() == "sec-websocket-protocol"), None)
            message = {**message, "subprotocol": chosen}
        await send(message)

    await _serve(scope, receive, send_chosen, api, path_override)


class _Unauthorized(Exception):
    """An authorizer raised what API Gateway takes for its word that a credential is no good."""


async def _ask_authorizer(
    authorizer: dict[str, Any], event: dict[str, Any], account: str, region: str
) -> dict[str, Any] | None:
    """What an authorizer answers; None if it fails, which API Gateway calls its own error."""
    reference = apigateway._extract_lambda_ref_from_integration_uri(authorizer.get("authorizerUri", ""))
    function, config, _ = lambda_svc._get_func_record_for_ref_in_scope(reference, account_id=account, region=region)
    if function is None or config is None:
        return None
    record = lambda_svc._execution_record_for_config(function, config)
    result = await run_reentrant(lambda_svc._execute_function_with_config_scope, record, event)
    answer = _read(result.get("body"))
    if result.get("error"):
        if isinstance(answer, dict) and answer.get("errorMessage") == "Unauthorized":
            raise _Unauthorized
        return None
    return answer if isinstance(answer, dict) else None


def _read(body: object) -> object:
    try:
        return json.loads(body) if isinstance(body, str | bytes) else body
    except ValueError:
        return None


async def _authorize_or_challenge(*arguments: Any) -> tuple[tuple[int, str] | None, dict[str, Any] | None]:  # noqa: ANN401  # passed on
    """An authorizer that raises `Unauthorized` has the handshake answered with 401.

    The emulator answers 500, as for one that fails.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html
    """
    try:
        return await _authorize(*arguments)
    except _Unauthorized:
        return (401, "Unauthorized"), None


class _LeasedWorker:
    """A function has as many environments as it has messages under way; the emulator gives all of them one."""

    def __init__(self, name: str, config: dict[str, Any], code: bytes, qualifier: str = "$LATEST") -> None:
        self._lease = (name, config, code, qualifier)

    def invoke(self, event: dict[str, Any], request_id: str) -> dict[str, Any]:
        """Run one event in an environment of its own."""
        worker, _ = lambda_runtime.acquire_worker(*self._lease)
        try:
            return worker.invoke(event, request_id)
        finally:
            lambda_runtime.release_worker(worker)


_EXECUTE_API = re.compile(r"https://([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com")


class _ReachingWorker(lambda_runtime.Worker):
    """Host names of APIs resolve to them.

    Here nothing resolves them, so a function's variables that hold such a URL get the emulator's address for it.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
    """

    @override
    def _spawn(self) -> None:
        here = rf"http://127.0.0.1:{os.environ['GATEWAY_PORT']}/_aws/execute-api/\1"
        environment = self.config.get("Environment") or {}
        variables = {
            name: _EXECUTE_API.sub(here, value) for name, value in (environment.get("Variables") or {}).items()
        }
        self.config = {**self.config, "Environment": {**environment, "Variables": variables}}
        super()._spawn()


def correct() -> None:
    """Put everything right; fails if another version of the emulator has moved it."""
    if not callable(lambda_runtime.get_or_create_worker):
        raise TypeError("this version of the emulator runs functions of WebSocket APIs in another way")
    lambda_runtime.get_or_create_worker = _LeasedWorker
    lambda_runtime.Worker = _ReachingWorker
    apigateway._invoke_ws_lambda = _invoke_at_once
    apigateway._invoke_request_authorizer_lambda = _ask_authorizer
    apigateway._authorize_ws_connect = _authorize_or_challenge
    apigateway.handle_websocket = _serve_with_subprotocol
