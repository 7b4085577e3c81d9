"""The regions as one index: order, hedges, breakers, bounds; by a virtual clock, to the millisecond."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest
from fakes.timed_vector import SDK_TIMEOUT_SECONDS, TimedVectorIndex
from hypothesis import given, settings
from hypothesis import strategies as st
from support.virtual_time import in_virtual_time, virtual_now

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Audience
from digital_twin.errors import DeadlineExceeded
from digital_twin.services.circuit_breaker import COOLDOWN_SECONDS, FAILURES_TO_OPEN
from digital_twin.services.latency_window import MAX_P95, MIN_P95, MIN_SAMPLES, START_P95
from digital_twin.services.vector_regions import REGION_SECONDS, VectorRegions
from digital_twin.telemetry import EventLog

NEAR, NEXT, FAR = "us-east-1", "eu-west-1", "ap-southeast-1"


class Regions:
    """Three healthy regions, nearest first, and the service over them."""

    def __init__(self) -> None:
        self.near, self.next, self.far = TimedVectorIndex(NEAR), TimedVectorIndex(NEXT), TimedVectorIndex(FAR)
        self.all = (self.near, self.next, self.far)
        self.service = VectorRegions(self.all, virtual_now)

    @property
    def begun(self) -> list[int]:
        """How often each was asked."""
        return [index.begun for index in self.all]

    async def ask(self, seconds: float = 10.0) -> tuple[str | None, float]:
        """The region whose reply was used, and how long it took in seconds."""
        began = virtual_now()
        region = await ask(self.service, seconds)
        assert [index.running for index in self.all] == [0, 0, 0]
        return region, virtual_now() - began


async def ask(service: VectorRegions, seconds: float = 10.0) -> str | None:
    """The region whose reply was used; checks that the candidates are its own."""
    deadline = Deadline.after(seconds, virtual_now)
    reply = await service.search("ada", "billing", top_k=3, audience=Audience.PUBLIC, deadline=deadline)
    if reply is None:
        return None
    assert [candidate.chunk_id for candidate in reply.candidates] == [reply.region]
    return reply.region


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, object]]]:
    """What is logged, as it comes."""
    logged: list[tuple[str, dict[str, object]]] = []

    def note(_: EventLog, event: str, **fields: object) -> None:
        logged.append((event, fields))

    for level in ("info", "warning", "error"):
        monkeypatch.setattr(EventLog, level, note)
    return logged


# -- order and hedges ------------------------------------------------------------------------------------------------


@in_virtual_time
async def test_a_quick_nearest_region_is_asked_alone() -> None:
    """One round trip, one region."""
    regions = Regions()

    assert await regions.ask() == (NEAR, pytest.approx(0.04))
    assert regions.begun == [1, 0, 0]


@in_virtual_time
async def test_a_slow_region_is_hedged_after_its_p95_and_no_sooner() -> None:
    """The next is asked beside it, and whoever is first is used."""
    regions = Regions()
    regions.near.seconds = 3.0

    assert await regions.ask() == (NEXT, pytest.approx(START_P95 + 0.04))
    assert (regions.begun, regions.near.cancelled) == ([1, 1, 0], 1)


@in_virtual_time
async def test_a_hedge_that_loses_is_given_up() -> None:
    """The nearest answered after all."""
    regions = Regions()
    regions.near.seconds = START_P95 + 0.02

    assert await regions.ask() == (NEAR, pytest.approx(START_P95 + 0.02))
    assert (regions.begun, regions.next.cancelled) == ([1, 1, 0], 1)


@in_virtual_time
async def test_what_a_hedge_waits_for_is_learned() -> None:
    """Each region has its own pace."""
    regions = Regions()
    regions.near.seconds = 0.08
    for _ in range(MIN_SAMPLES):
        await regions.ask()

    regions.near.seconds = 3.0

    assert await regions.ask() == (NEXT, pytest.approx(0.08 + 0.04))


@in_virtual_time
async def test_hedging_does_not_teach_the_window_to_hedge_ever_sooner() -> None:
    """Overtaken attempts count: of the quick ones alone the p95 would sink until every question was asked twice."""
    regions = Regions()
    regions.next.seconds = 0.005
    for n in range(1000):
        regions.near.seconds = 0.06 + (n * 37 % 100) / 1000  # evenly from 60 to 159 ms, in a mixed order
        await regions.ask()
    hedged = regions.next.begun

    for n in range(100):
        regions.near.seconds = 0.06 + (n * 37 % 100) / 1000
        await regions.ask()

    assert 0 < regions.next.begun - hedged <= 10


@in_virtual_time
async def test_the_hedge_is_hedged_too() -> None:
    """Each after its own p95."""
    regions = Regions()
    regions.near.seconds = regions.next.seconds = 3.0

    assert await regions.ask() == (FAR, pytest.approx(2 * START_P95 + 0.04))


@in_virtual_time
async def test_a_failure_sends_the_next_at_once() -> None:
    """There is nothing to wait for."""
    regions = Regions()
    regions.near.unavailable = regions.next.unavailable = True
    regions.near.seconds = regions.next.seconds = 0.01

    assert await regions.ask() == (FAR, pytest.approx(0.01 + 0.01 + 0.04))


@in_virtual_time
async def test_of_two_replies_at_once_the_nearer_is_used() -> None:
    """And the other is neither used nor held against anybody."""
    regions = Regions()
    regions.near.seconds = START_P95 + 0.04

    assert (await regions.ask())[0] == NEAR


# -- bounds ----------------------------------------------------------------------------------------------------------


@in_virtual_time
async def test_the_sdks_ten_minutes_are_never_felt() -> None:
    """With every region hanging, the caller gets its no after the last one's second."""
    regions = Regions()
    for index in regions.all:
        index.seconds = SDK_TIMEOUT_SECONDS

    assert await regions.ask() == (None, pytest.approx(2 * START_P95 + REGION_SECONDS))


@in_virtual_time
async def test_all_regions_down_are_found_out_at_once() -> None:
    """No waiting when every one says no."""
    regions = Regions()
    for index in regions.all:
        index.unavailable = True

    assert await regions.ask() == (None, pytest.approx(3 * 0.04))


@in_virtual_time
async def test_no_region_is_no_reply() -> None:
    """A deployment without an index has the lexical half."""
    assert await ask(VectorRegions([], virtual_now)) is None


@in_virtual_time
async def test_nothing_outlives_the_deadline() -> None:
    """What is under way is given up when the request's time is over, and held against no region."""
    regions = Regions()
    for index in regions.all:
        index.seconds = 3.0

    for n in range(1, FAILURES_TO_OPEN + 2):
        with pytest.raises(DeadlineExceeded):
            await ask(regions.service, seconds=0.2)
        assert virtual_now() == pytest.approx(n * 0.2)

    assert regions.begun == [FAILURES_TO_OPEN + 1, FAILURES_TO_OPEN + 1, 0]
    assert [index.running for index in regions.all] == [0, 0, 0]


@in_virtual_time
async def test_without_time_no_region_is_asked() -> None:
    """A request that came too late costs no region anything."""
    regions = Regions()

    with pytest.raises(DeadlineExceeded):
        await ask(regions.service, seconds=0.0)

    assert regions.begun == [0, 0, 0]


@in_virtual_time
async def test_a_caller_that_goes_away_leaves_nothing_behind() -> None:
    """Cancelling the search cancels its attempts."""
    regions = Regions()
    regions.near.seconds = regions.next.seconds = 3.0
    search = asyncio.create_task(ask(regions.service))
    await asyncio.sleep(START_P95 + 0.01)

    search.cancel()
    with pytest.raises(asyncio.CancelledError):
        await search

    assert [index.cancelled for index in regions.all] == [1, 1, 0]


@in_virtual_time
async def test_a_bug_in_an_index_is_not_taken_for_a_region_that_is_down() -> None:
    """It surfaces as itself, and the hedge beside it is given up."""

    class BrokenIndex(TimedVectorIndex):
        def _called(self, method: str) -> None:
            raise KeyError(method)

    broken, other = BrokenIndex(NEAR, START_P95 + 0.01), TimedVectorIndex(NEXT)

    with pytest.raises(KeyError):
        await ask(VectorRegions([broken, other], virtual_now))

    assert (other.begun, other.running) == (1, 0)


# -- breakers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seconds", [0.0, SDK_TIMEOUT_SECONDS])
@in_virtual_time
async def test_a_region_that_keeps_failing_or_hanging_is_left_alone(seconds: float) -> None:
    """After that it costs nobody its p95, until a cool-down is over and one question probes it."""
    regions = Regions()
    regions.near.unavailable, regions.near.seconds = True, seconds
    for _ in range(FAILURES_TO_OPEN):
        await regions.ask()

    assert await regions.ask() == (NEXT, pytest.approx(0.04))
    assert regions.near.begun == FAILURES_TO_OPEN

    await asyncio.sleep(COOLDOWN_SECONDS)
    for _ in range(3):
        assert (await regions.ask())[0] == NEXT
    assert regions.near.begun == FAILURES_TO_OPEN + 1


@in_virtual_time
async def test_a_region_that_is_back_is_used_again_after_the_probe() -> None:
    """It is the nearest, after all."""
    regions = Regions()
    regions.near.unavailable = True
    for _ in range(FAILURES_TO_OPEN):
        await regions.ask()
    regions.near.unavailable = False

    assert (await regions.ask())[0] == NEXT
    await asyncio.sleep(COOLDOWN_SECONDS)
    assert [(await regions.ask())[0] for _ in range(3)] == [NEAR, NEAR, NEAR]


@in_virtual_time
async def test_with_all_left_alone_the_no_comes_at_once_until_one_may_be_probed() -> None:
    """An outage of every region costs its first callers some time, and the others none."""
    regions = Regions()
    for index in regions.all:
        index.unavailable = True
    for _ in range(FAILURES_TO_OPEN):
        await regions.ask()

    assert await regions.ask() == (None, pytest.approx(0.0))
    assert regions.begun == [FAILURES_TO_OPEN] * 3

    for index in regions.all:
        index.unavailable = False
    await asyncio.sleep(COOLDOWN_SECONDS)
    assert (await regions.ask())[0] == NEAR


@in_virtual_time
async def test_a_hedge_that_loses_is_no_failure() -> None:
    """However often: the region did nothing wrong."""
    regions = Regions()
    regions.near.seconds, regions.next.seconds = START_P95 + 0.01, 0.3
    for _ in range(MIN_SAMPLES - 1):  # while the nearest region's p95 is still the one it starts with
        assert (await regions.ask())[0] == NEAR
    assert regions.next.cancelled == MIN_SAMPLES - 1

    regions.near.unavailable, regions.next.seconds = True, 0.04

    assert (await regions.ask())[0] == NEXT


# -- what is logged --------------------------------------------------------------------------------------------------


def test_hedges_and_breakers_are_told(events: list[tuple[str, dict[str, object]]]) -> None:
    """An operator sees which region is slow, left alone, and back."""

    @in_virtual_time
    async def scenario() -> None:
        regions = Regions()
        regions.near.seconds = START_P95 + 0.02
        await regions.ask()
        regions.near.seconds, regions.near.unavailable = 0.0, True
        for _ in range(FAILURES_TO_OPEN):
            await regions.ask()
        regions.near.unavailable = False
        await asyncio.sleep(COOLDOWN_SECONDS)
        await regions.ask()

    scenario()

    names = [event for event, _ in events]
    failed = ["retrieval.region_failed"] * FAILURES_TO_OPEN
    assert names == ["retrieval.hedged", *failed, "retrieval.breaker_opened", "retrieval.breaker_closed"]
    assert events[0][1] == {"region": NEAR, "beside": NEXT}
    assert all(fields["region"] == NEAR for _, fields in events)


# -- whatever the regions do -----------------------------------------------------------------------------------------

BEHAVIOURS = st.tuples(
    st.sampled_from([0.0, 0.02, 0.05, 0.15, 0.19, 0.3, 0.6, 0.99, 1.0, 5.0, SDK_TIMEOUT_SECONDS]), st.booleans()
)
ROUNDS = st.lists(st.lists(BEHAVIOURS, min_size=3, max_size=3), min_size=1, max_size=30)


@settings(deadline=None)  # the machine's load is not what is tested
@given(rounds=ROUNDS, seconds=st.sampled_from([0.1, 0.5, 8.0]))
def test_there_is_one_answer_in_time_and_nothing_is_left(
    rounds: Sequence[Sequence[tuple[float, bool]]], seconds: float
) -> None:
    """The reply of a region that works, or none; within the bounds; and every search begun has ended."""

    @in_virtual_time
    async def scenario() -> None:
        regions = Regions()
        for behaviours in rounds:
            for index, (wait, is_down) in zip(regions.all, behaviours, strict=True):
                index.seconds, index.unavailable = wait, is_down
            began, begun = virtual_now(), sum(regions.begun)
            try:
                region = await ask(regions.service, seconds)
            except DeadlineExceeded:
                assert virtual_now() - began >= seconds - 1e-6
            else:
                works = {index.region for index in regions.all if not index.unavailable and index.seconds <= 1.0}
                assert region is None or region in works
            assert virtual_now() - began <= min(seconds, 2 * MAX_P95 + REGION_SECONDS) + 1e-6
            assert sum(regions.begun) - begun <= len(regions.all)
            assert [index.running for index in regions.all] == [0, 0, 0]
            assert asyncio.all_tasks() == {asyncio.current_task()}

    scenario()


@settings(deadline=None)  # the machine's load is not what is tested
@given(waits=st.lists(st.floats(min_value=0.0, max_value=REGION_SECONDS - 0.01), min_size=1, max_size=40))
def test_a_healthy_next_region_bounds_what_the_nearest_can_cost(waits: list[float]) -> None:
    """Never more than the longest p95 and the next region's own time."""

    @in_virtual_time
    async def scenario() -> None:
        regions = Regions()
        for wait in waits:
            regions.near.seconds = wait
            _, took = await regions.ask()
            assert took <= MAX_P95 + 0.04 + 1e-6

    scenario()


def test_the_bounds_are_ones_a_question_can_bear() -> None:
    """A hedge comes before a region's own time is over, or it would be no hedge."""
    assert 0 < MIN_P95 <= START_P95 <= MAX_P95 < REGION_SECONDS
