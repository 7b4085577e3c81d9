"""What every `Gate` keeps of limits and slots: who gets in, and what who does not is told."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest
from support.gate_region import QUESTION, ROOMY, Harness

from digital_twin.domain.access import Tier
from digital_twin.errors import CacheUnavailable, LimitReached
from digital_twin.ports import Admission, AdmissionRequest

# One engine serves the module, so its tests share a loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")

# The server's clock runs on while a test does.
about = partial(pytest.approx, abs=5)


async def _refusal(region: Harness, tier: Tier, *, route_per_minute: int = 1_000) -> LimitReached:
    with pytest.raises(LimitReached) as refused:
        await region.admit(tier, route_per_minute=route_per_minute)
    return refused.value


async def test_an_empty_region_admits_and_knows_nothing(region: Harness) -> None:
    """The first request gets a lease; there is no HEAD and no answer."""
    admission = await region.admit(cache_key=QUESTION)

    assert admission.lease
    assert admission.head_version is None
    assert admission.kept_answer is None


async def test_the_limit_nearest_to_being_reached_is_reported(region: Harness) -> None:
    """Name, quota and what is left of the tightest limit, and the seconds until its window ends."""
    tier = Tier("t", per_minute=10, per_day=500, concurrent=9)

    by_minute = (await region.admit(tier, principal="a")).limit
    assert (by_minute.name, by_minute.quota, by_minute.remaining, by_minute.reset) == ("minute", 10, 9, about(60))
    by_route = (await region.admit(tier, principal="b", route_per_minute=5)).limit
    assert (by_route.name, by_route.quota, by_route.remaining, by_route.reset) == ("route", 5, 4, about(60))
    by_day = (await region.admit(Tier("t", 10, 3, 9), principal="c")).limit
    assert (by_day.name, by_day.quota, by_day.remaining, by_day.reset) == ("day", 3, 2, about(86_400))


@pytest.mark.parametrize(
    ("limit", "tier", "route_per_minute", "retry_after"),
    [
        ("minute", Tier("t", per_minute=2, per_day=100, concurrent=100), 100, 60),
        ("day", Tier("t", per_minute=100, per_day=2, concurrent=100), 100, 86_400),
        ("route", Tier("t", per_minute=100, per_day=100, concurrent=100), 2, 60),
        ("concurrency", Tier("t", per_minute=100, per_day=100, concurrent=2), 100, 1),
    ],
)
async def test_a_reached_limit_refuses_by_name(
    region: Harness, limit: str, tier: Tier, route_per_minute: int, retry_after: int
) -> None:
    """The refusal names the limit and its quota, and says how long to wait."""
    for _ in range(2):
        await region.admit(tier, route_per_minute=route_per_minute)

    refused = await _refusal(region, tier, route_per_minute=route_per_minute)
    assert (refused.limit, refused.quota, refused.retry_after) == (limit, 2, about(retry_after))


async def test_of_several_reached_limits_the_longest_is_named(region: Harness) -> None:
    """Waiting for the minute would be in vain when the day is used up as well."""
    tier = Tier("t", per_minute=1, per_day=1, concurrent=9)
    await region.admit(tier, route_per_minute=1)

    assert (await _refusal(region, tier, route_per_minute=1)).limit == "day"


@pytest.mark.parametrize("refusing", [Tier("t", 1, 3, 9), Tier("t", 9, 3, 1)], ids=["minute", "concurrency"])
async def test_a_refused_request_counts_nothing_and_takes_no_lease(region: Harness, refusing: Tier) -> None:
    """However often one is refused, the other limits keep what they had."""
    await region.admit(refusing)
    for _ in range(5):
        await _refusal(region, refusing)

    second = await region.admit(Tier("t", 3, 3, 2))
    assert second.limit.remaining == 1


async def test_a_window_ends_a_minute_after_its_first_request(region: Harness) -> None:
    """Requests within the window do not prolong it, and the retry hint counts down to its end."""
    tier = Tier("t", per_minute=2, per_day=100, concurrent=100)
    await region.admit(tier)
    await region.advance(40)
    await region.admit(tier)
    assert (await _refusal(region, tier)).retry_after == about(20)

    await region.advance(20)

    assert (await region.admit(tier)).limit.remaining == 1


async def test_the_day_outlasts_the_minute(region: Harness) -> None:
    """A new minute does not give a new day; a new day does."""
    tier = Tier("t", per_minute=1, per_day=2, concurrent=100)
    await region.admit(tier)
    await region.advance(61)
    await region.admit(tier)
    await region.advance(61)
    assert (await _refusal(region, tier)).limit == "day"

    await region.advance(86_400)

    await region.admit(tier)


async def test_principals_and_profiles_are_limited_apart(region: Harness) -> None:
    """One principal's requests use up nobody else's quota or slots."""
    tier = Tier("t", per_minute=1, per_day=1, concurrent=1)
    await region.admit(tier)

    await region.admit(tier, principal="key-2")
    await region.gate.admit(AdmissionRequest("grace", "key-1", tier, "query", 1))


async def test_routes_are_limited_apart(region: Harness) -> None:
    """A used-up route leaves the others open."""
    await region.admit(route_per_minute=1)

    await region.gate.admit(AdmissionRequest("ada", "key-1", ROOMY, "search", 1))


async def test_concurrent_requests_never_exceed_a_limit(region: Harness) -> None:
    """Of fifty at once, exactly the quota gets in."""
    tier = Tier("t", per_minute=20, per_day=1_000, concurrent=1_000)

    outcomes = await asyncio.gather(*(region.admit(tier) for _ in range(50)), return_exceptions=True)

    assert sum(isinstance(outcome, Admission) for outcome in outcomes) == 20
    assert sum(isinstance(outcome, LimitReached) for outcome in outcomes) == 30


async def test_concurrent_requests_never_exceed_the_slots(region: Harness) -> None:
    """Of fifty at once, only as many run as there are slots, each with a lease of its own."""
    tier = Tier("t", per_minute=1_000, per_day=1_000, concurrent=7)

    outcomes = await asyncio.gather(*(region.admit(tier) for _ in range(50)), return_exceptions=True)

    leases = [outcome.lease for outcome in outcomes if isinstance(outcome, Admission)]
    assert len(set(leases)) == len(leases) == 7


async def test_a_settled_request_frees_its_slot(region: Harness) -> None:
    """The slot given back is there for the next; giving it back twice frees no other."""
    tier = Tier("t", per_minute=100, per_day=100, concurrent=2)
    first = await region.admit(tier)
    await region.admit(tier)

    await region.release(first)
    await region.release(first)

    await region.admit(tier)
    assert (await _refusal(region, tier)).limit == "concurrency"


async def test_the_slot_of_a_crashed_holder_frees_itself(region: Harness) -> None:
    """A lease expires by itself; a younger one of the same principal stays."""
    tier = Tier("t", per_minute=100, per_day=100, concurrent=2)
    await region.admit(tier)
    await region.advance(20)
    await region.admit(tier)
    assert (await _refusal(region, tier)).limit == "concurrency"

    await region.advance(11)

    await region.admit(tier)
    assert (await _refusal(region, tier)).limit == "concurrency"


async def test_a_broken_region_says_that_the_cache_is_unavailable(region: Harness) -> None:
    """Every method fails with the port's own error."""
    admission = await region.admit()
    await region.break_down()

    with pytest.raises(CacheUnavailable):
        await region.admit()
    with pytest.raises(CacheUnavailable):
        await region.release(admission)
    with pytest.raises(CacheUnavailable):
        await region.gate.kept(QUESTION)
    with pytest.raises(CacheUnavailable):
        await region.gate.ping()


async def test_a_living_region_answers_a_ping(region: Harness) -> None:
    """A ping returns."""
    await region.gate.ping()
