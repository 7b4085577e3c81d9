"""The REST application: authentication, the three forms of request, and status codes. The formats are in `wire`."""

from __future__ import annotations

from hmac import compare_digest
from typing import Any

import hiredis
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from twin_local.faults import FaultInjector
from twin_local.upstash_redis import wire
from twin_local.upstash_redis.engine import EngineUnavailable, RedisEngine

_MAX_REQUEST_BYTES = 10 * 1024 * 1024  # Upstash's limit on its smallest plan
# Upstash returns a token that makes later reads see earlier writes; with one engine they always do.
_HEADERS = {"Upstash-Sync-Token": "local"}
_MULTI, _EXEC = (b"MULTI",), (b"EXEC",)


def create_app(engine: RedisEngine, *, token: str) -> FaultInjector:
    """The ASGI application that serves `engine` to callers who present `token`; faults can be injected into it."""

    async def endpoint(request: Request) -> Response:
        if not _is_authorized(request, token):
            return _reply({"error": "WRONGPASS invalid or missing auth token"}, 401)
        body = await request.body()
        if len(body) > _MAX_REQUEST_BYTES:
            return _reply({"error": "ERR max request size exceeded"}, 400)
        base64 = request.headers.get("upstash-encoding") == "base64"
        try:
            match request.url.path:
                case "/pipeline":
                    return await _pipeline(engine, body, base64=base64)
                case "/multi-exec":
                    return await _transaction(engine, body, base64=base64)
                case "/":
                    command = wire.command_from_json(body)
                case _:
                    command = wire.command_from_path(request.scope["raw_path"], request.scope["query_string"], body)
        except wire.WireError as error:
            return _reply({"error": str(error)}, 400)
        [reply] = await engine.execute([command])
        result = wire.as_object(reply, base64=base64)
        return _reply(result, 400 if "error" in result else 200)

    return FaultInjector(
        Starlette(
            routes=[Route("/{path:path}", endpoint, methods=["GET", "POST", "PUT"])],
            exception_handlers={HTTPException: _on_http_error, EngineUnavailable: _on_engine_unavailable},
        )
    )


def _is_authorized(request: Request, token: str) -> bool:
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    presented = bearer if scheme.lower() == "bearer" else request.query_params.get("_token", "")
    return compare_digest(presented.encode(), token.encode())


async def _pipeline(engine: RedisEngine, body: bytes, *, base64: bool) -> Response:
    """Many commands, each with a result or error of its own; always 200."""
    replies = await engine.execute(wire.commands_from_json(body))
    return _reply([wire.as_object(reply, base64=base64) for reply in replies])


async def _transaction(engine: RedisEngine, body: bytes, *, base64: bool) -> Response:
    """Many commands that run as one, or, if one of them is malformed, not at all."""
    *_, executed = await engine.execute([_MULTI, *wire.commands_from_json(body), _EXEC])
    if isinstance(executed, hiredis.ReplyError):
        return _reply({"error": str(executed)}, 400)
    if not isinstance(executed, list):
        raise EngineUnavailable("the Redis engine broke off a transaction")
    return _reply([wire.as_object(reply, base64=base64) for reply in executed])


def _reply(content: dict[str, Any] | list[dict[str, Any]], status: int = 200) -> JSONResponse:
    return JSONResponse(content, status_code=status, headers=_HEADERS)


async def _on_http_error(_request: Request, error: Exception) -> Response:
    """Only a method that is not allowed gets here: the one route takes every path."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _reply({"error": "ERR method not allowed"}, status)


async def _on_engine_unavailable(_request: Request, error: Exception) -> Response:
    return _reply({"error": f"ERR {error}"}, 503)
