"""What an evaluation must reach, as data. Raise a limit when the numbers rise; never lower one to get a change in."""

from __future__ import annotations

from dataclasses import dataclass

from twin_eval.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Gate:
    """One bound: `limit` is what fails a change today, `aim` what the project works towards.

    `at_most` turns the bound round, for what should be small.
    """

    metric: str
    limit: float
    aim: float
    at_most: bool = False

    def holds(self, metrics: Metrics) -> bool:
        """Whether a run passes."""
        value = self.value(metrics)
        return value <= self.limit if self.at_most else value >= self.limit

    def value(self, metrics: Metrics) -> float:
        """What a run measured."""
        return float(getattr(metrics, self.metric))


# Limits: the extractive answer and the local embedder, as measured, less a margin of a few questions.
GATES = (
    Gate("recall_at_5", limit=0.96, aim=0.95),
    Gate("accuracy", limit=0.87, aim=0.85),
    Gate("unsupported_claims", limit=0.0, aim=0.0, at_most=True),
    Gate("leaks", limit=0, aim=0, at_most=True),
    Gate("abstain_recall", limit=0.945, aim=0.95),
    Gate("false_abstain", limit=0.085, aim=0.08, at_most=True),
)


def red(metrics: Metrics) -> list[str]:
    """The metrics whose gate a run does not pass."""
    return [gate.metric for gate in GATES if not gate.holds(metrics)]
