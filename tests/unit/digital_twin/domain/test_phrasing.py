"""How entries of a profile read as sentences."""

from __future__ import annotations

import pytest

from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.phrasing import (
    entry_dates,
    entry_header,
    entry_subject,
    entry_text,
    flat_text,
    highlight_places,
    person_name,
    section_word,
)


@pytest.mark.parametrize(
    ("section", "entry", "header"),
    [
        ("work", {"position": "Lead", "name": "Acme", "startDate": "2019-03"}, "Lead at Acme (since March 2019)"),
        ("work", {"name": "Acme"}, "Acme"),
        ("work", {"startDate": "2019", "endDate": "2019"}, "2019"),
        ("volunteer", {"position": "Coach", "organization": "Club"}, "Coach, Club"),
        (
            "education",
            {"studyType": "BSc", "area": "Physics", "institution": "MIT", "endDate": "2012"},
            "BSc in Physics, MIT (2012)",
        ),
        ("education", {"area": "Physics", "institution": "MIT"}, "Physics, MIT"),
        (
            "publications",
            {"name": "On Order", "publisher": "JACM", "releaseDate": "2018-03"},
            "On Order, JACM (March 2018)",
        ),
        ("awards", {"title": "Medal", "date": "2021-10-14"}, "Medal (14 October 2021)"),
        ("projects", {}, ""),
    ],
)
def test_a_header_lets_what_follows_stand_alone(section: str, entry: JsonObject, header: str) -> None:
    """Title and time, as much as is known of them."""
    assert entry_header(section, entry) == header


def test_an_entry_reads_as_one_line() -> None:
    """Header, prose, then the other fields by name; highlights are told apart."""
    entry: JsonObject = {
        "position": "Lead",
        "name": "Acme",
        "startDate": "2019-03",
        "summary": "Led billing",
        "description": "Freight marketplace!",
        "url": "https://example.com",
        "x-teamSize": 7,
        "highlights": ["Shipped it."],
    }
    assert entry_text("work", entry) == (
        "Lead at Acme (since March 2019): Freight marketplace! Led billing. link: https://example.com; team size: 7."
    )


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ({"name": "Go"}, "Go."),
        ({"keywords": ["a", "b"]}, "includes: a, b."),
        ({}, ""),
        ({"x": None}, ""),
        ({"name": "Data", "level": "Expert", "keywords": ["a", "b"]}, "Data: a, b; level: Expert."),
    ],
)
def test_an_entry_with_little_in_it_reads_well_too(entry: JsonObject, text: str) -> None:
    """No empty brackets, colons or stops; an entry that says nothing is no text."""
    assert entry_text("skills", entry) == text


def test_hidden_highlights_keep_the_places_of_the_others() -> None:
    """Null stands for a hidden item; blank ones say nothing."""
    assert list(highlight_places({"highlights": [None, " one ", "", "two"]})) == [(1, "one"), (3, "two")]
    assert list(highlight_places({"highlights": None})) == []


VALUES: list[tuple[JsonValue, str]] = [
    (None, ""),
    (True, "yes"),
    (False, "no"),
    (1.5, "1.5"),
    ([None, "a", [], "b"], "a, b"),
    ({"noticePeriod": "8 weeks", "open_to": ["x", "y"], "gone": None}, "notice period: 8 weeks; open to: x, y"),
]


@pytest.mark.parametrize(("value", "text"), VALUES)
def test_any_value_reads_as_one_line(value: JsonValue, text: str) -> None:
    """Unknown fields are told by their names, and hidden items are passed over."""
    assert flat_text(value) == text


@pytest.mark.parametrize(
    ("name", "words"), [("x-compensation", "compensation"), ("countryCode", "country code"), ("side_jobs", "side jobs")]
)
def test_field_names_read_as_words(name: str, words: str) -> None:
    """However the exporter spells them."""
    assert section_word(name) == words


@pytest.mark.parametrize("view", [{}, {"basics": None}, {"basics": {"label": "x"}}, {"basics": {"name": ""}}])
def test_a_person_without_a_visible_name_is_called_this_person(view: JsonObject) -> None:
    """Sentences need a subject even then."""
    assert person_name(view) == "This person"
    assert person_name({"basics": {"name": "Ada"}}) == "Ada"


def test_an_entry_is_about_its_employer_school_or_project() -> None:
    """Sections whose entries name none are about nothing."""
    assert entry_subject("work", {"name": "Acme", "position": "Lead"}) == "Acme"
    assert entry_subject("volunteer", {"organization": "Club"}) == "Club"
    assert entry_subject("education", {"institution": None}) == ""
    assert entry_subject("skills", {"name": "Go"}) == ""


def test_an_entry_without_dates_has_none() -> None:
    """An end without a beginning is a date by itself."""
    assert entry_dates({}) == ""
    assert entry_dates({"endDate": "2019"}) == "2019"
