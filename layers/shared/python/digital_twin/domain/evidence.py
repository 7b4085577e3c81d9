"""What answers are made of: chunks of a profile, and candidates that name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from digital_twin.domain.access import Audience


class ChunkKind(StrEnum):
    """What a chunk was made from: one entry, a whole section, or a computation over the jobs."""

    DETAIL = "detail"
    OVERVIEW = "overview"
    CURRENT = "current"
    TENURE = "tenure"
    TOTAL = "total"
    FIRST = "first"
    LONGEST = "longest"
    BEFORE = "before"
    AFTER = "after"
    EMPLOYERS = "employers"
    PLACES = "places"
    OVERLAP = "overlap"


COMPUTED = frozenset(ChunkKind) - {ChunkKind.DETAIL, ChunkKind.OVERVIEW}
"""The kinds that are computed over jobs."""

NEIGHBOURS = frozenset({ChunkKind.BEFORE, ChunkKind.AFTER})
"""The kinds that tell of the job next to another."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a profile that stands alone.

    `id` is content-addressed (text, path and audience), so an id names the same words for ever. `text` is what
    is embedded, searched and cited; `path` a JSON pointer into the document; `about` the employer, school or
    project it speaks of, empty if none; `months` those that the entry it tells of as a whole covers, counted from
    year 0.
    """

    id: str
    section: str
    path: str
    text: str
    audience: Audience
    kind: ChunkKind = ChunkKind.DETAIL
    about: str = ""
    months: range | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chunk id an index proposes, with that index's own score (higher is better, not comparable across indexes)."""

    chunk_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A chunk the asker may see, as ranked for one question.

    `score` is the fused rank score; `similarity` the embedder's (0-1, None if only the lexical index proposed it).
    """

    chunk: Chunk
    score: float
    similarity: float | None
