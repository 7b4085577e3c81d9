"""Turning evidence into a draft: each model of the chain in turn, then the extractive answer.

Keeps nothing between drafts: which models to leave alone is told by the caller, who is told what was learned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from digital_twin.deadline import Deadline
from digital_twin.domain.answer import Usage
from digital_twin.domain.cooldowns import LASTING, Cooldown, cooldown_after, cooldown_names, is_cooling
from digital_twin.domain.evidence import Evidence
from digital_twin.domain.extractive import extract
from digital_twin.domain.pricing import Price, priced, total
from digital_twin.domain.prompt import Prompt, build_prompt
from digital_twin.domain.questions import Question
from digital_twin.errors import ModelFailure, ModelUnavailable
from digital_twin.ports import ChatModel
from digital_twin.telemetry import log

EXTRACTIVE = "extractive"

# Seconds kept back from the models so that the last resort can still answer within the deadline.
RESERVED_SECONDS = 0.5

# Seconds within which a model that is well answers (p99 of the seed's budget, 1.2 s, and some): as much is left for
# each that may have to stand in, and one that was given less is not blamed for taking longer.
FAIR_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model of the chain, the seconds one attempt may take, and its price if that is known."""

    model: ChatModel
    seconds: float
    price: Price | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An unchecked answer and who wrote it; `degraded` when it is the last resort's.

    `usage` is of all attempts that counted tokens, the failed ones too; `cooldowns` are what the failed ones led to.
    """

    text: str
    provider: str
    model: str
    usage: Usage | None
    degraded: bool
    cooldowns: tuple[Cooldown, ...] = ()


class Generator:
    """The provider chain. Never fails: the extractive answer needs nothing but the evidence."""

    def __init__(self, candidates: Sequence[Candidate], new_fence: Callable[[], str]) -> None:
        """Wire the chain.

        Args:
            candidates: the models in order.
            new_fence: makes a random word for each prompt.
        """
        self._candidates = candidates
        self._new_fence = new_fence
        names = (cooldown_names(candidate.model.provider, candidate.model.model) for candidate in candidates)
        self._cooldown_names = tuple(dict.fromkeys(chain.from_iterable(names)))

    @property
    def is_extractive(self) -> bool:
        """Whether no model is configured, so that the extractive answer is the best there is."""
        return not self._candidates

    @property
    def cooldown_names(self) -> tuple[str, ...]:
        """The names of all cooldowns that a draft depends on."""
        return self._cooldown_names

    async def draft(
        self, question: Question, evidence: Sequence[Evidence], deadline: Deadline, cooling: Mapping[str, float]
    ) -> Draft:
        """A draft over numbered evidence (at least one piece).

        Args:
            question: what is asked.
            evidence: what may be told.
            deadline: the request's; all attempts together stay within it.
            cooling: the seconds left of cooldowns, by name; whom they concern is not asked.
        """
        ready = [
            candidate
            for candidate in self._candidates
            if not is_cooling(candidate.model.provider, candidate.model.model, cooling)
        ]
        if self._candidates and not ready:
            log.warning("generation.all_cooling", models=len(self._candidates))
        tried = _Tried()
        for number, candidate in enumerate(ready, start=1):
            provider, model = candidate.model.provider, candidate.model.model
            # An earlier failure may have been about the key that this one would use too.
            if is_cooling(provider, model, tried.cooling):
                continue
            available = deadline.remaining - RESERVED_SECONDS
            if available <= 0:
                log.warning("generation.no_time_left", provider=provider, model=model)
                break
            seconds = attempt_seconds(candidate.seconds, available, len(ready) - number)
            prompt = build_prompt(question.text, evidence, self._new_fence())
            text = await _attempt(candidate, prompt, seconds, deadline, tried)
            if text is not None:
                return Draft(
                    text, provider, model, total(tried.spent), degraded=False, cooldowns=tuple(tried.cooldowns)
                )
        text = extract(question, evidence)
        return Draft(text, EXTRACTIVE, EXTRACTIVE, total(tried.spent), degraded=True, cooldowns=tuple(tried.cooldowns))


@dataclass(frozen=True, slots=True)
class _Tried:
    """What the attempts so far took, and what they led to."""

    spent: list[Usage] = field(default_factory=list[Usage])
    cooldowns: list[Cooldown] = field(default_factory=list[Cooldown])

    @property
    def cooling(self) -> Mapping[str, float]:
        return {cooldown.name: cooldown.seconds for cooldown in self.cooldowns}


async def _attempt(
    candidate: Candidate, prompt: Prompt, seconds: float, deadline: Deadline, tried: _Tried
) -> str | None:
    """What a model says in its time; None if it fails. What the attempt took and led to is added to `tried`."""
    provider, model = candidate.model.provider, candidate.model.model
    began = deadline.clock()
    try:
        async with deadline.limit(seconds, ModelUnavailable, f"{provider} {model}"):
            completion = await candidate.model.complete(prompt)
    except ModelUnavailable as error:
        usage = priced(Usage(*error.spent), candidate.price) if error.spent else None
        _log_failure(candidate, error, usage)
        # One that was given less than anybody needs has not shown that it is slow.
        was_hurried = error.kind is ModelFailure.TIMEOUT and seconds < min(candidate.seconds, FAIR_SECONDS)
        learned = None if was_hurried else cooldown_after(provider, model, error.kind, error.retry_after)
        tried.cooldowns.extend([learned] if learned else [])
        tried.spent.extend([usage] if usage else [])
        return None
    usage = priced(completion.usage, candidate.price) if completion.usage else None
    tried.spent.extend([usage] if usage else [])
    passed = round((deadline.clock() - began) * 1000)
    log.info("generation.completed", provider=provider, model=model, milliseconds=passed, **_counted(usage))
    return completion.text


def attempt_seconds(own: float, available: float, later: int) -> float:
    """How long one attempt may take, so that those after it get their turn.

    Args:
        own: the candidate's own timeout in seconds.
        available: the seconds left for all attempts.
        later: how many candidates would be asked after this one.

    Returns:
        Seconds: at most `own`; what is left when a fair time is kept for each later one, or an equal share of what
        there is if that would be more.
    """
    return min(own, max(available - later * FAIR_SECONDS, available / (later + 1)))


def _log_failure(candidate: Candidate, error: ModelUnavailable, usage: Usage | None) -> None:
    provider, model = candidate.model.provider, candidate.model.model
    if error.kind in LASTING:
        log.error("generation.model_refused", provider=provider, model=model, reason=error.kind, **_counted(usage))
    else:
        log.warning("generation.model_failed", provider=provider, model=model, reason=error.kind, **_counted(usage))


def _counted(usage: Usage | None) -> dict[str, float | None]:
    """The fields of a log event that say what an attempt took; none if nobody counted."""
    if usage is None:
        return {}
    counts = {"input_tokens": usage.input_tokens, "output_tokens": usage.output_tokens}
    return {**counts, "cost_usd": usage.cost_usd}
