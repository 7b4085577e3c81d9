"""One container's flights: requests that want the same thing at the same time share the making of it.

A flight knows nothing of Redis or of other containers; that is `admission`'s.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass


@dataclass(slots=True)
class _Flight[T]:
    """A task, how many wait for it, and whether anybody has what it made."""

    task: asyncio.Task[T]
    passengers: int = 0
    is_taken: bool = False


@dataclass(frozen=True, slots=True)
class Landed[T]:
    """What a flight made; `is_first` for one of its passengers, who does what is to be done once."""

    value: T
    is_first: bool


class Flights[T]:
    """Flights under way, by what they make."""

    def __init__(self) -> None:
        self._flights: dict[Hashable, _Flight[T]] = {}

    def __contains__(self, key: Hashable) -> bool:
        return key in self._flights

    async def board(
        self, key: Hashable, make: Callable[[], Coroutine[None, None, T]], patience: float
    ) -> Landed[T] | None:
        """Wait for the flight to `key`; begin it with `make` if there is none.

        A passenger who leaves, cancelled or out of patience, takes it from nobody; with the last one it ends.

        Args:
            key: what is made.
            make: makes it, within a deadline of its own: who begins a flight waits until it ends.
            patience: the seconds for which one who joins waits.

        Returns:
            What was made; None to one who joined a flight that failed or takes too long, and must help itself.

        Raises:
            BaseException: what `make` raised, to the one who began the flight.
        """
        flight = self._flights.get(key)
        is_mine = flight is None
        if flight is None:
            flight = self._flights[key] = _Flight(asyncio.create_task(make()))
        flight.passengers += 1
        try:
            # Unlike awaiting the task itself, this cancels nothing when the waiting ends.
            await asyncio.wait({flight.task}, timeout=None if is_mine else max(0.0, patience))
        finally:
            flight.passengers -= 1
            if not flight.passengers:
                flight.task.cancel()
            if (flight.task.done() or not flight.passengers) and self._flights.get(key) is flight:
                del self._flights[key]
        if not is_mine and (not flight.task.done() or flight.task.cancelled() or flight.task.exception()):
            return None
        value = flight.task.result()
        is_first, flight.is_taken = not flight.is_taken, True
        return Landed(value, is_first)
