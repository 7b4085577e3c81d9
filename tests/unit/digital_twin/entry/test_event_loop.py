"""The container's loop outlives invocations, and with it whatever is pooled on it."""

from __future__ import annotations

import asyncio

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from support.lambda_events import invoke, proxy_event
from support.people import OWNER

from digital_twin.entry.event_loop import persistent_loop, run
from digital_twin.entry.lambda_http import lambda_handler


async def running_loop() -> asyncio.AbstractEventLoop:
    """The loop this runs on."""
    return asyncio.get_running_loop()


def test_every_invocation_runs_on_the_same_loop() -> None:
    """Through the HTTP adapter and through `run`, in any order."""
    seen: list[asyncio.AbstractEventLoop] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(asyncio.get_running_loop())
        await PlainTextResponse("")(scope, receive, send)

    handler = lambda_handler(app)
    invoke(handler, proxy_event("GET", "/", principal=OWNER))
    seen.append(run(running_loop()))
    invoke(handler, proxy_event("GET", "/", principal=OWNER))

    assert seen == [persistent_loop()] * 3


def test_what_one_invocation_began_the_next_may_finish() -> None:
    """A task left on the loop is still there, as a pooled connection is."""
    done = asyncio.Event()

    async def begin() -> asyncio.Task[bool]:
        return asyncio.create_task(done.wait())

    async def finish(task: asyncio.Task[bool]) -> bool:
        done.set()
        return await task

    assert run(finish(run(begin())))
