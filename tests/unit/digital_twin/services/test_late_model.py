"""A model that is made when it is first asked."""

from __future__ import annotations

import pytest
from fakes.models import ScriptedModel

from digital_twin.errors import ModelFailure, ModelUnavailable
from digital_twin.ports import ChatModel, Prompt
from digital_twin.services.late_model import LateModel

PROMPT = Prompt("system", "user")


async def test_a_model_is_made_by_its_first_question_and_once() -> None:
    """Until then its names are all that is known of it."""
    made: list[ScriptedModel] = []

    def make() -> ChatModel:
        made.append(ScriptedModel("first", "second"))
        return made[-1]

    late = LateModel("groq", "a", make)
    assert (late.provider, late.model, made) == ("groq", "a", [])

    assert [(await late.complete(PROMPT)).text for _ in range(2)] == ["first", "second"]
    [model] = made
    assert model.prompts == [PROMPT, PROMPT]


async def test_what_a_model_raises_is_passed_on() -> None:
    """The chain decides by it."""
    late = LateModel("groq", "a", lambda: ScriptedModel(ModelUnavailable("down", kind=ModelFailure.FAILED)))

    with pytest.raises(ModelUnavailable, match="down"):
        await late.complete(PROMPT)
