"""The provider chain: one attempt each, in order, and the evidence itself when nobody else speaks."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from fakes.models import ScriptedModel

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Audience
from digital_twin.domain.answer import Usage
from digital_twin.domain.cooldowns import LONG_SECONDS, LONGEST_WISH_SECONDS, SHORT_SECONDS, Cooldown
from digital_twin.domain.evidence import Chunk, Evidence
from digital_twin.domain.pricing import Price
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.snapshot import View
from digital_twin.errors import ModelFailure, ModelUnavailable
from digital_twin.ports import Completion
from digital_twin.services.generation import (
    FAIR_SECONDS,
    RESERVED_SECONDS,
    Candidate,
    Draft,
    Generator,
    attempt_seconds,
)

CHUNK = Chunk("c1", "work", "/work/0", "Acme: Led the billing migration.", Audience.PUBLIC)
EVIDENCE = [Evidence(CHUNK, 0.03, 0.9)]
EXTRACT = "Acme: Led the billing migration. [1]"
SAID = "Ada did [1]."
PRICE = Price(1.0, 10.0)


def chain(*models: ScriptedModel, price: Price | None = None) -> Generator:
    """A chain whose every candidate has the same time and price."""
    return Generator([Candidate(model, 2.0, price) for model in models], lambda: "fence")


async def draft(
    *models: ScriptedModel,
    seconds: float = 5.0,
    cooling: Mapping[str, float] | None = None,
    price: Price | None = None,
) -> Draft:
    """A draft for one question over one piece of evidence."""
    view = View({CHUNK.id: CHUNK}, frozenset(), frozenset({CHUNK.id}))
    question = read_question("Who led billing?", view)
    return await chain(*models, price=price).draft(question, EVIDENCE, Deadline.after(seconds), cooling or {})


def failing(
    kind: ModelFailure, *, provider: str = "a", model: str = "m", retry_after: float | None = None
) -> ScriptedModel:
    """A model that fails the same way whenever it is asked."""
    return ScriptedModel(
        ModelUnavailable("out of order", kind=kind, retry_after=retry_after), provider=provider, model=model
    )


async def test_the_first_model_that_completes_is_the_author() -> None:
    """The next in line is not asked."""
    usage = Usage(100, 10)
    first, second = ScriptedModel(Completion(SAID, usage), provider="a", model="m"), ScriptedModel("unsaid")

    assert await draft(first, second) == Draft(SAID, "a", "m", usage, degraded=False)
    assert second.prompts == []


async def test_a_model_that_fails_is_asked_once() -> None:
    """Trying again is the next model's turn."""
    first, second = failing(ModelFailure.FAILED), ScriptedModel(SAID, provider="second")

    assert (await draft(first, second)).provider == "second"
    assert (len(first.prompts), len(second.prompts)) == (1, 1)


async def test_when_nobody_completes_the_evidence_speaks_for_itself() -> None:
    """Verbatim, cited, marked degraded."""
    drafted = await draft(failing(ModelFailure.UNSUITABLE))

    assert drafted == Draft(EXTRACT, "extractive", "extractive", None, degraded=True)


async def test_the_reserve_is_not_the_models_to_use() -> None:
    """With less time than the reserve left, no model is begun."""
    model = ScriptedModel(SAID)

    assert (await draft(model, seconds=RESERVED_SECONDS / 2)).degraded
    assert model.prompts == []


def test_a_generator_without_models_is_extractive() -> None:
    """Only then may an extract be kept for the next asker."""
    assert chain().is_extractive
    assert not chain(ScriptedModel("x")).is_extractive


# -- cooldowns -------------------------------------------------------------------------------------------------------


def test_a_chain_knows_which_cooldowns_concern_it() -> None:
    """Each provider once, each model, in their order."""
    models = [ScriptedModel("x", provider=provider, model=model) for provider, model in ("am", "an", "bm")]
    assert chain(*models).cooldown_names == ("a", "a:m", "a:n", "b", "b:m")
    assert chain().cooldown_names == ()


@pytest.mark.parametrize("name", ["a", "a:m"])
async def test_a_cooling_model_is_not_asked(name: str) -> None:
    """Not even to fail: the next has all the time, and answers as well as ever."""
    first, second = ScriptedModel("unsaid", provider="a", model="m"), ScriptedModel(SAID, provider="b")

    drafted = await draft(first, second, cooling={name: 12.0})

    assert (drafted.provider, drafted.degraded, drafted.cooldowns) == ("b", False, ())
    assert first.prompts == []


async def test_with_every_model_cooling_the_extracts_come_without_a_call() -> None:
    """Degraded, and at once."""
    models = [ScriptedModel("unsaid", provider=name) for name in "ab"]

    drafted = await draft(*models, cooling={"a": 12.0, "b:script-1": 0.5})

    assert drafted == Draft(EXTRACT, "extractive", "extractive", None, degraded=True)
    assert [model.prompts for model in models] == [[], []]


@pytest.mark.parametrize(
    ("kind", "name", "seconds"),
    [
        (ModelFailure.FAILED, "a:m", SHORT_SECONDS),
        (ModelFailure.TIMEOUT, "a:m", SHORT_SECONDS),
        (ModelFailure.REJECTED, "a:m", LONG_SECONDS),
        (ModelFailure.UNAUTHORIZED, "a", LONG_SECONDS),
    ],
)
async def test_a_failure_leads_to_its_cooldown(kind: ModelFailure, name: str, seconds: float) -> None:
    """Whoever answers instead."""
    drafted = await draft(failing(kind), ScriptedModel(SAID, provider="b"))
    assert drafted.cooldowns == (Cooldown(name, seconds, kind),)


async def test_a_fallback_that_fails_cools_down_too() -> None:
    """Each by its own failure."""
    drafted = await draft(
        failing(ModelFailure.FAILED, provider="a"),
        failing(ModelFailure.REJECTED, provider="b"),
        ScriptedModel(SAID, provider="c"),
    )
    assert [(cooldown.name, cooldown.seconds) for cooldown in drafted.cooldowns] == [
        ("a:m", SHORT_SECONDS),
        ("b:m", LONG_SECONDS),
    ]


async def test_the_last_to_fail_cools_down_as_well() -> None:
    """Extracts leave behind what was learned."""
    drafted = await draft(failing(ModelFailure.FAILED, provider="a"), failing(ModelFailure.FAILED, provider="b"))
    assert drafted.degraded
    assert [cooldown.name for cooldown in drafted.cooldowns] == ["a:m", "b:m"]


@pytest.mark.parametrize(("wish", "seconds"), [(4.0, 4.0), (100_000.0, LONGEST_WISH_SECONDS)])
async def test_a_wish_to_be_left_alone_is_heeded(wish: float, seconds: float) -> None:
    """Up to a bound."""
    drafted = await draft(failing(ModelFailure.RATE_LIMITED, retry_after=wish))
    assert drafted.cooldowns == (Cooldown("a:m", seconds, ModelFailure.RATE_LIMITED),)


async def test_a_refused_key_is_not_tried_for_the_same_providers_next_model() -> None:
    """It would be refused again."""
    first, second = failing(ModelFailure.UNAUTHORIZED), ScriptedModel("unsaid", provider="a", model="n")

    assert (await draft(first, second, ScriptedModel(SAID, provider="b"))).provider == "b"
    assert second.prompts == []


async def test_a_rejected_model_does_not_keep_its_provider_from_being_asked() -> None:
    """Only that model is gone."""
    second = ScriptedModel(SAID, provider="a", model="n")
    assert (await draft(failing(ModelFailure.REJECTED), second)).model == "n"


@pytest.mark.parametrize(
    ("kind", "event", "level"),
    [
        (ModelFailure.UNAUTHORIZED, "generation.model_refused", "ERROR"),
        (ModelFailure.REJECTED, "generation.model_refused", "ERROR"),
        (ModelFailure.RATE_LIMITED, "generation.model_failed", "WARNING"),
    ],
)
async def test_what_a_person_has_to_mend_is_logged_as_an_error(
    kind: ModelFailure, event: str, level: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The alarm counts these."""
    await draft(failing(kind))
    [line] = [vars(record) for record in caplog.records]
    assert (line["message"], line["levelname"], line["provider"], line["reason"]) == (event, level, "a", kind)


async def test_an_answers_making_is_logged_with_what_it_took(caplog: pytest.LogCaptureFixture) -> None:
    """Who, how long, how many tokens, at what cost; not a word of what was said."""
    with caplog.at_level("INFO"):
        await draft(ScriptedModel(Completion(SAID, Usage(1_000, 100)), provider="a", model="m"), price=PRICE)
    [line] = [vars(record) for record in caplog.records]
    assert line["message"] == "generation.completed"
    assert {name: line[name] for name in ("provider", "model", "input_tokens", "output_tokens", "cost_usd")} == {
        "provider": "a",
        "model": "m",
        "input_tokens": 1_000,
        "output_tokens": 100,
        "cost_usd": 0.002,
    }
    assert line["milliseconds"] >= 0
    assert "Ada" not in str(line)


# -- usage and cost --------------------------------------------------------------------------------------------------


async def test_a_draft_says_what_it_cost() -> None:
    """By the price of who wrote it."""
    drafted = await draft(ScriptedModel(Completion(SAID, Usage(1_000, 100))), price=PRICE)
    assert drafted.usage == Usage(1_000, 100, 0.002)


async def test_what_a_failed_attempt_took_counts_too() -> None:
    """A cut-off answer is on the bill like any other, with the answer that came instead or with none."""
    cut = ScriptedModel(ModelUnavailable("cut", kind=ModelFailure.TRUNCATED, spent=(1_000, 1_500)), provider="a")
    whole = ScriptedModel(Completion(SAID, Usage(1_000, 100)), provider="b")

    assert (await draft(cut, whole, price=PRICE)).usage == Usage(2_000, 1_600, 0.018)
    assert (await draft(cut, price=PRICE)).usage == Usage(1_000, 1_500, 0.016)


# -- time ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "available", "later", "expected"),
    [
        (6.0, 7.0, 0, 6.0),
        (6.0, 4.0, 0, 4.0),
        (6.0, 7.5, 1, 6.0),
        (6.0, 7.0, 1, 7.0 - FAIR_SECONDS),
        (6.0, 7.0, 3, 7.0 - 3 * FAIR_SECONDS),
        (2.0, 7.0, 3, 2.0),
        (6.0, 3.0, 2, 1.0),
        (6.0, 0.4, 3, 0.1),
    ],
)
def test_an_attempt_leaves_the_later_ones_their_time(own: float, available: float, later: int, expected: float) -> None:
    """A fair time each, or an equal share when there is not enough for that."""
    assert attempt_seconds(own, available, later) == pytest.approx(expected)


@pytest.mark.parametrize("own", [0.5, 2.0, 6.0, 60.0])
@pytest.mark.parametrize("candidates", [1, 2, 4, 9])
@pytest.mark.parametrize("available", [0.1, 1.0, 7.0])
def test_all_attempts_together_stay_within_what_there_is(own: float, candidates: int, available: float) -> None:
    """Though each takes all it may."""
    left = available
    for later in reversed(range(candidates)):
        seconds = attempt_seconds(own, left, later)
        assert seconds > 0
        left -= seconds
    assert left >= -1e-9
