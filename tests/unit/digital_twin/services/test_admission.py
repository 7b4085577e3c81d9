"""Admission: what a request may cost, where HEAD is read, and that every slot taken is given back."""

from __future__ import annotations

import asyncio
from typing import override

import pytest
from fakes.redis import FakeGate, FakeRedis
from fakes.store import FakeProfileStore
from support.container import FakeContainer, publish
from support.people import PUBLIC, RECRUITER

from digital_twin.deadline import Deadline
from digital_twin.errors import DeadlineExceeded, LimitReached, NotFound, StoreUnavailable
from digital_twin.ports import Admission, AdmissionRequest, Settlement
from digital_twin.services.admission import LOCAL_QUOTA, ROUTE_PER_MINUTE, Admissions


class SlowGate(FakeGate):
    """A gate whose Redis takes the calls and never answers."""

    @override
    async def admit(self, request: AdmissionRequest) -> Admission:
        """Wait until cancelled."""
        await asyncio.Event().wait()
        return await super().admit(request)

    @override
    async def settle(self, settlement: Settlement) -> None:
        """Wait until cancelled."""
        await asyncio.Event().wait()


class DistantGate(FakeGate):
    """A gate whose Redis takes a moment to be told."""

    @override
    async def settle(self, settlement: Settlement) -> None:
        """Let the loop turn once, as a socket would."""
        await asyncio.sleep(0)
        await super().settle(settlement)


class Bench:
    """Admissions over fakes, with a clock in seconds."""

    def __init__(self, gate: FakeGate | None = None) -> None:
        self.container = FakeContainer()
        self.gate = gate or FakeGate(FakeRedis())
        self.now = 0.0
        self.pauses: list[float] = []
        self.admissions = Admissions(self.gate, self.container.store, lambda: self.now, self._pause)

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds
        self.redis.now = self.now

    @property
    def redis(self) -> FakeRedis:
        """The gate's Redis."""
        return self.gate.redis

    @property
    def store(self) -> FakeProfileStore:
        """The table."""
        return self.container.store

    @property
    def held(self) -> int:
        """How many concurrency slots are taken."""
        return sum(len(leases) for leases in self.redis.leases.values())


def deadline() -> Deadline:
    """More time than any of these tests needs."""
    return Deadline.after(5)


async def test_a_known_head_saves_the_table() -> None:
    """The version comes with the admission; a warm region reads no table for it."""
    bench = Bench()
    await publish(bench.container)
    bench.redis.advance("ada", 1)
    bench.store.calls.clear()

    ticket = await bench.admissions.enter(PUBLIC, "query", deadline())

    assert (ticket.head_version, bench.store.calls) == (1, [])


async def test_an_unknown_head_is_read_from_the_table_and_made_known() -> None:
    """What one request had to read, the next is told by Redis."""
    bench = Bench()
    await publish(bench.container)

    ticket = await bench.admissions.enter(PUBLIC, "query", deadline())
    await bench.admissions.leave(ticket, deadline())

    assert ticket.head_version == 1
    assert bench.redis.head("ada") == 1


async def test_a_head_that_redis_knew_is_not_written_back() -> None:
    """Written back under load it would never expire, and a missed update never be noticed."""
    bench = Bench()
    bench.redis.advance("ada", 1)
    ticket = await bench.admissions.enter(PUBLIC, "query", deadline())
    bench.redis.heads.clear()

    await bench.admissions.leave(ticket, deadline())

    assert bench.redis.head("ada") is None


async def test_leaving_gives_the_slot_back() -> None:
    """As many requests one after the other as there is time for; at once only as many as the tier has slots."""
    bench = Bench()
    bench.redis.advance("ada", 1)
    tickets = [await bench.admissions.enter(PUBLIC, "query", deadline()) for _ in range(PUBLIC.tier.concurrent)]
    with pytest.raises(LimitReached, match="concurrency"):
        await bench.admissions.enter(PUBLIC, "query", deadline())

    await bench.admissions.leave(tickets[0], deadline())

    assert (await bench.admissions.enter(PUBLIC, "query", deadline())).admission.lease is not None


async def test_the_slot_is_given_back_when_nothing_was_published() -> None:
    """A question about nothing holds no slot, and makes no version known."""
    bench = Bench()

    with pytest.raises(NotFound):
        await bench.admissions.enter(PUBLIC, "query", deadline())

    assert bench.held == 0
    assert bench.redis.heads == {}


async def test_the_slot_is_given_back_when_the_head_cannot_be_read() -> None:
    """A table that is down must not use up the caller's slots on top."""
    bench = Bench()
    bench.store.unavailable = True

    with pytest.raises(StoreUnavailable):
        await bench.admissions.enter(PUBLIC, "query", deadline())

    assert bench.held == 0


async def test_the_slot_is_given_back_after_the_deadline() -> None:
    """Leaving late is still leaving."""
    bench = Bench(DistantGate(FakeRedis()))
    bench.redis.advance("ada", 1)
    ticket = await bench.admissions.enter(PUBLIC, "query", deadline())

    await bench.admissions.leave(ticket, Deadline.after(0))

    assert bench.held == 0


async def test_a_follower_looks_often_at_first_and_until_the_leaders_lease_is_over() -> None:
    """The pauses grow from 50 ms to 250 ms and end with the lease of eight seconds."""
    bench = Bench()
    bench.redis.advance("ada", 1)
    leader, follower = [await bench.admissions.enter(PUBLIC, "query", deadline(), "llm:response:q") for _ in range(2)]

    followed = await bench.admissions.follow(follower, Deadline.after(20, lambda: bench.now))

    assert (leader.follows, follower.follows, followed) == (False, True, None)
    assert bench.pauses[:3] == pytest.approx([0.05, 0.075, 0.1125])
    assert max(bench.pauses) == 0.25
    assert sum(bench.pauses) == pytest.approx(8)


async def test_a_follower_is_served_no_answer_of_another_version() -> None:
    """An answer that others keep meanwhile is not the one it waits for."""
    bench = Bench()
    bench.redis.advance("ada", 1)
    leader, follower = [await bench.admissions.enter(PUBLIC, "query", deadline(), "llm:response:q") for _ in range(2)]
    await bench.gate.settle(Settlement("ada", "another", 2, None, "llm:response:q", "of version 2"))
    await bench.admissions.leave(leader, deadline(), "of version 1")

    assert await bench.admissions.follow(follower, Deadline.after(20, lambda: bench.now)) is None


async def test_who_follows_nobody_does_not_wait() -> None:
    """Without a key, or as the leader, there is no look and no pause."""
    bench = Bench()
    bench.redis.advance("ada", 1)
    tickets = [await bench.admissions.enter(PUBLIC, "query", deadline(), key) for key in (None, "llm:response:q")]
    before = bench.redis.round_trips

    assert [await bench.admissions.follow(ticket, deadline()) for ticket in tickets] == [None, None]
    assert (bench.pauses, bench.redis.round_trips) == ([], before)


@pytest.mark.parametrize("route", sorted(ROUTE_PER_MINUTE))
async def test_each_route_has_a_limit_of_its_own(route: str) -> None:
    """The reply names the tightest limit; for a paying tier that is the route's."""
    bench = Bench()
    bench.redis.advance("ada", 1)

    limit = (await bench.admissions.enter(RECRUITER, route, deadline())).admission.limit

    assert limit.quota == min(ROUTE_PER_MINUTE[route], RECRUITER.tier.per_minute)


async def test_with_redis_down_the_head_is_read_from_the_table() -> None:
    """Reads go on; the ticket holds no slot and no kept answer."""
    bench = Bench()
    await publish(bench.container)
    bench.redis.unavailable = True

    ticket = await bench.admissions.enter(PUBLIC, "query", deadline(), "llm:response:key")

    assert (ticket.head_version, ticket.kept_answer, ticket.admission.lease) == (1, None, None)
    assert (ticket.admission.limit.name, ticket.admission.limit.remaining) == ("container", LOCAL_QUOTA - 1)


async def test_with_redis_down_leaving_does_not_try_it_again() -> None:
    """One failed call is enough; the answer need not wait for a second."""
    bench = Bench()
    await publish(bench.container)
    bench.redis.unavailable = True
    ticket = await bench.admissions.enter(PUBLIC, "query", deadline())

    await bench.admissions.leave(ticket, deadline(), '{"answer": "kept?"}')

    assert bench.redis.round_trips == 1


async def test_the_containers_quota_ends_and_begins_anew_each_minute() -> None:
    """A lost Redis must not mean unlimited questions; the refusal says when to come back."""
    bench = Bench()
    await publish(bench.container)
    bench.redis.unavailable = True
    bench.now = 70.0
    for _ in range(LOCAL_QUOTA):
        await bench.admissions.enter(PUBLIC, "query", deadline())

    with pytest.raises(LimitReached) as caught:
        await bench.admissions.enter(PUBLIC, "query", deadline())
    bench.now = 120.0
    ticket = await bench.admissions.enter(PUBLIC, "query", deadline())

    assert (caught.value.limit, caught.value.quota, caught.value.retry_after) == ("container", LOCAL_QUOTA, 50)
    assert ticket.admission.limit.remaining == LOCAL_QUOTA - 1


async def test_a_limit_redis_names_is_passed_on() -> None:
    """The container's quota is no way around a limit."""
    bench = Bench()
    bench.redis.advance("ada", 1)
    for _ in range(PUBLIC.tier.per_minute):
        await bench.admissions.leave(await bench.admissions.enter(PUBLIC, "query", deadline()), deadline())

    with pytest.raises(LimitReached) as caught:
        await bench.admissions.enter(PUBLIC, "query", deadline())

    assert (caught.value.limit, caught.value.quota) == ("minute", PUBLIC.tier.per_minute)


async def test_a_redis_that_hangs_is_as_good_as_down() -> None:
    """It is waited for within the deadline only, and leaving waits for it no longer either."""
    bench = Bench(SlowGate(FakeRedis()))

    with pytest.raises(DeadlineExceeded):
        await bench.admissions.enter(PUBLIC, "query", Deadline.after(0.02))
