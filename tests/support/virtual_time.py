"""An event loop whose time jumps to the next timer as soon as nothing else is to be done, so that no test waits."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import override


class _JumpingSelector(selectors.SelectSelector):
    """A selector that never waits: it moves the time on by as long as it was to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    @override
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready now; if nothing is, the time passes.

        Raises:
            RuntimeError: everything waits, and for nothing that a timer ends.
        """
        ready = super().select(0)
        if not ready:
            if timeout is None:
                raise RuntimeError("the test waits for something that will never happen")
            self.now += timeout
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """The loop; `time` is in seconds and begins at 0."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    @override
    def time(self) -> float:
        """Seconds since the loop was made."""
        return self._jumping.now


def in_virtual_time[**P](test: Callable[P, Coroutine[object, object, None]]) -> Callable[P, None]:
    """Make an async test one that runs on a `VirtualTimeLoop` of its own, and fails if it leaves a task behind."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        async def check() -> None:
            await test(*args, **kwargs)
            assert asyncio.all_tasks() == {asyncio.current_task()}, "a task was left running"

        with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
            runner.run(check())

    return run


def virtual_now() -> float:
    """The time of the running loop, in seconds."""
    return asyncio.get_running_loop().time()
