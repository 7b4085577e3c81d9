"""Answers and evidence as callers see them; REST and MCP give the same bodies."""

from __future__ import annotations

from dataclasses import asdict
from typing import Self

from pydantic import BaseModel

from digital_twin.domain.answer import AnswerStatus
from digital_twin.domain.evidence import Evidence
from digital_twin.services.ask import Asked
from digital_twin.services.search import Found


class CitationBody(BaseModel):
    """Where a statement comes from: `[marker]` in the answer, a verbatim quote, a JSON pointer into the profile."""

    marker: int
    chunk_id: str
    section: str
    path: str
    quote: str


class UsageBody(BaseModel):
    """Tokens that models counted for an answer, and what they cost; null where a price is not known.

    They are those of the answer's making: one that comes from the cache took them once, and none again.
    """

    input_tokens: int
    output_tokens: int
    cost_usd: float | None


class AnswerBody(BaseModel):
    """The reply to a question."""

    status: AnswerStatus
    answer: str
    citations: list[CitationBody]
    profile_version: int
    session_id: str
    request_id: str
    cached: bool
    degraded: bool
    provider: str
    model: str
    region: str | None
    usage: UsageBody | None

    @classmethod
    def of(cls, asked: Asked, *, session_id: str, request_id: str) -> Self:
        """An answer with the ids of the request it replies to."""
        answer = asked.answer
        return cls(
            status=answer.status,
            answer=answer.text,
            citations=[CitationBody(**asdict(citation)) for citation in answer.citations],
            profile_version=answer.profile_version,
            session_id=session_id,
            request_id=request_id,
            cached=asked.cached,
            degraded=answer.degraded,
            provider=answer.provider,
            model=answer.model,
            region=answer.region,
            usage=UsageBody(**asdict(answer.usage)) if answer.usage else None,
        )


class ResultBody(BaseModel):
    """One piece of evidence, as ranked."""

    chunk_id: str
    section: str
    path: str
    text: str
    score: float

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """A piece of evidence with its fused score."""
        chunk = evidence.chunk
        return cls(
            chunk_id=chunk.id,
            section=chunk.section,
            path=chunk.path,
            text=chunk.text,
            score=round(evidence.score, 6),
        )


class SearchBody(BaseModel):
    """The reply to a search; `region` is null and `degraded` true when no vector region answered."""

    results: list[ResultBody]
    profile_version: int
    region: str | None
    degraded: bool

    @classmethod
    def of(cls, found: Found) -> Self:
        """The found evidence."""
        return cls(
            results=[ResultBody.of(item) for item in found.results],
            profile_version=found.profile_version,
            region=found.region,
            degraded=found.region is None,
        )
