"""Reading a question: its words become what it asks."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from digital_twin.domain.demands import read_demands
from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons import Lexicon
from digital_twin.domain.mentions import facts_asked, jobs_meant
from digital_twin.domain.question_words import (
    ContentWord,
    content_words,
    focus,
    names_spelt,
    recognise,
    searched_words,
    sections_called,
    years_meant,
)
from digital_twin.domain.questions import Question
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import fold, replaced_terms, stem, terms, words

_PAID = "compensation"
# Sections about a kind of work, or what goes with it, that are asked for with words for work as well.
_OF_WORK = frozenset({_PAID, "availability", "references", "volunteer"})
# Asked for with a word of many meanings.
_HOME = "/basics/location"


def read_question(text: str, view: View) -> Question:
    """Take a question apart against what the asker may see."""
    lexicon = recognise(text)
    asked = lexicon.reworded(focus(text, lexicon, view))
    folded = fold(_impersonal(asked, lexicon, view))
    found = list(dict.fromkeys(terms(asked)))
    searched = tuple(searched_words(asked, lexicon, view))
    years = years_meant(folded, lexicon)
    told = _told(asked, view)
    named = frozenset(told.values())
    spelt = frozenset(term for name in named for term in terms(name))
    summary = lexicon.wants_summary.search(folded)
    framing = frozenset(word for word in words(summary[0]) if not view.lexical.knows(stem(word))) if summary else ()
    content = tuple(word for word in content_words(searched, lexicon, view, spelt) if fold(word.text) not in framing)
    demands = read_demands(folded, lexicon)
    named_sections = {
        section
        for word in (*searched, *(word.text for word in content))
        for section in sections_called(word, lexicon, narrowing=True)
    }
    sections = _told_apart(named_sections | {_PAID} if demands.pay else named_sections)
    facts = tuple(facts_asked(folded, lexicon, demands, is_about_one=bool(named)))
    if ChunkKind.PLACES in facts:
        # Work outside a country is told by every place, whether one is in it or not.
        content = tuple(word for word in content if not word.text[0].isupper())
    jobs = jobs_meant(asked, lexicon, view, named, content, facts, demands)
    names = tuple(names_spelt(asked, lexicon, view))
    fields = _fields(found, lexicon)
    if any(not word.sections for word in content):
        # A live database is nobody's home.
        fields -= {_HOME}
    return Question(
        text=text,
        searched=searched,
        entities=jobs.entities,
        telling=frozenset(told),
        content=jobs.content,
        choices=_choices(asked, jobs.content, lexicon),
        names=tuple(name for name in names if view.lexical.mentions(name) and not {*terms(name)} & spelt),
        years=years,
        is_choice=lexicon.is_choice.search(folded) is not None,
        sections=sections,
        fields=fields,
        facts=jobs.facts,
        current=view.current_subjects,
        unknown_names=tuple(
            name for name in names if ChunkKind.PLACES not in facts and not view.lexical.mentions(name)
        ),
        is_outside=not fields and _is_outside(folded, lexicon, view),
        is_yes_no=lexicon.is_yes_no.search(folded) is not None,
        demands=demands,
        wants_summary=summary is not None and not jobs.entities,
    )


def _told(asked: str, view: View) -> dict[str, str]:
    """The employers, schools and projects that a question names, by the term that tells each.

    What is not spelt as a name is one only as the name has it: to carve is not `Letter Carving`.
    """
    told = view.subjects_told_by(terms(asked))
    spelt = [(fold(word), word[0].isupper(), terms(word)) for word in words(asked)]
    return {
        term: name
        for term, name in told.items()
        if any(term in found and (is_name or folded in fold(name)) for folded, is_name, found in spelt)
    }


def _impersonal(text: str, lexicon: Lexicon, view: View) -> str:
    """A question with a pronoun in place of the person's name, so that it asks the same of everybody."""
    return replaced_terms(text, view.name_terms, lexicon.pronoun)


def _is_outside(folded: str, lexicon: Lexicon, view: View) -> bool:
    """Whether no profile answers it, or this one does not speak of what is nobody's business."""
    if lexicon.is_prediction.search(folded):
        return True
    found = lexicon.is_outside.search(folded)
    return found is not None and not any(
        view.lexical.knows(term) for term in terms(found[0]) if term not in view.name_terms
    )


def _told_apart(sections: set[str]) -> frozenset[str]:
    """The sections that a question names, without work where its words only say what kind of work is meant."""
    return frozenset(sections if sections.isdisjoint(_OF_WORK) else sections - {"work"})


def _choices(asked: str, content: tuple[ContentWord, ...], lexicon: Lexicon) -> tuple[tuple[ContentWord, ...], ...]:
    """What a question asks, once for each thing it lets choose from: without the words of the other."""
    *before, last = lexicon.either.split(asked)
    if not before:
        return (content,)
    of_last = _words_of(last, content)
    of_first = _words_of(before[-1].rpartition(",")[2], content)[-max(len(of_last), 1) :]
    # Two sections to choose from are asked for both.
    if all(word.sections for word in of_first) or all(word.sections for word in of_last):
        return (content,)
    return tuple(tuple(word for word in content if word not in other) for other in (of_last, of_first))


def _words_of(part: str, content: tuple[ContentWord, ...]) -> list[ContentWord]:
    spelt = words(part)
    return [word for word in content if word.text in spelt]


def _fields(found: list[str], lexicon: Lexicon) -> frozenset[str]:
    """The fields asked for: of one within another (a street within a place), or in words of its own, that one alone."""
    asked = {path: listed.intersection(found) for path, listed in lexicon.fields.items()}
    shared = frozenset(term for term, paths in Counter(chain.from_iterable(asked.values())).items() if paths > 1)
    named = [path for path, by in asked.items() if by - shared] or [path for path, by in asked.items() if by]
    return frozenset(path for path in named if not any(other.startswith(f"{path}/") for other in named))
