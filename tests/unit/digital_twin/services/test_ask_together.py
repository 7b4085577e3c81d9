"""Asking the same at the same time: one flight, in a container and across containers, and what ends it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import override

import pytest
from fakes.clock import FakeClock, come_to_rest
from fakes.models import ScriptedModel
from support.container import HOME, FakeContainer, publish_everywhere
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import BILLING_QUESTION, SALARY_QUESTION

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Tier
from digital_twin.domain.prompt import Prompt
from digital_twin.errors import DeadlineExceeded, ModelUnavailable, StoreUnavailable
from digital_twin.ports import Completion
from digital_twin.services.ask import Asked

SENTENCE = "Ada led the billing migration to event sourcing for 40 million invoices [1]."
ROOMY = Tier("roomy", per_minute=1_000, per_day=1_000, concurrent=1_000)
ASKER = replace(RECRUITER, tier=ROOMY)
SECONDS = 20.0


class HeldModel(ScriptedModel):
    """A model that speaks when it is let; `asked` counts the questions."""

    def __init__(self, *script: str | ModelUnavailable) -> None:
        super().__init__(*script)
        self.asked = 0
        self.may_speak = asyncio.Event()

    @override
    async def complete(self, prompt: Prompt) -> Completion:
        """Wait, then say the line."""
        self.asked += 1
        await self.may_speak.wait()
        return await super().complete(prompt)


class Region:
    """Containers of one region that share its table, Redis, index and model, in a time that passes when told to."""

    def __init__(self, *script: str | ModelUnavailable) -> None:
        self.model = HeldModel(*(script or (SENTENCE,)))
        self.clock = FakeClock(self._time_passed)
        self.first = FakeContainer(self.model)
        self.first.sleep = self.clock.sleep
        self.redis = self.first.redis[HOME]

    def _time_passed(self, now: float) -> None:
        self.redis.now = now

    def another(self) -> FakeContainer:
        """One more container."""
        container = FakeContainer(self.model, store=self.first.store)
        container.redis, container.indexes, container.sleep = self.first.redis, self.first.indexes, self.clock.sleep
        return container

    @property
    def retrievals(self) -> int:
        """How often the index was searched."""
        return self.first.indexes[HOME].calls.count("search")

    @property
    def held(self) -> int:
        """How many concurrency slots are taken."""
        return sum(len(leases) for leases in self.redis.leases.values())

    async def ask(
        self,
        container: FakeContainer,
        principal: Principal = ASKER,
        *,
        question: str = BILLING_QUESTION,
        seconds: float = SECONDS,
    ) -> asyncio.Task[Asked]:
        """Ask, and come to rest."""
        deadline = Deadline.after(seconds, self.clock)
        task = asyncio.create_task(container.ask.ask(principal, question, route="query", deadline=deadline))
        await come_to_rest()
        return task

    async def ask_everywhere(self, containers: Sequence[FakeContainer]) -> list[asyncio.Task[Asked]]:
        """Ask one question once in each."""
        return [await self.ask(container) for container in containers]


async def published(*script: str | ModelUnavailable) -> Region:
    """A region with the profile of the tests."""
    region = Region(*script)
    await publish_everywhere(region.first)
    return region


async def test_thirty_who_ask_the_same_in_a_container_share_one_making() -> None:
    """One retrieval and one completion; each is counted and gives its slot back."""
    region = await published()
    tasks = await region.ask_everywhere([region.first] * 30)
    assert region.held == 30

    region.model.may_speak.set()
    asked = [await task for task in tasks]

    assert (region.retrievals, region.model.asked) == (1, 1)
    assert len({one.answer for one in asked}) == 1
    assert [one.cached for one in asked] == [False] + [True] * 29
    assert [one.limit.remaining for one in asked] == list(range(99, 69, -1))
    assert (region.held, region.redis.flights) == (0, {})


@pytest.mark.parametrize("is_known", [True, False], ids=["HEAD known", "HEAD unknown"])
async def test_thirty_who_ask_the_same_in_as_many_containers_share_one_making(*, is_known: bool) -> None:
    """The leader pays two round trips, a follower one and one for each look; one answer is stored."""
    region = await published()
    if not is_known:
        region.redis.heads.clear()
    before = region.redis.round_trips
    tasks = await region.ask_everywhere([region.first, *(region.another() for _ in range(29))])
    assert region.redis.round_trips == before + 30

    region.model.may_speak.set()
    await come_to_rest()
    assert region.redis.round_trips == before + 31
    await region.clock.advance(0.05)
    asked = [await task for task in tasks]

    assert (region.retrievals, region.model.asked) == (1, 1)
    assert [one.cached for one in asked] == [False] + [True] * 29
    assert len({one.answer for one in asked}) == 1
    assert region.redis.round_trips == before + 31 + 29 * 2  # one look and giving the slot back
    assert [expires for *_, expires in region.redis.answers.values()] == [3_600]  # stored by the leader alone
    assert (region.held, region.redis.flights) == (0, {})


async def test_the_followers_of_one_container_look_together() -> None:
    """A busy container asks Redis no more often than an idle one."""
    region = await published()
    elsewhere = region.another()
    await region.ask(region.first)
    await region.ask_everywhere([elsewhere] * 10)
    before = region.redis.round_trips

    await region.clock.advance(1.0)

    assert 4 <= region.redis.round_trips - before <= 8
    region.model.may_speak.set()
    await region.clock.advance(1.0)
    assert (region.model.asked, region.held) == (1, 0)


async def test_followers_of_a_crashed_leader_answer_after_its_lease() -> None:
    """It holds them up for eight seconds and no longer; in a container one of them answers for all."""
    region = await published()
    crashed = await region.ask(region.first)
    elsewhere = region.another()
    followers = await region.ask_everywhere([elsewhere] * 3)
    await region.clock.advance(7.9)
    assert region.model.asked == 1

    await region.clock.advance(0.2)
    assert region.model.asked == 2
    region.model.may_speak.set()
    asked = [await follower for follower in followers]

    assert [one.cached for one in asked] == [False, True, True]
    await crashed


async def test_a_follower_waits_for_at_most_half_of_its_time() -> None:
    """With less time than the lease, what is left is enough for an answer of its own."""
    region = await published()
    await region.ask(region.first)
    follower = await region.ask(region.another(), seconds=6.0)
    await region.clock.advance(2.9)
    assert region.model.asked == 1

    await region.clock.advance(0.1)

    assert region.model.asked == 2
    region.model.may_speak.set()
    assert not (await follower).cached


async def test_the_leaders_failure_lets_a_follower_answer_at_once() -> None:
    """What is degraded is not stored, but ends the flight: the follower tries itself at its next look."""
    region = await published(ModelUnavailable("down"), SENTENCE)
    leader = await region.ask(region.first)
    follower = await region.ask(region.another())

    region.model.may_speak.set()
    await region.clock.advance(0.1)

    assert (await leader).answer.degraded
    asked = await follower
    assert (asked.answer.degraded, asked.cached) == (False, False)
    assert len(region.redis.answers) == 1


async def test_a_cancelled_leader_lets_a_follower_answer_at_once() -> None:
    """A caller that hangs up gives slot and flight back."""
    region = await published()
    leader = await region.ask(region.first)
    follower = await region.ask(region.another())
    leader.cancel()
    region.model.may_speak.set()

    await region.clock.advance(0.1)

    assert not (await follower).cached
    assert region.held == 0


async def test_one_callers_cancellation_takes_the_answer_from_nobody() -> None:
    """Those who asked the same in that container get the answer, and one of them stores it."""
    region = await published()
    leader, *others = await region.ask_everywhere([region.first] * 3)
    leader.cancel()
    await come_to_rest()
    region.model.may_speak.set()

    asked = [await other for other in others]

    assert [one.cached for one in asked] == [False, True]
    assert region.model.asked == 1
    assert (len(region.redis.answers), region.held) == (1, 0)


async def test_with_the_table_down_everybody_is_told_and_nothing_stays_taken() -> None:
    """Who joined a flight that failed tries by itself, and fails for its own reason."""
    region = await published()
    region.first.store.unavailable = True

    tasks = await region.ask_everywhere([region.first] * 2)

    assert [type(task.exception()) for task in tasks] == [StoreUnavailable] * 2
    assert (region.held, region.redis.flights) == (0, {})


async def test_who_has_more_time_than_a_degraded_answer_had_tries_again() -> None:
    """One caller's short deadline does not make another's answer worse."""
    region = await published()
    hurried = await region.ask(region.first, seconds=0.6)
    patient = await region.ask(region.first)

    assert (await hurried).answer.degraded
    region.model.may_speak.set()

    assert not (await patient).answer.degraded


async def test_who_has_less_time_than_the_flight_answers_by_itself() -> None:
    """Its answer comes within its own deadline; the flight goes on."""
    region = await published()
    patient = await region.ask(region.first)

    hurried = await region.ask(region.first, seconds=0.2)

    assert (await hurried).answer.degraded
    region.model.may_speak.set()
    assert not (await patient).answer.degraded


async def test_without_redis_everybody_answers() -> None:
    """Containers know nothing of each other; nobody waits."""
    region = await published()
    region.redis.unavailable = True
    region.model.may_speak.set()

    asked = [await task for task in await region.ask_everywhere([region.first, region.another()])]

    assert [one.cached for one in asked] == [False, False]
    assert region.model.asked == 2


async def test_a_follower_that_loses_redis_answers_by_itself() -> None:
    """The next look fails, and that is the end of waiting."""
    region = await published()
    await region.ask(region.first)
    follower = await region.ask(region.another())
    region.redis.unavailable = True
    region.model.may_speak.set()

    await region.clock.advance(0.05)

    assert not (await follower).cached


async def test_audiences_never_share_a_flight() -> None:
    """The same question of three audiences in two containers at once is three flights."""
    region = await published()
    containers = [region.first, region.another()]
    people = [replace(person, tier=ROOMY) for person in (OWNER, RECRUITER, PUBLIC)]
    tasks = [await region.ask(container, person) for container in containers for person in people]
    assert (region.model.asked, len(region.redis.flights)) == (3, 3)

    region.model.may_speak.set()
    await region.clock.advance(0.1)

    assert [(await task).cached for task in tasks] == [False] * 3 + [True] * 3
    assert region.model.asked == 3


async def test_who_asks_after_a_commit_does_not_share_an_answer_from_before_it() -> None:
    """In the container of the older flight and in another, the new version is asked."""
    region = await published()
    elsewhere = region.another()
    before = await region.ask(region.first)
    await publish_everywhere(region.first)
    after = await region.ask(region.first)
    followers = await region.ask_everywhere([region.first, elsewhere])
    assert region.model.asked == 2

    region.model.may_speak.set()
    await region.clock.advance(0.1)

    assert (await before).answer.profile_version == 1
    assert [(await task).answer.profile_version for task in (after, *followers)] == [2, 2, 2]
    assert [kept.version for kept, _ in region.redis.answers.values()] == [2]


async def test_a_secret_asked_for_by_all_at_once_is_told_to_its_audience_alone() -> None:
    """Whoever asks first, and however many."""
    container = FakeContainer()
    await publish_everywhere(container)
    people = [replace(person, tier=ROOMY) for person in (OWNER, RECRUITER, PUBLIC)] * 5

    asked = await asyncio.gather(
        *(container.ask.ask(person, SALARY_QUESTION, route="query", deadline=container.deadline()) for person in people)
    )

    assert ["150000" in one.answer.text for one in asked] == [True, True, False] * 5


async def test_a_deadline_that_has_passed_leaves_nothing_taken() -> None:
    """Neither slot nor flight outlives the request."""
    region = await published()

    with pytest.raises(DeadlineExceeded):
        await region.first.ask.ask(ASKER, BILLING_QUESTION, route="query", deadline=Deadline.after(0, region.clock))

    assert (region.held, region.redis.flights) == (0, {})
