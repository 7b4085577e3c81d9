"""Which parts of a text deny what they say.

A negation counts for everything up to the next clause that stands on its own, lists included (`does not know Java, Go
or Rust`), so that a sentence is rather dropped than turned into its opposite.
"""

from __future__ import annotations

import re

from digital_twin.domain.text import fold, sentences, words

# Words that deny, in the languages profiles are mostly written in; folded (no accents).
NEGATORS = frozenset(
    """no not never without neither nor none cannot nothing nobody nowhere hardly barely scarcely untrue unable lack
    lacks lacked lacking fail fails failed failing refuse refuses refused nicht kein keine keinen keinem keiner nie
    niemals ohne weder pas jamais sans aucun aucune nunca jamas sin ningun ninguna non nao niet geen не нет никогда
    без""".split()
)
_HAN_NEGATORS = ("不", "没", "未", "无")
_HAN = re.compile("[\u4e00-\u9fff]")

# Where another statement begins. `and` and commas do not: they go on inside a denial.
_CLAUSE = re.compile(
    r"[;\uff1b\u3002\uff01\uff1f]"
    r"|,?\s+(?=(?:but|however|without|with no|although|though|aber|sondern|ohne|mais|sans|pero|sin)\s)",
    re.IGNORECASE,
)
# Denials of more than one word. What `declined by 3 %` is none.
_REFUSING = re.compile(
    r"\b(?:declin|reject|ablehn)\w*\s+(?:(?:an?|the|to|all|any|several|every|his|her|their)\s|\w*offers?\b)"
    r"|\bturn\w*\s+down\b|\bfalse\s+that\b",
    re.IGNORECASE,
)
# Spelt like denials, but affirming: `not only`, `No. 1`.
_AFFIRMING = re.compile(r"\b(?:not\s+only|not\s+just|no\.?\s*(?=\d))", re.IGNORECASE)


def clauses(text: str) -> list[tuple[str, bool]]:
    """The text cut where one statement ends, each part with whether it is negated."""
    parts = [part for sentence in sentences(text) for part in _CLAUSE.split(sentence)]
    return [(part, is_negated(part)) for part in parts if part and not part.isspace()]


def is_negator(word: str) -> bool:
    """Whether a word denies."""
    folded = fold(word)
    return folded in NEGATORS or folded.endswith("n't")


def is_negated(text: str) -> bool:
    """Whether anything in the text is denied."""
    plain = _AFFIRMING.sub("", text)
    return (
        any(map(is_negator, words(plain)))
        or _REFUSING.search(plain) is not None
        or (_HAN.search(plain) is not None and any(char in plain for char in _HAN_NEGATORS))
    )
