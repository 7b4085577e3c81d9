"""From outcomes to numbers. Every rate is a share between 0 and 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from digital_twin.domain.answer import AnswerStatus
from twin_eval.claims import claims, unsupported
from twin_eval.harness import Outcome


@dataclass(frozen=True, slots=True)
class Ranking:
    """How high evidence ranks: the share of questions with some in the first 1 and 5, and the mean reciprocal rank."""

    recall_at_1: float
    recall_at_5: float
    mrr: float


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question: how many, how many right, and how many declined."""

    asked: int
    right: int
    declined: int


@dataclass(frozen=True, slots=True)
class Metrics:
    """What was measured.

    `accuracy` is of answerable questions: answered, with all that must be mentioned and nothing that must not.
    Declining is judged as a classifier of unanswerable questions is: its precision, its recall, and `false_abstain`,
    the share of answerable questions declined. `leaks` counts replies with something forbidden that nothing the asker
    may see holds.
    """

    questions: int
    recall_at_1: float
    recall_at_5: float
    mrr: float
    accuracy: float
    unsupported_claims: float
    leaks: int
    abstain_precision: float
    abstain_recall: float
    false_abstain: float
    kinds: dict[str, Kind]
    rankings: dict[str, Ranking]
    answered_by: dict[str, int]


def measure(outcomes: Sequence[Outcome]) -> Metrics:
    """The numbers of one run (at least one outcome)."""
    answerable = [outcome for outcome in outcomes if outcome.question.is_answerable]
    unanswerable = [outcome for outcome in outcomes if not outcome.question.is_answerable]
    declined = [outcome for outcome in outcomes if _is_declined(outcome)]
    rightly_declined = sum(map(_is_declined, unanswerable))
    said = sum(len(claims(outcome.answer)) for outcome in outcomes)
    rankings = {name: _ranking([_rank(outcome, name) for outcome in answerable]) for name in outcomes[0].rankings}
    hybrid = rankings["hybrid"]
    return Metrics(
        questions=len(outcomes),
        recall_at_1=hybrid.recall_at_1,
        recall_at_5=hybrid.recall_at_5,
        mrr=hybrid.mrr,
        accuracy=_share(sum(map(is_right, answerable)), len(answerable)),
        unsupported_claims=_share(sum(len(unsupported(item.answer, item.view)) for item in outcomes), said),
        leaks=sum(bool(leaked(outcome)) for outcome in outcomes),
        abstain_precision=_share(rightly_declined, len(declined)),
        abstain_recall=_share(rightly_declined, len(unanswerable)),
        false_abstain=_share(len(declined) - rightly_declined, len(answerable)),
        kinds=_kinds(outcomes),
        rankings=rankings,
        answered_by=dict(Counter(f"{item.answer.provider}/{item.answer.model}" for item in outcomes)),
    )


def is_right(outcome: Outcome) -> bool:
    """Whether a question was answered, or declined, as the gold set expects, with nothing forbidden said."""
    question, text = outcome.question, _said(outcome)
    return (
        outcome.answer.status is question.expect
        and not question.missing_in(outcome.answer.text)
        and not question.forbidden_in(text)
    )


def leaked(outcome: Outcome) -> list[str]:
    """What was said that must not be, and is not in anything the asker may see: hidden from them, or invented."""
    visible = "\n".join(chunk.text for chunk in outcome.view.chunks.values()).casefold()
    return [item for item in outcome.question.forbidden_in(_said(outcome)) if item.casefold() not in visible]


def _said(outcome: Outcome) -> str:
    return "\n".join((outcome.answer.text, *(citation.quote for citation in outcome.answer.citations)))


def _is_declined(outcome: Outcome) -> bool:
    return outcome.answer.status is AnswerStatus.NOT_IN_PROFILE


def _rank(outcome: Outcome, ranking: str) -> int | None:
    """The place of the first gold evidence, from 1; None if there is none."""
    places = (
        place for place, path in enumerate(outcome.rankings[ranking], start=1) if path in outcome.question.gold_paths
    )
    return next(places, None)


def _ranking(ranks: Sequence[int | None]) -> Ranking:
    found = [rank for rank in ranks if rank is not None]
    total = len(ranks)
    return Ranking(
        recall_at_1=_share(sum(rank == 1 for rank in found), total),
        recall_at_5=_share(sum(rank <= 5 for rank in found), total),  # noqa: PLR2004 -- the 5 of its name
        mrr=_share(sum(1 / rank for rank in found), total),
    )


def _kinds(outcomes: Sequence[Outcome]) -> dict[str, Kind]:
    by_kind: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_kind.setdefault(outcome.question.kind, []).append(outcome)
    return {
        kind: Kind(len(of_kind), sum(map(is_right, of_kind)), sum(map(_is_declined, of_kind)))
        for kind, of_kind in sorted(by_kind.items())
    }


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 0.0
