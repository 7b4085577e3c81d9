"""Which part of a document an audience sees."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.examples import example_profile
from support.guarded_documents import GuardedDocument, guarded_documents

from digital_twin.domain.access import Audience
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.profile import SECTIONS
from digital_twin.domain.visibility import visible

PUBLIC, RECRUITER, PRIVATE = Audience.PUBLIC, Audience.RECRUITER, Audience.PRIVATE


def contact() -> JsonObject:
    """Basics with every contact field."""
    return {
        "name": "Ada",
        "email": "ada@example.com",
        "phone": "+1 503 555 0142",
        "location": {"address": "14 Lanternwick Row", "postalCode": "97299", "city": "Portland"},
    }


@settings(max_examples=300)
@given(guarded=guarded_documents(), audience=st.sampled_from(Audience), keep_places=st.booleans())
def test_an_audience_sees_exactly_what_its_rules_allow(
    guarded: GuardedDocument, audience: Audience, keep_places: bool
) -> None:
    """No leaf of a higher audience comes through, and none of its own is lost, whatever the document and rules."""
    shown = json.dumps(visible(guarded.document, audience, keep_places=keep_places))
    for canary, lowest in guarded.canaries.items():
        assert (f'"{canary}"' in shown) is (lowest <= audience), canary


@given(guarded=guarded_documents(), audience=st.sampled_from(Audience))
def test_kept_places_name_the_same_items(guarded: GuardedDocument, audience: Audience) -> None:
    """With places kept, whatever is shown of a job is shown at its index in the document."""
    shown = visible(guarded.document, audience, keep_places=True).get("work", [])
    whole = guarded.document["work"]
    assert isinstance(shown, list)
    assert isinstance(whole, list)
    for job, original in zip(shown, whole, strict=bool(shown)):
        if isinstance(job, dict):
            assert isinstance(original, dict)
            assert all(original[key] == value for key, value in job.items() if isinstance(value, str))


def test_the_defaults_of_the_contract() -> None:
    """Contact fields, references, unknown sections and the rules themselves are private; all else is public."""
    document: JsonObject = {
        "$schema": "https://example.com/schema.json",
        "basics": contact(),
        **{section: [{"name": section}] for section in SECTIONS if section != "basics"},
        "x-compensation": {"base": 1},
        "meta": {"version": "1"},
        "x-twin": {"audience": {}},
    }
    shown = visible(document, PUBLIC)
    assert shown.keys() == set(SECTIONS) - {"references"}
    assert shown["basics"] == {"name": "Ada", "location": {"city": "Portland"}}
    assert visible(document, RECRUITER) == shown
    assert visible(document, PRIVATE) == document


def test_an_open_section_does_not_open_the_contact_fields_in_it() -> None:
    """The longest rule wins, defaults included: a phone number is published only by naming it."""
    document: JsonObject = {
        "basics": contact(),
        "x-twin": {"audience": {"/basics": "public", "/basics/phone": "recruiter"}},
    }
    assert visible(document, PUBLIC)["basics"] == {"name": "Ada", "location": {"city": "Portland"}}
    recruiter = visible(document, RECRUITER)["basics"]
    assert isinstance(recruiter, dict)
    assert recruiter["phone"] == "+1 503 555 0142"
    assert "email" not in recruiter


def test_a_longer_rule_wins_in_both_directions() -> None:
    """Inside a hidden section one item may be open, inside that item one field hidden."""
    document: JsonObject = {
        "work": [{"name": "Acme", "summary": "s"}, {"name": "Globex", "summary": "t"}],
        "x-twin": {"audience": {"/work": "private", "/work/1": "public", "/work/1/summary": "recruiter"}},
    }
    assert visible(document, PUBLIC) == {"work": [{"name": "Globex"}]}
    assert visible(document, PUBLIC, keep_places=True) == {"work": [None, {"name": "Globex"}]}
    assert visible(document, RECRUITER) == {"work": [{"name": "Globex", "summary": "t"}]}


def test_the_rules_themselves_stay_private() -> None:
    """Who may see what is nobody else's business, even when the owner says otherwise of the whole section."""
    document: JsonObject = {
        "work": [{"name": "Acme"}],
        "x-twin": {"audience": {"/x-twin": "public", "/work": "public"}},
    }
    assert visible(document, RECRUITER) == {"work": [{"name": "Acme"}]}


@pytest.mark.parametrize("empty", [{}, [], None, ""])
def test_empty_values_are_shown_where_their_section_is(empty: None) -> None:
    """An empty value the owner wrote is part of the document; in a hidden section even that is hidden."""
    document: JsonObject = {"work": [{"name": "Acme", "summary": empty}], "x-notes": empty}
    assert visible(document, PUBLIC) == {"work": [{"name": "Acme", "summary": empty}]}


def test_a_container_that_held_only_hidden_things_is_gone() -> None:
    """Nothing shows that there was something."""
    document: JsonObject = {
        "work": [{"name": "Acme"}],
        "skills": [{"keywords": ["Go"]}],
        "x-twin": {"audience": {"/work": "private", "/skills/0/keywords/0": "private"}},
    }
    assert visible(document, PUBLIC) == {}
    assert visible(document, PUBLIC, keep_places=True) == {}


def test_the_document_itself_is_never_changed() -> None:
    """A view is a new document."""
    document = example_profile()
    for audience in Audience:
        visible(document, audience, keep_places=True)
    assert document == example_profile()
