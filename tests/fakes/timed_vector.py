"""A `VectorIndex` whose searches take a time and an end of the test's choosing."""

from __future__ import annotations

import asyncio
from typing import override

from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Candidate
from fakes.vector import FakeVectorIndex

# Longer than anything waits; the vendor's SDK would allow itself as much.
SDK_TIMEOUT_SECONDS = 600.0


class TimedVectorIndex(FakeVectorIndex):
    """One region's index, which proposes its own name.

    Args:
        region: the region's name.
        seconds: how long a search takes by the loop's time.

    Change `seconds` and `unavailable` at any time. `begun` and `running` count searches; `cancelled` those that were
    not waited for.
    """

    def __init__(self, region: str, seconds: float = 0.04) -> None:
        super().__init__(region)
        self.seconds = seconds
        self.begun = 0
        self.running = 0
        self.cancelled = 0

    @override
    async def search(self, profile: str, text: str, *, top_k: int, audience: Audience) -> list[Candidate]:
        """One candidate, after `seconds`."""
        self.begun += 1
        self.running += 1
        try:
            await asyncio.sleep(self.seconds)
            self._called("search")
            return [Candidate(self.region, 1.0)]
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.running -= 1
