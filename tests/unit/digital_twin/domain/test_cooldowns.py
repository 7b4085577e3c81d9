"""Which failure leaves whom alone for how long."""

from __future__ import annotations

import pytest

from digital_twin.domain.cooldowns import (
    FRUITLESS_SECONDS,
    LONG_SECONDS,
    LONGEST_WISH_SECONDS,
    SHORT_SECONDS,
    Cooldown,
    cooldown_after,
    cooldown_names,
    is_cooling,
)
from digital_twin.errors import ModelFailure

MODEL, PROVIDER = "groq:small", "groq"


@pytest.mark.parametrize(
    ("kind", "name", "seconds"),
    [
        (ModelFailure.TIMEOUT, MODEL, SHORT_SECONDS),
        (ModelFailure.UNREACHABLE, MODEL, SHORT_SECONDS),
        (ModelFailure.RATE_LIMITED, MODEL, SHORT_SECONDS),
        (ModelFailure.FAILED, MODEL, SHORT_SECONDS),
        (ModelFailure.EMPTY, MODEL, FRUITLESS_SECONDS),
        (ModelFailure.TRUNCATED, MODEL, FRUITLESS_SECONDS),
        (ModelFailure.REJECTED, MODEL, LONG_SECONDS),
        (ModelFailure.UNAUTHORIZED, PROVIDER, LONG_SECONDS),
    ],
)
def test_each_failure_has_its_cooldown(kind: ModelFailure, name: str, seconds: float) -> None:
    """Short for what passes, long for what a person mends; a refused key cools all of its provider."""
    assert cooldown_after("groq", "small", kind) == Cooldown(name, seconds, kind)


def test_a_prompt_that_does_not_suit_cools_nobody() -> None:
    """Else one caller could silence a model for all others."""
    assert cooldown_after("groq", "small", ModelFailure.UNSUITABLE, retry_after=60.0) is None


@pytest.mark.parametrize("kind", list(ModelFailure))
def test_every_kind_of_failure_is_decided_on(kind: ModelFailure) -> None:
    """A new one does not go without."""
    cooldown_after("groq", "small", kind)


@pytest.mark.parametrize(
    ("wish", "seconds"), [(7.5, 7.5), (90.0, 90.0), (0.0, 1.0), (0.2, 1.0), (86_400.0, LONGEST_WISH_SECONDS)]
)
@pytest.mark.parametrize("kind", [ModelFailure.RATE_LIMITED, ModelFailure.FAILED])
def test_a_providers_wish_is_heeded_within_bounds(kind: ModelFailure, wish: float, seconds: float) -> None:
    """Shorter or longer than our own guess, but neither nothing nor a day."""
    assert cooldown_after("groq", "small", kind, wish) == Cooldown(MODEL, seconds, kind)


@pytest.mark.parametrize("kind", [ModelFailure.REJECTED, ModelFailure.UNAUTHORIZED])
def test_a_wish_does_not_shorten_what_a_person_has_to_mend(kind: ModelFailure) -> None:
    """Waiting a second cures no key."""
    cooldown = cooldown_after("groq", "small", kind, 1.0)
    assert cooldown is not None
    assert cooldown.seconds == LONG_SECONDS


@pytest.mark.parametrize(
    ("cooling", "expected"),
    [
        ({}, False),
        ({"groq:small": 1.0}, True),
        ({"groq": 1.0}, True),
        ({"groq:big": 1.0}, False),
        ({"openai": 1.0, "openai:small": 1.0}, False),
        ({"groq:small": 0.0}, False),
    ],
)
def test_a_model_cools_by_its_own_name_or_its_providers(cooling: dict[str, float], expected: bool) -> None:
    """Another's cooldown is not its own."""
    assert is_cooling("groq", "small", cooling) is expected


def test_both_names_of_a_model_are_known() -> None:
    """The gate is asked for these."""
    assert cooldown_names("groq", "small") == (PROVIDER, MODEL)
