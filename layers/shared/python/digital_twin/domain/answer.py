"""What a question is answered with. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AnswerStatus(StrEnum):
    """Whether the profile answered the question."""

    ANSWERED = "answered"
    NOT_IN_PROFILE = "not_in_profile"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement of an answer comes from: `marker` is the number in `[n]`, `quote` is verbatim in the chunk."""

    marker: int
    chunk_id: str
    section: str
    path: str
    quote: str


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens models counted for an answer, and what they cost in US dollars; None if a price is not known."""

    input_tokens: int
    output_tokens: int
    cost_usd: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as the cache keeps it: nothing in it depends on the request that carried it."""

    status: AnswerStatus
    text: str
    citations: tuple[Citation, ...]
    profile_version: int
    degraded: bool
    provider: str
    model: str
    region: str | None
    usage: Usage | None
