"""What the tools give beside the bodies REST has."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Self
from urllib.parse import quote

from pydantic import BaseModel, Field

from digital_twin.domain.evidence import Chunk
from digital_twin.domain.matching import Match
from digital_twin.entry.wire import CitationBody
from digital_twin.services.browse import Section, VersionPage
from digital_twin.services.match import Matched
from digital_twin.services.search import Found, Passage

# Of a passage's first words, which stand for it in a list of results.
_TITLE_LENGTH = 80


def section_uri(name: str) -> str:
    """The resource that holds a section."""
    return f"profile://sections/{quote(name, safe='')}"


class SectionBody(BaseModel):
    """One section of the profile."""

    section: str
    profile_version: int
    # Any JSON: most sections are lists of entries, `basics` is an object, the owner's own may be anything.
    content: Annotated[object, Field(description="The section as in the profile document (JSON Resume).")]

    @classmethod
    def of(cls, section: Section) -> Self:
        """A section as read."""
        return cls(section=section.name, profile_version=section.profile_version, content=section.content)


class VersionEntryBody(BaseModel):
    """A published version, without its document."""

    version: int
    etag: str
    created_at: datetime
    author: str
    reason: str
    source: str


class VersionsBody(BaseModel):
    """The versions that are still kept, newest first; `next_before` continues the list, null at its end."""

    head_version: int
    versions: list[VersionEntryBody]
    next_before: int | None

    @classmethod
    def of(cls, page: VersionPage) -> Self:
        """A page of versions."""
        entries = [
            VersionEntryBody(
                version=entry.number,
                etag=entry.etag,
                created_at=entry.created_at,
                author=entry.author,
                reason=entry.reason,
                source=entry.source,
            )
            for entry in page.entries
        ]
        return cls(head_version=page.head_version, versions=entries, next_before=page.next_below)


class FindingBody(BaseModel):
    """One requirement, how far the profile bears it out, and where; `note` says what the profile leaves open."""

    requirement: str
    status: Match
    note: str | None
    citations: list[CitationBody]


class MatchCounts(BaseModel):
    """How many requirements there are of each status."""

    met: int
    partly: int
    no_evidence: int


class MatchBody(BaseModel):
    """A job description compared with the profile; `omitted` requirements were beyond the limit and not looked at."""

    requirements: list[FindingBody]
    counts: MatchCounts
    omitted: int
    profile_version: int
    region: str | None
    degraded: bool

    @classmethod
    def of(cls, matched: Matched) -> Self:
        """The findings, in the order of the text."""
        findings = [
            FindingBody(
                requirement=finding.requirement,
                status=finding.match,
                note=finding.note,
                citations=[CitationBody(**asdict(citation)) for citation in finding.citations],
            )
            for finding in matched.findings
        ]
        counts = Counter(finding.status for finding in findings)
        return cls(
            requirements=findings,
            counts=MatchCounts(**{match.value: counts[match] for match in Match}),
            omitted=matched.omitted,
            profile_version=matched.profile_version,
            region=matched.region,
            degraded=matched.degraded,
        )


class ResultReference(BaseModel):
    """A passage by id, title and place."""

    id: str
    title: str
    url: str


class ResultsBody(BaseModel):
    """The results of `search`, in the shape that deep-research clients expect."""

    results: list[ResultReference]

    @classmethod
    def of(cls, found: Found) -> Self:
        """Found evidence, by reference."""
        chunks = (item.chunk for item in found.results)
        return cls(results=[ResultReference(id=c.id, title=_title(c), url=_url(c)) for c in chunks])


class PassageMetadata(BaseModel):
    """Where a passage comes from: `path` is a JSON pointer into the profile document of that version."""

    section: str
    path: str
    profile_version: int


class PassageBody(BaseModel):
    """The reply of `fetch`, in the shape that deep-research clients expect."""

    id: str
    title: str
    text: str
    url: str
    metadata: PassageMetadata

    @classmethod
    def of(cls, passage: Passage) -> Self:
        """A passage with its text."""
        chunk = passage.chunk
        metadata = PassageMetadata(section=chunk.section, path=chunk.path, profile_version=passage.profile_version)
        return cls(id=chunk.id, title=_title(chunk), text=chunk.text, url=_url(chunk), metadata=metadata)


def _title(chunk: Chunk) -> str:
    """The section, and the passage's first words."""
    words = chunk.text if len(chunk.text) <= _TITLE_LENGTH else f"{chunk.text[: _TITLE_LENGTH - 1].rstrip()}…"
    return f"{chunk.section}: {words}"


def _url(chunk: Chunk) -> str:
    """The resource that holds the passage, and its place in the document."""
    return f"{section_uri(chunk.section)}#{quote(chunk.path)}"
