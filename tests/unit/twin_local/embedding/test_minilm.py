"""all-MiniLM-L6-v2 in numpy gives the published model's vectors, and finds what is meant."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from twin_local.embedding import MiniLM
from twin_local.embedding.minilm import MAX_TOKENS, WeightsMismatch

# A made-up career, one sentence a chunk.
CHUNKS = (
    "Reduced the nightly settlement run from nine hours to forty minutes by rewriting it in Rust.",
    "Managed a team of eleven engineers across Lisbon and Toronto.",
    "Holds a master's degree in applied mathematics from the University of Porto.",
    "Wrote the company's first incident response handbook and ran its on-call rota.",
    "Speaks Portuguese natively, English fluently and some Japanese.",
    "Maintains an open source library for parsing ISO 20022 payment messages.",
    "Migrated the data platform from on-premises Hadoop to BigQuery.",
    "Volunteers as a climbing instructor for blind teenagers.",
    "Gave the opening keynote at EuroPayments 2021 about instant transfers.",
    "Negotiated the cloud contract, saving two million euros a year.",
    "Introduced property-based testing, which found a currency rounding bug.",
    "Designed the mobile onboarding flow that raised completion by a third.",
)
QUESTIONS = {
    "What did they study at college?": 2,
    "How many people reported to them?": 1,
    "Which languages can they talk in?": 4,
    "Have they presented at a conference?": 8,
    "What do they do outside work for people with disabilities?": 7,
}


@pytest.fixture(scope="module")
def model() -> MiniLM:
    """The model, loaded once."""
    return MiniLM()


def test_similarities_are_those_of_the_published_model(model: MiniLM) -> None:
    """Cosines of well-known example sentences, to the digits the published model gives."""
    vectors = model.embed(
        ["That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day"]
    )

    assert (vectors @ vectors[0]).tolist() == pytest.approx([1, 0.6946, 0.9429, 0.2569], abs=1e-4)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_chunk_that_answers_is_among_the_first_three(model: MiniLM, question: str) -> None:
    """A reworded question finds its sentence; a loose bound, because ranks near the top are noise."""
    similarities = model.embed(CHUNKS) @ model.embed([question])[0]

    assert QUESTIONS[question] in np.argsort(-similarities)[:3]


def test_a_vector_does_not_depend_on_its_batch(model: MiniLM) -> None:
    """Packing texts of all lengths, empty ones too, into batches changes nothing beyond rounding."""
    texts = ["", *CHUNKS * 6, "word " * 600, "short"]

    together = model.embed(texts)

    assert together.shape == (len(texts), model.dimension)
    assert together.dtype == np.float32
    for row in (0, 1, 40, -2, -1):
        np.testing.assert_allclose(together[row], model.embed([texts[row]])[0], atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_text_past_the_window_is_ignored(model: MiniLM) -> None:
    """What follows the last token that fits has no influence."""
    window = "word " * MAX_TOKENS

    first, second = model.embed([window, window + "and then something else"])

    np.testing.assert_allclose(first, second, atol=1e-5)


def test_no_texts_give_no_vectors(model: MiniLM) -> None:
    """An empty batch has an empty result of the right width."""
    assert model.embed([]).shape == (0, model.dimension)


def test_other_weights_are_refused(tmp_path: Path) -> None:
    """Vectors of unknown weights must not get into an index under this model's name."""
    (tmp_path / "model.safetensors").write_bytes(b"not the weights")

    with pytest.raises(WeightsMismatch):
        MiniLM(tmp_path)


def test_it_goes_by_its_published_name(model: MiniLM) -> None:
    """The index reports it, and cached vectors are kept under it."""
    assert model.model == "all-MiniLM-L6-v2"
