"""What a text must hold to be the kind of answer a question asks for: a number, a sum of money, a reason, a degree.

A text about the right thing that holds none of it is no answer, however near it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from math import ceil

from digital_twin.domain.evidence import COMPUTED, Chunk, ChunkKind
from digital_twin.domain.lexicons import Lexicon, Pattern
from digital_twin.domain.phrasing import HEADER_END
from digital_twin.domain.quantities import is_month, quantities
from digital_twin.domain.text import fold, stem, word_parts, words
from digital_twin.domain.thesaurus import concepts_meant, concepts_told

_CURRENCIES = "USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|JPY|INR|MXN|BRL"
_MONEY = re.compile(
    rf"(?:[$€£¥]|\b(?:{_CURRENCIES}))\s?\d"
    r"|\d\s?(?:[km]|bn|mio\.?|mrd\.?|mill?i?on\w*(?: de| d['\u2019])?)?\s?"
    rf"(?:[$€£¥]|(?:{_CURRENCIES}|dollars|euros?|pounds)\b)",
    re.IGNORECASE,
)
# The concept of what somebody is paid.
_PAY = "salary"
# The words that ask for one degree and no other, by the concept that a text with it tells of.
_DEGREES = {
    "phd": "phd ph.d doctorate doctoral dphil doktortitel promoviert promovierte doctorat doctorado",
    "master": "master master's masters msc maestria magister",
    "bachelor": "bachelor bachelor's bachelors bsc",
}
# Years say when something was; they count nothing.
_DATE = re.compile(r"\b(?:19|20)\d\d\b(?:-\d\d)?")
# The day up to which a lasting job is counted is no date of it.
_AS_OF = re.compile(r"\bas of \w+ \d{4}")
_REASON = re.compile(
    r"\b(?:because|due to|owing to|reasons?|so that|in order to|weil|wegen|grund|grunde|damit|parce que|afin|raison|"
    r"porque|debido|motivo|razon|para que)\b"
)
# Why somebody left is mostly told by what happened then, without a word for why.
_DEPARTURE = re.compile(
    r"\b(?:left|leave|leaving|resign\w*|quit|redundan\w*|dismiss\w*|laid off|moved|relocat\w*|clos(?:ed|ing|ure)|"
    r"insolven\w*|bankrupt\w*|concurso de acreedores|quiebra|faillite|depot de bilan|"
    r"verl(?:iess|assen)|kundig\w*|gekundigt|aufgehort|schliess\w*|umgezogen|umzug|"
    r"part(?:i|ie|ir)|quitte\w*|demission\w*|licenci\w*|fermeture|demenag\w*|"
    r"dej(?:a|o|e|ar)|renunci\w*|despid\w*|cierre|mud(?:o|ar\w*|anza))\b"
)
# What somebody became is told of themselves, whatever the title.
_BECAME = re.compile(
    r"\b(?:qualif|certif|zertif|habilit|licen[cs]|chartered|trained as|ausgebildet|diplom)", re.IGNORECASE
)
# Who else had a part is told after these, or in sections that are about others' judgement.
_OTHER = re.compile(r"\b(?:by|under|with|from|von|bei|unter|mit|par|avec|sous|por|con|bajo) (?:\w+\. )?[A-Z]")
# What is listed here is an instance of something, whatever that is called.
_OF_INSTANCES = frozenset({"skills", "languages"})
_FROM_OTHERS = frozenset({"awards", "certificates", "publications", "references"})
# One of several, or of many, is not told by name.
_INDEFINITE = frozenset(
    "a an one several some various many different ein eine einen mehrere un une plusieurs una".split()
)
_HIGHLIGHT = "/highlights/"
# A number and what it counts, with how many words between them at most: `12 newly hired clinical nurses`.
_REACH = 4
_OF = frozenset("of von de d'".split())
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_][\w'\u2019&/-]*|%")
# Share of the shorter of two words with which both begin, if one is a form of the other; and its letters, at least.
_SAME_BEGINNING = 0.6
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Demands:
    """What an answer must hold.

    `listed` says that the number is of entries of the profile; `departure` narrows a `reason` to why somebody left;
    `date` is the year in which something was, `month` the month; `other` is a person or body beside the profile's own.
    `role` is what somebody is asked to be; `counted` are words of which one is the thing that is counted, `instances`
    is what one is to be named of, `concepts` what the answer has to tell of.
    """

    number: bool = False
    money: bool = False
    reason: bool = False
    departure: bool = False
    listed: bool = False
    date: bool = False
    month: bool = False
    other: bool = False
    role: str = ""
    counted: tuple[str, ...] = ()
    instances: tuple[str, ...] = ()
    concepts: frozenset[str] = frozenset()

    @property
    def pay(self) -> bool:
        """Whether only what somebody is paid answers."""
        return _PAY in self.concepts

    def met_by(self, chunk: Chunk) -> bool:
        """Whether a chunk could hold the kind of answer asked for."""
        return (
            self.are_told_of_in(chunk)
            and (not self.reason or self._gives_reason(chunk))
            and (not self.date or _DATE.search(chunk.text) is not None)
            and (not self.month or any(map(is_month, words(_AS_OF.sub("", chunk.text)))))
            and (
                not self.other
                or (chunk.section in _FROM_OTHERS and "," in chunk.text)
                or _OTHER.search(_said(chunk)) is not None
            )
            and self.is_role_in(chunk)
            and (not self.instances or self._names_instance(chunk))
            and self._is_amount_in(chunk)
        )

    def are_told_of_in(self, chunk: Chunk) -> bool:
        """Whether a chunk tells of every concept that is asked about."""
        return not self.concepts or self.concepts <= {
            told for word in words(chunk.text) for told in concepts_told(word)
        }

    def is_role_in(self, chunk: Chunk) -> bool:
        """Whether a chunk speaks of what somebody is asked to be."""
        if not self.role:
            return True
        # What somebody was stands in the title; the rest of a highlight may tell of others.
        header, _, said = chunk.text.partition(HEADER_END)
        told = header if _HIGHLIGHT in chunk.path and not _BECAME.search(said) else chunk.text
        return any(_is_called(word, (self.role,)) for word in words(told))

    @property
    def is_of_one(self) -> bool:
        """Whether only what is said of one thing answers, so that a list which says it of another does not."""
        return self.date or self.month or self.other or bool(self.concepts)

    def _gives_reason(self, chunk: Chunk) -> bool:
        told = fold(_said(chunk))
        if self.departure:
            return _REASON.search(told) is not None or _DEPARTURE.search(told) is not None
        # What an award is for is why it was given.
        return _REASON.search(told) is not None or chunk.section == "awards"

    def _names_instance(self, chunk: Chunk) -> bool:
        """Whether a chunk holds what one is to be named of, and does not only say that there was one."""
        if chunk.section in _OF_INSTANCES:
            return True
        tokens = _TOKEN.findall(chunk.text)
        places = [place for place, token in enumerate(tokens) if _is_called(token, self.instances)]
        return any(not _is_indefinite(tokens[max(place - 2, 0) : place]) for place in places)

    def _is_amount_in(self, chunk: Chunk) -> bool:
        if self.money:
            return _MONEY.search(chunk.text) is not None
        return not self.number or self._is_counted_in(chunk)

    def _is_counted_in(self, chunk: Chunk) -> bool:
        """Whether a chunk holds a number, and what is counted: a list counts its entries, a computed fact months."""
        if chunk.kind in {ChunkKind.OVERVIEW, ChunkKind.EMPLOYERS}:
            return self.listed
        if chunk.kind in COMPUTED:
            return False
        tokens = _TOKEN.findall(_DATE.sub(" ", _said(chunk)))
        amounts = [place for place, token in enumerate(tokens) if _is_amount(token)]
        if not self.counted:
            return bool(amounts)
        return any(_is_called(token, self.counted) for place in amounts for token in _beside(tokens, place)) or any(
            _is_named(token, self.counted) for place in amounts for token in tokens[max(place - _REACH, 0) : place]
        )


def read_demands(folded: str, lexicon: Lexicon) -> Demands:
    """What a question demands.

    Args:
        folded: the question, without accents.
        lexicon: of its language.
    """
    asked = set(words(folded))
    degrees = {concept for concept, spellings in _DEGREES.items() if set(spellings.split()) & asked}
    told = {concept for concept, pattern in lexicon.concepts.items() if pattern.search(folded)}
    count = lexicon.counts.search(folded)
    reason = lexicon.wants_reason.search(folded) is not None
    return Demands(
        number=lexicon.wants_number.search(folded) is not None,
        money=lexicon.wants_money.search(folded) is not None,
        reason=reason,
        listed=count is not None and _are_entries(count[1], lexicon),
        departure=reason and _DEPARTURE.search(folded) is not None,
        date=lexicon.wants_date.search(folded) is not None,
        month=lexicon.wants_month.search(folded) is not None,
        other=lexicon.wants_other.search(folded) is not None,
        role=_role(folded, lexicon),
        counted=_counted(count, lexicon) if count is not None else (),
        instances=_instances(folded, lexicon),
        concepts=frozenset(degrees | told),
    )


def _are_entries(counted: str, lexicon: Lexicon) -> bool:
    """Whether what is counted may be entries of a profile (`jobs`, `things`): named as such, or not at all."""
    return stem(counted) in lexicon.topics or (stem(counted) in lexicon.framing and not concepts_meant(counted))


def _counted(count: re.Match[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The words after `how many`, of which one is the noun; none if the first names nothing (`people`, `jobs`)."""
    if stem(count[1]) in lexicon.unspecific:
        return ()
    return tuple(word for word in count.groups() if word and stem(word) not in lexicon.unspecific)


def _role(folded: str, lexicon: Lexicon) -> str:
    """What somebody is asked to be or have been; empty if that is no more than a person or a worker."""
    named = _captured(lexicon.wants_role, folded)
    return "" if stem(named) in lexicon.unspecific else named


def _instances(folded: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What one is to be named of, as a noun or several (`which museum or gallery`); none if one names no thing."""
    named = _captured(lexicon.wants_instance, folded)
    nouns = [words(part)[-1] for part in lexicon.is_choice.split(named) if words(part)]
    return tuple(nouns) if not any(stem(noun) in lexicon.unspecific for noun in nouns) else ()


def _captured(pattern: Pattern, folded: str) -> str:
    """What the one group that takes part in a match holds; empty without a match."""
    found = pattern.search(folded)
    return next(filter(None, found.groups()), "") if found is not None else ""


def _said(chunk: Chunk) -> str:
    """What a chunk says of itself: what stands before a highlight is a title and dates."""
    return chunk.text.partition(HEADER_END)[2] if _HIGHLIGHT in chunk.path else chunk.text


def _is_amount(token: str) -> bool:
    return any(amount[0].isdecimal() for amount in quantities(token))


def _is_indefinite(before: list[str]) -> bool:
    return any(fold(token) in _INDEFINITE or _is_amount(token) for token in before)


def _beside(tokens: list[str], place: int) -> list[str]:
    """The words after a number, up to the next one, and what it is a number of (`a team of 12`).

    None if it is a percentage, which counts nothing.
    """
    after = list(takewhile(lambda token: not _is_amount(token), tokens[place + 1 : place + 1 + _REACH]))
    is_of = place > 1 and fold(tokens[place - 1]) in _OF
    return [] if after[:1] == ["%"] else [*after, *tokens[place - 2 : place - 1] * is_of]


def _is_called(word: str, names: tuple[str, ...]) -> bool:
    """Whether a word is one of some names for a thing, or another for it."""
    told = concepts_told(word)
    return _is_named(word, names) or any(not told.isdisjoint(concepts_meant(name)) for name in names)


def _is_named(word: str, names: tuple[str, ...]) -> bool:
    """Whether a word is one of some names for a thing, in whatever form."""
    parts = word_parts(word)
    return any(stem(name) in map(stem, parts) or _is_form(parts[0], name) for name in names)


def _is_form(word: str, name: str) -> bool:
    """Whether two folded words are forms or compounds of one another: they begin alike, or one holds the other."""
    shorter, longer = sorted((word, name), key=len)
    if len(shorter) < _SHORTEST:
        return False
    beginning = shorter[: max(_SHORTEST, ceil(_SAME_BEGINNING * len(shorter)))]
    return shorter in longer or longer.startswith(beginning)
