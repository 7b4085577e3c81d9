"""What a profile document must be."""

from __future__ import annotations

from copy import deepcopy
from typing import cast

import pytest
from support.examples import example_profile

from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.profile import audience_rules, validate_profile
from digital_twin.errors import Fault, InvalidDocument


def faults_of(document: JsonObject) -> dict[str, str]:
    """What is found wrong with a document: pointer -> message."""
    with pytest.raises(InvalidDocument) as caught:
        validate_profile(document)
    return {fault.pointer: fault.message for fault in caught.value.faults}


def with_rule(pointer: str, label: JsonValue) -> JsonObject:
    """The example profile with one more audience rule."""
    document = example_profile()
    cast("dict[str, JsonValue]", audience_rules(document))[pointer] = label
    return document


def test_the_example_profile_is_one() -> None:
    """What the local stack publishes is valid, and validation leaves it as it was."""
    document = example_profile()
    validate_profile(document)
    assert document == example_profile()


def test_unknown_fields_and_sections_pass() -> None:
    """JSON Resume allows them everywhere, and exporters use them."""
    validate_profile(
        {
            "basics": {"name": "Ada", "x-pronouns": ["she", 1, None]},
            "work": [{"name": "Acme", "x-team": {"size": 5}}],
            "x-anything": [{"deep": [1.5, True]}],
        }
    )


def test_absent_and_null_fields_pass() -> None:
    """Exporters write null, or an empty end date, for what is not there."""
    validate_profile(
        {"basics": {"name": "Ada", "location": None}, "work": [{"name": None, "endDate": ""}], "skills": None}
    )


@pytest.mark.parametrize("document", [{}, {"basics": {}}, {"work": [], "x-notes": "n"}, {"basics": None}])
def test_a_profile_without_content_is_refused(document: JsonObject) -> None:
    """A document that says nothing about anybody is a mistake, not a deletion."""
    assert faults_of(document).keys() == {""}


def test_wrong_types_are_named_by_pointer() -> None:
    """Every fault is listed, each at its place in the document."""
    document: JsonObject = {
        "basics": {"name": 7, "location": "Portland", "profiles": [None]},
        "work": [{"highlights": ["fine", 5]}, {"startDate": 2019}],
        "skills": {"name": "Go"},
    }
    assert faults_of(document) == {
        "/basics/name": "Input should be a valid string",
        "/basics/location": "Input should be an object",
        "/basics/profiles/0": "Input should be an object",
        "/work/0/highlights/1": "Input should be a valid string",
        "/work/1/startDate": "Input should be a valid string",
        "/skills": "Input should be a valid list",
    }


def test_faults_never_repeat_what_was_sent() -> None:
    """Replies and logs hold places and rules, not the profile's text."""
    canary = "canary-4711"
    document: JsonObject = {
        "basics": {"name": [canary]},
        "work": [{"startDate": canary, "highlights": canary}, canary],
        "x-twin": {"audience": {"/basics": canary}},
    }
    found = faults_of(document)
    assert found.keys() == {"/basics/name", "/work/0/startDate", "/work/0/highlights", "/work/1"}
    assert canary not in "".join(found.values())
    assert canary not in "".join(faults_of(with_rule("/basics", canary)).values())


@pytest.mark.parametrize("text", ["2019", "2019-03", "2019-03-31", ""])
def test_dates_are_given_to_the_year_month_or_day(text: str) -> None:
    """The three spellings of JSON Resume, and the empty text many exporters write for "still there"."""
    validate_profile({"work": [{"name": "Acme", "startDate": text, "endDate": text}]})


@pytest.mark.parametrize("text", ["present", "03/2019", "2019-13", "2019-02-30", "2019-3", "19", "2019-03-31T00:00Z"])
@pytest.mark.parametrize(
    ("section", "field"), [("work", "startDate"), ("awards", "date"), ("publications", "releaseDate")]
)
def test_other_dates_are_refused(section: str, field: str, text: str) -> None:
    """Wherever a section has a date, it is one that the calendar has."""
    assert faults_of({section: [{field: text}]}).keys() == {f"/{section}/0/{field}"}


@pytest.mark.parametrize(
    ("pointer", "label", "message"),
    [
        ("/work/0", "everyone", "an audience is one of public, recruiter, private"),
        ("/work/9", "public", "the pointer names nothing in this document"),
        ("/basics/emial", "public", "the pointer names nothing in this document"),
        ("/x-unknown", "public", "the pointer names nothing in this document"),
        ("work/0", "public", "a JSON pointer starts with '/'"),
        ("string", 5, "Input should be a valid string"),
    ],
)
def test_an_audience_rule_that_does_not_fit_is_refused(pointer: str, label: JsonValue, message: str) -> None:
    """A mistyped rule would leave its target at the default without a word; its own place is named."""
    place = "/x-twin/audience/" + pointer.replace("/", "~1")
    assert faults_of(with_rule(pointer, label)) == {place: message}


@pytest.mark.parametrize("pointer", ["/volunteer", "/references", "/basics/email", "/basics/location/address"])
def test_a_rule_for_what_is_absent_today_is_a_policy(pointer: str) -> None:
    """Standard sections and contact fields may be given an audience before they have content."""
    validate_profile({"work": [{"name": "Acme"}], "x-twin": {"audience": {pointer: "private"}}})


@pytest.mark.parametrize("rules", [None, [], {"audience": None}, {"audiences": {}}])
def test_misshapen_rules_are_refused(rules: JsonValue) -> None:
    """A misspelt or misplaced rule book is not silently taken for an empty one."""
    document: JsonObject = {"work": [{"name": "Acme"}], "x-twin": rules}
    assert all(pointer.startswith("/x-twin") for pointer in faults_of(document))


def test_a_document_without_rules_has_none() -> None:
    """Then the defaults alone hold."""
    assert audience_rules({"work": []}) == {}
    assert audience_rules({"x-twin": {}}) == {}


def test_validation_keeps_faults_as_values() -> None:
    """Faults compare by content, so that what is reported can be checked."""
    with pytest.raises(InvalidDocument) as caught:
        validate_profile(deepcopy({"work": [{"name": 1}]}))
    assert caught.value.faults == (Fault("/work/0/name", "Input should be a valid string"),)
