"""The event loop of a container that starts cold, for tests that call handlers as Lambda does."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import AbstractAsyncContextManager, contextmanager

from digital_twin.entry.event_loop import persistent_loop, run

# Turns of the loop in which every task that was made gets to run.
_TURNS = 5


@contextmanager
def cold_start() -> Generator[None]:
    """A persistent loop of its own for what is enclosed, closed with everything on it afterwards."""
    persistent_loop.cache_clear()
    loop = persistent_loop()
    try:
        yield
    finally:
        # What a reply left behind is begun before it is cancelled; Python reports a coroutine that never was.
        for _ in range(_TURNS):
            loop.run_until_complete(asyncio.sleep(0))
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
        asyncio.set_event_loop(None)
        persistent_loop.cache_clear()


@contextmanager
def on_container_loop[T](opened: AbstractAsyncContextManager[T]) -> Generator[T]:
    """What an asynchronous context gives, opened and closed on the container's loop, which runs while handlers do."""
    value = run(opened.__aenter__())
    try:
        yield value
    finally:
        run(opened.__aexit__(None, None, None))
