"""The FastAPI application every HTTP function starts from: problems for errors, and the headers every reply has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.pointer import format_pointer
from digital_twin.entry.envelope import RequestEnvelope, request_id_of
from digital_twin.entry.problems import (
    INTERNAL,
    INVALID_INPUT,
    MAX_FAULTS,
    METHOD_NOT_ALLOWED,
    NOT_FOUND,
    PROBLEM_JSON,
    ProblemKind,
    fault_body,
    problem_body,
    problem_of,
)
from digital_twin.entry.strict_route import StrictJsonRoute
from digital_twin.errors import TwinError

_BY_STATUS = {kind.status: kind for kind in (NOT_FOUND, METHOD_NOT_ALLOWED)}


def create_api(title: str, allowed_origins: Sequence[str]) -> FastAPI:
    """An application without routes: errors become problems, every reply gets X-Request-Id and Server-Timing."""
    # The OpenAPI document is generated, not served; its operations are named as the routes' functions are.
    api = FastAPI(title=title, version="1", openapi_url=None, generate_unique_id_function=lambda route: route.name)
    api.router.route_class = StrictJsonRoute
    api.add_exception_handler(TwinError, _twin_error)
    api.add_exception_handler(RequestValidationError, _validation_error)
    api.add_exception_handler(HTTPException, _http_error)
    api.add_middleware(RequestEnvelope, allowed_origins=allowed_origins)
    return api


async def _twin_error(request: Request, error: Exception) -> JSONResponse:
    kind, body, headers = problem_of(cast("TwinError", error), request_id_of(request.scope))
    return _problem_response(kind, body, headers)


async def _validation_error(request: Request, error: Exception) -> JSONResponse:
    details = cast("RequestValidationError", error).errors()
    body = problem_body(INVALID_INPUT, INVALID_INPUT.title, request_id_of(request.scope))
    body["errors"] = [fault_body(_place(detail["loc"]), str(detail["msg"])) for detail in details[:MAX_FAULTS]]
    return _problem_response(INVALID_INPUT, body)


async def _http_error(request: Request, error: Exception) -> JSONResponse:
    raised = cast("HTTPException", error)
    kind = _BY_STATUS.get(raised.status_code, INTERNAL)
    body = problem_body(kind, kind.title, request_id_of(request.scope))
    return _problem_response(kind, body, dict(raised.headers or {}))


def _place(loc: tuple[str | int, ...]) -> str:
    """Where an input is: a JSON pointer into the body, or the name of a header or query parameter."""
    source, *path = loc
    return format_pointer(tuple(path)) if source == "body" else f"{source} {'.'.join(str(part) for part in path)}"


def _problem_response(kind: ProblemKind, body: JsonObject, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse(body, kind.status, headers, PROBLEM_JSON)
