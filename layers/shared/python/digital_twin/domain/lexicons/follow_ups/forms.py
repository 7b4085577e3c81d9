"""What a language's follow-ups consist of.

Patterns are matched without regard to case, against the text as written: a rewriting has to know where.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from digital_twin.domain.lexicons.lexicon import Lexicon


class Antecedent(StrEnum):
    """What a word that points back stands for: an employer, a school, a project, any of them, or a thing."""

    JOB = "job"
    SCHOOL = "school"
    PROJECT = "project"
    SUBJECT = "subject"
    THING = "thing"
    THINGS = "things"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A phrase that points back, and what is put in its place, with the antecedent at `{x}`.

    Replaced is the group `x`, which may be empty where something was left unsaid, or all that matches. Where `moves`
    is set, that is taken out and its replacement put at the end of the question. The group `nth` names a place in a
    list. `is_unsaid` marks what only lacks words: where the question has its own, beside the group `verb`, nothing is
    left out.
    """

    antecedent: Antecedent
    pattern: str
    template: str
    moves: bool = False
    is_unsaid: bool = False


@dataclass(frozen=True)
class FollowUps:
    """One language's follow-ups.

    `opener` begins a question that puts another word into the last one; what follows holds none of the `finite` words,
    which make a question of its own, and may begin with one of the `prepositions`. `alone` are questions of an
    interrogative only, `about` what is asked then of an employer: `{q} at {x}?`. `adverbial` begins questions whose
    interrogative another can take the place of, `open` all that ask for more than yes or no.
    """

    lexicon: Lexicon
    opener: str
    finite: str
    prepositions: str
    alone: str
    about: str
    adverbial: str
    open: str
    ordinals: dict[str, int]
    anaphors: tuple[Anaphor, ...]

    @cached_property
    def opens(self) -> re.Pattern[str]:
        """Matches what carries the last question on, up to what it is carried on to."""
        return re.compile(rf"\W*(?:{self.opener})\W+(?:(?:{self.prepositions})\s+)?", re.IGNORECASE)

    @cached_property
    def is_finite(self) -> re.Pattern[str]:
        """Matches in what is a question of its own."""
        return re.compile(rf"\b(?:{self.finite})\b", re.IGNORECASE)

    @cached_property
    def is_alone(self) -> re.Pattern[str]:
        """Matches a question that is no more than an interrogative; `q` is that."""
        return re.compile(rf"\W*(?:(?:{self.opener})\W+)?(?P<q>{self.alone})\W*", re.IGNORECASE)

    @cached_property
    def asks_adverbially(self) -> re.Pattern[str]:
        """Matches the interrogative that begins a question of when, where, why or how."""
        return re.compile(rf"\W*(?:{self.adverbial})\s+", re.IGNORECASE)

    @cached_property
    def asks_openly(self) -> re.Pattern[str]:
        """Matches the beginning of a question that yes or no does not answer."""
        return re.compile(rf"\W*(?:\w+\W+)?(?:{self.open})\b", re.IGNORECASE)

    @cached_property
    def points(self) -> tuple[tuple[Anaphor, re.Pattern[str]], ...]:
        """Every phrase that points back."""
        return tuple((anaphor, re.compile(anaphor.pattern, re.IGNORECASE)) for anaphor in self.anaphors)
