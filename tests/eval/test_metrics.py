"""How outcomes are counted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from support.evidence import chunk_of, view_of

from digital_twin.domain.answer import Answer, AnswerStatus
from twin_eval.gold import GoldQuestion
from twin_eval.harness import Outcome
from twin_eval.metrics import is_right, leaked, measure

VIEW = view_of([chunk_of("Led the Heron team in Utrecht.")])


def _outcome(
    expect: str,
    said: str | None,
    *,
    must: tuple[str | tuple[str, ...], ...] = (),
    must_not: tuple[str, ...] = (),
    found: Sequence[str] = (),
) -> Outcome:
    """A question about `/gold`, and the answer to it; None declines."""
    question = GoldQuestion.model_validate(
        {
            "question": "?",
            "audience": "public",
            "kind": "fact",
            "expect": expect,
            "must_mention": must,
            "must_not_mention": must_not,
            "gold_paths": ("/gold",) if expect == "answered" else (),
        }
    )
    status = AnswerStatus.NOT_IN_PROFILE if said is None else AnswerStatus.ANSWERED
    answer = Answer(status, said or "The profile does not say.", (), 1, False, "p", "m", "r", None)
    return Outcome("someone", question, answer, VIEW, {"hybrid": found, "dense alone": ()})


def test_an_answer_is_right_if_it_holds_all_it_must_in_one_spelling_each() -> None:
    """Every item, any one form of it."""
    assert is_right(_outcome("answered", "The Heron team of 6.", must=("Heron", ("six", "6"))))
    assert not is_right(_outcome("answered", "The Heron team.", must=("Heron", ("six", "6"))))
    assert not is_right(_outcome("answered", None, must=()))


def test_what_must_not_be_said_makes_it_wrong_and_a_leak_only_if_it_cannot_be_seen() -> None:
    """A visible fact in the wrong place is a wrong answer; a hidden or invented one has leaked."""
    confused = _outcome("answered", "In Utrecht.", must_not=("utrecht",))
    hidden = _outcome("not_in_profile", "At 98,400 euros.", must_not=("98,400",))
    assert not is_right(confused)
    assert leaked(confused) == []
    assert not is_right(hidden)
    assert leaked(hidden) == ["98,400"]


def test_declining_is_judged_by_precision_recall_and_what_it_costs() -> None:
    """Two of three unanswerable questions are declined, and one of two answerable ones."""
    metrics = measure(
        [
            _outcome("not_in_profile", None),
            _outcome("not_in_profile", None),
            _outcome("not_in_profile", "Yes. [1]"),
            _outcome("answered", None),
            _outcome("answered", "Yes. [1]"),
        ]
    )
    assert metrics.abstain_precision == pytest.approx(2 / 3)
    assert metrics.abstain_recall == pytest.approx(2 / 3)
    assert metrics.false_abstain == pytest.approx(1 / 2)
    assert metrics.accuracy == pytest.approx(1 / 2)
    assert metrics.unsupported_claims == pytest.approx(1.0)


def test_ranks_are_of_the_first_gold_evidence() -> None:
    """First, third, sixth and never."""
    found = [["/gold"], ["/a", "/b", "/gold", "/gold"], ["/a", "/b", "/c", "/d", "/e", "/gold"], ["/a"]]
    metrics = measure([_outcome("answered", None, found=paths) for paths in found])
    assert metrics.recall_at_1 == pytest.approx(1 / 4)
    assert metrics.recall_at_5 == pytest.approx(2 / 4)
    assert metrics.mrr == pytest.approx((1 + 1 / 3 + 1 / 6) / 4)
    assert metrics.rankings["dense alone"].mrr == 0
