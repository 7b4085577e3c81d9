"""How long a model is left alone after a failure, and what of its provider with it. Pure: tells nobody, keeps nothing.

A failure that passes by itself costs a short cooldown, one that a person has to mend a long one. What is wrong with a
key or an account concerns every model of its provider; what is wrong with a model, that model only. A prompt that does
not suit a model says nothing of the next one: were it to cool the model, one caller could silence it for all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digital_twin.errors import ModelFailure

# A provider's trouble, or a rate limit that did not say how long: long enough to spare most questions the attempt.
SHORT_SECONDS = 30.0

# An answer that was empty or cut off may have been the question's doing, for which others should hardly pay.
FRUITLESS_SECONDS = 10.0

# Until a person has mended it, one question in so long finds out whether somebody has.
LONG_SECONDS = 900.0

# What a provider wishes is heeded within these bounds: a wish of hours would outlive its reason unseen.
SHORTEST_SECONDS, LONGEST_WISH_SECONDS = 1.0, 300.0

_SECONDS: Mapping[ModelFailure, float] = {
    ModelFailure.TIMEOUT: SHORT_SECONDS,
    ModelFailure.UNREACHABLE: SHORT_SECONDS,
    ModelFailure.RATE_LIMITED: SHORT_SECONDS,
    ModelFailure.FAILED: SHORT_SECONDS,
    ModelFailure.EMPTY: FRUITLESS_SECONDS,
    ModelFailure.TRUNCATED: FRUITLESS_SECONDS,
    ModelFailure.REJECTED: LONG_SECONDS,
    ModelFailure.UNAUTHORIZED: LONG_SECONDS,
    ModelFailure.UNSUITABLE: 0.0,
}

# A person has to act on these: they raise an alarm.
LASTING = frozenset({ModelFailure.REJECTED, ModelFailure.UNAUTHORIZED})


@dataclass(frozen=True, slots=True)
class Cooldown:
    """Who is left alone, by name, for how many seconds from now, and why."""

    name: str
    seconds: float
    reason: ModelFailure


def cooldown_names(provider: str, model: str) -> tuple[str, str]:
    """The names that leave a model alone: its provider's, with all its models, and its own."""
    return provider, f"{provider}:{model}"


def cooldown_after(provider: str, model: str, kind: ModelFailure, retry_after: float | None = None) -> Cooldown | None:
    """What a failure leads to; None if the model may be asked again at once.

    Args:
        provider: the provider's name.
        model: the model's id.
        kind: what the failure was.
        retry_after: the seconds the provider wishes to be left alone, if it said; heeded where waiting helps.
    """
    seconds = _SECONDS[kind]
    if not seconds:
        return None
    if retry_after is not None and kind not in LASTING:
        seconds = min(max(retry_after, SHORTEST_SECONDS), LONGEST_WISH_SECONDS)
    all_of_it, itself = cooldown_names(provider, model)
    return Cooldown(all_of_it if kind is ModelFailure.UNAUTHORIZED else itself, seconds, kind)


def is_cooling(provider: str, model: str, cooling: Mapping[str, float]) -> bool:
    """Whether a model is to be left alone, given the seconds left by name."""
    return any(cooling.get(name, 0.0) > 0 for name in cooldown_names(provider, model))
