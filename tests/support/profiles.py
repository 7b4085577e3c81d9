"""A small profile with something for every audience, and what it lets one say."""

from __future__ import annotations

from copy import deepcopy

from digital_twin.domain.json_types import JsonObject

_DOCUMENT: JsonObject = {
    "basics": {
        "name": "Ada Example",
        "label": "Staff Engineer",
        "email": "ada@example.com",
        "summary": "Engineer of dependable billing systems.",
        "x-pronouns": "she/her",
    },
    "work": [
        {
            "name": "Acme",
            "position": "Staff Engineer",
            "startDate": "2020-01",
            "highlights": [
                "Led the billing migration to event sourcing for 40 million invoices.",
                "Coached 6 engineers.",
            ],
        },
        {
            "name": "Globex",
            "position": "Engineer",
            "startDate": "2016-02",
            "endDate": "2019-12",
            "highlights": ["Built the warehouse robot fleet telemetry in Rust."],
        },
    ],
    "skills": [{"name": "Languages", "keywords": ["Python", "Rust"]}],
    "x-compensation": {"expectation": "Expects a salary of 150000 EUR."},
    "x-diary": "Considering a sabbatical in Patagonia.",
    "x-twin": {"audience": {"/x-compensation": "recruiter"}},
}

BILLING_QUESTION = "Who led the billing migration?"
SALARY_QUESTION = "What salary does Ada expect?"
SABBATICAL_QUESTION = "Is Ada considering a sabbatical?"
UNANSWERABLE_QUESTION = "What is the tide table of Rotterdam?"


def profile_document() -> JsonObject:
    """The document, the caller's own to change."""
    return deepcopy(_DOCUMENT)
