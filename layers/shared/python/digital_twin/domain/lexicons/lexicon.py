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


@dataclass(frozen=True)
class Lexicon:
    """One language's words; patterns are matched against folded text, without accents.

    `framing` are words that frame a question without narrowing it, `sections` words that name a section rather than
    a thing in it, except those of them that also narrow it (a degree's level); `fields` words that ask for one
    contact field, which nothing else answers. `facts` says what asks for which computed fact, in the order in which
    they are preferred. `outside` matches what no profile is asked to answer unless it speaks of it (what is
    nobody's business), `prediction` what none can answer. `names_are_capitalised` is false where every noun is.
    """

    code: str
    stop_words: frozenset[str]
    framing_words: str
    section_words: Mapping[str, str]
    narrowing_words: str
    field_words: Mapping[str, str]
    fact_patterns: tuple[tuple[ChunkKind, str], ...]
    yes_no_pattern: str
    number_pattern: str
    money_pattern: str
    pay_pattern: str
    outside_pattern: str
    prediction_pattern: str
    summary_pattern: str
    choice_pattern: str
    alternative_pattern: str
    counted_pattern: str
    reason_pattern: str
    meanwhile_pattern: str
    phrases: Mapping[str, str]
    names_are_capitalised: bool = True

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
        listed = " ".join((self.framing_words, *self.section_words.values(), *self.stop_words))
        return frozenset(listed.split())

    @cached_property
    def _by_shortened(self) -> dict[str, list[str]]:
        """The words of the language by each spelling with one letter left out."""
        spellings: dict[str, list[str]] = {}
        for word in sorted(self.vocabulary):
            for key in _shortened(word) if len(word) >= _SHORTEST_SLIP else ():
                spellings.setdefault(key, []).append(word)
        return spellings

    @cached_property
    def facts(self) -> tuple[tuple[ChunkKind, re.Pattern[str]], ...]:
        """What asks for which computed fact."""
        return tuple((kind, re.compile(pattern)) for kind, pattern in self.fact_patterns)

    @cached_property
    def is_yes_no(self) -> re.Pattern[str]:
        """Matches a question that wants yes or no."""
        return re.compile(self.yes_no_pattern)

    @cached_property
    def wants_number(self) -> re.Pattern[str]:
        """Matches a question that only a number answers."""
        return re.compile(self.number_pattern)

    @cached_property
    def wants_money(self) -> re.Pattern[str]:
        """Matches a question that only an amount of money answers."""
        return re.compile(self.money_pattern)

    @cached_property
    def wants_pay(self) -> re.Pattern[str]:
        """Matches a question about what somebody is or would be paid."""
        return re.compile(self.pay_pattern)

    @cached_property
    def is_outside(self) -> re.Pattern[str]:
        """Matches what no profile is asked to answer."""
        return re.compile(self.outside_pattern)

    @cached_property
    def is_prediction(self) -> re.Pattern[str]:
        """Matches what no profile can answer, whatever it says: the future, opinions, a person's age, other people."""
        return re.compile(self.prediction_pattern)

    @cached_property
    def is_choice(self) -> re.Pattern[str]:
        """Matches a question that offers alternatives."""
        return re.compile(self.choice_pattern)

    @cached_property
    def wants_summary(self) -> re.Pattern[str]:
        """Matches a question about the person as a whole."""
        return re.compile(self.summary_pattern)

    @cached_property
    def alternatives(self) -> re.Pattern[str]:
        """Matches what stands between two things to choose from."""
        return re.compile(self.alternative_pattern, re.IGNORECASE)

    @cached_property
    def counts(self) -> re.Pattern[str]:
        """Matches how many there are of something, which is its first group."""
        return re.compile(self.counted_pattern)

    @cached_property
    def wants_reason(self) -> re.Pattern[str]:
        """Matches a question that only a reason answers."""
        return re.compile(self.reason_pattern)

    @cached_property
    def is_meanwhile(self) -> re.Pattern[str]:
        """Matches a question about what was beside something else."""
        return re.compile(self.meanwhile_pattern)

    def reworded(self, text: str) -> str:
        """A text with one word in place of each phrase."""
        return self._phrase.sub(lambda match: self.phrases[" ".join(fold(match[0]).split())], text)

    @cached_property
    def _phrase(self) -> re.Pattern[str]:
        spelt = "|".join(sorted(map(re.escape, self.phrases), key=len, reverse=True))
        return re.compile(rf"\b(?:{spelt})\b", re.IGNORECASE)
