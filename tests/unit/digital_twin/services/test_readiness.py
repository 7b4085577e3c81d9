"""Readiness: which dependencies answer, each checked on its own."""

from __future__ import annotations

import asyncio

import pytest
from support.container import HOME, FakeContainer

from digital_twin.services.readiness import check_readiness


async def test_everything_answers() -> None:
    """A healthy region is ready."""
    assert await FakeContainer().readiness() == {"table": True, "redis": True, "vector": True}


@pytest.mark.parametrize("down", ["table", "redis", "vector"])
async def test_what_is_down_is_named_alone(down: str) -> None:
    """One failure says nothing about the others."""
    container = FakeContainer()
    {"table": container.store, "redis": container.redis[HOME], "vector": container.index(HOME)}[down].unavailable = True

    ready = await container.readiness()

    assert {name for name, answers in ready.items() if not answers} == {down}


async def test_looking_counts_against_no_limit() -> None:
    """A monitor that looks every second must not use up anything."""
    container = FakeContainer()

    await container.readiness()

    assert container.redis[HOME].windows == {}


async def test_what_hangs_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that does not end in time has failed, and the others are not held up."""
    monkeypatch.setattr("digital_twin.services.readiness.CHECK_SECONDS", 0.01)

    async def answers() -> None:
        return None

    assert await check_readiness({"hangs": asyncio.Event().wait, "answers": answers}) == {
        "hangs": False,
        "answers": True,
    }
