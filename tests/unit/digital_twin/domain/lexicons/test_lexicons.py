"""The words people ask about a career with, in each language."""

from __future__ import annotations

import pytest

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.lexicons import ENGLISH, LEXICONS, Lexicon
from digital_twin.domain.profile import SECTIONS
from digital_twin.domain.question_words import recognise
from digital_twin.domain.text import fold, terms

GERMAN, FRENCH, SPANISH = LEXICONS[1:]


@pytest.mark.parametrize(
    ("lexicon", "question", "section"),
    [
        (ENGLISH, "Where did she work before?", "work"),
        (ENGLISH, "Which universities did she attend?", "education"),
        (ENGLISH, "What programming languages does she know?", "skills"),
        (ENGLISH, "What languages does she speak?", "languages"),
        (ENGLISH, "Has she published papers?", "publications"),
        (ENGLISH, "Any certifications?", "certificates"),
        (ENGLISH, "What are her hobbies?", "interests"),
        (ENGLISH, "Where is she based?", "basics"),
        (GERMAN, "Welche Sprachen spricht sie?", "languages"),
        (GERMAN, "Bei welchen Firmen war sie beschäftigt?", "work"),
        (GERMAN, "Welche Preise hat sie gewonnen?", "awards"),
        (FRENCH, "Quelles langues parle-t-elle ?", "languages"),
        (FRENCH, "Dans quelles entreprises a-t-elle travaillé ?", "work"),
        (SPANISH, "¿Qué idiomas habla?", "languages"),
        (SPANISH, "¿En qué empresas ha trabajado?", "work"),
    ],
)
def test_a_question_names_sections_by_its_words(lexicon: Lexicon, question: str, section: str) -> None:
    """In whatever inflection and accents they come."""
    assert not lexicon.sections[section].isdisjoint(terms(question))


@pytest.mark.parametrize("lexicon", LEXICONS)
def test_every_standard_section_can_be_named(lexicon: Lexicon) -> None:
    """In every language."""
    assert set(SECTIONS) <= set(lexicon.sections)


@pytest.mark.parametrize("lexicon", LEXICONS)
def test_every_pattern_can_be_read(lexicon: Lexicon) -> None:
    """And every computed fact can be asked for."""
    kinds = {kind for kind, _ in lexicon.facts}
    assert kinds == set(ChunkKind) - {ChunkKind.DETAIL, ChunkKind.OVERVIEW}
    nothing = fold("zzz")
    patterns = (lexicon.is_yes_no, lexicon.wants_number, lexicon.wants_money, lexicon.is_outside, lexicon.is_prediction)
    patterns += (lexicon.wants_summary, lexicon.is_choice)
    assert not any(pattern.search(nothing) for pattern in patterns)


@pytest.mark.parametrize(
    ("lexicon", "question", "field"),
    [
        (ENGLISH, "What is her e-mail?", "/basics/email"),
        (ENGLISH, "Phone number?", "/basics/phone"),
        (GERMAN, "Wie ist ihre Telefonnummer?", "/basics/phone"),
        (FRENCH, "Quel est son courriel ?", "/basics/email"),
        (SPANISH, "¿Cuál es su correo?", "/basics/email"),
    ],
)
def test_contact_fields_are_asked_for_by_name(lexicon: Lexicon, question: str, field: str) -> None:
    """So that nothing but that field answers."""
    assert not lexicon.fields[field].isdisjoint(terms(question))


@pytest.mark.parametrize(
    ("question", "lexicon"),
    [
        ("How long did she stay at Acme?", ENGLISH),
        ("Kafka?", ENGLISH),
        ("Wie lange war sie bei Acme?", GERMAN),
        ("Combien de temps est-elle restée chez Acme ?", FRENCH),
        ("¿Cuánto tiempo estuvo en Acme?", SPANISH),
        ("¿Habla francés?", SPANISH),
        ("Parle-t-elle allemand ?", FRENCH),
        ("Did she die Arbeit at Siemens?", ENGLISH),
    ],
)
def test_a_language_is_recognised_by_its_words(question: str, lexicon: Lexicon) -> None:
    """One foreign word does not make a question foreign."""
    assert recognise(question) is lexicon


@pytest.mark.parametrize(
    "question",
    [
        "How old is she?",
        "Is he married?",
        "Do you think he is a good leader?",
        "Will she ever become a CTO?",
        "What is the capital of France?",
        "Who is the chief executive of Acme?",
        "How long has her manager been there?",
    ],
)
def test_what_is_nobodys_business_or_no_profiles_is_outside(question: str) -> None:
    """Opinions, predictions, trivia, private life and other people."""
    folded = fold(question)
    assert ENGLISH.is_outside.search(folded) or ENGLISH.is_prediction.search(folded)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("expereince", "experience"), ("qualfications", "qualifications"), ("waht", "what"), ("jobbs", "jobs")],
)
def test_a_slip_of_the_pen_is_read_as_the_word_it_was_to_be(typed: str, meant: str) -> None:
    """A letter missing, added or out of place."""
    assert ENGLISH.corrected(typed) == meant


@pytest.mark.parametrize("word", ["scala", "experience", "hav", "figma", ""])
def test_another_word_is_no_slip(word: str) -> None:
    """One right already, one too short to tell, or one with another letter in a place."""
    assert ENGLISH.corrected(word) == word
