"""Answers are as good as the gates say, and each gate turns red when what it guards is broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from time import monotonic
from typing import override

import pytest
from fakes.models import ScriptedModel

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Audience, Principal
from digital_twin.domain.answer import AnswerStatus
from digital_twin.domain.questions import Question
from digital_twin.domain.snapshot import View
from digital_twin.services.ask import DEFAULT_TOP_K, Asked, AskService
from digital_twin.services.generation import Candidate, Generator
from digital_twin.services.retrieval import Retrieved, Retriever
from digital_twin.services.sessions import Session
from digital_twin.services.vector_regions import VectorRegions
from tests.eval.conftest import World
from twin_eval.gates import GATES, red
from twin_eval.harness import EvalContainer, Outcome
from twin_eval.metrics import measure

EVERYTHING = 1_000


def test_the_extractive_answer_passes_every_gate(outcomes: Sequence[Outcome]) -> None:
    """What a change must keep; `make eval` tells which questions it lost."""
    metrics = measure(outcomes)
    assert not red(metrics), metrics


def test_hybrid_retrieval_finds_more_than_either_half_alone(outcomes: Sequence[Outcome]) -> None:
    """The weights of the fusion earn their place."""
    rankings = measure(outcomes).rankings
    hybrid = rankings.pop("hybrid")
    assert len(rankings) == 2
    for half in rankings.values():
        assert (hybrid.recall_at_5, hybrid.mrr) > (half.recall_at_5, half.mrr)
        assert hybrid.mrr > half.mrr


class WorstFirst(Retriever):
    """A retriever that ranks upside down."""

    @override
    async def retrieve(
        self, principal: Principal, view: View, question: Question, *, top_k: int, deadline: Deadline
    ) -> Retrieved:
        """The worst evidence."""
        found = await super().retrieve(principal, view, question, top_k=EVERYTHING, deadline=deadline)
        return replace(found, evidence=found.evidence[::-1][:top_k])


class AudienceIgnored(AskService):
    """An `ask` that takes everybody for the owner."""

    @override
    async def ask(
        self,
        principal: Principal,
        question: str,
        *,
        route: str,
        deadline: Deadline,
        top_k: int = DEFAULT_TOP_K,
        session: Session | None = None,
    ) -> Asked:
        """The owner's answer."""
        owner = replace(principal, audience=Audience.PRIVATE)
        return await super().ask(owner, question, route=route, deadline=deadline, top_k=top_k, session=session)


class Unchecked(AskService):
    """An `ask` that lets through what no evidence bears out."""

    @override
    async def ask(
        self,
        principal: Principal,
        question: str,
        *,
        route: str,
        deadline: Deadline,
        top_k: int = DEFAULT_TOP_K,
        session: Session | None = None,
    ) -> Asked:
        """The answer and an invention."""
        asked = await super().ask(principal, question, route=route, deadline=deadline, top_k=top_k, session=session)
        if asked.answer.status is not AnswerStatus.ANSWERED:
            return asked
        return replace(asked, answer=replace(asked.answer, text=f"{asked.answer.text} 8611 people applauded. [1]"))


class WithBadRetriever(EvalContainer):
    """Retrieval is broken."""

    @cached_property
    @override
    def retriever(self) -> Retriever:
        """Upside down."""
        return WorstFirst(VectorRegions([self.index(region) for region in self.settings.regions], monotonic))


class WithOpenAudience(EvalContainer):
    """The audience filter is open."""

    @cached_property
    @override
    def ask(self) -> AskService:
        """Everything for everybody."""
        return AudienceIgnored(self.admissions, self.snapshots, self.retriever, self.generator, self.ask_policy)


class WithoutGrounding(EvalContainer):
    """Nothing checks what is said."""

    @cached_property
    @override
    def ask(self) -> AskService:
        """With inventions."""
        return Unchecked(self.admissions, self.snapshots, self.retriever, self.generator, self.ask_policy)


class WithLyingModel(EvalContainer):
    """A model that invents, under the real grounding."""

    @cached_property
    @override
    def generator(self) -> Generator:
        """Citations of what was offered, and of what was not; a number and a name from nowhere."""
        lies = "They earn 98,400 euros [1]. They won the Nobel Prize [1][2]. They led NASA. Ask Ellingwood [99]."
        return Generator([Candidate(ScriptedModel(lies), 5.0)], lambda: "fence")


# What is broken, the environment it runs in, and the gate that has to notice.
BROKEN: list[tuple[type[EvalContainer], dict[str, str], str]] = [
    (WithBadRetriever, {}, "recall_at_5"),
    (WithBadRetriever, {}, "accuracy"),
    (WithoutGrounding, {}, "unsupported_claims"),
    (WithOpenAudience, {}, "leaks"),
    (EvalContainer, {"TWIN_RELEVANCE_FLOOR": "0"}, "abstain_recall"),
    (EvalContainer, {"TWIN_RELEVANCE_FLOOR": "1"}, "false_abstain"),
]


@pytest.mark.parametrize(("kind", "environ", "gate"), BROKEN)
def test_a_gate_turns_red_when_what_it_guards_is_broken(
    world: World, kind: type[EvalContainer], environ: dict[str, str], gate: str
) -> None:
    """A gate that cannot fail guards nothing."""
    assert gate in red(measure(world.ask(world.container(kind, **environ))))


def test_every_gate_is_shown_able_to_fail() -> None:
    """A new gate needs a line above."""
    assert {gate for _, _, gate in BROKEN} == {gate.metric for gate in GATES}


def test_a_lying_model_is_not_believed(world: World) -> None:
    """Whatever a model invents, nothing unsupported and nothing hidden comes out."""
    metrics = measure(world.ask(world.container(WithLyingModel)))
    assert metrics.answered_by["scripted/script-1"] > 0
    assert not {"unsupported_claims", "leaks"} & set(red(metrics))
