"""What every `Gate` keeps of flights: of those who miss the same answer at the same time, one makes it."""

from __future__ import annotations

import asyncio

import pytest
from support.gate_region import QUESTION, Harness

from digital_twin.domain.access import Tier
from digital_twin.errors import LimitReached
from digital_twin.ports import KeptAnswer

# One engine serves the module, so its tests share a loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("head", [3, None], ids=["known", "unknown"])
async def test_of_thirty_who_miss_an_answer_at_once_one_leads(region: Harness, head: int | None) -> None:
    """The others learn for how long that one may be waited for; each has a slot of its own."""
    if head is not None:
        await region.beacon.advance("ada", head)

    admissions = await asyncio.gather(*(region.admit(cache_key=QUESTION) for _ in range(30)))

    followers = [admission for admission in admissions if not admission.leads]
    assert len(followers) == 29
    assert all(0 < follower.flight_seconds <= 8 for follower in followers)
    assert len({admission.lease for admission in admissions if admission.lease}) == 30


async def test_a_follower_finds_what_the_leader_left(region: Harness) -> None:
    """While the leader is under way there is nothing; then the answer is there and the flight over, for everybody."""
    await region.beacon.advance("ada", 3)
    leader = await region.lead()
    assert await region.gate.kept(QUESTION) == (None, True)

    await region.land(leader, "answer")

    assert await region.gate.kept(QUESTION) == (KeptAnswer(3, "answer"), False)
    served = await region.admit(cache_key=QUESTION)
    assert (served.kept_answer, served.leads, served.flight_seconds) == (KeptAnswer(3, "answer"), False, 0)


async def test_a_flight_that_failed_is_over_at_once(region: Harness) -> None:
    """Followers need not wait for the lease, and the next to ask leads."""
    await region.land(await region.lead())

    assert await region.gate.kept(QUESTION) == (None, False)
    await region.lead()


async def test_a_followers_settling_does_not_end_the_flight(region: Harness) -> None:
    """A flight ends for its leader only."""
    await region.lead()
    follower = await region.admit(cache_key=QUESTION)

    await region.land(follower)

    assert await region.gate.kept(QUESTION) == (None, True)


async def test_a_crashed_leader_is_waited_for_no_longer_than_its_lease(region: Harness) -> None:
    """After it the next to ask leads, whose flight the crashed one cannot end should it come back."""
    crashed = await region.lead()
    await region.advance(5)
    assert (await region.admit(cache_key=QUESTION)).flight_seconds == pytest.approx(3, abs=2)
    await region.advance(3)
    assert await region.gate.kept(QUESTION) == (None, False)
    await region.lead()

    await region.land(crashed)

    assert await region.gate.kept(QUESTION) == (None, True)


async def test_each_answer_has_a_flight_of_its_own(region: Harness) -> None:
    """Another key is led by another, and a request that looks nothing up neither leads nor follows."""
    await region.lead()

    assert (await region.admit(cache_key="llm:response:other")).leads
    without = await region.admit()
    assert (without.leads, without.flight_seconds) == (False, 0)


async def test_each_version_has_a_flight_of_its_own(region: Harness) -> None:
    """Who asks after a commit does not wait for an answer from before it, and that one's landing ends nothing."""
    await region.beacon.advance("ada", 3)
    old = await region.lead()
    await region.beacon.advance("ada", 4)
    await region.lead()

    await region.land(old, "old", version=3)

    assert await region.gate.kept(QUESTION) == (KeptAnswer(3, "old"), True)
    late = await region.admit(cache_key=QUESTION)
    assert (late.kept_answer, late.leads) == (None, False)


async def test_a_flight_that_began_while_head_was_unknown_may_be_any_versions(region: Harness) -> None:
    """Its leader reads HEAD from the table; who is told it meanwhile waits, and compares."""
    await region.lead()
    await region.beacon.advance("ada", 3)

    assert (await region.admit(cache_key=QUESTION)).flight_seconds > 0


async def test_a_refused_request_leads_nothing(region: Harness) -> None:
    """Nobody may wait for a request that was not let in."""
    tier = Tier("t", per_minute=9, per_day=9, concurrent=1)
    await region.admit(tier)
    with pytest.raises(LimitReached):
        await region.admit(tier, cache_key=QUESTION)

    await region.lead()


async def test_looking_for_an_answer_counts_against_no_limit(region: Harness) -> None:
    """A follower was counted when it was let in."""
    tier = Tier("t", per_minute=3, per_day=9, concurrent=9)
    await region.admit(tier, cache_key=QUESTION)
    for _ in range(5):
        await region.gate.kept(QUESTION)

    assert (await region.admit(tier)).limit.remaining == 1
