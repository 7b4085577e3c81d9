"""Words that mean the same."""

from __future__ import annotations

import pytest

from digital_twin.domain.lexicons.concepts import CONCEPTS
from digital_twin.domain.text import fold
from digital_twin.domain.thesaurus import concepts_meant, concepts_told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("salary", "Gehalt"),
        ("led", "leitete"),
        ("reduced", "senkte"),
        ("Publications", "publicaciones"),
        ("won", "gagné"),
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


def test_most_words_stand_for_nothing() -> None:
    """And nothing is made of numbers."""
    assert concepts_meant("Brindlecast") == concepts_told("412") == frozenset()


def test_the_table_is_folded_and_names_no_concept_twice() -> None:
    """A second line of a name would silently be merged into the first."""
    names = [line.partition(":")[0] for line in CONCEPTS.strip().splitlines()]
    assert len(names) == len(set(names))
    assert fold(CONCEPTS) == CONCEPTS
