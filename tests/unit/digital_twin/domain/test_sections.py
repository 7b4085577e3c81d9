"""The sections of a document, and the person in a few lines."""

from __future__ import annotations

from datetime import date

import pytest
from support.profiles import profile_document

from digital_twin.domain.access import Audience
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.sections import section_names, summarize
from digital_twin.domain.visibility import visible

TODAY = date(2026, 3, 1)


def test_sections_come_in_the_schemas_order_then_as_written() -> None:
    """What speaks about the document is no section of the person."""
    document: JsonObject = {"x-b": 1, "skills": [], "meta": {}, "work": [], "x-a": 2, "x-twin": {}, "$schema": "s"}

    assert section_names(document) == ["work", "skills", "x-b", "x-a"]


def test_a_summary_tells_name_label_words_and_computed_facts() -> None:
    """And which sections there are to read."""
    assert summarize(visible(profile_document(), Audience.PUBLIC), TODAY) == (
        "# Ada Example\n\n"
        "Staff Engineer\n\n"
        "Engineer of dependable billing systems.\n\n"
        "- Current role: Staff Engineer at Acme, since January 2020.\n"
        "- Work experience in total: 10 years 2 months, from February 2016 to March 2026; times with two jobs count "
        "once.\n"
        "- Worked for 2 employers: Acme, Globex.\n\n"
        "Sections: basics, work, skills.\n"
    )


@pytest.mark.parametrize("basics", [None, [], "text", {"name": 7, "summary": ["a"], "label": None}])
def test_a_summary_of_next_to_nothing_has_a_title(basics: JsonObject | None) -> None:
    """Whatever the owner left out or wrote oddly."""
    assert summarize({"basics": basics}, TODAY) == "# Profile\n\nSections: basics.\n"
