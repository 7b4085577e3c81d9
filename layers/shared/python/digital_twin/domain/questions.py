"""Reading a question: what it is about, which part of a profile it means, what kind of answer it wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.lexicons import ENGLISH, LEXICONS, Lexicon
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import fold, stem, terms, words

_ABOUT_ONE_EMPLOYER = (ChunkKind.TENURE, ChunkKind.BEFORE, ChunkKind.AFTER)
_MONEY = re.compile(
    r"(?:[$€£¥]|\b(?:USD|EUR|GBP|CHF))\s?\d|\d\s?(?:USD|EUR|GBP|CHF|dollars|euros|pounds)", re.IGNORECASE
)
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand)\b")


_SUMMARY_PATHS = ("/basics/summary", "/basics/label")
# German capitalises every noun, but after these comes the name of a company or a school.
_BEFORE_NAMES = ("bei", "fur")
# A language is recognised by so many of its function words; fewer are names or loans.
_MIN_TELLS = 2


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart against what the asker may see.

    `text` is the question as asked; `entities` are the employers, schools and projects of the profile that it names
    (`telling` the terms it names them by), `attributes` the other terms that narrow it; `sections` and `fields` the
    parts of a profile its words name; `facts` the kinds of computed fact it asks for; `current` today's employers;
    `unknown_names` the names in it that nothing the asker may see mentions; `is_outside` says that it wants an
    opinion, a prediction or something that is nobody's business; `wants_summary` that it is about the person as a
    whole.
    """

    text: str
    entities: frozenset[str]
    telling: frozenset[str]
    attributes: tuple[str, ...]
    sections: frozenset[str]
    fields: frozenset[str]
    facts: tuple[ChunkKind, ...]
    current: frozenset[str]
    unknown_names: tuple[str, ...]
    is_outside: bool
    is_yes_no: bool
    wants_number: bool
    wants_money: bool
    wants_summary: bool

    @property
    def is_general(self) -> bool:
        """Whether it names a section and nothing in it: it asks for the whole list."""
        return bool(self.sections) and not self.entities and not self.attributes

    @property
    def is_about_now(self) -> bool:
        """Whether it asks for something in particular of today's job."""
        narrows = bool(self.attributes) and not self.entities and self.sections <= {"work"}
        return ChunkKind.CURRENT in self.facts and narrows

    def admits(self, text: str) -> bool:
        """Whether a text could hold the kind of answer asked for: an amount of money, a number, anything."""
        if self.wants_money:
            return _MONEY.search(text) is not None
        return not self.wants_number or _NUMBER.search(text) is not None

    def concerns(self, chunk: Chunk) -> bool:
        """Whether a chunk is about something the question names; any chunk is if it names nothing."""
        return not self.entities or chunk.about in self.entities or not self.telling.isdisjoint(terms(chunk.text))

    def asks_for(self, chunk: Chunk) -> bool:
        """Whether a chunk is what the question's form asks for: a computed fact about what it names, or the summary."""
        if self.attributes:
            return False
        if self.wants_summary and not self.entities and not self.sections:
            return chunk.path in _SUMMARY_PATHS
        if chunk.kind not in self.facts:
            return False
        if chunk.kind in _ABOUT_ONE_EMPLOYER:
            if not self.entities and chunk.kind is ChunkKind.BEFORE:
                return chunk.about in self.current
            return chunk.about in self.entities
        return chunk.kind is ChunkKind.LONGEST or (not self.entities and self.sections <= {"work"})


def read_question(text: str, view: View) -> Question:
    """Take a question apart."""
    lexicon = recognise(text)
    found = list(dict.fromkeys(terms(text)))
    telling = frozenset(term for term in found if term in view.subjects)
    entities = frozenset(view.subjects[term] for term in telling)
    spelt = frozenset(term for name in entities for term in terms(name))
    known = view.name_terms | lexicon.framing | lexicon.topics | spelt
    attributes = [term for term in found if term not in known]
    folded = fold(text)
    facts = tuple(kind for kind, pattern in lexicon.facts if pattern.search(folded))
    sections = frozenset(section for section, listed in lexicon.sections.items() if not listed.isdisjoint(found))
    summary = lexicon.wants_summary.search(folded) is not None and not entities
    if facts and (entities or "work" in sections):
        # In a question whose form is plain, a word that nothing mentions is mere phrasing.
        attributes = [term for term in attributes if view.lexical.knows(term)]
    outside = lexicon.is_outside.search(folded)
    return Question(
        text=text,
        entities=entities,
        telling=telling,
        attributes=tuple(attributes),
        sections=sections,
        fields=frozenset(path for path, listed in lexicon.fields.items() if not listed.isdisjoint(found)),
        facts=facts,
        current=view.current_subjects,
        unknown_names=tuple(_unknown_names(text, lexicon, view)),
        is_outside=outside is not None and not any(view.lexical.knows(term) for term in terms(outside[0])),
        is_yes_no=lexicon.is_yes_no.search(folded) is not None,
        wants_number=lexicon.wants_number.search(folded) is not None,
        wants_money=lexicon.wants_money.search(folded) is not None,
        wants_summary=summary,
    )


def recognise(text: str) -> Lexicon:
    """The lexicon of the language a text is in, by its function words; English unless another has clearly more."""
    asked = [fold(word) for word in words(text)]
    tells = {lexicon.code: sum(word in lexicon.stop_words for word in asked) for lexicon in LEXICONS}
    best = max(LEXICONS, key=lambda lexicon: tells[lexicon.code])
    return best if tells[best.code] >= _MIN_TELLS or tells[ENGLISH.code] == 0 else ENGLISH


def _unknown_names(text: str, lexicon: Lexicon, view: View) -> Iterator[str]:
    known = view.name_terms | lexicon.framing | lexicon.topics
    previous = ""
    for position, word in enumerate(words(text)):
        if _is_name(word, previous, lexicon, first=position == 0):
            candidates = {stem(word), *terms(word)}
            if candidates.isdisjoint(known) and not any(view.lexical.knows(term) for term in candidates):
                yield word
        previous = fold(word)


def _is_name(word: str, previous: str, lexicon: Lexicon, *, first: bool) -> bool:
    """Whether a word looks like a name: capitalised inside the sentence, or spelt as only names are."""
    if fold(word) in lexicon.stop_words:
        return False
    if any(char.isupper() or char.isdigit() for char in word[1:]):
        return True
    if not word[0].isupper() or first:
        return False
    return lexicon.names_are_capitalised or previous in _BEFORE_NAMES
