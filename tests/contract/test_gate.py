"""What every `Gate` keeps: run on the fake and on the Upstash adapter against the local server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass
from functools import partial

import pytest
import pytest_asyncio
from fakes.redis import FakeGate, FakeHeadBeacon, FakeRedis
from fakes.redis_server import RedisServer, adapter_client, redis_server

from digital_twin.adapters.upstash_redis import UpstashGate, UpstashHeadBeacon
from digital_twin.domain.access import Tier
from digital_twin.errors import CacheUnavailable, LimitReached
from digital_twin.ports import Admission, AdmissionRequest, Gate, HeadBeacon, KeptAnswer, Settlement

# One engine serves the module, so its tests share a loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")

# The server's clock runs on while a test does.
about = partial(pytest.approx, abs=5)

QUESTION = "llm:response:q"

ROOMY = Tier("roomy", per_minute=1_000, per_day=1_000, concurrent=1_000)


@dataclass
class Harness:
    """A region's gate and beacon, a way to let time pass there, and a way to break it."""

    gate: Gate
    beacon: HeadBeacon
    advance: Callable[[float], Awaitable[None]]
    break_down: Callable[[], Awaitable[None]]

    async def admit(
        self,
        tier: Tier = ROOMY,
        *,
        principal: str = "key-1",
        route_per_minute: int = 1_000,
        cache_key: str | None = None,
    ) -> Admission:
        """Ask to be let in, by default within limits that are never reached."""
        return await self.gate.admit(AdmissionRequest("ada", principal, tier, "query", route_per_minute, cache_key))

    async def keep_answer(self, version: int, answer: str, *, cache_key: str = "llm:response:q") -> None:
        """Leave an answer made from `version`."""
        await self.gate.settle(Settlement("ada", "key-1", version, None, cache_key, answer))

    async def release(self, admission: Admission) -> None:
        """Give a request's slot back."""
        await self.gate.settle(Settlement("ada", "key-1", 1, admission.lease))

    async def lead(self) -> Admission:
        """Miss the answer `QUESTION` as the first to ask for it."""
        admission = await self.admit(cache_key=QUESTION)
        assert (admission.leads, admission.flight_seconds) == (True, 0)
        return admission

    async def land(self, leader: Admission, answer: str | None = None, *, version: int = 3) -> None:
        """Settle a leader's request, with the answer or without."""
        key = QUESTION if answer is not None else None
        await self.gate.settle(Settlement("ada", "key-1", version, leader.lease, key, answer, flight=QUESTION))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[RedisServer]:
    """The module's server; each test finds it empty."""
    async with redis_server(tmp_path_factory.mktemp("redis")) as running:
        yield running


@pytest_asyncio.fixture(params=["fake", "upstash"], loop_scope="module")
async def region(request: pytest.FixtureRequest, server: RedisServer) -> AsyncGenerator[Harness]:
    """One region, in memory or behind the local server."""
    if request.param == "fake":
        yield _fake()
        return
    await server.reset()
    async with adapter_client(server.url) as redis:
        yield Harness(
            UpstashGate(redis), UpstashHeadBeacon("us-east-1", redis), server.advance, lambda: server.fault("fail")
        )


def _fake() -> Harness:
    redis = FakeRedis()

    async def advance(seconds: float) -> None:
        redis.now += seconds

    async def break_down() -> None:
        redis.unavailable = True

    return Harness(FakeGate(redis), FakeHeadBeacon("us-east-1", redis), advance, break_down)


async def _refusal(region: Harness, tier: Tier, *, route_per_minute: int = 1_000) -> LimitReached:
    with pytest.raises(LimitReached) as refused:
        await region.admit(tier, route_per_minute=route_per_minute)
    return refused.value


async def test_an_empty_region_admits_and_knows_nothing(region: Harness) -> None:
    """The first request gets a lease; there is no HEAD and no answer."""
    admission = await region.admit(cache_key="llm:response:q")

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


async def test_an_answer_of_the_live_version_is_served(region: Harness) -> None:
    """What a request left behind answers the next, to the letter and without a lease."""
    await region.beacon.advance("ada", 3)
    await region.keep_answer(3, '{"answer": "Zürich, 12 years ✓"}')

    admission = await region.admit(cache_key="llm:response:q")

    assert admission.head_version == 3
    assert admission.kept_answer == KeptAnswer(3, '{"answer": "Zürich, 12 years ✓"}')
    assert admission.lease is None


async def test_an_answer_of_another_version_is_not_served(region: Harness) -> None:
    """After a commit, an answer made before it is as good as absent, and the request gets its lease."""
    await region.keep_answer(3, "old")
    await region.beacon.advance("ada", 4)

    admission = await region.admit(cache_key="llm:response:q")

    assert (admission.head_version, admission.kept_answer) == (4, None)
    assert admission.lease


async def test_while_head_is_unknown_the_answer_comes_with_its_version_and_a_lease(region: Harness) -> None:
    """The caller learns HEAD elsewhere, compares, and may yet have to answer anew."""
    await region.keep_answer(3, "kept")

    admission = await region.admit(cache_key="llm:response:q")

    assert (admission.head_version, admission.kept_answer) == (None, KeptAnswer(3, "kept"))
    assert admission.lease


async def test_an_answer_is_found_only_under_its_key(region: Harness) -> None:
    """Another question, or a request without a key, gets no answer."""
    await region.beacon.advance("ada", 3)
    await region.keep_answer(3, "kept")

    assert (await region.admit(cache_key="llm:response:other")).kept_answer is None
    assert (await region.admit()).kept_answer is None


async def test_a_served_answer_needs_no_slot_but_counts(region: Harness) -> None:
    """A hit passes when every slot is taken, and is limited by rate all the same."""
    tier = Tier("t", per_minute=3, per_day=100, concurrent=1)
    await region.beacon.advance("ada", 3)
    await region.keep_answer(3, "kept")
    await region.admit(tier)

    for _ in range(2):
        assert (await region.admit(tier, cache_key="llm:response:q")).kept_answer == KeptAnswer(3, "kept")

    with pytest.raises(LimitReached, match="minute"):
        await region.admit(tier, cache_key="llm:response:q")


async def test_a_late_answer_never_replaces_a_newer_ones(region: Harness) -> None:
    """A slow request that began before the commit does not undo what was answered after it."""
    await region.beacon.advance("ada", 4)
    await region.keep_answer(4, "new")
    await region.keep_answer(3, "late")

    assert (await region.admit(cache_key="llm:response:q")).kept_answer == KeptAnswer(4, "new")


async def test_an_answer_is_kept_for_an_hour(region: Harness) -> None:
    """It is served until the hour is over."""
    await region.keep_answer(3, "kept")
    await region.advance(3_590)
    await region.beacon.advance("ada", 3)
    assert (await region.admit(cache_key="llm:response:q")).kept_answer == KeptAnswer(3, "kept")

    await region.advance(11)

    assert (await region.admit(cache_key="llm:response:q")).kept_answer is None


async def test_head_as_read_from_the_table_becomes_known(region: Harness) -> None:
    """The request that had to read HEAD spares the next one the reading."""
    admission = await region.admit()
    await region.gate.settle(Settlement("ada", "key-1", 5, admission.lease, head_was_read=True))

    assert (await region.admit()).head_version == 5


async def test_head_as_read_from_the_table_moves_only_forward(region: Harness) -> None:
    """A request that read HEAD before a commit does not undo the commit's announcement."""
    await region.beacon.advance("ada", 6)
    await region.gate.settle(Settlement("ada", "key-1", 5, None, head_was_read=True))

    assert (await region.admit()).head_version == 6


async def test_a_head_that_came_from_redis_is_not_written_back(region: Harness) -> None:
    """Requests under way when HEAD expires must not revive it: the table is to be asked."""
    await region.beacon.advance("ada", 5)
    admission = await region.admit()
    await region.advance(61)
    await region.gate.settle(Settlement("ada", "key-1", 5, admission.lease, "llm:response:q", "answer"))

    assert (await region.admit()).head_version is None


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
