"""One deadline per request."""

from __future__ import annotations

import asyncio

import pytest

from digital_twin.deadline import Deadline
from digital_twin.errors import DeadlineExceeded, IndexUnavailable, NotFound


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time, in seconds."""
        return self.now


def test_what_remains_shrinks_with_time_and_is_never_negative() -> None:
    """In seconds of the clock it was made with."""
    clock = Clock()
    deadline = Deadline.after(5.0, clock)
    assert deadline.remaining == 5.0
    clock.now += 3.5
    assert deadline.remaining == 1.5
    clock.now += 60
    assert deadline.remaining == 0.0


async def test_a_call_in_time_is_left_alone() -> None:
    """Its result and its own errors pass unchanged."""
    deadline = Deadline.after(60.0)
    async with deadline.limit(30.0, IndexUnavailable, "the index"):
        pass
    with pytest.raises(NotFound):
        async with deadline.limit(30.0, IndexUnavailable, "the index"):
            raise NotFound("nothing there")


@pytest.mark.parametrize(("total", "limit"), [(60.0, 0.01), (0.01, 60.0)], ids=["its own", "the request's"])
async def test_a_call_that_takes_too_long_is_a_failed_dependency(total: float, limit: float) -> None:
    """Whichever limit is shorter ends it, and the error names what was waited for."""
    deadline = Deadline.after(total)
    with pytest.raises(IndexUnavailable, match="the index did not answer in time"):
        async with deadline.limit(limit, IndexUnavailable, "the index"):
            await asyncio.Event().wait()


async def test_nothing_is_begun_when_no_time_is_left() -> None:
    """The request is over, and no dependency is to blame."""
    begun = False
    with pytest.raises(DeadlineExceeded, match="no time left for the index"):
        async with Deadline.after(0.0).limit(30.0, IndexUnavailable, "the index"):
            begun = True
    assert not begun


async def test_a_cancelled_call_stays_cancelled() -> None:
    """Giving up from outside is no failure of the dependency."""

    async def call() -> None:
        async with Deadline.after(60.0).limit(30.0, IndexUnavailable, "the index"):
            started.set()
            await asyncio.Event().wait()

    started = asyncio.Event()
    task = asyncio.create_task(call())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
