"""The gold set is what it says it is."""

from __future__ import annotations

from tests.eval.conftest import World


def test_it_is_large_and_a_third_of_it_cannot_be_answered(world: World) -> None:
    """Several people, at least 120 questions."""
    questions = [question for profile in world.gold for question in profile.questions]
    assert len(world.gold) >= 5
    assert len(questions) >= 120
    assert sum(not question.is_answerable for question in questions) >= len(questions) / 3


def test_the_evidence_of_every_answerable_question_is_there_for_its_asker(world: World) -> None:
    """Otherwise recall would measure the gold set."""
    for profile in world.gold:
        for question in profile.questions:
            paths = {chunk.path for chunk in world.snapshots[profile.name].views[question.audience].chunks.values()}
            assert question.is_answerable == bool(paths & set(question.gold_paths)), question


def test_no_question_asks_for_what_it_forbids(world: World) -> None:
    """What must be said and what must not exclude each other."""
    for profile in world.gold:
        for question in profile.questions:
            wanted = " ".join(item if isinstance(item, str) else " ".join(item) for item in question.must_mention)
            assert not question.forbidden_in(wanted), question
            assert bool(question.must_mention) == question.is_answerable, question
