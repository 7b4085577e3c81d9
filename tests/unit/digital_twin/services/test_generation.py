"""The provider chain: one attempt each, in order, and the evidence itself when nobody else speaks."""

from __future__ import annotations

from fakes.models import ScriptedModel

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Audience
from digital_twin.domain.answer import Usage
from digital_twin.domain.evidence import Chunk, Evidence
from digital_twin.domain.questions import read_question
from digital_twin.domain.snapshot import View
from digital_twin.errors import ModelUnavailable
from digital_twin.ports import Completion
from digital_twin.services.generation import RESERVED_SECONDS, Draft, Generator

CHUNK = Chunk("c1", "work", "/work/0", "Acme: Led the billing migration.", Audience.PUBLIC)
EVIDENCE = [Evidence(CHUNK, 0.03, 0.9)]


async def draft(*models: ScriptedModel, seconds: float = 5.0) -> Draft:
    """A draft for one question over one piece of evidence."""
    view = View({CHUNK.id: CHUNK}, frozenset())
    generator = Generator([(model, 2.0) for model in models], lambda: "fence")
    return await generator.draft(read_question("Who led billing?", view), EVIDENCE, Deadline.after(seconds))


async def test_the_first_model_that_completes_is_the_author() -> None:
    """The next in line is not asked."""
    usage = Usage(100, 10)
    first, second = ScriptedModel(Completion("Ada did [1].", usage), provider="a", model="m"), ScriptedModel("unsaid")

    assert await draft(first, second) == Draft("Ada did [1].", "a", "m", usage, degraded=False)
    assert second.prompts == []


async def test_a_model_that_fails_is_asked_once() -> None:
    """Trying again is the next model's turn."""
    first, second = ScriptedModel(ModelUnavailable("down")), ScriptedModel("Ada did [1].", provider="second")

    assert (await draft(first, second)).provider == "second"
    assert (len(first.prompts), len(second.prompts)) == (1, 1)


async def test_when_nobody_completes_the_evidence_speaks_for_itself() -> None:
    """Verbatim, cited, marked degraded."""
    drafted = await draft(ScriptedModel(ModelUnavailable("down")))

    assert drafted == Draft("Acme: Led the billing migration. [1]", "extractive", "extractive", None, degraded=True)


async def test_the_reserve_is_not_the_models_to_use() -> None:
    """With less time than the reserve left, no model is begun."""
    model = ScriptedModel("Ada did [1].")

    assert (await draft(model, seconds=RESERVED_SECONDS / 2)).degraded
    assert model.prompts == []


def test_a_generator_without_models_is_extractive() -> None:
    """Only then may an extract be kept for the next asker."""
    assert Generator([], lambda: "fence").is_extractive
    assert not Generator([(ScriptedModel("x"), 1.0)], lambda: "fence").is_extractive
