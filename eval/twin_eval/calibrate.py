"""`make calibrate`: which relevance floor suits the configured embedder.

Sweeps the floor over the gold set with the extractive answer, so that no model hides what the floor lets through.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digital_twin.domain.snapshot import Snapshot
from twin_eval.__main__ import FOLDER
from twin_eval.configuration import secrets_of, settings_of
from twin_eval.gold import GoldProfile, load_gold
from twin_eval.harness import EvalContainer, Memory, ask_all, local_embedder, publish_gold
from twin_eval.metrics import measure

# Unrelated texts score about 0.5 with some models and 0.85 with others.
FLOORS = tuple(hundredths / 100 for hundredths in range(50, 98, 2))


@dataclass(frozen=True, slots=True)
class Trial:
    """What a floor does: shares of unanswerable questions declined, of answerable ones declined, and right."""

    floor: float
    abstain_recall: float
    false_abstain: float
    accuracy: float

    @property
    def informedness(self) -> float:
        """Youden's J (Cancer 3, 1950): how much better than chance the floor tells the two kinds of question apart."""
        return self.abstain_recall - self.false_abstain


def recommended(trials: Sequence[Trial]) -> Trial:
    """The trial that tells best; among equals the most accurate, then the strictest."""
    return max(trials, key=lambda trial: (round(trial.informedness, 3), round(trial.accuracy, 3), trial.floor))


async def sweep(container: EvalContainer, gold: Sequence[GoldProfile], floors: Sequence[float]) -> list[Trial]:
    """Publish with a container, whose models are not used, and try floors; raises as `publish_gold` and `ask_all`."""
    snapshots = await publish_gold(container, gold)
    return [await _try(container, gold, snapshots, floor) for floor in floors]


def table(trials: Sequence[Trial], configured: float) -> str:
    """A line a floor; the recommended and the configured one are marked."""
    best = recommended(trials)
    lines = [f"{'floor':>6}{'abstain recall':>16}{'false abstain':>15}{'J':>8}{'accuracy':>10}"]
    for trial in trials:
        marks = ["recommended"] if trial is best else []
        marks += ["configured"] if trial.floor == configured else []
        numbers = (
            f"{trial.abstain_recall:16.3f}{trial.false_abstain:15.3f}{trial.informedness:8.3f}{trial.accuracy:10.3f}"
        )
        lines.append(f"{trial.floor:6.2f}{numbers}  {', '.join(marks)}".rstrip())
    return "\n".join(lines)


async def main() -> int:
    """Sweep for what the environment configures."""
    settings = settings_of(os.environ)
    with local_embedder(FOLDER) as embedder:
        container = EvalContainer(settings, secrets_of(os.environ), Memory.over(embedder))
        trials = await sweep(container, load_gold(), sorted({*FLOORS, settings.relevance_floor}))
    print(f"embedder: {settings.embedder}\n{table(trials, settings.relevance_floor)}")
    return 0


async def _try(
    published: EvalContainer, gold: Sequence[GoldProfile], snapshots: Mapping[str, Snapshot], floor: float
) -> Trial:
    settings = replace(published.settings, relevance_floor=floor, models=())
    container = EvalContainer(settings, published.secrets, published.memory)
    metrics = measure(await ask_all(container, gold, snapshots))
    return Trial(floor, metrics.abstain_recall, metrics.false_abstain, metrics.accuracy)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
