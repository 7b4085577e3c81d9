"""The gold set, published and embedded once a run, whichever of its workers needs it first."""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import Generator, Sequence
from dataclasses import dataclass

import pytest

from digital_twin.domain.snapshot import Snapshot
from twin_eval.__main__ import FOLDER
from twin_eval.configuration import secrets_of, settings_of
from twin_eval.gold import GoldProfile, load_gold
from twin_eval.harness import EvalContainer, Memory, Outcome, ask_all, local_embedder, publish_gold


@dataclass(frozen=True)
class World:
    """The gold set, and the memory it is published in."""

    gold: Sequence[GoldProfile]
    memory: Memory
    snapshots: dict[str, Snapshot]

    def container(self, kind: type[EvalContainer] = EvalContainer, **environ: str) -> EvalContainer:
        """A container over the memory, of a kind that a test may have broken."""
        return kind(settings_of(environ), secrets_of({}), self.memory)

    def ask(self, container: EvalContainer) -> list[Outcome]:
        """Every question's outcome."""
        return asyncio.run(ask_all(container, self.gold, self.snapshots))


@pytest.fixture(scope="session")
def world() -> Generator[World]:
    """The gold set, published. Vectors are kept between runs: a text is embedded once in a checkout."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "embeddings.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with local_embedder(FOLDER) as embedder:
            gold, memory = load_gold(), Memory.over(embedder)
            container = EvalContainer(settings_of({}), secrets_of({}), memory)
            snapshots = asyncio.run(publish_gold(container, gold))
            fcntl.flock(lock, fcntl.LOCK_UN)
            yield World(gold, memory, snapshots)


@pytest.fixture(scope="session")
def outcomes(world: World) -> list[Outcome]:
    """What the extractive answer makes of every question."""
    return world.ask(world.container())
