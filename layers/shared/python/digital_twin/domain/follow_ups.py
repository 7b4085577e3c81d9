"""Making a question that leans on a conversation stand alone, by rules.

What comes out is made of the asker's own words and of names in what the asker may see now; what it is answered with is
decided as for any other question. Where nothing said before fits, the question stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from digital_twin.domain.evidence import NEIGHBOURS, ChunkKind
from digital_twin.domain.leaning import Carried, Interrogative, Pointer, read_leaning
from digital_twin.domain.lexicons.follow_ups import Antecedent
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.question_words import recognise
from digital_twin.domain.questions import Question
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import fold, terms, words
from digital_twin.domain.turns import Turn

# Of more than these, no one is meant by "there".
_MOST_MEANT = 3

# Where a sentence goes on with what it has named.
_CLAUSE = re.compile(r"[,;:\u2013\u2014]| - |\b(?:and|or|but|und|oder|aber|et|ou|mais|y|o|pero)\b", re.IGNORECASE)

_SECTIONS: dict[Antecedent, frozenset[str]] = {
    Antecedent.JOB: frozenset({"work", "volunteer"}),
    Antecedent.SCHOOL: frozenset({"education"}),
    Antecedent.PROJECT: frozenset({"projects"}),
}


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of a text, ends included as in a slice."""

    start: int
    end: int


@dataclass(frozen=True)
class _Past:
    """A turn, read against what the asker may see now."""

    turn: Turn
    view: View

    @cached_property
    def question(self) -> Question:
        return read_question(self.turn.question, self.view)

    @cached_property
    def named(self) -> tuple[str, ...]:
        """What the answer named, as far as it is still there to be seen."""
        seen = set(self.view.subjects.values())
        return tuple(name for name in self.turn.named if name in seen)

    @property
    def lists(self) -> bool:
        """Whether it asked for all there is of something."""
        return self.question.is_general or ChunkKind.EMPLOYERS in self.question.facts

    @cached_property
    def meant(self) -> tuple[str, ...]:
        """What the turn was about, likeliest first: what its question names, else what its answer does."""
        question = self.question
        asked = _in_order(question.entities, self.turn.question)
        if ChunkKind.CURRENT in question.facts and not asked:
            return tuple(sorted(question.current))
        # What a question of another employer's neighbour is about is the neighbour.
        is_of_neighbour = not NEIGHBOURS.isdisjoint(question.facts)
        if asked and not is_of_neighbour:
            return asked
        known = {*asked, *(question.current if is_of_neighbour and not asked else ())}
        return tuple(name for name in self.named if name not in known) or asked


def standalone(text: str, turns: Sequence[Turn], view: View) -> str:
    """A question as it is meant after what was said before.

    Args:
        text: as it was asked.
        turns: what the session remembers, oldest first.
        view: what the asker may see now.

    Returns:
        The question by itself; unchanged if it leans on nothing, or on nothing that can be found.
    """
    past = [_Past(turn, view) for turn in reversed(turns)]
    if not past:
        return text
    match read_leaning(text):
        case Pointer() as pointer:
            rewritten = _resolved(text, pointer, past, view)
        case Interrogative() as interrogative:
            rewritten = _asked_again(interrogative, past)
        case Carried() as carried:
            rewritten = _carried_on(text, carried, past, view)
        case None:
            rewritten = None
    return rewritten or text


def _resolved(text: str, pointer: Pointer, past: Sequence[_Past], view: View) -> str | None:
    """The question with what a phrase points back at in its place."""
    anaphor, start, end = pointer.anaphor, pointer.start, pointer.end
    if _explains_itself(text, pointer, view):
        return None
    found = _antecedent(pointer, past)
    if found is None:
        return None
    said = anaphor.template.replace("{x}", found)
    if not anaphor.moves:
        return text[:start] + said + text[end:]
    kept = text[:start] + text[end:]
    last = len(kept.rstrip(" ?!.…"))
    return kept[:last] + said + kept[last:]


def _explains_itself(text: str, pointer: Pointer, view: View) -> bool:
    """Whether what is pointed back at stands in the question itself."""
    if pointer.anaphor.antecedent not in {Antecedent.THING, Antecedent.THINGS}:
        said = read_question(pointer.rest, view)
        return bool(said.telling or (pointer.anaphor.is_unsaid and (said.narrowing or said.entities)))
    before = read_question(text[: pointer.start], view)
    named = before.content if _CLAUSE.search(text, 0, pointer.start) else before.narrowing
    return bool(before.entities or named)


def _antecedent(pointer: Pointer, past: Sequence[_Past]) -> str | None:
    match pointer.anaphor.antecedent:
        case Antecedent.THING:
            return _topic(past[0]) or _subject(past, frozenset())
        case Antecedent.THINGS:
            return _listed_kind(past[0])
        case Antecedent.LISTED:
            return _listed(pointer.place, past)
        case kind:
            return _subject(past, _SECTIONS.get(kind, frozenset()))


def _subject(past: Sequence[_Past], sections: frozenset[str]) -> str | None:
    """The employer, school or project that was spoken of last, of some sections if any are given."""
    for turn in past:
        meant = [name for name in turn.meant if not sections or not sections.isdisjoint(_sections_of(name, turn.view))]
        if meant:
            return meant[0] if len(meant) <= (1 if turn.lists else _MOST_MEANT) else None
    return None


def _listed(place: int | None, past: Sequence[_Past]) -> str | None:
    """The name at a place of the list that was given last; what is told of one of them lists nothing."""
    lists = (turn.named for turn in past if len(turn.named) > 1 and not turn.question.entities)
    newest = next(lists, ())
    return newest[place] if place is not None and -len(newest) <= place < len(newest) else None


def _topic(turn: _Past) -> str | None:
    """The thing a turn's question asks about, in its own words."""
    spans = _spans(turn, sections=False)
    return _cut(turn.turn.question, spans[-1]) if spans else None


def _listed_kind(turn: _Past) -> str | None:
    """What a turn's question asks for a list of, in its own words: `Kubernetes certificates`."""
    spans = _spans(turn, sections=True)
    return _cut(turn.turn.question, spans[0]) if spans else None


def _asked_again(interrogative: Interrogative, past: Sequence[_Past]) -> str | None:
    """An interrogative alone, put before the last question, or asked of what that was about."""
    language, last = interrogative.language, past[0]
    question, asked = last.turn.question, interrogative.text
    # An interrogative of one language begins no question of another.
    is_spoken = recognise(question).code == language.lexicon.code
    is_specific = bool(last.question.entities or last.question.narrowing)
    if is_spoken and is_specific and not language.asks_openly.match(question):
        return f"{_capital(asked)} {_lower(question)}"
    opened = language.asks_adverbially.match(question) if is_spoken else None
    if opened is not None and is_specific:
        return f"{_capital(asked)} {question[opened.end() :]}"
    if len(last.meant) == 1:
        return language.about.format(q=_capital(asked), x=last.meant[0])
    return f"{_capital(asked)} {question[opened.end() :]}" if opened is not None else None


def _carried_on(text: str, carried: Carried, past: Sequence[_Past], view: View) -> str | None:
    """The last question with another word in the place of one of its own, of the same kind."""
    if carried.listed is None:
        return _with(carried.text, past[0], view)
    name = _listed(carried.listed.place, past)
    if name is None:
        return None
    # Where it fits into no question, naming it asks for all of it.
    start, end = (text.rindex(carried.text) + place for place in (carried.listed.start, carried.listed.end))
    return _with(name, past[0], view) or text[:start] + name + text[end:]


def _with(text: str, last: _Past, view: View) -> str | None:
    """The last question about what another text names."""
    new, question = read_question(text, view), last.turn.question
    if new.fields or new.facts or new.is_outside or new.demands.money or new.demands.pay or new.wants_summary:
        return None
    if new.entities:
        return _exchanged(question, _naming(question, last.question.entities), text, _naming(text, new.entities))
    if new.years and not new.content:
        return _exchanged(question, _years(question, last.question), text, _years(text, new))
    if new.narrowing or new.unknown_names:
        return _exchanged(question, _spans(last, sections=False), text, _of_content(text, new, sections=True))
    if not new.content:
        return _exchanged(question, _spans(last, sections=False), text, _capitalised(text, view))
    kinds = _spans(last, sections=True)
    is_one_kind = len(kinds) == 1 and len(last.question.sections) == 1
    return _exchanged(question, kinds if is_one_kind else [], text, _of_content(text, new, sections=True))


def _exchanged(question: str, old: Sequence[_Span], text: str, new: Sequence[_Span]) -> str | None:
    """A question with its last stretch of a kind replaced by all of another text's."""
    if not old or not new:
        return None
    return question[: old[-1].start] + text[new[0].start : new[-1].end] + question[old[-1].end :]


def _spans(turn: _Past, *, sections: bool) -> list[_Span]:
    """The stretches of a turn's question that narrow it, and with `sections` those that name what is listed.

    The first word asks: it is a verb or an interrogative, also where the lexicon does not know it.
    """
    text = turn.turn.question
    spans = _of_content(text, turn.question, sections=sections)
    asking = next(iter(words(text)), "")
    begun = text.find(asking) + len(asking)
    later = [_Span(max(span.start, begun), span.end) for span in spans]
    trimmed = [_Span(span.end - len(_cut(text, span).lstrip()), span.end) for span in later]
    return [span for span in trimmed if span.start < span.end]


def _of_content(text: str, question: Question, *, sections: bool) -> list[_Span]:
    wanted = {fold(word.text) for word in question.content if sections or not word.sections}
    wanted |= {fold(name) for name in question.unknown_names}
    return _stretches(text, lambda word: fold(word) in wanted)


def _naming(text: str, entities: frozenset[str]) -> list[_Span]:
    spelt = {term for name in entities for term in terms(name)}
    joining = {fold(word) for name in entities for word in words(name) if not terms(word)}
    found = _stretches(text, lambda word: spelt.issuperset(terms(word)) if terms(word) else fold(word) in joining)
    return [span for span in found if terms(_cut(text, span))]


def _capitalised(text: str, view: View) -> list[_Span]:
    """Words spelt as names that mean nothing else here, such as a language called Go."""
    return _stretches(text, lambda word: word[0].isupper() and view.name_terms.isdisjoint(terms(word)))


def _years(text: str, question: Question) -> list[_Span]:
    named = {str(year) for year in question.years}
    return _stretches(text, lambda word: word in named)


def _stretches(text: str, is_wanted: Callable[[str], bool]) -> list[_Span]:
    """The stretches of words that are wanted, next to each other."""
    found: list[_Span] = []
    end = 0
    for word in words(text):
        start = text.index(word, end)
        is_next = bool(found) and found[-1].end == end and not text[end:start].strip()
        end = start + len(word)
        if not is_wanted(word):
            # Whatever stands between two stretches keeps them apart.
            found.append(_Span(end, end))
        elif is_next and found[-1].start < found[-1].end:
            found[-1] = _Span(found[-1].start, end)
        else:
            found.append(_Span(start, end))
    return [span for span in found if span.start < span.end]


def _in_order(names: frozenset[str], text: str) -> tuple[str, ...]:
    """Names in the order in which a text tells them by any of their words."""
    spans = {name: _naming(text, frozenset({name})) for name in names}
    return tuple(sorted(names, key=lambda name: (spans[name][0].start if spans[name] else len(text), name)))


def _sections_of(name: str, view: View) -> frozenset[str]:
    return frozenset(chunk.section for chunk in view.chunks.values() if chunk.about == name)


def _cut(text: str, span: _Span) -> str:
    return text[span.start : span.end]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    """A question as it goes on within another: without an opening mark, its first word small."""
    bare = text.lstrip("\u00bf ")
    return bare[:1].lower() + bare[1:]
