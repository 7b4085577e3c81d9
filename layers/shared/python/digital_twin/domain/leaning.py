"""Whether a question leans on what was said before, and how. Looks at the question alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digital_twin.domain.lexicons.follow_ups import FOLLOW_UPS, Anaphor, Antecedent, FollowUps
from digital_twin.domain.question_words import recognise
from digital_twin.domain.text import sentences, words

# Longer questions explain themselves, and the words that point back point at what stands in the question itself.
_MOST_WORDS = 40
# A place that a sentence names itself is the one its `there` points at.
_NAMED_PLACE = re.compile(r"\b(?:to|in|at|with|for|nach|bei|aus|chez|en|a|\u00e0) [A-Z]")
# What another word is put into is a few words long.
_MOST_CARRIED = 8


@dataclass(frozen=True, slots=True)
class Pointer:
    """A phrase that points back: where it stands, and the place in a list that it names, None if it names none.

    Places count from 0, from the end if negative. `rest` is the question without the verb that lacks something.
    """

    language: FollowUps
    anaphor: Anaphor
    start: int
    end: int
    place: int | None
    rest: str


@dataclass(frozen=True, slots=True)
class Interrogative:
    """A question of an interrogative alone, such as `Since when?`."""

    language: FollowUps
    text: str


@dataclass(frozen=True, slots=True)
class Carried:
    """Another word for the last question, as in `What about Python?`, which may be a place in a list."""

    language: FollowUps
    text: str
    listed: Pointer | None


type Leaning = Pointer | Interrogative | Carried


def prepare() -> None:
    """Compile every pattern, which takes tens of milliseconds, before the first question that may lean."""
    for language in FOLLOW_UPS:
        _ = language.opens, language.is_finite, language.is_alone, language.asks_adverbially, language.asks_openly
        _ = language.points


def read_leaning(text: str) -> Leaning | None:
    """How a question leans on what was said before; None if it stands alone by its form.

    Whether there is anything to lean on is not known here. The pronoun of a person does not lean: it means the person
    whose profile it is.
    """
    if len(words(text)) > _MOST_WORDS:
        return None
    code = recognise(text).code
    spoken, *others = sorted(FOLLOW_UPS, key=lambda language: language.lexicon.code != code)
    # What is no more than a follow-up is too short to tell its language by, so it is looked for in every one.
    wholes = (_whole(text, language) for language in (spoken, *others))
    return next((whole for whole in wholes if whole is not None), None) or _pointer(text, spoken)


def _whole(text: str, language: FollowUps) -> Leaning | None:
    if alone := language.is_alone.fullmatch(text):
        return Interrogative(language, alone["q"])
    whole = _pointer(text, language, anchored=True)
    return whole or _carried(text, language)


def _carried(text: str, language: FollowUps) -> Carried | None:
    opened = language.opens.match(text)
    if opened is None:
        return None
    rest = text[opened.end() :]
    if not 0 < len(words(rest)) <= _MOST_CARRIED or language.is_finite.search(rest):
        return None
    pointer = _pointer(rest, language)
    return Carried(language, rest, pointer) if pointer is None or pointer.place is not None else None


def _pointer(text: str, language: FollowUps, *, anchored: bool = False) -> Pointer | None:
    said = sentences(text)
    # Who greets and explains first comes to the point last.
    point = text.rfind(said[-1]) if said else 0
    for anaphor, pattern in language.points:
        if anaphor.pattern.startswith("^") == anchored and (found := pattern.search(text, 0 if anchored else point)):
            start, end = found.span("x" if "x" in pattern.groupindex else 0)
            if anaphor.antecedent is Antecedent.SUBJECT and _NAMED_PLACE.search(text, point, start):
                continue
            return Pointer(language, anaphor, start, end, _place(found, language), _without_verb(text, found))
    return None


def _without_verb(text: str, found: re.Match[str]) -> str:
    if "verb" not in found.re.groupindex:
        return text
    start, end = found.span("verb")
    return text[:start] + text[end:]


def _place(found: re.Match[str], language: FollowUps) -> int | None:
    named = (text for name, text in found.groupdict().items() if name.startswith("nth") and text)
    return language.ordinals.get(next(named, "").lower())
