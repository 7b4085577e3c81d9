"""multilingual-e5-small gives the published model's vectors, and finds what is meant, in another language too."""

from __future__ import annotations

import numpy as np
import pytest

from twin_local.embedding import MultilingualE5, Role

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
    "Was hat sie studiert?": 2,
    "¿Qué idiomas habla?": 4,
    "Combien de personnes encadrait-elle ?": 1,
}


@pytest.fixture(scope="module")
def model() -> MultilingualE5:
    """The model, loaded once."""
    return MultilingualE5()


def test_a_question_is_nearer_to_its_own_answer_in_whatever_script(model: MultilingualE5) -> None:
    """Each of two questions is nearest to what answers it, as the published model tells them apart."""
    questions = model.embed(["how far is it to the nearest mountain hut", "怎样煮一锅好汤"], Role.QUERY)
    answers = model.embed(["The next hut is two hours' walk uphill from the pass.", "好汤要小火慢煮,最后才放盐。"])

    scores = questions @ answers.T

    assert scores[0, 0] > 0.8 > scores[0, 1]
    assert scores[1, 1] > 0.8 > scores[1, 0]


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_chunk_that_answers_is_among_the_first_three(model: MultilingualE5, question: str) -> None:
    """A reworded question finds its sentence; a loose bound, because ranks near the top are noise."""
    similarities = model.embed(CHUNKS) @ model.embed([question], Role.QUERY)[0]

    assert QUESTIONS[question] in np.argsort(-similarities)[:3]


def test_a_vector_does_not_depend_on_its_batch(model: MultilingualE5) -> None:
    """Texts of all lengths, empty ones too, are embedded together as they are alone."""
    texts = ["", *CHUNKS, "word " * 600, "short"]

    together = model.embed(texts)

    assert together.shape == (len(texts), model.dimension)
    assert together.dtype == np.float32
    for row in (0, 1, 7, -2, -1):
        np.testing.assert_allclose(together[row], model.embed([texts[row]])[0], atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_a_text_is_another_thing_to_ask_than_to_find(model: MultilingualE5) -> None:
    """The model was trained with what a text is for, so that the same words have two vectors."""
    assert not np.allclose(model.embed(["Kafka"], Role.QUERY), model.embed(["Kafka"], Role.PASSAGE), atol=0.01)


def test_no_texts_give_no_vectors(model: MultilingualE5) -> None:
    """An empty batch has an empty result of the right width."""
    assert model.embed([]).shape == (0, model.dimension)


def test_it_goes_by_its_published_name(model: MultilingualE5) -> None:
    """The index reports it, and cached vectors are kept under it."""
    assert model.model == "multilingual-e5-small"
