"""Chunks and evidence as tests need them: a text, and defaults for the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Chunk, ChunkKind, Evidence
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import terms


def chunk_of(
    text: str,
    *,
    section: str = "work",
    path: str = "/work/0",
    kind: ChunkKind = ChunkKind.DETAIL,
    about: str = "",
    months: range | None = None,
) -> Chunk:
    """A public chunk, its id made of its text and path."""
    chunk_id = hashlib.sha256(f"{path} {text}".encode()).hexdigest()[:32]
    return Chunk(chunk_id, section, path, text, Audience.PUBLIC, kind, about, months)


def evidence_of(chunk: Chunk | str, *, score: float = 1.0, similarity: float | None = None) -> Evidence:
    """A chunk, or a text made one, as evidence."""
    return Evidence(chunk_of(chunk) if isinstance(chunk, str) else chunk, score, similarity)


def view_of(chunks: Sequence[Chunk], *, name: str = "") -> View:
    """What an audience sees that sees just these chunks of the person called `name`."""
    by_id = {chunk.id: chunk for chunk in chunks}
    return View(by_id, frozenset(terms(name)), frozenset(by_id))
