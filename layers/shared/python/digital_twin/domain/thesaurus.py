"""Which concepts a word stands for, so that texts in other words, or in another language, are found.

Sharing a concept makes a word a candidate, never a proof: grounding compares the words themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from digital_twin.domain.lexicons.concepts import CONCEPTS
from digital_twin.domain.text import fold, word_parts

# Prefixes are looked up by their first letters; none is shorter.
_KEY_LENGTH = 2


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
    """The concepts of whole words, and of prefixes by their first letters."""

    exact: dict[str, list[str]] = field(default_factory=lambda: defaultdict[str, list[str]](list))
    prefixes: dict[str, list[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict[str, list[tuple[str, str]]](list)
    )

    def add(self, word: str, concept: str) -> None:
        if word.endswith("*"):
            self.prefixes[word[:_KEY_LENGTH]].append((word[:-1], concept))
        else:
            self.exact[word].append(concept)

    def of(self, part: str) -> Iterator[str]:
        yield from self.exact.get(part, ())
        for prefix, concept in self.prefixes.get(part[:_KEY_LENGTH], ()):
            if part.startswith(prefix):
                yield concept


@cache
def _tables() -> tuple[_Table, _Table]:
    """The words that stand for their concepts, and those that only tell of them."""
    meant, told = _Table(), _Table()
    for line in CONCEPTS.strip().splitlines():
        concept, _, listed = line.partition(":")
        synonyms, _, narrower = listed.partition(" > ")
        for table, words in ((meant, synonyms), (told, narrower)):
            for word in map(fold, words.split()):
                table.add(word, concept)
    return meant, told
