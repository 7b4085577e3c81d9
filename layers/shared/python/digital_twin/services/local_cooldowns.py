"""What one container knows of cooldowns that Redis could not be told. Nothing is shared, and nothing outlives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from digital_twin.domain.cooldowns import Cooldown


class LocalCooldowns:
    """Cooldowns of this container's own; `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ends: dict[str, float] = {}

    def extend(self, cooldowns: Iterable[Cooldown]) -> None:
        """Begin cooldowns, or let them last longer; the longer wins."""
        now = self._clock()
        for cooldown in cooldowns:
            self._ends[cooldown.name] = max(self._ends.get(cooldown.name, 0.0), now + cooldown.seconds)

    def joined(self, names: Iterable[str], shared: Mapping[str, float]) -> dict[str, float]:
        """The seconds left by name, of these and the shared ones; of both the longer."""
        now = self._clock()
        left = {name: max(shared.get(name, 0.0), self._ends.get(name, 0.0) - now) for name in names}
        return {name: seconds for name, seconds in left.items() if seconds > 0}
