"""What one language asks about a career with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.text import fold, stem

# Shorter words are one letter from too many others.
_SHORTEST_SLIP = 4


def _shortened(word: str) -> set[str]:
    """A word, and it with each one of its letters left out."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


class Pattern:
    """Alternatives of a regular expression, compiled when first looked for: no language costs who asks in another."""

    def __init__(self, *alternatives: str) -> None:
        self._source = "|".join(alternatives)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self._compiled.search(text)

    def split(self, text: str) -> list[str]:
        """What stands between the matches."""
        return self._compiled.split(text)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, re.IGNORECASE)


@dataclass(frozen=True)
class Lexicon:
    """One language's words; patterns are matched against folded text, without accents.

    `pronoun` stands for the person in them, whatever the person is called. `framing` are words that frame a question
    without narrowing it, `sections` words that name a section rather than a thing in it, except those of them that also
    narrow it (a degree's level); `fields` words that ask for one contact field, which nothing else answers. `facts` says
    what asks for which computed fact, in the order in which they are preferred. What starts with `wants` asks for what
    only a text with that in it answers, `concepts` says so of a concept; `counts` and `wants_instance` match the thing
    that is counted, or of which one is to be named, with the word before it. `is_outside` matches what no profile is
    asked to answer unless it speaks of it (what is nobody's business), `is_prediction` what none can answer.
    `until_year`, `since_year` and `between_years` match a time by its years. `is_about_thing` matches a question how long
    something other than the person did something. `refers_back` matches a sentence
    that asks for what the one before it told, `wanted_person` there what somebody should have done.
    `names_are_capitalised` is false where every noun is;
    `marks` are written in no other language.
    """

    code: str
    pronoun: str
    stop_words: frozenset[str]
    framing_words: str
    section_words: Mapping[str, str]
    narrowing_words: str
    field_words: Mapping[str, str]
    facts: tuple[tuple[ChunkKind, Pattern], ...]
    is_yes_no: Pattern
    wants_number: Pattern
    wants_money: Pattern
    wants_date: Pattern
    wants_month: Pattern
    wants_other: Pattern
    wants_role: Pattern
    wants_instance: Pattern
    concepts: Mapping[str, Pattern]
    is_outside: Pattern
    is_prediction: Pattern
    wants_summary: Pattern
    is_choice: Pattern
    either: Pattern
    alternatives: Pattern
    counts: Pattern
    wants_reason: Pattern
    is_meanwhile: Pattern
    refers_back: Pattern
    wanted_person: Pattern
    is_about_thing: Pattern
    until_year: Pattern
    since_year: Pattern
    between_years: Pattern
    phrases: Mapping[str, str]
    names_are_capitalised: bool = True
    marks: str = ""

    @cached_property
    def framing(self) -> frozenset[str]:
        """Terms that frame a question."""
        return _stems(self.framing_words) | frozenset(stem(word) for word in self.stop_words)

    @cached_property
    def sections(self) -> dict[str, frozenset[str]]:
        """Terms that name a section, by section."""
        return {section: _stems(words) for section, words in self.section_words.items()}

    @cached_property
    def fields(self) -> dict[str, frozenset[str]]:
        """Terms that ask for one field, by its pointer."""
        return {path: _stems(words) for path, words in self.field_words.items()}

    @cached_property
    def topics(self) -> frozenset[str]:
        """Every term that names a section and no more."""
        return frozenset[str]().union(*self.sections.values()) - _stems(self.narrowing_words)

    @cached_property
    def unspecific(self) -> frozenset[str]:
        """Terms that name no thing: those that frame a question, or name a section."""
        return self.framing | self.topics

    def corrected(self, word: str) -> str:
        """A folded word, or that of the language's own of which it has a letter missing, added or out of place.

        Another letter in a place makes another word: `scala` is no slip of `scale`.
        """
        if len(word) < _SHORTEST_SLIP or word in self.vocabulary:
            return word
        near = {known for key in _shortened(word) for known in self._by_shortened.get(key, ())}
        meant = (known for known in near if abs(len(known) - len(word)) == 1 or sorted(known) == sorted(word))
        return min(meant, default=word)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The language's own words, folded."""
        listed = " ".join(
            (self.framing_words, *self.section_words.values(), *self.field_words.values(), *self.stop_words)
        )
        return frozenset(listed.split())

    @cached_property
    def _by_shortened(self) -> dict[str, list[str]]:
        """The words of the language by each spelling with one letter left out."""
        spellings: dict[str, list[str]] = {}
        for word in sorted(self.vocabulary):
            for key in _shortened(word) if len(word) >= _SHORTEST_SLIP else ():
                spellings.setdefault(key, []).append(word)
        return spellings

    def names_time(self, folded: str) -> bool:
        """Whether a question says when by a year: `before 2017` is about no job before another."""
        return any(pattern.search(folded) for pattern in (self.until_year, self.since_year, self.between_years))

    def reworded(self, text: str) -> str:
        """A text with one word in place of each phrase."""
        return self._phrase.sub(lambda match: self.phrases[" ".join(fold(match[0]).split())], text)

    @cached_property
    def _phrase(self) -> re.Pattern[str]:
        spelt = "|".join(sorted(map(re.escape, self.phrases), key=len, reverse=True))
        return re.compile(rf"\b(?:{spelt})\b", re.IGNORECASE)
