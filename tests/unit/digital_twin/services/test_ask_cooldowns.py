"""Asking while models cool down: what one request found out spares the next ones the attempt, and nobody else."""

from __future__ import annotations

import asyncio
from typing import override

from fakes.models import ScriptedModel
from fakes.redis import FakeGate
from support.container import HOME, FakeContainer, publish_everywhere
from support.people import RECRUITER
from support.profiles import BILLING_QUESTION, SALARY_QUESTION
from support.virtual_time import in_virtual_time, virtual_now

from digital_twin.deadline import Deadline
from digital_twin.domain.answer import AnswerStatus
from digital_twin.domain.cooldowns import LONG_SECONDS, SHORT_SECONDS
from digital_twin.errors import CacheUnavailable, ModelFailure, ModelUnavailable
from digital_twin.ports import Completion, Prompt, Settlement
from digital_twin.services.ask import Asked

BILLING_SENTENCE = "Ada led the billing migration to event sourcing for 40 million invoices [1]."


class SilentModel(ScriptedModel):
    """A model that takes the prompt and never says anything."""

    @override
    async def complete(self, prompt: Prompt) -> Completion:
        """Wait until cancelled."""
        self.prompts.append(prompt)
        await asyncio.Event().wait()
        raise AssertionError("nothing ends this wait but a cancellation")


async def ask(container: FakeContainer, question: str = BILLING_QUESTION, deadline: Deadline | None = None) -> Asked:
    """Ask as a recruiter over the route `query`."""
    return await container.ask.ask(RECRUITER, question, route="query", deadline=deadline or container.deadline())


def failing(kind: ModelFailure = ModelFailure.FAILED, *, provider: str, model: str = "m") -> ScriptedModel:
    """A model whose every call fails."""
    return ScriptedModel(ModelUnavailable("out of order", kind=kind), provider=provider, model=model)


def writing(provider: str, model: str = "m") -> ScriptedModel:
    """A model that is well."""
    return ScriptedModel(BILLING_SENTENCE, provider=provider, model=model)


def asked_of(*models: ScriptedModel) -> list[int]:
    """How often each model was asked."""
    return [len(model.prompts) for model in models]


async def test_a_model_that_failed_is_left_alone_by_the_next_request() -> None:
    """Two round trips to Redis each, as ever: cooldowns travel with admission and settlement."""
    first, second = failing(provider="a"), writing("b")
    container = FakeContainer(first, second)
    await publish_everywhere(container)
    redis = container.redis[HOME]
    before = redis.round_trips

    one, other = await ask(container), await ask(container, f"{BILLING_QUESTION} Really?")

    assert redis.round_trips == before + 4
    assert (one.answer.provider, other.answer.provider) == ("b", "b")
    assert asked_of(first, second) == [1, 2]


async def test_another_container_leaves_it_alone_as_well() -> None:
    """They share nothing but Redis."""
    seen, unseen = failing(provider="a"), writing("a")
    one, other = FakeContainer(seen, writing("b")), FakeContainer(unseen, writing("b"))
    other.redis = one.redis
    await publish_everywhere(one)
    await publish_everywhere(other)

    await ask(one)
    answer = (await ask(other, f"{BILLING_QUESTION} Really?")).answer

    assert answer.provider == "b"
    assert asked_of(seen, unseen) == [1, 0]


async def test_after_its_cooldown_a_model_is_asked_again() -> None:
    """And not a moment before."""
    first = failing(provider="a")
    container = FakeContainer(first, writing("b"))
    await publish_everywhere(container)
    await ask(container)

    container.redis[HOME].now += SHORT_SECONDS - 1
    await ask(container, f"{BILLING_QUESTION} Really?")
    assert asked_of(first) == [1]
    container.redis[HOME].now += 1
    await ask(container, f"{BILLING_QUESTION} Really, really?")
    assert asked_of(first) == [2]


async def test_what_a_fallback_writes_while_the_first_cools_is_whole_and_kept() -> None:
    """It was checked like any other."""
    container = FakeContainer(failing(provider="a"), writing("b"))
    await publish_everywhere(container)
    await ask(container, SALARY_QUESTION)

    first, second = await ask(container), await ask(container)

    assert (first.answer.provider, first.answer.degraded) == ("b", False)
    assert (first.cached, second.cached) == (False, True)


async def test_with_every_model_cooling_extracts_answer_at_once_and_are_not_kept() -> None:
    """Nobody is asked; the next asker has a chance at a whole answer."""
    models = [failing(provider=name) for name in "ab"]
    container = FakeContainer(*models)
    await publish_everywhere(container)
    await ask(container)

    asked = [await ask(container) for _ in range(2)]

    assert [(one.answer.status, one.answer.provider, one.answer.degraded, one.cached) for one in asked] == [
        (AnswerStatus.ANSWERED, "extractive", True, False)
    ] * 2
    assert asked_of(*models) == [1, 1]


async def test_a_refused_key_cools_all_its_providers_models_for_long() -> None:
    """Until a person has mended it; the providers beside it go on."""
    first, second = failing(ModelFailure.UNAUTHORIZED, provider="a"), writing("a", "n")
    container = FakeContainer(first, second, writing("b"))
    await publish_everywhere(container)
    await ask(container)

    container.redis[HOME].now += LONG_SECONDS - 1
    await ask(container, f"{BILLING_QUESTION} Really?")

    assert asked_of(first, second) == [1, 0]


async def test_without_redis_each_container_remembers_by_itself() -> None:
    """By its own clock."""
    first = failing(provider="a")
    container = FakeContainer(first, writing("b"))
    await publish_everywhere(container)
    container.redis[HOME].unavailable = True

    await ask(container)
    container.clock += SHORT_SECONDS - 1
    await ask(container)
    assert asked_of(first) == [1]
    container.clock += 1
    await ask(container)
    assert asked_of(first) == [2]


class ForgetfulGate(FakeGate):
    """A gate that lets in and can be told nothing."""

    @override
    async def settle(self, settlement: Settlement) -> None:
        """Fail."""
        raise CacheUnavailable("the fake Redis cannot be told")


async def test_what_redis_could_not_be_told_the_container_remembers() -> None:
    """A lost settlement does not lose what was found out."""
    first = failing(provider="a")
    container = FakeContainer(first, writing("b"))
    await publish_everywhere(container)
    vars(container)["gate"] = ForgetfulGate(container.redis[HOME])

    await ask(container)
    await ask(container)

    assert asked_of(first) == [1]


async def test_of_those_who_share_an_answer_one_leaves_its_cooldowns() -> None:
    """The making is one, and so is what was found out."""
    container = FakeContainer(failing(provider="a"), writing("b"))
    await publish_everywhere(container)
    told: list[Settlement] = []

    class ListeningGate(FakeGate):
        @override
        async def settle(self, settlement: Settlement) -> None:
            told.append(settlement)
            await super().settle(settlement)

    vars(container)["gate"] = ListeningGate(container.redis[HOME])

    await asyncio.gather(*(ask(container) for _ in range(5)))

    assert [len(settlement.cooldowns) for settlement in told].count(1) == 1
    assert len(told) == 5


@in_virtual_time
async def test_a_chain_of_models_that_hang_ends_within_the_deadline() -> None:
    """Each gets a turn long enough to be blamed for, and the extracts arrive in time."""
    models = [SilentModel("unsaid", provider=name) for name in "abcd"]
    container = FakeContainer(*models, deadline_seconds=8.0)
    await publish_everywhere(container)

    answer = (await ask(container, deadline=Deadline.after(8.0, virtual_now))).answer

    assert (answer.provider, answer.degraded) == ("extractive", True)
    assert virtual_now() <= 8.0
    assert asked_of(*models) == [1, 1, 1, 1]
    assert set(container.redis[HOME].cooldowns) == {f"{name}:script-1" for name in "abcd"}


@in_virtual_time
async def test_who_was_given_too_little_time_is_not_blamed() -> None:
    """A request that comes to the models late says nothing of how quick they are."""
    model = SilentModel("unsaid", provider="a")
    container = FakeContainer(model)
    await publish_everywhere(container)

    answer = (await ask(container, deadline=Deadline.after(1.5, virtual_now))).answer

    assert answer.provider == "extractive"
    assert asked_of(model) == [1]
    assert container.redis[HOME].cooldowns == {}


async def test_a_question_that_a_model_will_not_take_costs_others_nothing() -> None:
    """Its provider's rules are about that question."""
    first = failing(ModelFailure.UNSUITABLE, provider="a")
    container = FakeContainer(first, writing("b"))
    await publish_everywhere(container)

    await ask(container)
    await ask(container, f"{BILLING_QUESTION} Really?")

    assert asked_of(first) == [2]
