"""Reading a question: what it is about, which part of a profile it means, what kind of answer it wants."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import STOP_WORDS, fold, stem, terms, words
from digital_twin.domain.topics import GENERIC_TERMS, TOPIC_TERMS, fields_meant, sections_meant

_NOW = "current|currently|now|nowadays|presently|today|at the moment|at present|these days"
_CAREER = "experience|career|work|working|industry|professional|professionally"

# What asks for which computed fact; tried in this order, all that match count. The text is folded.
_FACT_PATTERNS: tuple[tuple[ChunkKind, re.Pattern[str]], ...] = (
    (ChunkKind.LONGEST, re.compile(r"\blongest\b|\bmost (?:time|years)\b|\blonger\b")),
    (ChunkKind.BEFORE, re.compile(r"\b(?:before|prior to|preced\w+|previous|previously|come from)\b")),
    (ChunkKind.AFTER, re.compile(r"\b(?:after|following|next|since leaving|upon leaving)\b")),
    (ChunkKind.FIRST, re.compile(r"\bfirst\b|\bearliest\b|\b(?:begin|began|start|started)\b.*\bcareer\b")),
    (ChunkKind.CURRENT, re.compile(rf"\b(?:{_NOW})\b")),
    (ChunkKind.TENURE, re.compile(r"\bhow (?:long|many years|many months|much time)\b|\b(?:tenure|duration)\b")),
    (
        ChunkKind.TOTAL,
        re.compile(rf"\b(?:how long|how many years|how much|years of|total|overall)\b.*\b(?:{_CAREER})\b"),
    ),
    (
        ChunkKind.EMPLOYERS,
        re.compile(r"\b(?:which|what|how many|list|name|all)\b.*\b(?:companies|employers|organi[sz]ations|firms)\b"),
    ),
)
_NUMBER_WANTED = re.compile(
    r"\bhow (?:many|much|big|large|often)\b|\bwhat (?:percent|percentage|share|score|grade|gpa)\b"
)
_MONEY_WANTED = re.compile(
    r"\b(?:dollars?|euros?|salary|salaries|wages?|paid|compensation|revenue|budget|how much money)\b|[$€£]"
)
_YES_NO = re.compile(
    r"^(?:(?:so|and|but|also)[, ]+)?(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|any)\b"
)
_ABOUT_ONE_EMPLOYER = (ChunkKind.TENURE, ChunkKind.BEFORE, ChunkKind.AFTER)
_MONEY = re.compile(
    r"(?:[$€£¥]|\b(?:USD|EUR|GBP|CHF))\s?\d|\d\s?(?:USD|EUR|GBP|CHF|dollars|euros|pounds)", re.IGNORECASE
)
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand)\b")


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart against what the asker may see.

    `text` is the question as asked; `entities` are its terms that name an employer, school or project of the
    profile, `attributes` the other terms that narrow it; `sections` and `fields` the parts of a profile its words
    name; `facts` the kinds of computed fact it asks for; `unknown_names` the names in it that nothing the asker may
    see mentions.
    """

    text: str
    entities: frozenset[str]
    attributes: tuple[str, ...]
    sections: frozenset[str]
    fields: frozenset[str]
    facts: tuple[ChunkKind, ...]
    unknown_names: tuple[str, ...]
    is_yes_no: bool
    wants_number: bool
    wants_money: bool

    @property
    def is_general(self) -> bool:
        """Whether it names a section and nothing in it: it asks for the whole list."""
        return bool(self.sections) and not self.entities and not self.attributes

    def admits(self, text: str) -> bool:
        """Whether a text could hold the kind of answer asked for: an amount of money, a number, anything."""
        if self.wants_money:
            return _MONEY.search(text) is not None
        return not self.wants_number or _NUMBER.search(text) is not None

    def asks_for(self, chunk: Chunk) -> bool:
        """Whether a chunk is a computed fact of a kind the question asks for, about what the question names."""
        if chunk.kind not in self.facts or self.attributes:
            return False
        if chunk.kind in _ABOUT_ONE_EMPLOYER:
            return not self.entities.isdisjoint(terms(chunk.about))
        return not self.entities


def read_question(text: str, view: View) -> Question:
    """Take a question apart."""
    found = list(dict.fromkeys(terms(text)))
    framing = view.name_terms | GENERIC_TERMS | TOPIC_TERMS
    narrowing = [term for term in found if term not in framing or term in view.subject_terms - TOPIC_TERMS]
    folded = fold(text)
    return Question(
        text=text,
        entities=frozenset(term for term in narrowing if term in view.subject_terms),
        attributes=tuple(term for term in narrowing if term not in view.subject_terms),
        sections=sections_meant(frozenset(found)),
        fields=fields_meant(frozenset(found)),
        facts=tuple(kind for kind, pattern in _FACT_PATTERNS if pattern.search(folded)),
        unknown_names=tuple(
            word
            for position, word in enumerate(words(text))
            if _is_name(word, first=position == 0) and not _is_known(word, view)
        ),
        is_yes_no=_YES_NO.search(folded) is not None,
        wants_number=_NUMBER_WANTED.search(folded) is not None,
        wants_money=_MONEY_WANTED.search(folded) is not None,
    )


def _is_name(word: str, *, first: bool) -> bool:
    """Whether a word looks like a name: capitalised inside the sentence, or spelt as only names are."""
    if fold(word) in STOP_WORDS:
        return False
    return (word[0].isupper() and not first) or any(char.isupper() or char.isdigit() for char in word[1:])


def _is_known(word: str, view: View) -> bool:
    known = view.name_terms | TOPIC_TERMS | GENERIC_TERMS
    return any(term in known or view.lexical.knows(term) for term in {stem(word), *terms(word)})
