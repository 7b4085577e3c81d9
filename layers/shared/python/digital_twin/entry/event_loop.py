"""The container's one event loop: it outlives invocations, and with it every pooled connection."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import cache


@cache
def persistent_loop() -> asyncio.AbstractEventLoop:
    """The loop every invocation of this container runs on; made current, because Mangum asks for the current one."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    return loop


def run[T](work: Coroutine[object, object, T]) -> T:
    """Run a coroutine to its end on the persistent loop."""
    return persistent_loop().run_until_complete(work)
