"""Keeping of a draft only what its own citations bear out, whoever wrote it.

A sentence stays if every citation in it was offered and each of its parts is borne out by one cited piece of evidence
alone, so that facts of two pieces are never joined into a third. Bearing out a part means holding its numbers,
measures and dates, its names, a denial where it denies and none where it does not, and most of its other words. What
is verbatim a sentence of the evidence needs no further check; a sentence that instructs a model is no evidence. What
is dropped is not repaired: an answer with less in it is a good answer.

The check is lexical and knows no meaning: true words of one piece of evidence in a false order can pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from digital_twin.domain.answer import Citation
from digital_twin.domain.evidence import ChunkKind, Evidence
from digital_twin.domain.hostile_text import is_instruction, without_hidden, without_markup
from digital_twin.domain.negation import clauses, is_negated, is_negator
from digital_twin.domain.quantities import is_month, quantities
from digital_twin.domain.text import STOP_WORDS, fold, sentences, stem, terms, words

# Part of every cache key: answers that passed other checks are not served.
GROUNDING_VERSION = 3

# Share of a part's plain words (no numbers, no names: those are checked one by one) that the evidence must hold.
# Paraphrase needs room; with one unknown word in four at most, a short sentence has none for another verb.
SUPPORT = 0.7
# The same for scripts without capitals, where no name can be told from other words.
CASELESS_SUPPORT = 0.75
# An inflected word (`Ingenieuren`, `Яндексе`) is its base and a short ending; shorter bases are too alike.
_BASE_LENGTH, _ENDING_LENGTH = 6, 2

_MARKER = r"[\[\uff3b\u3010]\^?(\d{1,3}(?:\s*[,;\uff0c\u3001]\s*\d{1,3})*)(?:\u2020[^\]\uff3d\u3011]*)?[\]\uff3d\u3011]"
_MARKERS = re.compile(rf"\s*{_MARKER}")
_LINKED_MARKER = re.compile(rf"({_MARKER})\([^()\s]*\)")
_UNGROUPED = _MARKER.replace(r"(\d", r"(?:\d")
_STOPS = r"[.!?\u2026\u3002\uff01\uff1f]"
# All stops of a run go behind the markers, or the text would be cut between them (`really?! [1]`).
_TRAILING_MARKERS = re.compile(rf"((?<!{_STOPS}){_STOPS}++[\"'\u201d\u2019)*_]*)((?:\s*{_UNGROUPED})+)")
_MARKED_PIECE = re.compile(rf"(.+?)((?:\s*{_UNGROUPED})+\W*$|(?:\s*{_UNGROUPED})+|$)")
_BETWEEN_NUMBERS = re.compile("[,;\uff0c\u3001]")
_LIST_NUMBER = re.compile(r"^[ \t]*\d{1,2}[.)][ \t]+(?=\S)", re.MULTILINE)
_SPACE_BEFORE_STOP = re.compile(rf"\s+(?={_STOPS}+[\"'\u201d\u2019)]*$)")
# A question states nothing that could be borne out.
_ASKING = ("?", "\uff1f")
_YES = re.compile(r"^yes[:,]\s+", re.IGNORECASE)

# Parts of a sentence that may rest on different evidence: joined by `and` and its like, or items of a list.
_JOINED = re.compile(
    r"[;\uff1b\u3002\uff01\uff1f\u3001\uff0c]|,?\s+(?:and|but|und|aber|et|mais|y|e|\u0438|\u043d\u043e)\s+|(,)\s+"
)
# `3 years and 2 months` is one length.
_LENGTH = re.compile(r"\w+\s+(?:years?|jahre?n?|ans?|a\xf1os?),?\s+(?:and|und|et|y)\s+\w+\s+mo\w+", re.IGNORECASE)
# Parts whose words must be borne out each by themselves, so that true words about one thing carry nothing false.
_ADDED = re.compile(
    r",\s+|\s[\u2013\u2014-]\s|[()]|\s(?=(?:after|because|before|despite|since|when|where|which|while|who|whose)\s)"
)

# Words that open or hold together an answer without stating a fact of their own; stems.
_FRAME = frozenset(
    map(
        stem,
        """according across additionally among amount as attend attended based because been before between
        company despite during employed employer experience experienced following furthermore held hold
        include including involve job know knowledge known live lives month moreover named overall part people per
        person position profile role since speak speaks spent study time together total until upon use used
        via well when where which while within without work worked working works year""".split(),
    )
)
# First words of sentences that are no names, beside function words and frame words; folded.
_OPENERS = frozenset(
    """currently now presently previously earlier later recently specifically finally initially originally notably
    indeed however although though here er sie es der die das ein eine im in bei von seit zu ja nein elle il ils le la
    les un une des chez en depuis oui non el ella los las una si no de desde lo gli ha hat hatte war ist ont
    est""".split()
)
_CURRENT = frozenset(map(stem, "current currently now nowadays presently present today".split()))
_STILL = _CURRENT | {"since", "ongoing", "seit", "depuis", "desde", "aktuell", "heute"}
_AT = frozenset({"at", "bei", "chez"})
# What says of somebody at an employer that it is so today: `she works at`, `he is an engineer at`.
_HOLDING = frozenset("is are works serves ist arbeitet est travaille es trabaja".split())
_PERSON = frozenset("she he they er sie il elle ella el this person".split())
_SINCE = frozenset({"since", "seit", "depuis", "desde"})
_ENDING = re.compile(
    r"(?:\b(?:to|until|till|through|bis|hasta|jusqu\S+|au?)\s+|[\u2013\u2014-]\s*)(?:[^\s\d]+\s+|\d{1,2}\.?\s+){0,2}[12]\d{3}\b",
    re.IGNORECASE,
)

# Scripts written without spaces, or with endings that grow on words: compared by pairs of characters.
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
_SCRIPT_CHANGE = re.compile(rf"(?<=[{_UNSPACED}])(?=[^\W_{_UNSPACED}])|(?<=[^\W_])(?<![{_UNSPACED}])(?=[{_UNSPACED}])")
_HAN_FUNCTION = re.compile(
    "[\u7684\u4e86\u662f\u5728\u5979\u4ed6\u5b83\u548c\u4e0e\u53ca\u4e8e\u5c31\u4e5f\u66fe\u8fc7\u7740]"
)


@dataclass(frozen=True, slots=True)
class Grounded:
    """What is left of a draft: its text with markers from [1] up, and a citation for each marker."""

    text: str
    citations: tuple[Citation, ...]


def ground(draft: str, evidence: Sequence[Evidence], *, known_names: frozenset[str] = frozenset()) -> Grounded | None:
    """Check a draft sentence by sentence.

    Args:
        draft: text with markers `[n]`, n counting `evidence` from 1.
        evidence: what the draft's author was given.
        known_names: terms that need no citation: the name of the person the profile is about.

    Returns:
        The supported sentences as plain text, with the citations that bear them out, markers renumbered in order of
        appearance; None if nothing is supported.
    """
    sources = [_Source(item) for item in evidence]
    citations: dict[int, Citation] = {}
    kept: list[str] = []
    for claim, cited in _claims(draft, sources):
        if not cited or any(not 1 <= number <= len(evidence) for number in cited):
            continue
        bearing = _bearing(claim, {number: sources[number - 1] for number in cited}, known_names)
        for number in bearing:
            if number not in citations:
                citations[number] = _cite(len(citations) + 1, claim, sources[number - 1])
        if bearing:
            kept.append(f"{claim} {''.join(f'[{citations[number].marker}]' for number in bearing)}")
    return Grounded(" ".join(kept), tuple(citations.values())) if kept else None


def _claims(draft: str, sources: Sequence[_Source]) -> Iterator[tuple[str, list[int]]]:
    """Each sentence as plain text without its markers, and the numbers it cites."""
    plain = _LIST_NUMBER.sub("", _LINKED_MARKER.sub(r"\1", without_hidden(draft)))
    # A marked stop ends a sentence whatever follows it.
    for sentence in sentences(_TRAILING_MARKERS.sub(r"\2\1\n", plain)):
        pieces = [
            (_spelt(piece[1] + _MARKERS.sub("", piece[2])), _numbers(piece[2]))
            for piece in _MARKED_PIECE.finditer(sentence)
        ]
        # Excerpts without a stop follow each other in one sentence; each of them is verbatim.
        if len(pieces) > 1 and all(_is_verbatim(text, cited, sources) for text, cited in pieces if text):
            yield from ((text, cited) for text, cited in pieces if text)
            continue
        claim, cited = _spelt(_MARKERS.sub("", sentence)), _numbers(sentence)
        if words(claim) or _is_verbatim(claim, cited, sources):
            yield claim, cited


def _spelt(sentence: str) -> str:
    """A sentence as plain words, its stop right behind the last of them: French sets a space between."""
    return _SPACE_BEFORE_STOP.sub("", without_markup(sentence))


def _numbers(text: str) -> list[int]:
    """The numbers of the markers in a text, each once, in order."""
    listed = (number for group in _MARKERS.findall(text) for number in _BETWEEN_NUMBERS.split(group))
    return list(dict.fromkeys(map(int, listed)))


def _is_verbatim(text: str, cited: list[int], sources: Sequence[_Source]) -> bool:
    return any(1 <= number <= len(sources) and text in sources[number - 1].sentences for number in cited)


def _bearing(claim: str, cited: dict[int, _Source], known_names: frozenset[str]) -> list[int]:
    """The numbers of the cited evidence that bears a claim out, in the order cited; empty if any part of it is not."""
    verbatim = [number for number, source in cited.items() if _YES.sub("", claim) in source.sentences]
    if verbatim or claim.endswith(_ASKING):
        return verbatim
    used: set[int] = set()
    # A claim without parts states nothing (`Yes.`), so that nothing is used for it.
    for part in _parts(claim, known_names):
        bearers = {number for number, source in cited.items() if source.bears(part)}
        if not bearers:
            return []
        used |= bearers
    return [number for number in cited if number in used]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a claim that one piece of evidence has to bear out by itself."""

    quantities: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    plain: tuple[frozenset[str], ...]
    is_negated: bool
    is_current: bool
    is_ended: bool
    support: float


def _parts(claim: str, known_names: frozenset[str]) -> list[_Part]:
    """The parts of a claim that state something; the claim as a whole, every word of it, if none does by itself."""
    spaced = _spaced(claim)
    found: list[_Part] = []
    for clause, negated in clauses(spaced):
        for text in _split_joined(clause, known_names):
            part = _part(text, known_names, is_negated=negated, is_start=not found and spaced.startswith(text))
            if part.quantities or part.names or any(part.plain):
                found.append(part)
    if found:
        return found
    whole = _part(spaced, frozenset(), is_negated=is_negated(spaced), is_start=True)
    if not whole.words:
        return []
    return [
        _Part(
            whole.quantities,
            whole.names,
            whole.words,
            (whole.words,),
            whole.is_negated,
            whole.is_current,
            whole.is_ended,
            1.0,
        )
    ]


def _part(text: str, known_names: frozenset[str], *, is_negated: bool, is_start: bool) -> _Part:
    said = _terms(text)
    names = [name for name in _names(text, is_start=is_start) if not set(terms(name)) <= known_names]
    checked = known_names.union(_FRAME, *map(terms, names))
    plain = (frozenset(_terms(added)) - checked for added in _ADDED.split(text))
    caseless = any(char.isalpha() and char.lower() == char.upper() for char in text)
    return _Part(
        quantities=quantities(text),
        names=frozenset(names),
        words=frozenset(said),
        plain=tuple(filter(None, (frozenset(term for term in added if not quantities(term)) for added in plain))),
        is_negated=is_negated,
        is_current=not _CURRENT.isdisjoint(said) or _says_of_today(text, known_names),
        is_ended=_ENDING.search(text) is not None,
        support=CASELESS_SUPPORT if caseless else SUPPORT,
    )


def _says_of_today(text: str, known_names: frozenset[str]) -> bool:
    """Whether a part says that something lasts, without a word like `currently` for it."""
    said = [fold(word) for word in words(text)]
    if not _SINCE.isdisjoint(said):
        return True
    verb = next((place for place, word in enumerate(said) if word in _HOLDING), len(said))
    is_of_person = all(word in _PERSON or stem(word) in known_names for word in said[:verb])
    return is_of_person and not _AT.isdisjoint(said[verb:])


def _split_joined(clause: str, known_names: frozenset[str]) -> Iterator[str]:
    """Cut a clause at `and` and between items of a list; a comma before a function word or the person is neither."""
    start = 0
    lengths = [length.span() for length in _LENGTH.finditer(clause)]
    for match in _JOINED.finditer(clause):
        if any(begin <= match.start() < end for begin, end in lengths):
            continue
        following = words(clause[match.end() :])[:1]
        if match[1] and (not following or fold(following[0]) in STOP_WORDS or stem(following[0]) in known_names):
            continue
        yield clause[start : match.start()].strip()
        start = match.end()
    yield clause[start:].strip()


class _Source:
    """A piece of evidence as claims are held against it; each record of a list of records stands for itself."""

    def __init__(self, item: Evidence) -> None:
        self.item = item

    @cached_property
    def told(self) -> list[str]:
        """The sentences that tell something, verbatim; what instructs a model does not."""
        return [sentence for sentence in sentences(self.item.chunk.text) if not is_instruction(sentence)]

    @cached_property
    def sentences(self) -> frozenset[str]:
        """The sentences as claims spell them."""
        return frozenset(map(_spelt, self.told))

    @cached_property
    def records(self) -> list[_Record]:
        """What may be told together."""
        text = " ".join(map(without_markup, self.told))
        if self.item.chunk.kind is not ChunkKind.OVERVIEW:
            return [_Record.of(text)]
        header, colon, listed = text.partition(":")
        return (
            [_Record.of(f"{header}{colon} {record}") for record in listed.split(";")] if colon else [_Record.of(text)]
        )

    def bears(self, part: _Part) -> bool:
        """Whether one record holds everything a part states."""
        return any(record.bears(part) for record in self.records)


@dataclass(frozen=True, slots=True)
class _Record:
    quantities: frozenset[str]
    terms: frozenset[str]
    spelt: frozenset[str]
    clauses: tuple[tuple[frozenset[str], bool], ...]
    lasts: bool
    ends: bool

    @classmethod
    def of(cls, text: str) -> Self:
        spaced = _spaced(text)
        said = tuple((frozenset(_terms(clause)), negated) for clause, negated in clauses(spaced))
        found, spelt = frozenset(_terms(spaced)), frozenset(words(spaced))
        lasts = not (_STILL | _HOLDING).isdisjoint(found | spelt)
        return cls(quantities(spaced), found, spelt, said, lasts, ends=_ENDING.search(spaced) is not None)

    def bears(self, part: _Part) -> bool:
        if not part.quantities <= self.quantities or not all(map(self._has_name, part.names)):
            return False
        if (part.is_current and not self.lasts) or (part.is_ended and not self.ends):
            return False
        if not all(sum(map(self._has, plain)) >= part.support * len(plain) for plain in part.plain):
            return False
        return self._affirms(part)

    def _affirms(self, part: _Part) -> bool:
        """Whether a statement nearest to the part denies if it denies, and affirms if it affirms."""
        shared = [(len(part.words & said), negated) for said, negated in self.clauses]
        nearest = max((count for count, _ in shared), default=0)
        return any(count == nearest and negated == part.is_negated for count, negated in shared)

    def _has_name(self, name: str) -> bool:
        # Words in capitals that are function words otherwise (US, IT) have to be spelt so.
        if fold(name) in STOP_WORDS:
            return name in self.spelt
        found = terms(name)
        return self._has(stem(name)) or (bool(found) and all(map(self._has, found)))

    def _has(self, term: str) -> bool:
        return term in self.terms or any(
            min(len(term), len(known)) >= _BASE_LENGTH
            and abs(len(term) - len(known)) <= _ENDING_LENGTH
            and (term.startswith(known) or known.startswith(term))
            for known in self.terms
        )


def _terms(text: str) -> list[str]:
    """The searchable terms of a text without its negations; pairs of characters where words are not told apart."""
    found: list[str] = []
    for term in terms(text):
        if _UNSPACED_RUN.fullmatch(term):
            runs = [run for run in _HAN_FUNCTION.split(term) if run]
            found += [run[at : at + 2] for run in runs for at in range(max(len(run) - 1, 1))]
        elif not is_negator(term):
            found.append(term)
    return found


def _names(text: str, *, is_start: bool) -> Iterator[str]:
    """Words spelt as names, or standing where a name does (`at google`); what opens a sentence has a capital anyway."""
    said = words(text)
    for position, word in enumerate(said):
        folded = fold(word)
        if is_month(word) or is_negator(word):
            continue
        if folded in STOP_WORDS:
            if len(word) > 1 and word.isupper():
                yield word
        elif (
            any(char.isupper() for char in word[1:])
            or (position > 0 and fold(said[position - 1]) in _AT)
            or (word[0].isupper() and not (is_start and position == 0 and _opens(folded)))
        ):
            yield word


def _opens(folded: str) -> bool:
    return folded in _OPENERS or stem(folded) in _FRAME


def _spaced(text: str) -> str:
    """The text with spaces where a script without them meets another one, so that `在Acme工作` holds the word Acme."""
    return _SCRIPT_CHANGE.sub(" ", text)


def _cite(marker: int, claim: str, source: _Source) -> Citation:
    wanted = set(terms(claim))
    chunk = source.item.chunk
    quote = max(source.told, key=lambda sentence: len(wanted & set(terms(sentence))))
    return Citation(marker, chunk.id, chunk.section, chunk.path, quote)
