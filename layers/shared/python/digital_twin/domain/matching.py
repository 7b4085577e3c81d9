"""Comparing a requirement with what a profile says. It finds what is borne out; what is not found is never supposed.

The comparison is lexical, as the grounding of answers is: it may miss what is said in other words, and says then that
there is no evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from statistics import median

from digital_twin.domain.answer import Citation
from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.hostile_text import is_instruction
from digital_twin.domain.negation import is_negated
from digital_twin.domain.quantities import quantities
from digital_twin.domain.requirements import Requirement
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import sentences, terms

# Share of a requirement's weight that the cited evidence holds if it is met, and if there is any.
_MET = 0.75
_PARTLY = 0.25
# Citations of one requirement: more than this is a profile read aloud.
MAX_CITATIONS = 3
# Each citation after the first has to add so much.
_WORTH_CITING = 0.1

# A requirement is more about the names in it than about the words around them.
_NAME_WEIGHT = 2

# Sections where a word that is also the person's name is not the person.
_LISTS_OF_THINGS = frozenset({"certificates", "languages", "skills"})

_MONTHS_A_YEAR = 12
_DURATION = re.compile(r"(?:(\d+) years?)?(?:\s*(\d+) months?)?")


class Match(StrEnum):
    """How far a profile bears a requirement out."""

    MET = "met"
    PARTLY = "partly"
    NO_EVIDENCE = "no_evidence"


@dataclass(frozen=True, slots=True)
class Finding:
    """One requirement, how far it is borne out, by what, and what is to be said about it."""

    requirement: str
    match: Match
    citations: tuple[Citation, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence of a chunk that could bear something out."""

    chunk: Chunk
    text: str
    terms: frozenset[str]


def assess(requirement: Requirement, evidence: Sequence[Chunk], view: View) -> Finding:
    """Compare a requirement with the evidence found for it.

    Args:
        requirement: what is asked for.
        evidence: chunks of the view that may bear on it, best first.
        view: what the asker may see.
    """
    finding = _borne_out(requirement, evidence, view)
    if requirement.denies and finding.match is Match.MET:
        # What shows that something is so cannot show that something is not.
        return replace(finding, match=Match.PARTLY, note="it says what must not be so, which words found cannot show")
    return finding


def _borne_out(requirement: Requirement, evidence: Sequence[Chunk], view: View) -> Finding:
    """How far the evidence bears out what a requirement is about."""
    if requirement.is_of_experience_alone:
        return _experience(requirement, view)
    statements = list(_statements(evidence, view))
    chosen, held = _choose(requirement, statements, view)
    citations = tuple(_citation(marker, statement) for marker, statement in enumerate(chosen, start=1))
    match = _match(requirement, chosen, held, view)
    if match is Match.NO_EVIDENCE:
        return Finding(requirement.text, match, ())
    if requirement.years is None or match is Match.PARTLY:
        return Finding(requirement.text, match, citations)
    bearing = [one for one in statements if any(not group.isdisjoint(one.terms) for group in requirement.topics)]
    return _timed(requirement, requirement.years, bearing, citations, view)


def _match(requirement: Requirement, chosen: Sequence[_Statement], held: float, view: View) -> Match:
    """How far statements bear a requirement out; what is about none of the names it gives is about something else."""
    names = requirement.names
    if not names and requirement.opening and not any(map(view.lexical.knows, requirement.opening)):
        # A first word that nothing mentions: `Salesforce administration` is not about administration.
        names = frozenset({requirement.opening})
    named = sum(any(not group.isdisjoint(one.terms) for one in chosen) for group in names)
    if held < _PARTLY or (names and not named):
        return Match.NO_EVIDENCE
    return Match.MET if held >= _MET and named == len(names) else Match.PARTLY


def _statements(evidence: Iterable[Chunk], view: View) -> Iterator[_Statement]:
    for chunk in evidence:
        # Its first words say what a chunk is about (employer, school), for all of its sentences.
        about = frozenset(terms(chunk.about))
        # A person called Ada does not know Ada for that, nor for what others write about Ada.
        names = frozenset[str]() if chunk.section in _LISTS_OF_THINGS else view.name_terms
        for sentence in sentences(chunk.text):
            if not is_negated(sentence) and not is_instruction(sentence):
                yield _Statement(chunk, sentence, (frozenset(terms(sentence)) | about) - names)


def _choose(requirement: Requirement, statements: list[_Statement], view: View) -> tuple[list[_Statement], float]:
    """The few statements that hold most of what is asked for, and the share of its weight that they hold together."""
    weights = _weights(requirement, view)
    total = sum(weights.values())
    chosen: list[_Statement] = []
    missing = dict(weights)
    while total and statements and len(chosen) < MAX_CITATIONS:
        best = max(
            statements, key=lambda one: sum(w for group, w in missing.items() if not group.isdisjoint(one.terms))
        )
        gained = {group for group in missing if not group.isdisjoint(best.terms)}
        if sum(missing[group] for group in gained) < (_WORTH_CITING * total if chosen else 1e-9):
            break
        chosen.append(best)
        missing = {group: weight for group, weight in missing.items() if group not in gained}
    return chosen, 1 - sum(missing.values()) / total if total else 0.0


def _weights(requirement: Requirement, view: View) -> dict[frozenset[str], float]:
    """Each topic with its weight: that of its best-known term, as rare as the profile makes it; names count double."""
    idf = view.lexical.idf
    # What nothing mentions may be mere phrasing or the very point; it weighs as much as a middling term.
    unknown = median(idf.values()) if idf else 1.0
    return {
        group: max((idf[term] for term in group if term in idf), default=unknown)
        * (_NAME_WEIGHT if group in requirement.names else 1)
        for group in requirement.topics
    }


def _experience(requirement: Requirement, view: View) -> Finding:
    """A length of experience, compared with all the jobs together."""
    total = next((chunk for chunk in view.chunks.values() if chunk.kind is ChunkKind.TOTAL), None)
    if total is None or requirement.years is None:
        return Finding(requirement.text, Match.NO_EVIDENCE, ())
    months = _months(total.text)
    is_enough = months >= requirement.years * _MONTHS_A_YEAR
    citation = _citation(1, _Statement(total, total.text, frozenset()))
    note = None if is_enough else "the profile shows fewer years of work than asked for"
    return Finding(requirement.text, Match.MET if is_enough else Match.PARTLY, (citation,), note)


def _timed(
    requirement: Requirement, years: Decimal, bearing: list[_Statement], citations: tuple[Citation, ...], view: View
) -> Finding:
    """A length of experience in something.

    Met only if a sentence says so itself. The time with the employers where it is mentioned is an upper bound, and
    told as such.
    """
    stated = {amount for one in bearing for amount in quantities(one.text) if amount.endswith(" year")}
    if any(Decimal(amount.removesuffix(" year")) >= years for amount in stated):
        return Finding(requirement.text, Match.MET, citations)
    employers = {one.chunk.about for one in bearing if one.chunk.section == "work" and one.chunk.about}
    tenures = [chunk for chunk in view.chunks.values() if chunk.kind is ChunkKind.TENURE and chunk.about in employers]
    if not tenures:
        return Finding(requirement.text, Match.PARTLY, citations, "the profile does not say for how long")
    bounds = tuple(
        _citation(marker, _Statement(chunk, chunk.text, frozenset()))
        for marker, chunk in enumerate(tenures, start=len(citations) + 1)
    )
    is_possible = sum(_months(chunk.text) for chunk in tenures) >= years * _MONTHS_A_YEAR
    note = (
        "the profile does not say for how long; the time at these employers would allow it"
        if is_possible
        else "the time at the employers where it is mentioned is shorter than asked for"
    )
    return Finding(requirement.text, Match.PARTLY, citations + bounds, note)


def _months(fact: str) -> int:
    """The first duration a computed fact states, in months; 0 if it states none."""
    for match in _DURATION.finditer(fact):
        if match[1] or match[2]:
            return int(match[1] or 0) * _MONTHS_A_YEAR + int(match[2] or 0)
    return 0


def _citation(marker: int, statement: _Statement) -> Citation:
    chunk = statement.chunk
    return Citation(marker, chunk.id, chunk.section, chunk.path, statement.text)
