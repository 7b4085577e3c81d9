"""Which concepts a word stands for, so that texts in other words, or in another language, are found.

Sharing a concept makes a word a candidate, never a proof: grounding compares the words themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from digital_twin.domain.lexicons.concepts import CONCEPTS
from digital_twin.domain.text import word_parts

# Letters a prefix has at least: shorter ones swallow words of other meanings in one of the languages.
SHORTEST_PREFIX = 4


@lru_cache(maxsize=16_384)
def concepts_told(word: str) -> frozenset[str]:
    """The concepts a text is about that holds the word (`PostgreSQL` is about databases); most words give none."""
    meant, told = _tables()
    return frozenset(concept for part in word_parts(word) for table in (meant, told) for concept in table.of(part))


@lru_cache(maxsize=16_384)
def concepts_meant(word: str) -> frozenset[str]:
    """The concepts the word stands for when somebody asks with it (`PostgreSQL` means itself only)."""
    meant, _ = _tables()
    return frozenset(concept for part in word_parts(word) for concept in meant.of(part))


def concepts_named(word: str) -> frozenset[str]:
    """The concepts of which a word is another name as a whole (`k8s`), whatever words with its beginning stand for."""
    meant, _ = _tables()
    return frozenset(concept for part in word_parts(word) for concept in meant.exact.get(part, ()))


@dataclass(frozen=True, slots=True)
class _Table:
    """The concepts of whole words, and of prefixes."""

    exact: dict[str, list[str]] = field(default_factory=lambda: defaultdict[str, list[str]](list))
    prefixes: dict[str, list[str]] = field(default_factory=lambda: defaultdict[str, list[str]](list))

    def add(self, word: str, concept: str) -> None:
        table, key = (self.prefixes, word[:-1]) if word.endswith("*") else (self.exact, word)
        table[key].append(concept)

    def of(self, part: str) -> Iterator[str]:
        yield from self.exact.get(part, ())
        for length in range(SHORTEST_PREFIX, len(part) + 1):
            yield from self.prefixes.get(part[:length], ())


@cache
def _tables() -> tuple[_Table, _Table]:
    """The words that stand for their concepts, and those that only tell of them."""
    meant, told = _Table(), _Table()
    for line in filter(None, CONCEPTS.splitlines()):
        concept, _, listed = line.partition(":")
        synonyms, _, narrower = listed.partition(" > ")
        for table, words in ((meant, synonyms), (told, narrower)):
            for word in words.split():
                table.add(word, concept)
    return meant, told
