"""What a question asks: about whom and what, from which part of a profile, for what kind of answer."""

from __future__ import annotations

from dataclasses import dataclass

from digital_twin.domain.demands import Demands
from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.mentions import ABOUT_ONE_EMPLOYER
from digital_twin.domain.question_words import ContentWord, narrowing_words
from digital_twin.domain.section_topics import topic_of
from digital_twin.domain.text import terms

# Facts about all jobs alike, whichever of them a question may name.
_ABOUT_ALL = frozenset({ChunkKind.LONGEST, ChunkKind.OVERLAP, ChunkKind.PLACES})

# Facts that a year in the question tells apart, rather than asking for what was in it.
_ABOUT_TIMES = frozenset(ChunkKind) - {ChunkKind.EMPLOYERS}

# What an owner says of these, in whatever words, answers every question about them.
_TERMS = frozenset({"availability", "compensation"})

_SUMMARY_PATHS = ("/basics/summary", "/basics/label")
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart against what the asker may see.

    `text` is the question as asked, `searched` its words but function words and the person's name. `entities` are the
    employers, schools and projects of the profile that it names, `telling` the terms it names them by; `content` its
    other words, but those that only frame a question, `choices` the same for each of two things that it lets choose
    from, and `names` those that are spelt as names; `years` the years it means; `is_choice` says that it offers
    alternatives. `sections` and `fields` are the parts of a profile its words name; `facts` the kinds of computed fact
    it asks for; `current` today's employers; `unknown_names` the names in it that nothing the asker may see mentions;
    `is_outside` says that it wants an opinion, a prediction or something that is nobody's business; `wants_summary`
    that it is about the person as a whole.
    """

    text: str
    searched: tuple[str, ...]
    entities: frozenset[str]
    telling: frozenset[str]
    content: tuple[ContentWord, ...]
    choices: tuple[tuple[ContentWord, ...], ...]
    names: tuple[str, ...]
    years: frozenset[int]
    is_choice: bool
    sections: frozenset[str]
    fields: frozenset[str]
    facts: tuple[ChunkKind, ...]
    current: frozenset[str]
    unknown_names: tuple[str, ...]
    is_outside: bool
    is_yes_no: bool
    demands: Demands
    wants_summary: bool

    @property
    def is_general(self) -> bool:
        """Whether it names a section and nothing in it: it asks for the whole list."""
        return bool(self.sections) and not self.entities and not self.narrowing and not self.years

    @property
    def narrowing(self) -> tuple[ContentWord, ...]:
        """The content words that do more than name a section."""
        return tuple(narrowing_words(self.content))

    @property
    def is_about_terms(self) -> bool:
        """Whether it asks for the terms on which somebody would work."""
        return bool(self.sections) and self.sections <= _TERMS and not self.years

    @property
    def is_about_now(self) -> bool:
        """Whether it asks for something in particular of today's job."""
        narrows = bool(self.narrowing) and not self.entities and self.sections <= {"work"}
        return ChunkKind.CURRENT in self.facts and narrows

    def concerns(self, chunk: Chunk) -> bool:
        """Whether a chunk is about something the question names; any chunk is if it names nothing."""
        return not self.entities or chunk.about in self.entities or not self.telling.isdisjoint(terms(chunk.text))

    def names_section_of(self, chunk: Chunk) -> bool:
        """Whether a chunk is of a section that the question names."""
        return topic_of(chunk.section) in self.sections

    def asks_for(self, chunk: Chunk) -> bool:
        """Whether a chunk is what the question asks for by its form: a field, the summary, a time, a computed fact."""
        if self.fields:
            return chunk.path in self.fields
        if self.is_about_terms and not self.entities:
            return topic_of(chunk.section) in self.sections and self.demands.are_told_of_in(chunk)
        if self.narrowing:
            return False
        if self.wants_summary and self.sections <= {"basics"}:
            return chunk.path in _SUMMARY_PATHS
        if self.years and not self.entities and not _ABOUT_TIMES.intersection(self.facts):
            return len(self.sections) <= 1 and self._was_during(chunk)
        return self._asks_for_fact(chunk) or self._is_todays_job(chunk)

    def _asks_for_fact(self, chunk: Chunk) -> bool:
        if not self.demands.is_role_in(chunk):
            return False
        if chunk.kind not in self.facts:
            # Whether somebody is still there is told by how long they were.
            return chunk.kind is ChunkKind.TENURE and ChunkKind.CURRENT in self.facts and chunk.about in self.entities
        if self.years and chunk.months is not None and not self._was_during(chunk):
            return False
        if chunk.kind in ABOUT_ONE_EMPLOYER:
            return chunk.about in (self.entities or (self.current if chunk.kind is ChunkKind.BEFORE else ()))
        # The first job after university is asked for in words of both, the first degree is none.
        sections = {"work", "education"} if chunk.kind is ChunkKind.FIRST else {"work"}
        if chunk.kind in _ABOUT_ALL:
            return "work" in self.sections or self.sections <= {"basics"}
        return not self.entities and (not self.sections or ("work" in self.sections and self.sections <= sections))

    def _is_todays_job(self, chunk: Chunk) -> bool:
        """Whether a chunk is the entry of a job that lasts, which says what no computed fact does."""
        is_asked = ChunkKind.CURRENT in self.facts and not self.entities and self.sections <= {"work"}
        return is_asked and chunk.section == "work" and chunk.months is not None and chunk.about in self.current

    def _was_during(self, chunk: Chunk) -> bool:
        """Whether a job, or another entry of the section that is named, lasted in a year that the question means."""
        return (
            chunk.section in (self.sections or {"work"})
            and chunk.months is not None
            and not self.years.isdisjoint(month // _MONTHS_A_YEAR for month in chunk.months)
        )
