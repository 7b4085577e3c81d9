"""Reading a job description: the requirements in it, each as something a profile may or may not bear out.

The text is a stranger's. What speaks to a model in it is left out, and nothing of it is ever taken for evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from digital_twin.domain.hostile_text import is_instruction, without_active, without_markup
from digital_twin.domain.lexicons import ENGLISH, Lexicon
from digital_twin.domain.negation import is_negated
from digital_twin.domain.posting import bare, heading, is_item, readable, without_mark
from digital_twin.domain.quantities import quantities
from digital_twin.domain.question_words import recognise
from digital_twin.domain.text import fold, sentences, stem, terms, words

MAX_REQUIREMENTS = 25
_LONGEST_REQUIREMENT = 300

# Under these, nothing is asked of the candidate.
_NOT_ASKED = re.compile(
    r"\b(?:benefits?|perks|we offer|what you(?:'ll| will) get|compensation|salary|about (?:us|the company|our)|"
    r"who we are|our (?:mission|values|story)|how to apply|equal (?:opportunity|employment)|location|contact|"
    r"wir bieten|uber uns|nous offrons|ofrecemos|待遇|福利厚生|勤務地|給与)\b"
)
# Headings that postings leave unmarked.
_TITLE = re.compile(
    r"(?:(?:key|minimum|basic|preferred|job|your|our|additional|technical|required|main) )*"
    r"(?:requirements?|qualifications?|responsibilities|skills|duties|benefits?|perks|compensation|salary|location|"
    r"nice to haves?|must[- ]haves?|(?:what )?we offer|about (?:us|you|the (?:role|job|team|company))|"
    r"who (?:we|you) are|"
    r"what (?:you will|you'll) (?:do|need|bring|get)|what (?:you bring|you need|we are looking for|we're looking for)|"
    r"how to apply|(?:ihr |dein )?profil|(?:ihre |deine )?(?:aufgaben|anforderungen)|(?:was )?wir bieten|uber uns|"
    r"profil recherche|votre profil|vos missions|nous offrons|requisitos|funciones|(?:que )?ofrecemos|"
    r"応募資格|必須スキル|必須条件|歓迎スキル|歓迎条件|待遇|福利厚生|勤務地|給与)\W*"
)
# Said of the employer or the procedure wherever it stands.
_BOILERPLATE = re.compile(
    r"\b(?:equal opportunity|without regard to|we offer|we are (?:a|an|the)\b|our (?:company|mission)|"
    r"apply (?:now|today|by|at)|send your (?:cv|resume)|background check|visa sponsorship)\b"
)

# `No experience with Kafka required` asks for nothing.
_NOT_NEEDED = re.compile(
    r"\b(?:no|not|nicht|kein\w*|pas|aucune?|sin|ningun\w*)\b.{0,80}"
    r"\b(?:required?|needed|necessary|expected|mandatory|must|erforderlich|notwendig|notig|requise?s?|necessaires?|"
    r"necesari[ao]s?)\b"
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
# The same in other languages, beside what their lexicons list.
_PHRASING_ABROAD = frozenset(
    stem(fold(word))
    for word in """mehrjahrige fundierte fundiertes vertiefte sichere sicherer sicheres umgang praxis praktische
    idealerweise wunschenswert erforderlich voraussetzung bereich einschlagige nachweisbare
    plusieurs experience d'experience l'experience maitrise bonne bonnes connaissance connaissances solide solides
    annee annees minimum souhaite souhaitee exigee pratique avere averee
    conocimiento conocimientos dominio manejo solidos solida anos minimo deseable imprescindible valorable
    demostrable""".split()
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
# Japanese and Chinese write names of other scripts without a space around them, and nothing else in those scripts.
_SCRIPT_BORDER = re.compile(
    r"(?<=[A-Za-z0-9+#.])(?=[\u3040-\u30ff\u4e00-\u9fff])|(?<=[\u3040-\u30ff\u4e00-\u9fff])(?=[A-Za-z0-9])"
)
_OR = re.compile(r"\b(?:or|oder|ou)\b|/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a job asks for.

    `text` is how it says so; `topics` are the terms it is about, each group satisfied by any of its terms; `names`
    those groups that are spelt as names are (Kafka, C++, AWS); `opening` the group of its first word, which is
    capitalised whether it is a name or not; `years` the experience it wants, None if it names none; `denies` says that
    something in it is not to be so.
    """

    text: str
    topics: tuple[frozenset[str], ...]
    names: frozenset[frozenset[str]]
    opening: frozenset[str]
    years: Decimal | None
    denies: bool

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
    shown = without_active(readable(text))
    phrasing = _phrasing(recognise(shown))
    lines = list(_asked(shown))
    bullets = [line for line, is_bullet in lines if is_bullet]
    candidates = bullets if len(bullets) > 1 else [part for line, _ in lines for part in sentences(line)]
    found: dict[str, Requirement] = {}
    for candidate in dict.fromkeys(candidates):
        requirement = _read(candidate, phrasing)
        if requirement is not None:
            found.setdefault(fold(requirement.text), requirement)
    kept = tuple(found.values())[:MAX_REQUIREMENTS]
    return JobDescription(kept, len(found) - len(kept))


def _phrasing(lexicon: Lexicon) -> frozenset[str]:
    """The terms that carry no topic in a text of this language; English names and phrases stand in all of them."""
    if lexicon is ENGLISH:
        return _PHRASING
    return _PHRASING.union(_PHRASING_ABROAD, lexicon.framing, lexicon.sections["skills"], lexicon.sections["work"])


def _asked(text: str) -> Iterator[tuple[str, bool]]:
    """The lines that may ask for something, each with whether it is a bullet."""
    is_asked = True
    for line in text.splitlines():
        if (said := _heading(line)) is not None:
            is_asked = _NOT_ASKED.search(fold(said)) is None
        elif is_asked and line.strip():
            yield without_mark(line), is_item(line)


def _heading(line: str) -> str | None:
    """What a line says if it is a heading, marked or one of those that every posting has."""
    unmarked = bare(line)
    is_title = unmarked is not None and _TITLE.fullmatch(fold(unmarked))
    return unmarked if is_title else heading(line)


def _read(text: str, phrasing: frozenset[str]) -> Requirement | None:
    """A line as a requirement; None if it is about nothing, about the employer, or speaks to a model."""
    plain = " ".join(without_markup(text).split())[:_LONGEST_REQUIREMENT].rstrip(" ;,")
    if not words(plain):
        return None
    folded, denies = fold(plain), is_negated(plain)
    if is_instruction(plain) or _BOILERPLATE.search(folded) or (denies and _NOT_NEEDED.search(folded)):
        return None
    spaced = _SCRIPT_BORDER.sub(" ", plain)
    years = _years(spaced)
    topics = tuple(dict.fromkeys(_topics(spaced, phrasing)))
    if not topics and years is None:
        return None
    first, *others = words(spaced)
    spelt = {term for word in others if _is_name(word) for term in terms(word)}
    spelt |= set(terms(first)) if _is_name(first[1:]) else set()
    if spaced != plain:
        spelt.update(term for word in words(spaced) if word.isascii() for term in terms(word))
    return Requirement(
        text=plain,
        topics=topics,
        names=frozenset(group for group in topics if not group.isdisjoint(spelt)),
        opening=next((group for group in topics if not group.isdisjoint(terms(first))), frozenset[str]()),
        years=years,
        denies=denies,
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


def _topics(text: str, phrasing: frozenset[str]) -> Iterator[frozenset[str]]:
    """What a text is about, as groups of terms of which any will do: alternatives, and spellings of one thing."""
    for clause in re.split(r"[;()]|\band\b|\bund\b|\bet\b|&", text):
        parts = [_telling(part, phrasing) for part in _ALTERNATIVE.split(clause)]
        parts = [part for part in parts if part]
        if _OR.search(clause) and len(parts) > 1:
            # `Python, Go or Rust`: what stands before the first of them belongs to all.
            first, *others = parts
            yield from (_spellings(term) for term in first[:-1])
            yield frozenset().union(_spellings(first[-1]), *(_spellings(part[0]) for part in others))
            yield from (_spellings(term) for part in others for term in part[1:])
        else:
            yield from (_spellings(term) for part in parts for term in part)


def _telling(text: str, phrasing: frozenset[str]) -> list[str]:
    numberless = " ".join(word for word in words(text) if not word[0].isdigit())
    return [term for term in dict.fromkeys(terms(numberless)) if term not in phrasing]


def _spellings(term: str) -> frozenset[str]:
    return next((group for group in _SAME if term in group), frozenset({term}))
