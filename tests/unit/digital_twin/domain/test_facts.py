"""Facts computed from a profile."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import example_profile

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.facts import work_facts
from digital_twin.domain.json_types import JsonObject, JsonValue

TODAY = date(2026, 3, 15)


def job(name: str, start: str, end: str = "", position: str = "Engineer") -> JsonObject:
    """A job as a profile has it."""
    return {"name": name, "position": position, "startDate": start, "endDate": end}


def facts(*jobs: JsonValue) -> dict[ChunkKind, list[str]]:
    """The sentences computed from jobs, by what they tell."""
    told: dict[ChunkKind, list[str]] = {}
    for fact in work_facts({"work": list(jobs)}, TODAY):
        told.setdefault(fact.kind, []).append(fact.text)
    return told


def test_the_total_counts_overlaps_once() -> None:
    """The example's advisory job ran beside another, and three months lie between two jobs."""
    told = {fact.kind: fact.text for fact in work_facts(example_profile(), TODAY)}
    assert told[ChunkKind.TOTAL] == (
        "Work experience in total: about 13 years 11 months, from 2012 to March 2026; times with two jobs count once."
    )


def test_an_open_ended_job_is_current_and_counts_to_today() -> None:
    """The sentence says as of when; every open job is current."""
    told = facts(job("Acme", "2024-01", position="Lead"), job("Club", "2025-06"), job("Past", "2020", "2021"))
    assert told[ChunkKind.CURRENT] == [
        "Current role: Engineer at Club, since June 2025.",
        "Current role: Lead at Acme, since January 2024.",
    ]
    assert "Worked at Acme for 2 years 3 months as of March 2026 (Lead since January 2024)." in told[ChunkKind.TENURE]


def test_a_past_career_has_no_current_role() -> None:
    """It ends with its last job."""
    told = facts(job("Acme", "2019-01", "2019-12"), job("Globex", "2018-01", "2020-06"))
    assert ChunkKind.CURRENT not in told
    assert told[ChunkKind.TOTAL][0].startswith(
        "Work experience in total: 2 years 6 months, from January 2018 to June 2020"
    )


def test_what_lies_ahead_is_not_counted() -> None:
    """A contract that ends next year has not been worked to its end."""
    told = facts(job("Acme", "2026-01", "2027-06"))
    assert told[ChunkKind.TOTAL][0].startswith("Work experience in total: 3 months, from January 2026 to March 2026;")
    assert told[ChunkKind.TENURE] == [
        "Worked at Acme for 3 months as of March 2026 (Engineer January 2026 to June 2027)."
    ]
    assert told[ChunkKind.CURRENT] == ["Current role: Engineer at Acme, January 2026 to June 2027."]


def test_a_job_that_has_not_begun_is_no_experience() -> None:
    """It is neither current nor counted, and comes after nothing."""
    assert facts(job("Globex", "2027-01"), job("Acme", "2026-01")) == facts(job("Acme", "2026-01"))
    assert not facts(job("Globex", "2027-01"))


def test_a_missing_month_makes_a_count_approximate() -> None:
    """Only the counts it touches say `about`."""
    told = facts(job("Acme", "2019-01", "2019-06"), job("Globex", "2017", "2018"))
    assert told[ChunkKind.TENURE] == [
        "Worked at Acme for 6 months (Engineer January 2019 to June 2019).",
        "Worked at Globex for about 2 years (Engineer 2017 to 2018).",
    ]
    assert "total: about 2 years 6 months" in told[ChunkKind.TOTAL][0]


def test_several_positions_at_one_employer_are_one_tenure() -> None:
    """A promotion does not start the count anew, and names every position held."""
    told = facts(job("Acme", "2020-01", "2021-12", "Lead"), job("Acme", "2019-01", "2020-03"))
    assert told[ChunkKind.TENURE] == [
        (
            "Worked at Acme for 3 years (Lead January 2020 to December 2021, 2 years; "
            "Engineer January 2019 to March 2020, 1 year 3 months)."
        )
    ]
    assert ChunkKind.EMPLOYERS not in told
    assert ChunkKind.LONGEST not in told


def test_employers_are_counted_and_ranked() -> None:
    """Once each, newest first; and by how long each lasted."""
    told = facts(
        job("Acme", "2020-01", "2020-06"), job("Globex", "2015-01", "2018-12"), job("Acme", "2014-01", "2014-02")
    )
    assert told[ChunkKind.EMPLOYERS] == ["Worked for 2 employers: Acme, Globex."]
    assert told[ChunkKind.LONGEST] == [
        "Longest time at one employer: Globex. By length: Globex 4 years, Acme 8 months."
    ]


def test_the_first_job_is_the_one_that_began_first() -> None:
    """Not the one listed last."""
    told = facts(job("Early", "2010"), job("Late", "2020"), job("Middle", "2015-04"))
    assert told[ChunkKind.FIRST] == ["First job: Engineer at Early, from 2010."]


def test_the_job_before_another_had_ended_when_it_began() -> None:
    """A job that ran beside it was not before it; of several that had ended, the last one was."""
    told = facts(
        job("Now", "2022-04"),
        job("Beside", "2020-01", "2022-06"),
        job("Before", "2018-09", "2022-03"),
        job("Long ago", "2012", "2014"),
    )
    assert told[ChunkKind.BEFORE][0] == (
        "Job before Engineer at Now (since April 2022): Engineer at Before (September 2018 to March 2022)."
    )
    assert told[ChunkKind.AFTER][0] == (
        "Job after Engineer at Before (September 2018 to March 2022): Engineer at Now (since April 2022)."
    )
    assert len(told[ChunkKind.BEFORE]) == 3


@pytest.mark.parametrize("shared_from", ["2021-02", "2019"])
def test_a_job_that_was_handed_over_came_before(shared_from: str) -> None:
    """A few months at both are no job on the side; half of its time is."""
    told = facts(job("Now", shared_from), job("Long", "2015-06", "2021-06"), job("Intern at", "2014-06", "2014-09"))
    assert "Engineer at Long" in told[ChunkKind.BEFORE][0]
    told = facts(job("Now", "2017"), job("Beside", "2015-06", "2021-06"), job("Past", "2014-06", "2014-09"))
    assert "Engineer at Past" in told[ChunkKind.BEFORE][0]


def test_places_are_told_with_who_was_worked_for_there() -> None:
    """As the profile spells them; a job without a place is left out."""
    told = facts({**job("Acme", "2019", "2020"), "location": "Lyon"}, {**job("Globex", "2021"), "location": "Lyon"})
    assert told[ChunkKind.PLACES] == ["Worked in: Lyon (Globex, Acme)."]
    assert ChunkKind.PLACES not in facts(job("Acme", "2019", "2020"))


def test_jobs_at_the_same_time_are_told_with_the_time_they_share() -> None:
    """A month in which one gave way to the other is none."""
    told = facts(job("Acme", "2019-01", "2021-06"), job("Globex", "2020-03"), job("Initech", "2018-01", "2019-01"))
    assert told[ChunkKind.OVERLAP] == [
        "At the same time: Engineer at Acme and Engineer at Globex, March 2020 to June 2021."
    ]


def test_jobs_that_both_go_on_are_told_as_such() -> None:
    """Since the later one began."""
    told = facts(job("Acme", "2019-01"), job("Globex", "2020-03"))
    assert told[ChunkKind.OVERLAP] == ["At the same time: Engineer at Acme and Engineer at Globex, since March 2020."]


def test_facts_name_their_place_and_employer() -> None:
    """A fact from one job cites that job, a fact from several the section; `about` is whom it tells of."""
    work: JsonObject = {"work": [None, job("Acme", "2020-01", "2020-06"), job("Globex", "2021-01")]}
    found = {(fact.kind, fact.path, fact.about) for fact in work_facts(work, TODAY)}
    assert {
        (ChunkKind.CURRENT, "/work/2", "Globex"),
        (ChunkKind.TENURE, "/work/1", "Acme"),
        (ChunkKind.BEFORE, "/work/1", "Globex"),
        (ChunkKind.AFTER, "/work/2", "Acme"),
        (ChunkKind.FIRST, "/work/1", "Acme"),
        (ChunkKind.TOTAL, "/work", ""),
    } <= found


def test_without_dated_jobs_there_are_no_facts() -> None:
    """Nothing is computed from nothing."""
    assert facts() == {}
    assert facts({"name": "Acme"}, None) == {}


DATES = st.sampled_from(["", "2018", "2019-07", "2020-02-29", "2031", "1999-12-31"])
TEXTS = st.sampled_from([None, "", "Acme", "Globex; Inc.", "C++ (lead)"])


@given(
    st.lists(
        st.fixed_dictionaries({}, optional={"name": TEXTS, "position": TEXTS, "startDate": DATES, "endDate": DATES})
    )
)
def test_no_dates_do_harm(jobs: list[JsonValue]) -> None:
    """Reversed, missing and future dates and unnamed jobs give whole sentences or none."""
    for fact in work_facts({"work": jobs}, TODAY):
        assert fact.text.endswith(".")
        assert "None" not in fact.text
        assert ": ," not in fact.text
        assert "  " not in fact.text
