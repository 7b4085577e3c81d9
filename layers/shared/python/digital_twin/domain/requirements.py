"""Reading a job description: the requirements in it, each as something a profile may or may not bear out.

The text is a stranger's. What speaks to a model in it is left out, and nothing of it is ever taken for evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from digital_twin.domain.hostile_text import is_instruction, without_active, without_markup
from digital_twin.domain.quantities import quantities
from digital_twin.domain.text import fold, sentences, stem, terms, words

MAX_REQUIREMENTS = 25
_LONGEST_REQUIREMENT = 300

_BULLET = re.compile(r"^\s*(?:[-*+\u2022\u2023\u25aa\u25cf\u2013\u2014]|\(?\d{1,2}[.)])\s+(?=\S)")
# A heading stands alone on its line: marked as one, or a few words that end in a colon, or with no sentence in them.
_HEADING = re.compile(r"^\s*(?:#{1,6}\s+\S.*|\*\*[^*]+\*\*:?|[^.!?]{1,60}:)\s*$")
# Under these, nothing is asked of the candidate.
_NOT_ASKED = re.compile(
    r"\b(?:benefits?|perks|we offer|what you(?:'ll| will) get|compensation|salary|about (?:us|the company|our)|"
    r"who we are|our (?:mission|values|story)|how to apply|equal (?:opportunity|employment)|location|contact|"
    r"wir bieten|uber uns|nous offrons|ofrecemos)\b"
)
# Said of the employer or the procedure wherever it stands.
_BOILERPLATE = re.compile(
    r"\b(?:equal opportunity|without regard to|we offer|we are (?:a|an|the)\b|our (?:company|mission)|"
    r"apply (?:now|today|by|at)|send your (?:cv|resume)|background check|visa sponsorship)\b"
)

# What job descriptions say around what they ask for; stems of what carries no topic of its own.
_PHRASING = frozenset(
    stem(word)
    for word in """ability able accountable advanced applicant apply area asset background basic bonus bring building
    candidate capability clear closely collaborate comfortable commercial communicate competence competent concept
    considerable day daily deep demonstrable demonstrated desirable desired develop duties equivalent essential etc
    excellent excited expect experience experienced expertise expert extensive fair familiar familiarity field fluency
    focus following general good great hands hands-on help highly ideal ideally include including industry interest job
    keen key know knowledge least level looking main mandatory mastery minimum must need nice nice-to-have passion
    passionate plus position practical practice preferable preferably preferred prior professional proficiency
    proficient prove proven qualification range record relevant require required requirement responsibilities
    responsibility responsible role several significant similar skill skilled solid sound strong substantial success
    successful successfully suitable task team technology thorough tool track understanding use using variety various
    well willing willingness work working year years environment environments""".split()
)
_GENERAL_EXPERIENCE = frozenset(
    stem(word) for word in "career overall software total relevant industry full-time".split()
)

# Two ways to write one thing, of the few that every job description and profile differ in.
_SAME = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "bachelor bachelors bsc b.sc ba b.a beng undergraduate",
        "master masters msc m.sc ma m.a meng mba",
        "phd ph.d doctorate doctoral dphil",
        "kubernetes k8s",
        "javascript js",
        "typescript ts",
        "postgresql postgres",
        "golang go",
        "aws amazon",
        "gcp google",
    )
)
_ALTERNATIVE = re.compile(r"\s*(?:,|/|\bor\b|\bor\s+similar\b|\boder\b|\bou\b)\s*", re.IGNORECASE)
_OR = re.compile(r"\b(?:or|oder|ou)\b|/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a job asks for.

    `text` is how it says so; `topics` are the terms it is about, each group satisfied by any of its terms; `names`
    those groups that are spelt as names are (Kafka, C++, AWS); `opening` the group of its first word, which is
    capitalised whether it is a name or not; `years` the experience it wants, None if it names none.
    """

    text: str
    topics: tuple[frozenset[str], ...]
    names: frozenset[frozenset[str]]
    opening: frozenset[str]
    years: Decimal | None

    @property
    def is_of_experience_alone(self) -> bool:
        """Whether only a length of experience is asked for, whatever it was in."""
        return self.years is not None and all(group <= _GENERAL_EXPERIENCE for group in self.topics)


@dataclass(frozen=True, slots=True)
class JobDescription:
    """The requirements of a text, at most `MAX_REQUIREMENTS`; `omitted` says how many more there were."""

    requirements: tuple[Requirement, ...]
    omitted: int


def read_job_description(text: str) -> JobDescription:
    """Take a job description apart: its bullets if it has any, else its sentences."""
    lines = list(_asked(without_active(text)))
    bullets = [line for line, is_bullet in lines if is_bullet]
    candidates = bullets if len(bullets) > 1 else [part for line, _ in lines for part in sentences(line)]
    found: dict[str, Requirement] = {}
    for candidate in candidates:
        requirement = _read(candidate)
        if requirement is not None:
            found.setdefault(fold(requirement.text), requirement)
    kept = tuple(found.values())[:MAX_REQUIREMENTS]
    return JobDescription(kept, len(found) - len(kept))


def _asked(text: str) -> Iterator[tuple[str, bool]]:
    """The lines that may ask for something, each with whether it is a bullet."""
    is_asked = True
    for line in text.splitlines():
        if _HEADING.match(line) and not _BULLET.match(line):
            is_asked = _NOT_ASKED.search(fold(line)) is None
        elif is_asked and line.strip():
            yield _BULLET.sub("", line), _BULLET.match(line) is not None


def _read(text: str) -> Requirement | None:
    """A line as a requirement; None if it is about nothing, about the employer, or speaks to a model."""
    plain = " ".join(without_markup(text).split())[:_LONGEST_REQUIREMENT].rstrip(" ;,")
    if is_instruction(plain) or _BOILERPLATE.search(fold(plain)):
        return None
    years = _years(plain)
    topics = tuple(dict.fromkeys(_topics(plain)))
    if not topics and years is None:
        return None
    first, *others = words(plain) or [""]
    spelt = {term for word in others if _is_name(word) for term in terms(word)}
    spelt |= set(terms(first)) if _is_name(first[1:]) else set()
    return Requirement(
        text=plain,
        topics=topics,
        names=frozenset(group for group in topics if not group.isdisjoint(spelt)),
        opening=next((group for group in topics if not group.isdisjoint(terms(first))), frozenset[str]()),
        years=years,
    )


def _is_name(word: str) -> bool:
    """Whether a word inside a sentence is spelt as only names are."""
    return any(char.isupper() or char.isdigit() or char in "+#." for char in word)


def _years(text: str) -> Decimal | None:
    """The smallest number of years a text names: `3-5 years` and `5+ years` ask for at least the first."""
    plain = re.sub(r"(\d)\s*\+", r"\1 ", text)
    plain = re.sub(r"(\d+)\s*(?:-|\u2013|\bto\b)\s*\d+(?=\s*(?:years?|yrs?)\b)", r"\1", plain)
    named = [Decimal(amount.removesuffix(" year")) for amount in quantities(plain) if amount.endswith(" year")]
    return min(named, default=None)


def _topics(text: str) -> Iterator[frozenset[str]]:
    """What a text is about, as groups of terms of which any will do: alternatives, and spellings of one thing."""
    for clause in re.split(r"[;()]|\band\b|\bund\b|\bet\b|&", text):
        parts = [_telling(part) for part in _ALTERNATIVE.split(clause)]
        parts = [part for part in parts if part]
        if _OR.search(clause) and len(parts) > 1:
            # `Python, Go or Rust`: what stands before the first of them belongs to all.
            first, *others = parts
            yield from (_spellings(term) for term in first[:-1])
            yield frozenset().union(_spellings(first[-1]), *(_spellings(part[0]) for part in others))
            yield from (_spellings(term) for part in others for term in part[1:])
        else:
            yield from (_spellings(term) for part in parts for term in part)


def _telling(text: str) -> list[str]:
    numberless = " ".join(word for word in words(text) if not word[0].isdigit())
    return [term for term in dict.fromkeys(terms(numberless)) if term not in _PHRASING]


def _spellings(term: str) -> frozenset[str]:
    return next((group for group in _SAME if term in group), frozenset({term}))
