"""The ports an evaluation needs, in memory: nothing is limited, nothing is kept, and the index is exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import override

import numpy as np

from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Candidate, Chunk
from digital_twin.domain.history import Commit, Head, Version, VersionEntry
from digital_twin.domain.turns import MAX_TURNS
from digital_twin.ports import Admission, AdmissionRequest, KeptAnswer, LimitState, Settlement
from twin_local.embedding import CachedEmbedder, Matrix, Role


class MemoryStore:
    """A `ProfileStore` that keeps every commit."""

    def __init__(self) -> None:
        self._commits: dict[tuple[str, int], Commit] = {}
        self._heads: dict[str, Head] = {}

    async def head(self, profile: str) -> Head | None:
        """The live pointer; None if nothing was ever published."""
        return self._heads.get(profile)

    async def version(self, profile: str, number: int) -> Version | None:
        """A version; None if it does not exist."""
        commit = self._commits.get((profile, number))
        return commit.version if commit else None

    async def versions(self, profile: str, *, below: int | None, limit: int) -> list[VersionEntry]:
        """The newest versions, newest first."""
        kept = [commit.version for (owner, _), commit in self._commits.items() if owner == profile]
        kept = [version for version in kept if below is None or version.number < below]
        newest_first = sorted(kept, key=lambda version: version.number, reverse=True)
        return [VersionEntry.of(version) for version in newest_first[:limit]]

    async def profiles(self) -> list[str]:
        """The ids of all profiles, in order."""
        return sorted(self._heads)

    async def commit(self, commit: Commit) -> None:
        """Keep a commit; there is one writer, so none is refused."""
        self._commits[commit.profile, commit.head.version] = commit
        self._heads[commit.profile] = commit.head


class OpenGate:
    """A `Gate` that lets everything in and knows nothing, so that every question is answered anew."""

    async def admit(self, request: AdmissionRequest) -> Admission:
        """No limit counts, no answer is kept."""
        quota = request.route_per_minute
        return Admission(LimitState("none", quota, quota, 0), head_version=None, kept_answer=None, lease=None)

    async def kept(self, cache_key: str) -> tuple[KeptAnswer | None, bool]:  # noqa: ARG002 - the port names it
        """Nothing is kept, and nobody is making it."""
        return None, False

    async def settle(self, settlement: Settlement) -> None:
        """Keep nothing."""

    async def ping(self) -> None:
        """Answer."""


class RememberingGate(OpenGate):
    """An open gate that keeps sessions."""

    def __init__(self) -> None:
        self._sessions: dict[str, tuple[str, ...]] = {}

    @override
    async def admit(self, request: AdmissionRequest) -> Admission:
        """The turns of the session, if there is one."""
        return replace(await super().admit(request), turns=self.turns(request.session))

    @override
    async def settle(self, settlement: Settlement) -> None:
        """Keep the turn."""
        if settlement.session is not None and settlement.turn is not None:
            self._sessions[settlement.session] = (*self.turns(settlement.session), settlement.turn)[-MAX_TURNS:]

    def turns(self, session: str | None) -> tuple[str, ...]:
        """What a session remembers."""
        return self._sessions.get(session or "", ())


class MemoryIndex:
    """A `VectorIndex` that compares a question with every chunk.

    Args:
        region: the name it goes by.
        embedder: the model.
    """

    def __init__(self, region: str, embedder: CachedEmbedder) -> None:
        self._region = region
        self._embedder = embedder
        self._stored: dict[str, dict[str, tuple[Chunk, Matrix]]] = {}

    @property
    def region(self) -> str:
        """The region's name."""
        return self._region

    async def prepare(self, texts: Sequence[str]) -> None:
        """Embed texts that will be searched for, so that no request's time limit has to allow for a busy machine."""
        await self._embedder.embed(texts, Role.QUERY)

    async def search(self, profile: str, text: str, *, top_k: int, audience: Audience) -> list[Candidate]:
        """The nearest chunks at or below `audience`, best first; scores are (1 + cosine) / 2."""
        stored = [item for item in self._stored.get(profile, {}).values() if item[0].audience <= audience]
        if not stored:
            return []
        cosines = np.stack([vector for _, vector in stored]) @ (await self._embedder.embed([text], Role.QUERY))[0]
        order: list[int] = np.argsort(-cosines, kind="stable")[:top_k].tolist()
        return [Candidate(stored[place][0].id, (1.0 + float(cosines[place])) / 2) for place in order]

    async def chunk_ids(self, profile: str) -> set[str]:
        """Every chunk id the index holds for a profile."""
        return set(self._stored.get(profile, {}))

    async def upsert(self, profile: str, chunks: Sequence[Chunk]) -> None:
        """Add or replace chunks; visible at once."""
        vectors = await self._embedder.embed([chunk.text for chunk in chunks])
        self._stored.setdefault(profile, {}).update(
            {chunk.id: (chunk, vector) for chunk, vector in zip(chunks, vectors, strict=True)}
        )

    async def delete(self, profile: str, chunk_ids: Sequence[str]) -> None:
        """Remove chunks; unknown ids are ignored."""
        for chunk_id in chunk_ids:
            self._stored.get(profile, {}).pop(chunk_id, None)

    async def is_settled(self) -> bool:
        """Always."""
        return True
