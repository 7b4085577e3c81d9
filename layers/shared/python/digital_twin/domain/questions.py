"""Reading a question: what it is about, which part of a profile it means, what kind of answer it wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.lexicons import ENGLISH, LEXICONS, Lexicon
from digital_twin.domain.quantities import is_month, quantities
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import STOP_WORDS, fold, sentences, stem, terms, words
from digital_twin.domain.thesaurus import concepts_told

_ABOUT_ONE_EMPLOYER = (ChunkKind.TENURE, ChunkKind.BEFORE, ChunkKind.AFTER)
_MONEY = re.compile(
    r"(?:[$€£¥]|\b(?:USD|EUR|GBP|CHF))\s?\d|\d\s?(?:USD|EUR|GBP|CHF|dollars|euros|pounds)", re.IGNORECASE
)

_SUMMARY_PATHS = ("/basics/summary", "/basics/label")
# German capitalises every noun, but after these comes the name of a company or a school.
_BEFORE_NAMES = ("bei", "fur")
# The concept of what somebody is paid.
_PAY = "salary"
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTHS_A_YEAR = 12
# Where somebody who has explained comes to the point.
_BREAK = re.compile(r"[;:]\s")
# How strongly an entry must hold a word to be named by it: the word itself, or one of its concept.
_NAMED = 0.8
# A language is recognised by so many of its function words; fewer are names or loans.
_MIN_TELLS = 2


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word that narrows a question, and the sections whose entries are what it says (`certificates`)."""

    text: str
    sections: frozenset[str]


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart against what the asker may see.

    `text` is the question as asked, `searched` its words but function words and the person's name. `entities` are the
    employers, schools and projects of the profile that it names, `telling` the terms it names them by; `content` its
    other words, but those that only frame a question, and `names` those of them that are spelt as names; `years` the
    years it names; `is_choice` says that it offers alternatives. `sections` and `fields` are the parts of a profile its
    words name; `facts` the kinds of computed fact it asks for; `current` today's employers; `unknown_names` the names
    in it that nothing the asker may see mentions; `is_outside` says that it wants an opinion, a prediction or something
    that is nobody's business; `wants_summary` that it is about the person as a whole.
    """

    text: str
    searched: tuple[str, ...]
    entities: frozenset[str]
    telling: frozenset[str]
    content: tuple[ContentWord, ...]
    names: tuple[str, ...]
    years: frozenset[int]
    is_choice: bool
    sections: frozenset[str]
    fields: frozenset[str]
    facts: tuple[ChunkKind, ...]
    current: frozenset[str]
    unknown_names: tuple[str, ...]
    is_outside: bool
    is_yes_no: bool
    wants_number: bool
    wants_money: bool
    wants_pay: bool
    wants_summary: bool

    @property
    def is_general(self) -> bool:
        """Whether it names a section and nothing in it: it asks for the whole list."""
        return bool(self.sections) and not self.entities and not self.narrowing and not self.years

    @property
    def narrowing(self) -> tuple[ContentWord, ...]:
        """The content words that do more than name a section."""
        return tuple(word for word in self.content if not word.sections)

    @property
    def is_about_now(self) -> bool:
        """Whether it asks for something in particular of today's job."""
        narrows = bool(self.narrowing) and not self.entities and self.sections <= {"work"}
        return ChunkKind.CURRENT in self.facts and narrows

    def admits(self, text: str) -> bool:
        """Whether a text could hold the kind of answer asked for: somebody's pay, an amount, a number, anything."""
        if self.wants_pay and not any(_PAY in concepts_told(word) for word in words(text)):
            return False
        if self.wants_money:
            return _MONEY.search(text) is not None
        return not self.wants_number or any(amount[0].isdecimal() for amount in quantities(text))

    def concerns(self, chunk: Chunk) -> bool:
        """Whether a chunk is about something the question names; any chunk is if it names nothing."""
        return not self.entities or chunk.about in self.entities or not self.telling.isdisjoint(terms(chunk.text))

    def asks_for(self, chunk: Chunk) -> bool:
        """Whether a chunk is what the question asks for by its form: a field, the summary, a time, a computed fact."""
        if self.fields:
            return chunk.path in self.fields
        if self.narrowing:
            return False
        if self.wants_summary and not self.entities and not self.sections:
            return chunk.path in _SUMMARY_PATHS
        if self.years and not self.entities and not self.facts:
            return self.sections <= {"work"} and self._was_during(chunk)
        return self._asks_for_fact(chunk)

    def _asks_for_fact(self, chunk: Chunk) -> bool:
        if chunk.kind not in self.facts:
            # Whether somebody is still there is told by how long they were.
            return chunk.kind is ChunkKind.TENURE and ChunkKind.CURRENT in self.facts and chunk.about in self.entities
        if chunk.kind in _ABOUT_ONE_EMPLOYER:
            return chunk.about in (self.entities or (self.current if chunk.kind is ChunkKind.BEFORE else ()))
        return chunk.kind is ChunkKind.LONGEST or (not self.entities and self.sections <= {"work"})

    def _was_during(self, chunk: Chunk) -> bool:
        """Whether a job lasted in a year that the question names."""
        return (
            chunk.section == "work"
            and chunk.months is not None
            and any(
                chunk.months.start < (year + 1) * _MONTHS_A_YEAR and year * _MONTHS_A_YEAR < chunk.months.stop
                for year in self.years
            )
        )


def read_question(text: str, view: View) -> Question:
    """Take a question apart."""
    lexicon = recognise(text)
    asked = _focus(text, lexicon, view)
    folded = fold(asked)
    found = list(dict.fromkeys(terms(asked)))
    searched = tuple(_searched(asked, lexicon, view))
    years = frozenset(int(word) for word in words(asked) if _YEAR.fullmatch(word))
    telling = frozenset(term for term in found if term in view.subjects)
    entities = frozenset(view.subjects[term] for term in telling)
    spelt = frozenset(term for name in entities for term in terms(name))
    content = tuple(_content(searched, lexicon, view, spelt))
    facts = tuple(kind for kind, pattern in lexicon.facts if pattern.search(folded))
    sections = frozenset(
        section
        for word in (*searched, *(word.text for word in content))
        for section in _sections_of(word, lexicon, narrowing=True)
    )
    if facts and not entities and (held := _holders(content, view)):
        entities, content = held, ()
    names = tuple(_names(asked, lexicon, view))
    fields = _fields(found, lexicon)
    return Question(
        text=text,
        searched=searched,
        entities=entities,
        telling=telling,
        content=content,
        names=tuple(name for name in names if view.lexical.strengths(name) and not {*terms(name)} & spelt),
        years=years,
        is_choice=lexicon.is_choice.search(folded) is not None,
        sections=sections,
        fields=fields,
        facts=facts,
        current=view.current_subjects,
        unknown_names=tuple(name for name in names if not view.lexical.strengths(name)),
        is_outside=not fields and _is_outside(folded, lexicon, view),
        is_yes_no=lexicon.is_yes_no.search(folded) is not None,
        wants_number=lexicon.wants_number.search(folded) is not None,
        wants_money=lexicon.wants_money.search(folded) is not None,
        wants_pay=lexicon.wants_pay.search(folded) is not None,
        wants_summary=lexicon.wants_summary.search(folded) is not None and not entities,
    )


def recognise(text: str) -> Lexicon:
    """The lexicon of the language a text is in, by its function words; English unless another has clearly more."""
    asked = [fold(word) for word in words(text)]
    tells = {lexicon.code: sum(word in lexicon.stop_words for word in asked) for lexicon in LEXICONS}
    best = max(LEXICONS, key=lambda lexicon: tells[lexicon.code])
    return best if tells[best.code] >= _MIN_TELLS or tells[ENGLISH.code] == 0 else ENGLISH


def _is_outside(folded: str, lexicon: Lexicon, view: View) -> bool:
    """Whether no profile answers it, or this one does not speak of what is nobody's business."""
    if lexicon.is_prediction.search(folded):
        return True
    found = lexicon.is_outside.search(folded)
    return found is not None and not any(
        view.lexical.knows(term) for term in terms(found[0]) if term not in view.name_terms
    )


def _fields(found: list[str], lexicon: Lexicon) -> frozenset[str]:
    """The fields asked for: of one within another (a street within a place), that one alone."""
    named = [path for path, listed in lexicon.fields.items() if not listed.isdisjoint(found)]
    return frozenset(path for path in named if not any(other.startswith(f"{path}/") for other in named))


def _focus(text: str, lexicon: Lexicon, view: View) -> str:
    """The part of a text that asks: who greets and explains first comes to the point last."""
    parts = [part for sentence in sentences(text) for part in _BREAK.split(sentence) if words(part)]
    for part in reversed(parts[1:]):
        if any(_content(tuple(_searched(part, lexicon, view)), lexicon, view, frozenset())):
            return part
    return text


def _content(searched: tuple[str, ...], lexicon: Lexicon, view: View, spelt: frozenset[str]) -> Iterator[ContentWord]:
    for word in searched:
        meant = word if view.lexical.strengths(word) else lexicon.corrected(fold(word))
        found = {stem(meant), *terms(meant)}
        is_frame = found & (lexicon.framing | spelt) or meant in lexicon.stop_words
        if not is_frame and not _YEAR.fullmatch(word) and not is_month(word):
            yield ContentWord(meant, _sections_of(meant, lexicon))


def _holders(content: tuple[ContentWord, ...], view: View) -> frozenset[str]:
    """The one employer whose entry holds every word: named by a position, or by a place; empty if there is none."""
    narrowing = [word.text for word in content if not word.sections]
    if not narrowing:
        return frozenset()
    about = {
        chunk.about
        for chunk in view.chunks.values()
        if chunk.months is not None
        and chunk.section == "work"
        and all(view.lexical.strengths(word).get(chunk.id, 0.0) >= _NAMED for word in narrowing)
    }
    return frozenset(about) if len(about) == 1 and "" not in about else frozenset()


def _searched(text: str, lexicon: Lexicon, view: View) -> Iterator[str]:
    for word in dict.fromkeys(words(text)):
        if fold(word) not in lexicon.stop_words | STOP_WORDS and view.name_terms.isdisjoint(terms(word)):
            yield word


def _sections_of(word: str, lexicon: Lexicon, *, narrowing: bool = False) -> frozenset[str]:
    """The sections whose entries a word calls by what they are; with `narrowing` also by what only some of them are."""
    found = {stem(word), *terms(word)}
    if not narrowing and found.isdisjoint(lexicon.topics):
        return frozenset()
    return frozenset(section for section, listed in lexicon.sections.items() if not listed.isdisjoint(found))


def _names(text: str, lexicon: Lexicon, view: View) -> Iterator[str]:
    """The words spelt as names that are neither the person's nor about a career in general."""
    known = view.name_terms | lexicon.framing | lexicon.topics
    previous = ""
    for position, word in enumerate(words(text)):
        if (
            _YEAR.fullmatch(word) is None
            and _is_name(word, previous, lexicon, first=position == 0)
            and known.isdisjoint({stem(word), *terms(word)})
        ):
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
