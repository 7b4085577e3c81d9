"""Cutting a profile into chunks that stand alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.examples import example_profile
from support.guarded_documents import GuardedDocument, guarded_documents

from digital_twin.domain.access import Audience
from digital_twin.domain.chunking import CHUNKER_VERSION, MAX_CHUNK_CHARACTERS, chunk_profile
from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.hostile_text import without_active
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.pointer import parse_pointer, resolves
from digital_twin.domain.profile import ADMINISTRATIVE

TODAY = date(2026, 3, 15)
# No canary year is this one, and no duration reaches four digits.
CENTURIES_LATER = date(2099, 6, 1)

PUBLIC, RECRUITER, PRIVATE = Audience.PUBLIC, Audience.RECRUITER, Audience.PRIVATE


def texts_of(document: JsonObject, audience: Audience = PRIVATE) -> list[str]:
    """What an audience may be answered from."""
    return [chunk.text for chunk in chunk_profile(document, TODAY)[audience]]


@settings(max_examples=400)
@given(guarded_documents())
def test_no_chunk_holds_what_its_audience_may_not_see(guarded: GuardedDocument) -> None:
    """Not in a detail, an overview, a computed fact or a name: nothing of a higher audience, whatever the rules."""
    for audience, chunks in chunk_profile(guarded.document, CENTURIES_LATER).items():
        told = "\n".join(f"{chunk.text}\n{chunk.about}" for chunk in chunks)
        assert [canary for canary in guarded.kept_from(audience) if canary in told] == []
        assert all(chunk.audience <= audience for chunk in chunks)


@given(guarded_documents())
def test_every_chunk_says_something_and_cites_a_place(guarded: GuardedDocument) -> None:
    """No empty text reaches an index, and every path names a place in the document."""
    for chunk in chunk_profile(guarded.document, TODAY)[PRIVATE]:
        assert chunk.text.strip()
        assert resolves(guarded.document, parse_pointer(chunk.path))
        assert chunk.path.startswith(f"/{chunk.section}")


def test_every_word_of_the_example_is_in_some_chunk() -> None:
    """The owner can ask about everything: highlights stand alone under their header."""
    texts = texts_of(example_profile())
    assert (
        "Junior Software Developer at Pockettide Games (2012 to 2014): "
        "Wrote the cloud-save backend in Python and Redis, which served 35,000 daily players from two servers."
    ) in texts
    assert "Based in Portland, Oregon, US." in texts
    assert "Street address: 14 Lanternwick Row, Apt 3, 97299" in texts
    assert "compensation: current base: USD 238,000 a year" in " ".join(texts)
    assert any(text.startswith("5 jobs") for text in texts)


def test_unknown_sections_are_private_until_given_an_audience() -> None:
    """And what speaks of the document rather than the person is no evidence for anybody."""
    document: JsonObject = {
        "basics": {"name": "Ada"},
        "x-diary": ["one", None, "two"],
        "availability": {"noticePeriod": "8 weeks"},
        "x-twin": {"audience": {"/availability": "recruiter"}},
        "meta": {"version": "v1"},
        "$schema": "https://example.com",
    }
    assert texts_of(document, PUBLIC) == ["Name: Ada"]
    assert texts_of(document, RECRUITER) == ["Name: Ada", "availability: notice period: 8 weeks"]
    assert texts_of(document) == ["Name: Ada", "diary: one", "diary: two", "availability: notice period: 8 weeks"]
    sections = {chunk.section for chunk in chunk_profile(document, TODAY)[PRIVATE]}
    assert sections.isdisjoint(ADMINISTRATIVE)


def test_ids_are_made_of_content() -> None:
    """Text, path, audience and chunker version, so an id names the same words for ever."""
    (chunk,) = chunk_profile({"basics": {"label": "Engineer"}}, TODAY)[PUBLIC]
    identity = f"{CHUNKER_VERSION}\x1fpublic\x1f/basics/label\x1fLabel: Engineer"
    assert chunk == Chunk(
        hashlib.sha256(identity.encode()).hexdigest()[:32], "basics", "/basics/label", "Label: Engineer", PUBLIC
    )


def test_ids_are_the_same_in_every_process() -> None:
    """Nothing in them depends on the order of a set or a hash seed."""
    program = (
        "from datetime import date; from support.examples import example_profile;"
        "from digital_twin.domain.chunking import chunk_profile;"
        "print([c.id for cs in chunk_profile(example_profile(), date(2026, 3, 15)).values() for c in cs])"
    )
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    runs = [
        subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-c", program],
            env=environment | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    here = [chunk.id for chunks in chunk_profile(example_profile(), TODAY).values() for chunk in chunks]
    assert runs == [f"{here}\n"] * 2


def test_audiences_share_the_chunks_they_both_see() -> None:
    """The same words at the same place are one chunk, of the lowest audience that sees them."""
    chunks = chunk_profile(example_profile(), TODAY)
    public = {(chunk.path, chunk.text): chunk for chunk in chunks[PUBLIC]}
    assert len(public) > 80
    for audience in (RECRUITER, PRIVATE):
        both = [chunk for chunk in chunks[audience] if (chunk.path, chunk.text) in public]
        assert len(both) > len(public) * 0.9
        assert all(chunk == public[chunk.path, chunk.text] and chunk.audience is PUBLIC for chunk in both)


def test_a_rule_changes_the_id_of_what_it_hides() -> None:
    """Text that turns private is another chunk, so an index that lags behind proposes an id nobody else's view has."""
    document: JsonObject = {"work": [{"name": "Acme", "highlights": ["Shipped it."]}]}
    before = {chunk.text: chunk.id for chunk in chunk_profile(document, TODAY)[PUBLIC]}
    document["x-twin"] = {"audience": {"/work/0/highlights/0": "private"}}
    after = chunk_profile(document, TODAY)
    assert "Acme: Shipped it." not in [chunk.text for chunk in after[PUBLIC]]
    assert before["Acme: Shipped it."] not in [chunk.id for chunk in after[PRIVATE]]


# Numbered, because the same words at the same place are one chunk.
_long_texts = st.lists(
    st.text(st.sampled_from("ab .!?\"'(\n\t1A\u00e9"), max_size=400)
    | st.text(st.characters(codec="utf-8"), max_size=400),
    min_size=3,
    max_size=20,
).map(lambda pieces: " ".join(f"{place}{piece}" for place, piece in enumerate(pieces)))


_ROUND = str.maketrans("[]\uff3b\uff3d\u3010\u3011", "()()()")


@given(_long_texts)
def test_long_texts_are_split_without_loss(text: str) -> None:
    """Every part fits the embedder's window, and together they hold every visible character but white space.

    The brackets of what looks like a citation are other ones, as a test of their own says.
    """
    parts = texts_of({"basics": {"summary": text}})
    assert all(0 < len(part) <= MAX_CHUNK_CHARACTERS for part in parts)
    held, visible = ("".join(said.split()).translate(_ROUND) for said in ("".join(parts), without_active(text)))
    assert held == visible


def test_long_texts_are_split_at_sentence_ends() -> None:
    """A sentence that fits is never cut; the parts share one path."""
    sentence = "Led the migration of the billing system (the largest). "
    chunks = chunk_profile({"work": [{"name": "Acme", "summary": sentence * 40}]}, TODAY)[PRIVATE]
    parts = [chunk for chunk in chunks if chunk.kind is ChunkKind.DETAIL]
    assert len(parts) == 3
    assert all(part.text.endswith("(the largest).") for part in parts)
    assert {part.path for part in parts} == {"/work/0"}


def test_an_endless_sentence_is_cut_at_a_space() -> None:
    """Or anywhere, if it has none."""
    words = " ".join(f"word{number:04}" for number in range(200))
    parts = texts_of({"basics": {"summary": words}})
    assert " ".join(parts) == words
    assert len(parts) == 2
    assert texts_of({"basics": {"summary": "x" * 901}}) == ["x" * 900, "x"]


NOTHING: list[JsonValue] = [
    None,
    {},
    {"summary": " "},
    {"profiles": [{}, None]},
    {"location": {}},
    {"x-list": [[], {}]},
    {"name": ""},
]


@pytest.mark.parametrize("basics", NOTHING)
def test_what_says_nothing_makes_no_chunk(basics: JsonValue) -> None:
    """Blank and empty values are no evidence."""
    assert texts_of({"basics": basics, "work": [{}, None], "skills": None, "x-notes": [""]}) == []
