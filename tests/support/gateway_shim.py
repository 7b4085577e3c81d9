"""A Lambda handler behind HTTP, as a REST API has it: proxy events in, proxy replies out, one request at a time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from digital_twin.domain.access import Principal
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from support.container_loop import cold_start
from support.lambda_events import invoke, proxy_event
from twin_local.serving import serve


@asynccontextmanager
async def behind_gateway(make_app: Callable[[], ASGIApp], principal: Principal) -> AsyncGenerator[str]:
    """Serve a function's app for a caller the authorizer has resolved.

    Args:
        make_app: builds the app, as a cold start does.
        principal: whom every request is from.

    Yields:
        The base URL.
    """
    loop = asyncio.get_running_loop()
    # A container's one thread: its event loop is current there, and is not the server's.
    with ThreadPoolExecutor(max_workers=1) as container:
        started = cold_start()
        await loop.run_in_executor(container, started.__enter__)
        try:
            handler = await loop.run_in_executor(container, lambda: lambda_handler(make_app()))
            async with serve(_gateway(handler, principal, container)) as url:
                yield url
        finally:
            await loop.run_in_executor(container, started.__exit__, None, None, None)


def _gateway(handler: LambdaHandler, principal: Principal, container: ThreadPoolExecutor) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        body = (await request.body()).decode()
        server = scope["server"]
        if request.headers.get("host") not in {f"{server[0]}:{server[1]}", f"localhost:{server[1]}"}:
            # API Gateway serves only the names it was given.
            await Response('{"message":"Forbidden"}', 403, media_type="application/json")(scope, receive, send)
            return
        event = proxy_event(
            request.method, request.url.path, principal=principal, body=body or None, headers=dict(request.headers)
        )
        event["headers"] = dict(request.headers)
        event["multiValueHeaders"] = {name: request.headers.getlist(name) for name in request.headers}
        reply = await asyncio.get_running_loop().run_in_executor(container, invoke, handler, event)
        headers = {name: value for name, value in reply.headers.items() if name != "content-length"}
        await Response(reply.text, reply.status, headers)(scope, receive, send)

    return app
