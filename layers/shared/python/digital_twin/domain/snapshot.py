"""Everything answers may be made of, as a pure function of a stored version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from digital_twin.domain.access import Audience
from digital_twin.domain.chunking import chunk_profile
from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.history import Version
from digital_twin.domain.lexical import LexicalIndex
from digital_twin.domain.lexicons import LEXICONS
from digital_twin.domain.phrasing import person_name
from digital_twin.domain.text import sentences, terms, words
from digital_twin.domain.visibility import visible

# What sections are called tells no employer or school from another (`University of ...`).
_GENERIC = frozenset[str]().union(*(lexicon.topics for lexicon in LEXICONS))

# A pointer of two tokens begins with a slash, so that it has three parts.
_ENTRY_PARTS = 3


@dataclass(frozen=True)
class View:
    """A snapshot as one audience sees it; the lexical index is built when first asked for.

    `indexed` are the ids that a vector index may propose to this audience: those of `chunks`, and of what wider
    audiences see in their place.
    """

    chunks: dict[str, Chunk]
    name_terms: frozenset[str]
    indexed: frozenset[str]

    @cached_property
    def lexical(self) -> LexicalIndex:
        """The lexical index over this audience's chunks only."""
        return LexicalIndex.build(self.chunks.values())

    @cached_property
    def subjects(self) -> dict[str, str]:
        """The employers, schools and projects this audience sees, by the one term that tells each from the others."""
        named = {chunk.about for chunk in self.chunks.values() if chunk.about}
        counts = Counter(term for name in named for term in set(terms(name)))
        telling = {
            name: min(found, key=lambda term: (term in _GENERIC, counts[term], -self.lexical.idf.get(term, 0.0)))
            for name in sorted(named)
            # Who is asked about by name is not meant as the firm that bears it.
            if (found := [term for term in terms(name) if term not in self.name_terms])
        }
        return {term: name for name, term in telling.items()}

    def subjects_told_by(self, found: Iterable[str]) -> dict[str, str]:
        """The employers, schools and projects that some terms tell, by the term that does."""
        return {term: self.subjects[term] for term in found if term in self.subjects}

    @cached_property
    def current_subjects(self) -> frozenset[str]:
        """The employers whose jobs last."""
        return frozenset(chunk.about for chunk in self.chunks.values() if chunk.kind is ChunkKind.CURRENT)

    @cached_property
    def proper_words(self) -> frozenset[str]:
        """The words with a capital that do not begin a sentence, as written."""
        said = (words(sentence)[1:] for chunk in self.chunks.values() for sentence in sentences(chunk.text))
        return frozenset(word for later in said for word in later if word[0].isupper())

    def entries_with(self, word: str) -> frozenset[str]:
        """The entries (pointers of two tokens) of which some chunk holds a word, in whatever form."""
        return frozenset(entry_of(self.chunks[chunk_id]) for chunk_id in self.lexical.strengths(word))

    @property
    def sections(self) -> list[str]:
        """The sections this audience has chunks of, in the document's order."""
        return list(dict.fromkeys(chunk.section for chunk in self.chunks.values()))

    def of_section(self, section: str) -> View:
        """The part of the view that one section gave; empty for a section the audience does not see."""
        kept = {chunk_id: chunk for chunk_id, chunk in self.chunks.items() if chunk.section == section}
        return View(kept, self.name_terms, self.indexed)


def entry_of(chunk: Chunk) -> str:
    """The pointer of the entry a chunk was made from: `/work/2`; of a whole section or a field, its own."""
    return "/".join(chunk.path.split("/")[:_ENTRY_PARTS])


@dataclass(frozen=True)
class Snapshot:
    """A version cut into chunks for every audience."""

    version: int
    views: dict[Audience, View]

    @classmethod
    def of(cls, version: Version) -> Snapshot:
        """Cut a version; open-ended jobs count up to the day it was committed, so the result never changes."""
        by_audience = chunk_profile(version.document, version.created_at.date())
        views: dict[Audience, View] = {}
        indexed: frozenset[str] = frozenset()
        for audience in sorted(by_audience):
            chunks = {chunk.id: chunk for chunk in by_audience[audience]}
            indexed |= chunks.keys()
            views[audience] = View(chunks, _name_terms(version, audience), indexed)
        return cls(version.number, views)

    def all_chunks(self) -> dict[str, Chunk]:
        """Every chunk of every audience, by id: what a vector index has to hold."""
        return {chunk_id: chunk for view in self.views.values() for chunk_id, chunk in view.chunks.items()}


def _name_terms(version: Version, audience: Audience) -> frozenset[str]:
    return frozenset(terms(person_name(visible(version.document, audience))))
