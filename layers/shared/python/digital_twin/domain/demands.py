"""What a text must hold to be the kind of answer a question asks for: a number, a sum of money, a reason, a degree.

A text about the right thing that holds none of it is no answer, however near it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from digital_twin.domain.evidence import COMPUTED, Chunk, ChunkKind
from digital_twin.domain.lexicons import Lexicon
from digital_twin.domain.quantities import quantities
from digital_twin.domain.text import fold, stem, words
from digital_twin.domain.thesaurus import concepts_meant, concepts_told

_MONEY = re.compile(
    r"(?:[$€£¥]|\b(?:USD|EUR|GBP|CHF))\s?\d"
    r"|\d\s?(?:[km]|bn|mio\.?|mrd\.?|mill?i?on\w*(?: de| d['\u2019])?)?\s?"
    r"(?:[$€£¥]|(?:USD|EUR|GBP|CHF|dollars|euros?|pounds)\b)",
    re.IGNORECASE,
)
# The concept of what somebody is paid.
_PAY = "salary"
# The words that ask for one degree and no other, or for a grade, by the concept that a text with it tells of.
_TOLD_BY = {
    "phd": "phd ph.d doctorate doctoral dphil doktortitel promoviert promovierte doctorat doctorado",
    "master": "master master's masters msc maestria magister",
    "bachelor": "bachelor bachelor's bachelors bsc",
    "grade": "grade grades gpa mark marks abschlussnote notendurchschnitt moyenne nota calificacion",
}
# Years say when something was; they count nothing.
_DATE = re.compile(r"\b(?:19|20)\d\d\b(?:-\d\d)?")
_REASON = re.compile(
    r"\b(?:because|due to|owing to|reasons?|so that|in order to|weil|wegen|grund|grunde|damit|parce que|afin|raison|"
    r"porque|debido|motivo|razon|para que)\b"
)
_HEADER_END = ": "
_HIGHLIGHT = "/highlights/"
# Share of the shorter of two words with which both begin, if one is a form of the other; and its letters, at least.
_SAME_BEGINNING = 0.6
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Demands:
    """What an answer must hold.

    `counted` are words of which one is the thing that is counted, `concepts` what the answer has to tell of.
    """

    number: bool = False
    money: bool = False
    reason: bool = False
    counted: tuple[str, ...] = ()
    concepts: frozenset[str] = frozenset()

    @property
    def pay(self) -> bool:
        """Whether only what somebody is paid answers."""
        return _PAY in self.concepts

    def met_by(self, chunk: Chunk) -> bool:
        """Whether a chunk could hold the kind of answer asked for."""
        if self.concepts and not self.concepts <= {told for word in words(chunk.text) for told in concepts_told(word)}:
            return False
        if self.reason and not _REASON.search(fold(chunk.text)):
            return False
        if self.money:
            return _MONEY.search(chunk.text) is not None
        return not self.number or self._is_counted_in(chunk)

    def _is_counted_in(self, chunk: Chunk) -> bool:
        """Whether a chunk holds a number, and what is counted; a computed fact counts months and nothing else."""
        if chunk.kind in COMPUTED and chunk.kind is not ChunkKind.EMPLOYERS:
            return False
        # A list counts its entries.
        if chunk.kind is ChunkKind.OVERVIEW and self.counted:
            return False
        # What stands before a highlight is a title and dates.
        told = chunk.text.partition(_HEADER_END)[2] if _HIGHLIGHT in chunk.path else chunk.text
        if not any(amount[0].isdecimal() for amount in quantities(_DATE.sub(" ", told))):
            return False
        return not self.counted or any(_is_called(word, self.counted) for word in words(told))


def read_demands(folded: str, lexicon: Lexicon) -> Demands:
    """What a question demands.

    Args:
        folded: the question, without accents.
        lexicon: of its language.
    """
    told = {concept for concept, spellings in _TOLD_BY.items() if set(spellings.split()) & set(words(folded))}
    if lexicon.wants_pay.search(folded):
        told.add(_PAY)
    return Demands(
        number=lexicon.wants_number.search(folded) is not None,
        money=lexicon.wants_money.search(folded) is not None,
        reason=lexicon.wants_reason.search(folded) is not None,
        counted=_counted(folded, lexicon),
        concepts=frozenset(told),
    )


def _counted(folded: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words after `how many`, of which one is the noun; none if the first names nothing (`people`, `jobs`)."""
    found = lexicon.counts.search(folded)
    unspecific = lexicon.framing | lexicon.topics
    if found is None or stem(found[1]) in unspecific:
        return ()
    return tuple(word for word in found.groups() if word and stem(word) not in unspecific)


def _is_called(word: str, counted: tuple[str, ...]) -> bool:
    """Whether a word is one of those that are counted, or another for it."""
    told, folded = concepts_told(word), fold(word)
    return any(
        stem(word) == stem(name) or not told.isdisjoint(concepts_meant(name)) or _is_form(folded, name)
        for name in counted
    )


def _is_form(word: str, name: str) -> bool:
    """Whether two folded words are forms or compounds of one another: they begin alike, or one holds the other."""
    shorter, longer = sorted((word, name), key=len)
    if len(shorter) < _SHORTEST:
        return False
    beginning = shorter[: max(_SHORTEST, ceil(_SAME_BEGINNING * len(shorter)))]
    return shorter in longer or longer.startswith(beginning)
