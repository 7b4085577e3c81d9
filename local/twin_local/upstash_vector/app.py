"""The HTTP side of the server: paths, methods, the token, and errors as the vendor words them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from hmac import compare_digest

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from twin_local.embedding import CachedEmbedder
from twin_local.faults import FaultInjector
from twin_local.upstash_vector.filters import InvalidFilter
from twin_local.upstash_vector.operations import Call, Operation, Operations, UnknownNamespace
from twin_local.upstash_vector.store import VectorStore, WrongDimension

# The SDK posts everything; the documentation shows other methods for some endpoints.
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
_STATUS_OF: dict[type[Exception], int] = {
    ValidationError: 400,
    InvalidFilter: 400,
    UnknownNamespace: 404,
    WrongDimension: 422,
}


def create_app(store: VectorStore, embedder: CachedEmbedder, *, token: str) -> ASGIApp:
    """Make one region's server.

    Args:
        store: the region's vectors; the caller closes it.
        embedder: the model behind `/upsert-data` and `/query-data`, shared by the regions.
        token: the bearer token callers must have.

    Returns:
        An ASGI application that can be told to fail (see `twin_local.faults`).
    """
    routes = [
        Route(path, _endpoint(operation, token), methods=_METHODS)
        for name, operation in Operations(store, embedder).by_path.items()
        for path in (f"/{name}", f"/{name}/{{namespace:path}}")
    ]
    starlette = Starlette(routes=routes, exception_handlers={404: _no_such_path, 405: _no_such_method})
    for error in _STATUS_OF:
        starlette.add_exception_handler(error, _refuse)
    return FaultInjector(starlette)


def _endpoint(operation: Operation, token: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if not compare_digest(request.headers.get("authorization", "").encode(), f"Bearer {token}".encode()):
            return _error("Unauthorized: Invalid auth token", 401)
        call = Call(
            namespace=request.path_params.get("namespace", ""),
            body=await request.body(),
            flags=frozenset(request.query_params),
        )
        return JSONResponse({"result": await operation(call)})

    return endpoint


async def _refuse(_request: Request, error: Exception) -> Response:
    return _error(str(error), _STATUS_OF[type(error)])


async def _no_such_path(_request: Request, _reason: Exception) -> Response:
    return _error("Not Found", 404)


async def _no_such_method(_request: Request, _reason: Exception) -> Response:
    return _error("Method Not Allowed", 405)


def _error(message: str, status: int) -> Response:
    return JSONResponse({"error": message, "status": status}, status)
