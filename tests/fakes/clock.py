"""Time that passes only when a test says so, and wakes who sleeps in it in order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

# More turns of the loop than any chain of fakes takes to come to rest.
_TURNS = 100


async def come_to_rest() -> None:
    """Let everything that waits for nothing outside the loop run."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)


class FakeClock:
    """A clock in seconds and the sleep that goes with it; `moved` is told the time whenever it changes."""

    def __init__(self, moved: Callable[[float], None] = lambda _: None) -> None:
        self.now = 0.0
        self._moved = moved
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def __call__(self) -> float:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Wait until the test has let so much time pass."""
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, woken))
        await woken

    async def advance(self, seconds: float) -> None:
        """Let time pass, stopping for each sleeper until everything has come to rest."""
        end = self.now + seconds
        await come_to_rest()
        while due := [at for at, woken in self._sleepers if at <= end and not woken.done()]:
            self._move(min(due))
            for at, woken in self._sleepers:
                if at <= self.now and not woken.done():
                    woken.set_result(None)
            self._sleepers = [(at, woken) for at, woken in self._sleepers if not woken.done()]
            await come_to_rest()
        self._move(end)
        await come_to_rest()

    def _move(self, now: float) -> None:
        self.now = now
        self._moved(now)
