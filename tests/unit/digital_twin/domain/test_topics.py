"""The words people ask about a career with."""

from __future__ import annotations

import pytest

from digital_twin.domain.profile import SECTIONS
from digital_twin.domain.text import terms
from digital_twin.domain.topics import SECTION_TERMS, fields_meant, sections_meant


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("Where did she work before?", "work"),
        ("Which universities did she attend?", "education"),
        ("What programming languages does she know?", "skills"),
        ("What languages does she speak?", "languages"),
        ("Has she published papers?", "publications"),
        ("Any certifications?", "certificates"),
        ("What are her hobbies?", "interests"),
        ("Where is she based?", "basics"),
    ],
)
def test_a_question_names_sections_by_its_words(question: str, section: str) -> None:
    """In whatever inflection they come."""
    assert section in sections_meant(frozenset(terms(question)))


def test_a_question_without_such_words_names_none() -> None:
    """It is about a thing in the profile, or about nothing in it."""
    assert sections_meant(frozenset(terms("Does she know Kafka?"))) == frozenset()


@pytest.mark.parametrize(
    ("question", "field"),
    [("What is her e-mail?", "/basics/email"), ("Phone number?", "/basics/phone"), ("Mail address?", "/basics/email")],
)
def test_contact_fields_are_asked_for_by_name(question: str, field: str) -> None:
    """So that nothing but that field answers."""
    assert field in fields_meant(frozenset(terms(question)))


def test_every_section_named_is_one_of_a_profile() -> None:
    """A misspelt section would never be found."""
    assert SECTION_TERMS.keys() <= set(SECTIONS)
