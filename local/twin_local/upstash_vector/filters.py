r"""Upstash's metadata filter language: text to a predicate on metadata. Reads no stored vectors.

Grammar (operators in any case, AND binds tighter than OR):

    expr    := and ("OR" and)*
    and     := term ("AND" term)*
    term    := "(" expr ")" | "HAS" ["NOT"] "FIELD" ident | ident comparison
    comparison := ("=" | "!=") literal | ("<" | "<=" | ">" | ">=") number
                | ["NOT"] ("GLOB" string | "CONTAINS" literal | "IN" "(" literal ("," literal)* ")")
    ident   := [a-zA-Z_][a-zA-Z_0-9.[\]#-]*      a.b, a[0], a[#-1] (the last)
    literal := number | 'string' | "string" | true | false

Source: https://upstash.com/docs/vector/features/filtering. Where that page is silent we are strict: a comparison with
a missing field, negated or not, is false.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from functools import reduce
from typing import cast

type Metadata = Mapping[str, object]
type Predicate = Callable[[Metadata], bool]
type _Test = Callable[[object], bool]
type _Literal = str | float | bool

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)
    | (?P<string>'[^']*'|"[^"]*")
    | (?P<symbol><=|>=|!=|[=<>(),])
    | (?P<word>[a-zA-Z_][a-zA-Z_0-9.\[\]#-]*)
    )""",
    re.VERBOSE,
)
_STEP = re.compile(r"\.?([a-zA-Z_0-9-]+)|\[(\d+)\]|\[#-(\d+)\]")
_ORDERINGS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_MISSING = object()


class InvalidFilter(ValueError):
    """The text is not a filter."""


def parse_filter(text: str) -> Predicate:
    """Compile a filter.

    Args:
        text: the filter; an empty one matches everything.

    Returns:
        A predicate on a vector's metadata.

    Raises:
        InvalidFilter: saying what was expected where.
    """
    if not text.strip():
        return lambda _metadata: True
    return _Parser(text).parse()


class _Parser:
    """Recursive descent over the tokens, one method a rule."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokenize(text)
        self._next = 0

    def parse(self) -> Predicate:
        predicate = self._expr()
        if self._peek() is not None:
            raise InvalidFilter(f"unexpected {self._peek()!r}")
        return predicate

    def _expr(self) -> Predicate:
        alternatives = [self._and()]
        while self._accept("OR"):
            alternatives.append(self._and())
        return lambda metadata: any(holds(metadata) for holds in alternatives)

    def _and(self) -> Predicate:
        terms = [self._term()]
        while self._accept("AND"):
            terms.append(self._term())
        return lambda metadata: all(holds(metadata) for holds in terms)

    def _term(self) -> Predicate:
        if self._accept("("):
            inner = self._expr()
            self._expect(")")
            return inner
        if self._accept("HAS"):
            wanted = not self._accept("NOT")
            self._expect("FIELD")
            path = _parse_path(self._take("word", "a field"))
            return lambda metadata: (_resolve(metadata, path) is not _MISSING) is wanted
        path = _parse_path(self._take("word", "a field"))
        test = self._comparison()

        def holds(metadata: Metadata) -> bool:
            value = _resolve(metadata, path)
            return value is not _MISSING and test(value)

        return holds

    def _comparison(self) -> _Test:
        if self._accept("="):
            return _equals(self._literal())
        if self._accept("!="):
            return _negate(_equals(self._literal()))
        for symbol, compare in _ORDERINGS.items():
            if self._accept(symbol):
                bound = float(self._take("number", "a number"))
                return lambda value: isinstance(value, int | float) and compare(value, bound)
        negated = self._accept("NOT")
        test = self._membership()
        return _negate(test) if negated else test

    def _membership(self) -> _Test:
        if self._accept("GLOB"):
            # fnmatch writes a negated set [!...], the filter language [^...].
            pattern = self._take("string", "a string")[1:-1].replace("[^", "[!")
            return lambda value: isinstance(value, str) and fnmatchcase(value, pattern)
        if self._accept("CONTAINS"):
            is_element = _equals(self._literal())
            return lambda value: isinstance(value, list) and any(map(is_element, cast("list[object]", value)))
        self._expect("IN")
        self._expect("(")
        options = [_equals(self._literal())]
        while self._accept(","):
            options.append(_equals(self._literal()))
        self._expect(")")
        return lambda value: any(is_option(value) for is_option in options)

    def _literal(self) -> _Literal:
        kind, token = self._tokens[self._next] if self._next < len(self._tokens) else ("", "")
        self._next += 1
        match kind, token.lower():
            case "number", _:
                return float(token)
            case "string", _:
                return token[1:-1]
            case "word", "true" | "false":
                return token.lower() == "true"
            case _:
                raise InvalidFilter(f"expected a literal, found {token!r}")

    def _peek(self) -> str | None:
        return self._tokens[self._next][1] if self._next < len(self._tokens) else None

    def _accept(self, keyword: str) -> bool:
        token = self._peek()
        if token is None or token.upper() != keyword:
            return False
        self._next += 1
        return True

    def _expect(self, keyword: str) -> None:
        if not self._accept(keyword):
            raise InvalidFilter(f"expected {keyword}, found {self._peek()!r}")

    def _take(self, kind: str, what: str) -> str:
        if self._next == len(self._tokens) or self._tokens[self._next][0] != kind:
            raise InvalidFilter(f"expected {what}, found {self._peek()!r}")
        self._next += 1
        return self._tokens[self._next - 1][1]


def _tokenize(text: str) -> list[tuple[str, str]]:
    """Split into (kind, token) pairs."""
    tokens: list[tuple[str, str]] = []
    position, end = 0, len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            raise InvalidFilter(f"cannot read {text[position:].strip()!r}")
        kind = str(match.lastgroup)
        tokens.append((kind, match[kind]))
        position = match.end()
    return tokens


def _parse_path(ident: str) -> list[str | int]:
    """Split `a.b[0].c[#-1]` into keys and indexes; an index from the end becomes a negative one."""
    steps: list[str | int] = []
    position = 0
    while position < len(ident):
        match = _STEP.match(ident, position)
        if match is None:
            raise InvalidFilter(f"cannot read the field {ident!r}")
        key, index, from_end = match.groups()
        steps.append(key if key is not None else int(index) if index is not None else -int(from_end))
        position = match.end()
    return steps


def _resolve(metadata: Metadata, path: list[str | int]) -> object:
    """The value at a path, `_MISSING` if there is none."""
    return reduce(_step, path, cast("object", metadata))


def _step(value: object, step: str | int) -> object:
    match value, step:
        case Mapping(), str():
            return cast("Metadata", value).get(step, _MISSING)
        case list(), int():
            elements = cast("list[object]", value)
            return elements[step] if -len(elements) <= step < len(elements) else _MISSING
        case _:
            return _MISSING


def _equals(literal: _Literal) -> _Test:
    """Equality within a kind; booleans are the numbers 1 and 0, as the language has it."""
    return lambda value: isinstance(value, str) == isinstance(literal, str) and value == literal


def _negate(test: _Test) -> _Test:
    return lambda value: not test(value)
