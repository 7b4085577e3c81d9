"""A `VectorIndex` in memory: nearness is word overlap, and settling is up to the test."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Candidate, Chunk
from digital_twin.errors import IndexUnavailable


class FakeVectorIndex:
    """One region's index.

    Args:
        region: the region's name.
        eventual: whether written chunks stay invisible until `settle` is called, as the vendor's may.

    Set `unavailable` to make every call fail; `calls` lists the methods called, in order.
    """

    def __init__(self, region: str = "us-east-1", *, eventual: bool = False) -> None:
        self.unavailable = False
        self.calls: list[str] = []
        self._region = region
        self._eventual = eventual
        self._stored: dict[str, dict[str, Chunk]] = {}
        self._visible: dict[str, dict[str, Chunk]] = {}

    @property
    def region(self) -> str:
        """The region's name."""
        return self._region

    def settle(self) -> None:
        """Make everything written so far visible to searches."""
        self._visible = {profile: dict(chunks) for profile, chunks in self._stored.items()}

    async def search(self, profile: str, text: str, *, top_k: int, audience: Audience) -> list[Candidate]:
        """The chunks that share most words with `text`, best first; scores are (1 + cosine of word counts) / 2."""
        self._called("search")
        words = _words(text)
        candidates = [
            Candidate(chunk.id, (1 + _cosine(words, _words(chunk.text))) / 2)
            for chunk in self._visible.get(profile, {}).values()
            if chunk.audience <= audience
        ]
        return sorted(candidates, key=lambda candidate: -candidate.score)[:top_k]

    async def chunk_ids(self, profile: str) -> set[str]:
        """Every chunk id stored for a profile, settled or not."""
        self._called("chunk_ids")
        return set(self._stored.get(profile, {}))

    async def upsert(self, profile: str, chunks: Sequence[Chunk]) -> None:
        """Add or replace chunks."""
        self._called("upsert")
        self._stored.setdefault(profile, {}).update({chunk.id: chunk for chunk in chunks})
        if not self._eventual:
            self.settle()

    async def delete(self, profile: str, chunk_ids: Sequence[str]) -> None:
        """Remove chunks at once; unknown ids are ignored."""
        self._called("delete")
        for chunk_id in chunk_ids:
            self._stored.get(profile, {}).pop(chunk_id, None)
            self._visible.get(profile, {}).pop(chunk_id, None)

    async def is_settled(self) -> bool:
        """Whether everything stored is visible."""
        self._called("is_settled")
        return all(self._visible.get(profile, {}) == chunks for profile, chunks in self._stored.items())

    def _called(self, method: str) -> None:
        self.calls.append(method)
        if self.unavailable:
            raise IndexUnavailable(f"the index in {self._region} is told to fail")


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def _cosine(left: Counter[str], right: Counter[str]) -> float:
    lengths = math.sqrt(sum(n * n for n in left.values()) * sum(n * n for n in right.values()))
    return sum(n * right[word] for word, n in left.items()) / lengths if lengths else 0.0
