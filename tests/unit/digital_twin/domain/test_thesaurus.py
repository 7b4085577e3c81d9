"""Words that mean the same."""

from __future__ import annotations

import pytest

from digital_twin.domain.lexicons.concepts import CONCEPTS
from digital_twin.domain.text import fold
from digital_twin.domain.thesaurus import SHORTEST_PREFIX, concepts_meant, concepts_told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("salary", "Gehalt"),
        ("led", "leitete"),
        ("reduced", "senkte"),
        ("Publications", "publicaciones"),
        ("won", "gagné"),
        ("journalism", "Periodismo"),
        ("municipalities", "Kommunen"),
        ("gravestone", "headstones"),
        ("board", "Beirat"),
        ("Norway", "Norvège"),
    ],
)
def test_words_of_one_concept_meet(one: str, other: str) -> None:
    """In any of the four languages, whatever their case and accents."""
    assert concepts_meant(one) & concepts_meant(other)


def test_a_part_of_a_compound_counts() -> None:
    """`CAD-Kenntnisse` are about CAD."""
    assert "cad" in concepts_meant("CAD-Kenntnisse")


def test_a_narrower_word_tells_of_its_concept_and_does_not_stand_for_it() -> None:
    """Who asks for databases is served with PostgreSQL; who asks for Oracle is not."""
    assert concepts_meant("database") & concepts_told("PostgreSQL")
    assert not concepts_meant("Oracle") & concepts_told("PostgreSQL")


@pytest.mark.parametrize(
    ("asked", "told"),
    [("infrastructure", "Terraform"), ("library", "scikit-learn"), ("sport", "Rudern"), ("vehicles", "camions")],
)
def test_who_asks_for_a_kind_finds_its_members(asked: str, told: str) -> None:
    """In any of the languages."""
    assert concepts_meant(asked) & concepts_told(told)


@pytest.mark.parametrize(
    ("one", "other"), [("Python", "Java"), ("Norway", "Sweden"), ("cars", "buses"), ("sailing", "rowing")]
)
def test_members_of_a_kind_do_not_stand_for_each_other(one: str, other: str) -> None:
    """Who asks for one of them is not served with another."""
    assert not concepts_meant(one) & concepts_told(other)


@pytest.mark.parametrize(
    ("word", "other"),
    [("los", "repaired"), ("career", "care"), ("Brandschutz", "brand"), ("because", "scholarship"), ("braun", "beer")],
)
def test_a_prefix_swallows_no_common_word_of_another_meaning(word: str, other: str) -> None:
    """In none of the languages, whichever it is from."""
    assert not concepts_told(word) & concepts_meant(other)


def test_most_words_stand_for_nothing() -> None:
    """And nothing is made of numbers."""
    assert concepts_meant("Brindlecast") == concepts_told("412") == frozenset()


def test_the_table_is_folded_and_names_no_concept_twice() -> None:
    """A second line of a name would silently be merged into the first."""
    names = [line.partition(":")[0] for line in CONCEPTS.splitlines() if line]
    assert len(names) == len(set(names))
    assert fold(CONCEPTS) == CONCEPTS


def test_no_prefix_is_too_short_to_be_found() -> None:
    """Nor has a word a star where none is read."""
    starred = [word for line in CONCEPTS.splitlines() for word in line.partition(":")[2].split() if "*" in word]
    assert all(word.index("*") == len(word) - 1 >= SHORTEST_PREFIX for word in starred)
