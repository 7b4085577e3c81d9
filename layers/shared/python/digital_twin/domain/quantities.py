"""The numbers, measures and dates a text states, in one spelling, so that two texts can be compared.

It reads what is written and computes nothing: `14 months` is not `1 year 2 months`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from digital_twin.domain.text import fold

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\s\w-]")
_ISO_MONTH = re.compile(r"\b([12]\d{3})-(0[1-9]|1[0-2])(?:-\d{2})?\b")
_CJK_MONTH = re.compile(r"([12]\d{3})\s*年\s*(\d{1,2})\s*月")
_HAN_NUMERAL = re.compile("[\u3007零一二两三四五六七八九十百千]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_YEAR = re.compile(r"[12]\d{3}")
# Tokens between a month and its year: `March 5, 2020`.
_MONTH_REACH = 3


def _numbered(*listings: str, start: int) -> dict[str, int]:
    """Each word with its number; `_` holds the place of a word that is left out."""
    return {word: start + place for listing in listings for place, word in enumerate(listing.split()) if word != "_"}


# Folded (no accents). Left out: words that mean something else in English (Spanish `once`, French `sept`, `six`).
_UNITS = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    start=0,
) | _numbered(
    "zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
    "deux trois quatre cinq _ _ huit neuf dix onze douze",
    "_ tres cuatro cinco seis siete ocho nueve diez _ doce",
    start=2,
)
_TENS = {w: 10 * n for w, n in _numbered("twenty thirty forty fifty sixty seventy eighty ninety", start=2).items()}
_ORDINALS = _numbered("third fourth fifth sixth seventh eighth ninth tenth", start=3)
_WORDS = {**_UNITS, **_TENS, **_ORDINALS, "dozen": 12}
_HUNDRED, _HUNDREDFOLD = "hundred", 100
_SCALES = {
    **dict.fromkeys(("thousand", "k", "tausend", "mille", "mil"), 10**3),
    **dict.fromkeys(("million", "millions", "m", "mn", "millionen", "millones"), 10**6),
    **dict.fromkeys(("billion", "billions", "bn", "milliarden", "milliards"), 10**9),
}
# Amounts without a number: only the same word bears them out.
_VAGUE = frozenset(
    "half twice thrice double doubled triple tripled dozens hundreds thousands decade decades century".split()
)
_MEASURES = {
    **dict.fromkeys("year years yr yrs jahr jahre jahren ans annee annees ano anos".split(), "year"),
    **dict.fromkeys("month months monat monate monaten mois mes meses".split(), "month"),
    **dict.fromkeys("week weeks woche wochen semaine semaines semana semanas".split(), "week"),
    **dict.fromkeys("day days tag tage tagen jour jours dia dias".split(), "day"),
    **dict.fromkeys("hour hours stunde stunden heure heures hora horas".split(), "hour"),
    **dict.fromkeys("minute minutes min minuten minutos".split(), "minute"),
    **dict.fromkeys("second seconds sekunden secondes segundos".split(), "second"),
    **dict.fromkeys("ms millisecond milliseconds".split(), "ms"),
    **dict.fromkeys("% percent prozent".split(), "%"),
}
# What an amount is counted by: `$2.3 million a year`, `pro Tag`, `annual`.
_EACH = frozenset("a an per pro par por je each every".split())
_EACH_WORDS = {
    **dict.fromkeys("annual annually yearly jahrlich annuel annuelle anual".split(), "year"),
    **dict.fromkeys("monthly monatlich mensuel mensuelle mensual".split(), "month"),
    **dict.fromkeys("weekly wochentlich hebdomadaire semanal".split(), "week"),
    **dict.fromkeys("daily taglich quotidien diario".split(), "day"),
    **dict.fromkeys("hourly stundlich".split(), "hour"),
}
# Before `a year` these make a length of it: `for a year`.
_LASTING = frozenset("for in within after over about almost nearly than half of".split())
# Between the two ends of a change or a range, and between years and months of one length.
_TO = frozenset("to auf bis a till".split())
_AND = frozenset("and und et y ,".split())
_CURRENCIES = {
    **dict.fromkeys("$ usd dollar dollars".split(), "$"),
    **dict.fromkeys("€ eur euro euros".split(), "€"),
    **dict.fromkeys("£ gbp pound pounds".split(), "£"),
    **dict.fromkeys("¥ jpy yen".split(), "¥"),
}
_MONTHS = _numbered(
    "january february march april may june july august september october november december",
    "jan feb mar apr _ jun jul aug sep oct nov dec",
    "januar februar marz _ mai juni juli _ _ oktober _ dezember",
    "janvier fevrier mars avril _ juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    start=1,
) | {"sept": 9}
_HAN_DIGITS = {char: value % 10 for value, char in enumerate("零一二三四五六七八九")} | {"\u3007": 0, "两": 2}


def is_month(word: str) -> bool:
    """Whether a word names a month, in English, German, French or Spanish."""
    return fold(word) in _MONTHS


def quantities(text: str) -> frozenset[str]:
    """What a text counts, measures and dates.

    Numbers are given as digits with their scale worked in (`40 million` is `40000000`), once bare and once with the
    measure or currency beside them; the months of a length with its years (`3 years 2 months` holds no `2 months`); the
    ends of a change in their order; months by number, and with the year that follows them.
    """
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    tokens = _TOKEN.findall(plain)
    found = {*_amounts(tokens), *_months(tokens), *_han_numbers(plain)}
    for year, month in (*_ISO_MONTH.findall(plain), *_CJK_MONTH.findall(plain)):
        found |= {f"month {int(month)}", f"{year}-{int(month)}"}
    return frozenset(found)


def _amounts(tokens: list[str]) -> Iterator[str]:
    folded = [fold(token) for token in tokens]
    place = 0
    years, origin = _Awaited(), _Awaited()
    while place < len(tokens):
        if folded[place] in _VAGUE:
            yield folded[place]
        yield from _each(folded, place)
        start = place
        value, place = _number_at(folded, place)
        if value is None:
            place = start + 1
            continue
        if place < len(folded) and folded[place] in _SCALES:
            value *= _SCALES[folded[place]]
            place += 1
        number = f"{value.normalize():f}"
        yield number
        after = folded[place] if place < len(folded) else ""
        before = folded[start - 1] if start else ""
        measure = _MEASURES.get(after, "")
        if measure == "month" and years.reaches(folded, start, _AND):
            yield f"{years.said} {number} month"
        elif measure:
            yield f"{number} {measure}"
        if origin.reaches(folded, start, _TO, needed=True):
            yield f"{origin.said} to {number}"
        if measure == "year":
            years = _Awaited(f"{number} year", place + 1)
        # A year is an end of a period, which is written in many ways.
        origin = _Awaited() if _YEAR.fullmatch(number) else _Awaited(number, place + bool(measure))
        yield from (f"{_CURRENCIES[word]}{number}" for word in (before, after) if word in _CURRENCIES)


@dataclass(frozen=True, slots=True)
class _Awaited:
    """What was said of a number, and the place behind it, for the number that may go on from it."""

    said: str = ""
    place: int = -1

    def reaches(self, folded: list[str], start: int, links: frozenset[str], *, needed: bool = False) -> bool:
        """Whether nothing but one of the links (and a currency) lies between it and a number that starts there."""
        between = [word for word in folded[self.place : start] if word not in _CURRENCIES] if self.said else [""]
        return len(between) == 1 and between[0] in links if needed or between else True


def _each(folded: list[str], place: int) -> Iterator[str]:
    """`per year`, if that is what begins at a token."""
    if folded[place] in _EACH_WORDS:
        yield f"per {_EACH_WORDS[folded[place]]}"
    elif folded[place] in _EACH and place and folded[place - 1] not in _LASTING:
        measure = _MEASURES.get(folded[place + 1]) if place + 1 < len(folded) else None
        if measure:
            yield f"per {measure}"


def _number_at(folded: list[str], place: int) -> tuple[Decimal | None, int]:
    """The number that begins at a token, and the place after it; None if none begins there."""
    if _DIGITS.fullmatch(folded[place]):
        whole = _THOUSANDS.sub("", folded[place])
        # A comma that separates no thousands is a decimal comma; what has several points is a version, kept apart.
        digits = whole.replace(",", ".")
        return Decimal(digits if digits.count(".") <= 1 else digits.replace(".", "")), place + 1
    if folded[place] == "one" and folded[place + 1 : place + 2] == ["of"]:
        return None, place
    value: int | None = None
    while place < len(folded):
        word = folded[place]
        if word == _HUNDRED:
            value = _HUNDREDFOLD * (value or 1)
        elif word in _WORDS and (value is None or _can_follow(value, _WORDS[word])):
            value = (value or 0) + _WORDS[word]
        else:
            break
        place += 1
    return (None if value is None else Decimal(value)), place


def _can_follow(value: int, word: int) -> bool:
    """Whether a number word continues the number: `twenty` `five`, `two hundred` `fifty`."""
    is_after_hundreds = value % 100 == 0 and word < _HUNDREDFOLD
    is_after_tens = value % 10 == 0 and value % 100 >= min(_TENS.values()) and word < min(_TENS.values()) // 2
    return word > 0 and (is_after_hundreds or is_after_tens)


def _months(tokens: list[str]) -> Iterator[str]:
    for place, token in enumerate(tokens):
        month = _MONTHS.get(fold(token))
        beside = tokens[max(place - 1, 0) : place] + tokens[place + 1 : place + 2]
        # `may`, `march` and `mars` are other words unless written as names or beside a number.
        if month is None or not (token[0].isupper() or any(other[0].isdecimal() for other in beside)):
            continue
        yield f"month {month}"
        for later in tokens[place + 1 : place + 1 + _MONTH_REACH]:
            if _YEAR.fullmatch(later):
                yield f"{later}-{month}"
                break
            if fold(later) in _MONTHS or not (later[0].isdecimal() or later in {",", ".", "of"}):
                break


def _han_numbers(text: str) -> Iterator[str]:
    """Numbers in Chinese characters: up to 99 as digits, longer ones as written; a lone `一` is mostly no number."""
    for match in _HAN_NUMERAL.finditer(text):
        run = match[0]
        tens, ten, ones = run.partition("十")
        if run == "一":
            continue
        if all(len(part) <= 1 and (not part or part in _HAN_DIGITS) for part in (tens, ones)):
            digits = [_HAN_DIGITS.get(part) for part in (tens, ones)]
            yield str((digits[0] if digits[0] is not None else 1) * 10 + (digits[1] or 0) if ten else digits[0])
        else:
            yield run
