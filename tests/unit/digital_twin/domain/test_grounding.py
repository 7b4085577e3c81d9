"""Keeping of a draft only what its own citations bear out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.evidence import chunk_of, evidence_of

from digital_twin.domain.grounding import ground

TEAM = "Led a platform team of 5 engineers at Acme from 2019 to 2022. Cut costs by 30%, to $4,100,000."
SKILLS = "Skills: C++, Node.js and Kubernetes."
REMOTE = "Has never worked in an office."
EVIDENCE = [evidence_of(TEAM), evidence_of(chunk_of(SKILLS, section="skills", path="/skills")), evidence_of(REMOTE)]


def text_of(draft: str) -> str | None:
    """What is left of a draft."""
    grounded = ground(draft, EVIDENCE, known_names=frozenset({"ada", "quist"}))
    return grounded.text if grounded else None


@pytest.mark.parametrize(
    ("claim", "number"),
    [
        ("Led a platform team of 5 engineers at Acme.", 1),
        ("Ada Quist led five engineers at Acme.", 1),
        ("Ada led a team between 2019 and 2022.", 1),
        ("Cut costs to $4100000.", 1),
        ("Knows C++ and Node.js.", 2),
        ("Ada never worked in an office.", 3),
    ],
)
def test_a_supported_sentence_stays(claim: str, number: int) -> None:
    """Numbers may be spelt otherwise, the person named, words put differently."""
    assert text_of(f"{claim} [{number}]") == f"{claim} [1]"


@pytest.mark.parametrize(
    "sentence",
    [
        "Led a platform team of 7 engineers at Acme [1].",
        "Led a platform team of seven engineers at Acme [1].",
        "Led a platform team at Acme until 2023 [1].",
        "Led a platform team of 5 engineers at Google [1].",
        "The platform team at Acme used DynamoDB [1].",
        "Never led a platform team at Acme [1].",
        "Didn't lead a platform team at Acme [1].",
        "Plays the tuba in a marching band every weekend [1].",
    ],
    ids=["number", "number word", "year", "name", "mixed-case name", "negation", "contraction", "other words"],
)
def test_an_invention_is_dropped(sentence: str) -> None:
    """A number, name or negation the evidence does not hold, or mostly other words."""
    assert text_of(sentence) is None
    assert text_of(f"{sentence} Knows C++ [2].") == "Knows C++. [1]"


@pytest.mark.parametrize("marker", ["", "[0]", "[4]", "[999]", "[1,4]", "[x]", "[-1]", "[1234]", "(1)"])
def test_a_sentence_without_valid_markers_is_dropped(marker: str) -> None:
    """Whatever it says: missing, malformed and out-of-range citations are none, and one of them spoils the others."""
    assert text_of(f"Led a platform team at Acme {marker}.") is None


def test_evidence_that_was_not_cited_does_not_count() -> None:
    """A true sentence with the wrong marker is not supported by it."""
    assert text_of("Knows Kubernetes [1].") is None
    assert text_of("Knows Kubernetes [1][2].") == "Knows Kubernetes. [1][2]"


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("Knows C++ [2]. Led a team [1]. Knows Node.js [2].", "Knows C++. [1] Led a team. [2] Knows Node.js. [1]"),
        ("Knows C++. [2] Led a team. [1]", "Knows C++. [1] Led a team. [2]"),
        ("Knows C++.[2][2] Led a team![1]", "Knows C++. [1] Led a team! [2]"),
        ("Ada knows C++ and led a team [2, 1].", "Ada knows C++ and led a team. [1][2]"),
        ("Led a team\u30101\u3011.", "Led a team. [1]"),
        ("- Knows C++ [2]\n* Led a team [1]", "Knows C++ [1] Led a team [2]"),
    ],
    ids=["in order", "after the stop", "close to the stop", "list", "wide brackets", "bullets"],
)
def test_markers_are_renumbered_in_order_of_appearance(draft: str, text: str) -> None:
    """However the model wrote them, they end up after their sentence, from [1] up without gaps."""
    assert text_of(draft) == text


def test_citations_match_markers_and_quote_verbatim() -> None:
    """Each names its chunk and place, and quotes the sentence of it that is nearest to the claim."""
    grounded = ground("Knows Kubernetes [2]. Cut costs by 30% [1].", EVIDENCE)
    assert grounded is not None
    skills, team = grounded.citations
    assert (skills.marker, team.marker) == (1, 2)
    assert (skills.chunk_id, skills.section, skills.path) == (EVIDENCE[1].chunk.id, "skills", "/skills")
    assert (team.chunk_id, team.quote) == (EVIDENCE[0].chunk.id, "Cut costs by 30%, to $4,100,000.")


@pytest.mark.parametrize("draft", ["", " ", "[1]", "...", "[1][2][3]", "- [1]", "\n\n"])
def test_a_draft_that_says_nothing_is_unsupported(draft: str) -> None:
    """Markers alone are no answer."""
    assert text_of(draft) is None


def test_without_evidence_nothing_is_supported() -> None:
    """There is nothing to cite."""
    assert ground("Led a team [1].", []) is None


_pieces = st.sampled_from(
    [
        "[",
        "]",
        "[1]",
        "[2,",
        "[1][9]",
        "\u3010",
        "\u30113",
        ".",
        "!",
        "\n",
        " ",
        "Led a team",
        "C++",
        "5",
        "-",
        "n't",
        "**",
    ]
)


@given(st.lists(_pieces | st.text(max_size=5)).map("".join))
@example("[\u0661] Led a team [\u0661].")
@example("[1" + ", 1" * 1000 + "]")
def test_no_draft_does_harm(draft: str) -> None:
    """However malformed: it grounds to nothing, or to text whose markers and citations match and quote verbatim."""
    grounded = ground(draft, EVIDENCE)
    if grounded is None:
        return
    assert [citation.marker for citation in grounded.citations] == list(range(1, len(grounded.citations) + 1))
    chunks = {item.chunk.id: item.chunk for item in EVIDENCE}
    for citation in grounded.citations:
        assert f"[{citation.marker}]" in grounded.text
        assert citation.quote in chunks[citation.chunk_id].text
