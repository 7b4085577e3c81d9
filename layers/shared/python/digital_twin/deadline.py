"""One deadline per request, carried through every hop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic

from digital_twin.errors import DeadlineExceeded, DependencyFailed


@dataclass(frozen=True, slots=True)
class Deadline:
    """A point in monotonic time, in seconds, after which a request is worth nothing to its caller."""

    at: float
    clock: Callable[[], float] = monotonic

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float] = monotonic) -> Deadline:
        """The deadline `seconds` from now."""
        return cls(clock() + seconds, clock)

    @property
    def remaining(self) -> float:
        """Seconds left, never negative."""
        return max(0.0, self.at - self.clock())

    @asynccontextmanager
    async def limit(self, seconds: float, error: type[DependencyFailed], what: str) -> AsyncGenerator[None]:
        """Bound the enclosed remote call by `seconds` and by what is left of the request.

        Raises:
            DeadlineExceeded: if nothing is left to begin with.
            DependencyFailed: `error`, naming `what`, if the call did not end in its time.
        """
        if self.remaining <= 0:
            raise DeadlineExceeded(f"no time left for {what}")
        try:
            async with asyncio.timeout(min(seconds, self.remaining)):
                yield
        except TimeoutError as timeout:
            raise error(f"{what} did not answer in time") from timeout

    async def bound[T](self, call: Awaitable[T], error: type[DependencyFailed], what: str) -> T:
        """Await a remote call within what is left of the request; raises as `limit`."""
        try:
            async with self.limit(self.remaining, error, what):
                return await call
        finally:
            # With no time left the call was never begun, and Python would report it as forgotten.
            if asyncio.iscoroutine(call):
                call.close()
