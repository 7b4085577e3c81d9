"""Which questions lean on what was said before, by their form alone."""

from __future__ import annotations

import pytest

from digital_twin.domain.leaning import Carried, Interrogative, Pointer, read_leaning


@pytest.mark.parametrize(
    "text",
    [
        "And before that?",
        "How long was she there?",
        "What did she do in that role?",
        "Why did she leave that job?",
        "What was it about?",
        "What did she do at the second one?",
        "How long did she stay?",
        "When did he leave?",
        "Tell me more",
        "What else?",
        "Which of those is the newest?",
        "Und davor?",
        "Wie lange war sie dort?",
        "Was hat sie da gemacht?",
        "Was hat er damit gebaut?",
        "Erzähl mehr dazu",
        "Et avant cela ?",
        "Qu'y a-t-elle fait ?",
        "Combien de temps y est-elle restée ?",
        "Qu'a-t-elle fait dans cette entreprise ?",
        "¿Y antes?",
        "¿Cuánto tiempo estuvo allí?",
        "¿Qué hizo en ese puesto?",
        "Cuéntame más",
    ],
)
def test_words_that_point_back_lean(text: str) -> None:
    """In each of the languages."""
    assert isinstance(read_leaning(text), Pointer)


@pytest.mark.parametrize(
    "text",
    [
        "How long?",
        "Since when?",
        "Why?",
        "And when?",
        "Wie lange?",
        "Warum?",
        "Depuis quand ?",
        "¿Desde cuándo?",
        "¿Por qué?",
    ],
)
def test_an_interrogative_alone_leans(text: str) -> None:
    """It asks about something that was said."""
    assert isinstance(read_leaning(text), Interrogative)


@pytest.mark.parametrize(
    "text",
    [
        "What about Python?",
        "And Python?",
        "And at Acme?",
        "How about in 2013?",
        "Und Python?",
        "Und bei Siemens?",
        "Wie sieht es mit Python aus?",
        "Et chez Renault ?",
        "Qu'en est-il de Python ?",
        "¿Y Python?",
        "¿Y en Telefónica?",
        "¿Qué tal Python?",
    ],
)
def test_another_word_for_the_last_question_leans(text: str) -> None:
    """Whatever it is put into."""
    assert isinstance(read_leaning(text), Carried)


@pytest.mark.parametrize(
    "text",
    [
        "Which languages does she speak?",
        "And which languages does she speak?",
        "And is she available?",
        "What did she do at Acme?",
        "Is there anything about Kafka?",
        "Are there any awards?",
        "Is it true that she knows Go?",
        "Hello there! Which awards did she win?",
        "Does she know Python?",
        "Where did they work in 2019?",
        "Who is he?",
        "Did she hold two jobs at the same time?",
        "Python",
        "Kubernetes experience?",
        "Und welche Sprachen spricht sie?",
        "Gibt es ein Projekt mit Rust?",
        "Was macht sie?",
        "Combien d'années d'expérience a-t-elle ?",
        "Y a-t-il des prix ?",
        "Il y a des publications ?",
        "Quelles langues parle-t-elle ?",
        "¿Qué idiomas habla?",
        "¿Y qué idiomas habla?",
        "¿Hay algún premio?",
        "",
        "???",
        "?" * 2_000,
        "there " * 400,
    ],
)
def test_a_question_of_its_own_does_not_lean(text: str) -> None:
    """The pronoun of a person means the one whose profile it is, and filler points at nothing."""
    assert read_leaning(text) is None
