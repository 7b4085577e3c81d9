"""Asking the gold set of the real services. Only what a request does not decide is replaced: table, gate and index.

Retrieval, relevance, generation and grounding are the functions' own, wired by their own container.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import override

from digital_twin.bootstrap import Container
from digital_twin.domain.access import TIERS, Audience, Principal, Scope
from digital_twin.domain.answer import Answer
from digital_twin.domain.evidence import Candidate
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.snapshot import Snapshot, View
from digital_twin.domain.text import without_terms
from digital_twin.ports import HeadBeacon, VectorIndex
from digital_twin.services.publish import Precondition, PublishService
from digital_twin.settings import Secrets, Settings
from twin_eval.gold import GoldProfile, GoldQuestion
from twin_eval.memory import MemoryIndex, MemoryStore, OpenGate
from twin_local.embedding import CachedEmbedder, MultilingualE5

# The day every profile is published on: tenures of open-ended jobs count up to it, so results do not age.
PUBLISHED = datetime(2025, 10, 1, tzinfo=UTC)

# As deep as ranks are looked at.
DEPTH = 20

_SETTLE_SECONDS = 120.0
_POLL_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Memory:
    """The table and the index of an evaluation."""

    store: MemoryStore
    index: MemoryIndex

    @classmethod
    def over(cls, embedder: CachedEmbedder) -> Memory:
        """An empty one, whose index embeds with `embedder`."""
        return cls(MemoryStore(), MemoryIndex("memory", embedder))


class EvalContainer(Container):
    """The functions' container over a memory, and over the hosted index where `secrets` name one.

    Containers that differ in their settings may share a memory: what is published is in it.
    """

    def __init__(self, settings: Settings, secrets: Secrets, memory: Memory) -> None:
        super().__init__(settings)
        self._given_secrets = secrets
        self.memory = memory

    @cached_property
    @override
    def secrets(self) -> Secrets:
        """What the shell gave."""
        return self._given_secrets

    @cached_property
    @override
    def store(self) -> MemoryStore:
        """The truth."""
        return self.memory.store

    @cached_property
    @override
    def gate(self) -> OpenGate:
        """No limits, no cache."""
        return OpenGate()

    @cached_property
    @override
    def beacons(self) -> tuple[HeadBeacon, ...]:
        """No region to tell."""
        return ()

    @cached_property
    @override
    def publish(self) -> PublishService:
        """Writes, on the fixed day."""
        return PublishService(self.store, self.beacons, lambda: PUBLISHED)

    @override
    def index(self, region: str) -> VectorIndex:
        """The hosted index, or the one in memory."""
        return super().index(region) if region in self.secrets.regions else self.memory.index


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question.

    `view` is what the asker may see, cut anew from the published version, whatever the services made of it.
    `rankings` holds the paths of the evidence, best first: of the retriever (`hybrid`), and of each half alone.
    """

    profile: str
    question: GoldQuestion
    answer: Answer
    view: View
    rankings: Mapping[str, Sequence[str]]


class IndexFailed(RuntimeError):
    """The index gave no answer; numbers measured without it would be about something else."""


def local_embedder(folder: Path) -> closing[CachedEmbedder]:
    """The local model, with what it has embedded kept in a folder; closes its file on leaving."""
    folder.mkdir(parents=True, exist_ok=True)
    return closing(CachedEmbedder(MultilingualE5(), folder / "embeddings.sqlite"))


async def publish_gold(container: EvalContainer, gold: Sequence[GoldProfile]) -> dict[str, Snapshot]:
    """Publish and index every profile, and make ready for its questions; gives its snapshot by name.

    Raises:
        IndexFailed: a hosted index did not settle.
    """
    snapshots: dict[str, Snapshot] = {}
    index = container.index(container.settings.region)
    for profile in gold:
        owner, first = asker(profile.name, Audience.PRIVATE), Precondition(must_not_exist=True)
        published = await container.publish.put(owner, profile.document, first, "", container.deadline())
        snapshots[profile.name] = Snapshot.of(published.version)
        await index.upsert(owner.profile, list(snapshots[profile.name].all_chunks().values()))
        views = snapshots[profile.name].views
        await container.memory.index.prepare([_searched(item, views[item.audience]) for item in profile.questions])
    try:
        async with asyncio.timeout(_SETTLE_SECONDS):
            while not await index.is_settled():  # noqa: ASYNC110 -- a vendor's state, nobody tells us
                await asyncio.sleep(_POLL_SECONDS)
    except TimeoutError as error:
        raise IndexFailed(f"not settled after {_SETTLE_SECONDS:.0f} s") from error
    return snapshots


async def ask_all(
    container: EvalContainer, gold: Sequence[GoldProfile], snapshots: Mapping[str, Snapshot]
) -> list[Outcome]:
    """Ask every question of published profiles, one after the other.

    Raises:
        IndexFailed: an answer was made without the index.
    """
    return [
        await _ask(container, profile.name, question, snapshots[profile.name].views[question.audience])
        for profile in gold
        for question in profile.questions
    ]


async def evaluate(container: EvalContainer, gold: Sequence[GoldProfile]) -> list[Outcome]:
    """Publish, then ask everything; raises as these do."""
    return await ask_all(container, gold, await publish_gold(container, gold))


async def _ask(container: EvalContainer, profile: str, question: GoldQuestion, view: View) -> Outcome:
    person = asker(profile, question.audience)
    asked = await container.ask.ask(person, question.question, route="query", deadline=container.deadline())
    found = await container.search.search(
        person, question.question, route="search", deadline=container.deadline(), top_k=DEPTH
    )
    if asked.answer.region is None or found.region is None:
        raise IndexFailed(f"no region answered: {question.question}")
    text = _searched(question, view)
    index = container.index(container.settings.region)
    rankings = {
        "hybrid": [item.chunk.path for item in found.results],
        "dense alone": _paths(await index.search(person.profile, text, top_k=DEPTH, audience=question.audience), view),
        "lexical alone": _paths(view.lexical.search(read_question(question.question, view).searched, DEPTH), view),
    }
    return Outcome(profile, question, asked.answer, view, rankings)


def _searched(question: GoldQuestion, view: View) -> str:
    """What the retriever searches for."""
    return without_terms(question.question, view.name_terms)


def _paths(candidates: Sequence[Candidate], view: View) -> list[str]:
    return [view.chunks[item.chunk_id].path for item in candidates if item.chunk_id in view.chunks]


def asker(profile: str, audience: Audience) -> Principal:
    """Somebody of an audience, who asks about a published profile."""
    return Principal(f"eval-{audience.label}", f"eval-{profile}", audience, frozenset(Scope), TIERS["enterprise"])
