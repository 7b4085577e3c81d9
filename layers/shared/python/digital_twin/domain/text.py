"""Words and sentences: how text is cut for searching, ranking and checking."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import cast

import snowballstemmer

# Words keep what technical names are made of: C++, C#, .NET, Node.js, CI/CD, gpt-4, 99.9.
_WORD = re.compile(r"\.?[^\W_](?:[^\W_]|[.+#'\u2019/&-](?=[^\W_])|[+#])*")
_COMPOUND = re.compile(r"[/&'-]")
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026\u3002])([\"'\u201d\u2019)\]]*)\s+(?=[\"'\u201c\u2018(\[]*(\S))")
# Words that a full stop shortens, in the languages profiles are mostly written in, and single letters (`J. R. R.`,
# `e. V.`, `z. B.`, `S. A.`): two sentences taken for one are told together, one cut in two is told in halves.
_ABBREVIATION = re.compile(
    r"(?:(?<![\w'\u2019&/-])[^\W\d_]"
    r"|\b(?:Dr|Dra|Mr|Mrs|Ms|Mme|Mlle|Sr|Sra|Srta|Prof|Ing|Dipl|Lic|Jr|St|Str"  # titles, places
    r"|Sc|Ph|Eng|Phil|phil|rer|nat|med|jur|pol|oec|habil"  # degrees
    r"|Inc|Ltd|Ltda|Co|Corp|Cie|Bros|Fa"  # firms
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Oct|Nov|Dez|Dec"
    r"|No|Nr|Vol|Art|Abs|vs|etc|bzw|usw|inkl|ggf|vgl|ca|approx|aprox|env|Mio|Mrd|Tsd|EE|UU))\.$"
)
# Looked for at the end only: a text of nothing but abbreviations must not cost the square of its length.
_LONGEST_ABBREVIATION = 12
# German ordinals (`am 3. Mai`, `im 4. Quartal`); a number that ends a sentence follows other words.
_ORDINAL = re.compile(r"(?:^|\b(?:am|im|zum|vom|beim|der|die|das|dem|den|des|ab|seit|bis)\s)\d{1,2}\.$", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)\d{1,2}\.$")
_GERMAN_MONTH = re.compile("(?:Januar|Jänner|Februar|März|April|Mai|Ju[nl]i|August|(?:Septem|Okto|Novem|Dezem)ber)\\b")

# Holds the place of a word that is taken out; no text that was cleaned has it.
_GAP = "\0"
_POSSESSIVE = "'s"
_GAPS = re.compile(r"\0(?:\s*\0)*")

# Function words of English and of the usual question; they carry no topic.
STOP_WORDS = frozenset(
    """a about all also am an and any are as at be been being both but by can could did do does doing done each else
    ever for from get give gives had has have having he her hers him his how i if in into is it its just let like many
    may me mention might more most much must my no nor not of on once one only or other our out over please she should
    since so some such tell than that the their them then there these they this those through to too under up us use
    used using very was we were what when where whether which while who whom whose why will with would yes you your
    yours""".split()
)

# The package ships no types; its stemmers map a word to a word.
_stem_english = cast("Callable[[str], str]", snowballstemmer.stemmer("english").stemWord)  # pyright: ignore[reportUnknownMemberType]


def fold(text: str) -> str:
    """Casefold and strip accents and compatibility forms, so that spellings of one word compare equal."""
    if text.isascii():  # nothing to strip, and most of what is ever folded
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold().replace("\u2019", "'")


def words(text: str) -> list[str]:
    """The words of a text in order, as written."""
    return _WORD.findall(text)


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The folded stem of one word (Snowball English; words of other scripts pass through folded)."""
    folded = fold(word).removesuffix(_POSSESSIVE).strip("'")
    return _stem_english(folded) if folded.isalpha() and folded.isascii() else folded


def terms(text: str) -> list[str]:
    """The searchable terms of a text: stems of its words and of the parts of compound words, no stop words."""
    return [term for word in words(text) for term in _terms_of_word(word)]


@lru_cache(maxsize=16_384)
def _terms_of_word(word: str) -> tuple[str, ...]:
    if fold(word) in STOP_WORDS:
        return ()
    parts = word_parts(word)[1:]
    return (stem(word), *(stem(part) for part in parts if part not in STOP_WORDS and len(part) > 1))


def word_parts(word: str) -> list[str]:
    """A word folded, without a possessive ending, and if it is a compound, each of its parts as well."""
    folded = fold(word).removesuffix(_POSSESSIVE).strip("'")
    parts = [part for part in _COMPOUND.split(folded) if part]
    return [folded, *parts] if len(parts) > 1 else [folded]


def without_terms(text: str, unwanted: frozenset[str]) -> str:
    """The text without the words of some terms; the text itself if nothing else is in it."""
    kept = replaced_terms(text, unwanted, "")
    return kept if words(kept) else text


def replaced_terms(text: str, unwanted: frozenset[str], by: str) -> str:
    """The text with one word in place of those of some terms, or of several of them in a row; spaces are single."""

    def replaced(match: re.Match[str]) -> str:
        word = match[0]
        if stem(word) not in unwanted:
            return word
        return _GAP + (_POSSESSIVE if by and fold(word).endswith(_POSSESSIVE) else "")

    return " ".join(_GAPS.sub(by, _WORD.sub(replaced, text)).split())


def sentences(text: str) -> list[str]:
    """Cut running text into sentences, each verbatim; abbreviations, initials and ordinals do not end one."""
    result: list[str] = []
    for paragraph in text.splitlines():
        start = 0
        for end in _SENTENCE_END.finditer(paragraph):
            sentence = paragraph[start : end.end(1)].strip()
            if not end[2].islower() and not _goes_on(sentence, paragraph, end.end()):
                result.append(sentence)
                start = end.end()
        result.append(paragraph[start:].strip())
    return [sentence for sentence in result if sentence]


def _goes_on(sentence: str, paragraph: str, following: int) -> bool:
    """Whether the stop at the end of what looks like a sentence belongs to its last word."""
    tail = max(0, len(sentence) - _LONGEST_ABBREVIATION)
    if _ABBREVIATION.search(sentence, tail) or _ORDINAL.search(sentence, tail):
        return True
    return _DAY.search(sentence, tail) is not None and _GERMAN_MONTH.match(paragraph, following) is not None


def clean_question(text: str) -> str:
    """A question as it is searched and cached: NFC, control and bidi formatting characters gone, spaces single."""
    kept = (" " if unicodedata.category(char) in {"Cc", "Zs", "Zl", "Zp"} else char for char in text)
    visible = "".join(char for char in kept if unicodedata.category(char) not in {"Cf", "Cs", "Co", "Cn"})
    return " ".join(unicodedata.normalize("NFC", visible).split())
