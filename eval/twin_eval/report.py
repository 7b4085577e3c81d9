"""Saying what was measured: a table to read, and JSON to compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime

from digital_twin.bootstrap import Container
from twin_eval.gates import GATES
from twin_eval.harness import Outcome
from twin_eval.metrics import Metrics, is_right, leaked


def setup_of(container: Container) -> dict[str, object]:
    """What the numbers belong to: models, embedder, floor, and the fingerprint of all that shapes an answer."""
    return {
        "models": [f"{choice.provider}/{choice.model}" for choice in container.models],
        "embedder": container.settings.embedder,
        "relevance_floor": container.settings.relevance_floor,
        "fingerprint": container.ask_policy.fingerprint,
    }


def table(metrics: Metrics, setup: dict[str, object]) -> str:
    """Gates, rankings and kinds, one line each."""
    return "\n".join(_lines(metrics, setup))


def as_json(
    metrics: Metrics, outcomes: Sequence[Outcome], setup: dict[str, object], now: datetime
) -> dict[str, object]:
    """The whole run; every question with its answer, so that two runs can be compared one by one."""
    return {
        "date": now.isoformat(timespec="seconds"),
        **setup,
        "metrics": asdict(metrics),
        "gates": [asdict(gate) | {"value": gate.value(metrics), "holds": gate.holds(metrics)} for gate in GATES],
        "questions": [
            {
                "profile": outcome.profile,
                **outcome.question.model_dump(mode="json", include={"question", "kind", "expect"}),
                "audience": outcome.question.audience.label,
                "right": is_right(outcome),
                "leaked": leaked(outcome),
                "status": outcome.answer.status,
                "answer": outcome.answer.text,
                "evidence": list(outcome.rankings["hybrid"][:5]),
            }
            for outcome in outcomes
        ],
    }


def _lines(metrics: Metrics, setup: dict[str, object]) -> Iterator[str]:
    yield f"{metrics.questions} questions   " + "   ".join(
        f"{name}: {value or 'none'}" for name, value in setup.items()
    )
    yield f"answered by: {', '.join(f'{name} {count}' for name, count in metrics.answered_by.items())}"
    yield f"\n{'gate':22}{'measured':>10}{'limit':>10}{'aim':>8}"
    for gate in GATES:
        bound = f"{'<=' if gate.at_most else '>='} {gate.limit:.3g}"
        verdict = "" if gate.holds(metrics) else "  RED"
        yield f"{gate.metric:22}{gate.value(metrics):10.3f}{bound:>10}{gate.aim:8.3g}{verdict}"
    yield f"{'abstain_precision':22}{metrics.abstain_precision:10.3f}"
    yield f"\n{'ranking':22}{'recall@1':>10}{'recall@5':>10}{'MRR':>8}"
    for name, ranking in metrics.rankings.items():
        yield f"{name:22}{ranking.recall_at_1:10.3f}{ranking.recall_at_5:10.3f}{ranking.mrr:8.3f}"
    yield f"\n{'kind':22}{'asked':>10}{'right':>10}{'declined':>10}"
    for name, kind in metrics.kinds.items():
        yield f"{name:22}{kind.asked:10}{kind.right:10}{kind.declined:10}"
