"""The words of a question: in which language they are, which of them ask, what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digital_twin.domain.lexicons import ENGLISH, LEXICONS, Lexicon
from digital_twin.domain.quantities import is_month
from digital_twin.domain.snapshot import View
from digital_twin.domain.text import STOP_WORDS, fold, sentences, stem, terms, word_parts, words

# German capitalises every noun, but after these comes the name of a company or a school.
_BEFORE_NAMES = ("bei", "beim", "fur", "in")
_YEAR = re.compile(r"(?:19|20)\d\d")
# No career lasts longer.
_EARLIEST, _LATEST = 1900, 2100
# Where somebody who has explained comes to the point.
_BREAK = re.compile(r";\s")
# A language is recognised by two of its function words, or as much; less are names or loans.
_FUNCTION_WORD = 2
_MIN_TELLS = 2 * _FUNCTION_WORD


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word that narrows a question, and the sections whose entries are what it says (`certificates`)."""

    text: str
    sections: frozenset[str]


def narrowing_words(content: Iterable[ContentWord]) -> list[ContentWord]:
    """The content words that do more than name a section."""
    return [word for word in content if not word.sections]


def recognise(text: str) -> Lexicon:
    """The lexicon of the language a text is in: English unless another has clearly more of its words.

    Function words tell twice what the words of a career do, many of which are common to several languages.
    """
    asked = [part for word in words(text) for part in word_parts(word)]
    tells = {
        lexicon.code: sum(_FUNCTION_WORD * (word in lexicon.stop_words) or word in lexicon.vocabulary for word in asked)
        + _MIN_TELLS * any(mark in text for mark in lexicon.marks)
        for lexicon in LEXICONS
    }
    best = max(LEXICONS, key=lambda lexicon: tells[lexicon.code])
    return best if tells[best.code] >= _MIN_TELLS or tells[ENGLISH.code] == 0 else ENGLISH


def years_meant(folded: str, lexicon: Lexicon) -> frozenset[int]:
    """The years a question names, or that are before, after or between those it names."""
    if found := lexicon.between_years.search(folded):
        return frozenset(range(int(found[1]), int(found[2]) + 1))
    if found := lexicon.until_year.search(folded):
        return frozenset(range(_EARLIEST, int(found[1])))
    if found := lexicon.since_year.search(folded):
        return frozenset(range(int(found[1]), _LATEST))
    return frozenset(int(word) for word in words(folded) if _YEAR.fullmatch(word))


def focus(text: str, lexicon: Lexicon, view: View) -> str:
    """The part of a text that asks: who greets and explains first comes to the point last."""
    parts = [part for sentence in sentences(text) for part in _BREAK.split(sentence) if words(part)]
    for place, part in reversed(list(enumerate(parts[1:], start=1))):
        if lexicon.refers_back.search(fold(part)):
            wanted = lexicon.wanted_person.search(parts[place - 1])
            return wanted[1] if wanted else parts[place - 1]
        if any(content_words(searched_words(part, lexicon, view), lexicon, view)):
            return part
    return text


def content_words(
    searched: Iterable[str], lexicon: Lexicon, view: View, spelt: frozenset[str] = frozenset()
) -> Iterator[ContentWord]:
    """The words that say what is asked about: none that frame a question, are a time, or spell a name known as such.

    Args:
        searched: the words of the question but function words.
        lexicon: of its language.
        view: a slip of the pen is one only if nothing in it holds the word.
        spelt: the terms of the employers, schools and projects that it names.
    """
    for word in searched:
        meant = word if view.lexical.strengths(word) else lexicon.corrected(fold(word))
        found = {stem(meant), *terms(meant)}
        # A language called Go is no verb, where the profile spells it so.
        is_proper = word[0].isupper() and word in view.proper_words
        is_frame = not is_proper and (found & lexicon.framing or meant in lexicon.stop_words)
        if not is_frame and found.isdisjoint(spelt) and not _YEAR.fullmatch(word) and not is_month(word):
            yield ContentWord(meant, sections_called(meant, lexicon))


def searched_words(text: str, lexicon: Lexicon, view: View) -> Iterator[str]:
    """The words of a question but function words and the person's name, each once."""
    for word in dict.fromkeys(words(text)):
        if fold(word) not in lexicon.stop_words | STOP_WORDS and view.name_terms.isdisjoint(terms(word)):
            yield word


def sections_called(word: str, lexicon: Lexicon, *, narrowing: bool = False) -> frozenset[str]:
    """The sections whose entries a word calls by what they are; with `narrowing` also by what only some of them are."""
    found = {stem(word), *terms(word)}
    if not narrowing and found.isdisjoint(lexicon.topics):
        return frozenset()
    return frozenset(section for section, listed in lexicon.sections.items() if not listed.isdisjoint(found))


def names_spelt(text: str, lexicon: Lexicon, view: View) -> Iterator[str]:
    """The words spelt as names that are neither the person's nor about a career in general."""
    known = view.name_terms | lexicon.unspecific
    previous = ""
    for position, word in enumerate(words(text)):
        if (
            _YEAR.fullmatch(word) is None
            and not is_month(word)
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
