"""Turning evidence into a draft: each model of the chain in turn, then the extractive answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digital_twin.deadline import Deadline
from digital_twin.domain.answer import Usage
from digital_twin.domain.evidence import Evidence
from digital_twin.domain.extractive import extract
from digital_twin.domain.prompt import build_prompt
from digital_twin.domain.questions import Question
from digital_twin.errors import ModelUnavailable
from digital_twin.ports import ChatModel
from digital_twin.telemetry import log

EXTRACTIVE = "extractive"

# Seconds kept back from the models so that the last resort can still answer within the deadline.
RESERVED_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Draft:
    """An unchecked answer and who wrote it; `degraded` when it is the last resort's."""

    text: str
    provider: str
    model: str
    usage: Usage | None
    degraded: bool


class Generator:
    """The provider chain. Never fails: the extractive answer needs nothing but the evidence."""

    def __init__(self, models: Sequence[tuple[ChatModel, float]], new_fence: Callable[[], str]) -> None:
        """Wire the chain.

        Args:
            models: the candidates in order, each with the seconds one attempt may take.
            new_fence: makes a random word for each prompt.
        """
        self._models = models
        self._new_fence = new_fence

    @property
    def is_extractive(self) -> bool:
        """Whether no model is configured, so that the extractive answer is the best there is."""
        return not self._models

    async def draft(self, question: Question, evidence: Sequence[Evidence], deadline: Deadline) -> Draft:
        """A draft over numbered evidence (at least one piece)."""
        for model, seconds in self._models:
            available = min(seconds, deadline.remaining - RESERVED_SECONDS)
            if available <= 0:
                log.warning("generation.no_time_left", provider=model.provider, model=model.model)
                break
            try:
                async with deadline.limit(available, ModelUnavailable, f"{model.provider} {model.model}"):
                    completion = await model.complete(build_prompt(question.text, evidence, self._new_fence()))
            except ModelUnavailable as error:
                log.warning("generation.model_failed", provider=model.provider, model=model.model, reason=error.kind)
                continue
            return Draft(completion.text, model.provider, model.model, completion.usage, degraded=False)
        return Draft(extract(question, evidence), EXTRACTIVE, EXTRACTIVE, None, degraded=True)
