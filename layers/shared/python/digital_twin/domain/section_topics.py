"""What a section is about, whatever its owner calls it: `x-availability`, `verfuegbarkeit` and `notice` are one."""

from __future__ import annotations

from functools import lru_cache

from digital_twin.domain.phrasing import section_word
from digital_twin.domain.profile import SECTIONS
from digital_twin.domain.text import words
from digital_twin.domain.thesaurus import concepts_told

# Topics that JSON Resume has no section for, with the concepts their names are words of.
_TOPICS = {
    "availability": frozenset({"available", "notice", "relocate", "remote", "travel"}),
    "compensation": frozenset({"salary"}),
}


@lru_cache(maxsize=1024)
def topic_of(section: str) -> str:
    """The name questions know a section by: JSON Resume's own, a topic, or the section's without its prefix."""
    if section in SECTIONS:
        return section
    told = {concept for word in words(section_word(section)) for concept in concepts_told(word)}
    return next((topic for topic, concepts in _TOPICS.items() if not concepts.isdisjoint(told)), section_word(section))
