"""The vector regions as one index: the nearest first, hedged to the next, a circuit breaker for each.

Hedged requests are Dean and Barroso, "The Tail at Scale" (CACM 2013). What a reply is worth is not decided here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Candidate
from digital_twin.errors import DeadlineExceeded, IndexUnavailable
from digital_twin.ports import VectorIndex
from digital_twin.services.circuit_breaker import CircuitBreaker
from digital_twin.services.latency_window import LatencyWindow
from digital_twin.telemetry import log

# Seconds one region may take, whatever its SDK allows itself; its p99 budget is 200 ms (design, section 9).
REGION_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class RegionReply:
    """What the first region to answer proposed."""

    candidates: list[Candidate]
    region: str


@dataclass(frozen=True, slots=True)
class _Query:
    profile: str
    text: str
    top_k: int
    audience: Audience


class _Region:
    """One region, and what is known of its health and pace."""

    def __init__(self, index: VectorIndex, clock: Callable[[], float]) -> None:
        self.name = index.region
        self.breaker = CircuitBreaker(clock)
        self.latencies = LatencyWindow()
        self._index = index
        self._clock = clock

    async def ask(self, query: _Query) -> list[Candidate] | None:
        """The region's candidates, None if it failed; being cancelled is neither success nor failure."""
        started = self._clock()
        try:
            async with asyncio.timeout(REGION_SECONDS):
                found = await self._index.search(query.profile, query.text, top_k=query.top_k, audience=query.audience)
        except (IndexUnavailable, TimeoutError) as error:
            log.warning("retrieval.region_failed", region=self.name, reason=str(error) or "no answer in time")
            self._failed()
            return None
        self.latencies.record(self._clock() - started)
        if self.breaker.succeed():
            log.info("retrieval.breaker_closed", region=self.name)
        return found

    def overtaken(self, seconds: float) -> None:
        """Record that a region asked later was quicker, `seconds` after this one was asked.

        Too slow is a failure, or a region that hangs would cost every question its p95 for ever; one that is merely
        unlucky succeeds before it is overtaken often enough in a row. The time counts as a latency, although the true
        one is longer: without it the window would hold quick replies only, and its p95 sink until all were hedged.
        """
        self.latencies.record(seconds)
        self._failed()

    def _failed(self) -> None:
        if self.breaker.fail():
            log.error("retrieval.breaker_opened", region=self.name)


@dataclass(frozen=True, slots=True)
class _Attempt:
    region: _Region
    started: float
    task: asyncio.Task[list[Candidate] | None]


class VectorRegions:
    """Every region's index, nearest first, with what this container learned about each. One for each container."""

    def __init__(self, indexes: Sequence[VectorIndex], clock: Callable[[], float]) -> None:
        """Wire the regions; `clock` gives monotonic seconds."""
        self._regions = [_Region(index, clock) for index in indexes]
        self._clock = clock

    async def search(
        self, profile: str, text: str, *, top_k: int, audience: Audience, deadline: Deadline
    ) -> RegionReply | None:
        """The first reply of any region; None at once when all have failed or are being left alone.

        The nearest region is asked, and the next beside it when that takes longer than its own p95, or instead of it
        when that fails. One reply is used; what is still under way then is cancelled, and has ended on return.

        Raises:
            DeadlineExceeded: the request's time was over first.
        """
        if deadline.remaining <= 0:
            raise DeadlineExceeded("no time left for the vector regions")
        try:
            async with asyncio.timeout(deadline.remaining):
                reply = await self._race(_Query(profile, text, top_k, audience))
        except TimeoutError as timeout:
            raise DeadlineExceeded("no vector region answered in the request's time") from timeout
        if reply is None:
            log.error("retrieval.all_regions_failed")
        return reply

    async def _race(self, query: _Query) -> RegionReply | None:
        # Lazy: a breaker is asked only when its region is about to be.
        regions = (region for region in self._regions if region.breaker.admit())
        attempts: list[_Attempt] = []
        try:
            while True:
                running = [attempt for attempt in attempts if not attempt.task.done()]
                region = next(regions, None)
                if region is not None:
                    if running:
                        log.info("retrieval.hedged", region=running[0].region.name, beside=region.name)
                    running.append(_Attempt(region, self._clock(), asyncio.create_task(region.ask(query))))
                    attempts.append(running[-1])
                if not running:
                    return None
                # With no region to hedge to there is nothing to wake up for: each attempt has its own bound.
                hedge_after = region.latencies.p95 if region is not None else None
                tasks = [attempt.task for attempt in running]
                await asyncio.wait(tasks, timeout=hedge_after, return_when=asyncio.FIRST_COMPLETED)
                # The nearest, should several have answered.
                for attempt in running:
                    if attempt.task.done() and (found := attempt.task.result()) is not None:
                        self._note_overtaken(attempts[: attempts.index(attempt)])
                        return RegionReply(found, attempt.region.name)
        finally:
            for attempt in attempts:
                attempt.task.cancel()
            # Awaited, because the container is frozen after its reply, and with it whatever still ran.
            await asyncio.gather(*(attempt.task for attempt in attempts), return_exceptions=True)

    def _note_overtaken(self, earlier: Iterable[_Attempt]) -> None:
        for attempt in earlier:
            if not attempt.task.done():
                attempt.region.overtaken(self._clock() - attempt.started)
