"""BM25 over a snapshot's chunks."""

from __future__ import annotations

import math

import pytest
from support.evidence import chunk_of

from digital_twin.domain.lexical import K1, B, LexicalIndex
from digital_twin.domain.text import terms

KAFKA = chunk_of("Kafka pipeline for Kafka events", path="/work/0")
RUST = chunk_of("Rust library for events", path="/work/1")
LONG = chunk_of("Rust library for events in a very long text on billing invoices customers", path="/work/2")
INDEX = LexicalIndex.build([KAFKA, RUST, LONG])


def found(query: str, top_k: int = 10) -> list[str]:
    """The ids found for a query, best first."""
    return [candidate.chunk_id for candidate in INDEX.search(terms(query), top_k)]


def test_the_chunks_that_hold_a_term_are_found() -> None:
    """By stem, whatever the inflection, and no others."""
    assert found("pipelines") == [KAFKA.id]
    assert set(found("event")) == {KAFKA.id, RUST.id, LONG.id}
    assert found("tuba") == []
    assert found("") == []


def test_of_two_equal_hits_the_shorter_text_is_better() -> None:
    """BM25 normalises by length."""
    assert found("rust") == [RUST.id, LONG.id]


def test_a_rare_term_weighs_more_than_a_common_one() -> None:
    """Every text is about events; only one is about billing."""
    assert found("billing events")[0] == LONG.id


def test_the_score_is_that_of_the_formula() -> None:
    """Robertson and Zaragoza (2009), with the IDF that never turns negative, worked out by hand for `kafka`."""
    (candidate,) = INDEX.search(["kafka"], 1)
    lengths = [len(terms(chunk.text)) for chunk in (KAFKA, RUST, LONG)]
    norm = K1 * (1 - B + B * lengths[0] / (sum(lengths) / 3))
    assert candidate.score == pytest.approx(math.log(1 + 2.5 / 1.5) * 2 * (K1 + 1) / (2 + norm))


def test_ties_are_in_order_of_id() -> None:
    """So two containers rank alike, whatever order they were given."""
    twins = [chunk_of("same words", path=f"/work/{place}") for place in range(5)]
    for order in (twins, twins[::-1]):
        hits = LexicalIndex.build(order).search(["same"], 3)
        assert [hit.chunk_id for hit in hits] == sorted(chunk.id for chunk in twins)[:3]


def test_a_term_asked_twice_counts_once() -> None:
    """Repeating a word is no way to push a result."""
    assert INDEX.search(["rust", "rust"], 5) == INDEX.search(["rust"], 5)


def test_it_says_which_terms_it_knows() -> None:
    """Terms, not words as written."""
    assert INDEX.knows("librari")
    assert not INDEX.knows("tuba")


def test_another_word_for_it_finds_it_too() -> None:
    """In whatever language."""
    chunks = [chunk_of("Cut the cloud bill", path="/work/0"), chunk_of("Sang in a choir", path="/work/1")]
    index = LexicalIndex.build(chunks)
    assert [hit.chunk_id for hit in index.search(["Kosten", "senkte"], 5)] == [chunks[0].id]


def test_a_word_spelt_much_like_it_finds_it_too() -> None:
    """Another ending, a compound, a slip of the pen."""
    chunks = [chunk_of("Unternehmensnachfolge", path="/work/0"), chunk_of("Weinbau", path="/work/1")]
    index = LexicalIndex.build(chunks)
    for word in ("Unternehmensnachfolgen", "Nachfolge", "Unternehmensnachfoge"):
        assert [hit.chunk_id for hit in index.search([word], 5)] == [chunks[0].id]
    assert index.search(["Nachtzug"], 5) == []


def test_the_word_itself_is_held_more_strongly_than_its_like() -> None:
    """Which is held more strongly than not at all."""
    same, like, other = (chunk_of(text, path=f"/work/{n}") for n, text in enumerate(("a salary", "a wage", "a choir")))
    strengths = LexicalIndex.build([same, like, other]).strengths("salary")
    assert strengths[same.id] == 1.0
    assert 0.0 < strengths[like.id] < 1.0
    assert other.id not in strengths


def test_a_name_is_mentioned_by_itself_or_a_form_of_it() -> None:
    """A word that only begins like it is another name."""
    index = LexicalIndex.build([chunk_of("Nightly runs on Kubernetes"), chunk_of("Night shifts", path="/work/1")])
    assert [index.mentions(name) for name in ("Kubernetes", "k8s", "Kubernets")] == [True, True, True]
    assert [index.mentions(name) for name in ("Nightjar", "Netflix")] == [False, False]


def test_a_rare_word_narrows_more_than_a_common_one() -> None:
    """One that nothing holds counts as a middling one."""
    assert INDEX.rarity("billing") > INDEX.rarity("events")
    assert INDEX.rarity("events") < INDEX.rarity("tuba") <= INDEX.rarity("billing")


@pytest.mark.parametrize("texts", [[], [""], ["the of", "and"]])
def test_an_index_of_nothing_finds_nothing(texts: list[str]) -> None:
    """Neither no chunks nor chunks without terms do harm."""
    index = LexicalIndex.build([chunk_of(text) for text in texts])
    assert index.search(["anything"], 5) == []
