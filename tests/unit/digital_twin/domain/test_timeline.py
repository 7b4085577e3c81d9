"""Jobs in order, and how long they lasted."""

from __future__ import annotations

from datetime import date

import pytest

from digital_twin.domain.json_types import JsonValue
from digital_twin.domain.partial_dates import PartialDate
from digital_twin.domain.timeline import Period, months_covered, read_jobs, read_period

TODAY = date(2026, 3, 15)


def period(start: str, end: str = "") -> Period:
    """A period by its dates as written."""
    return Period(PartialDate.parse(start), PartialDate.parse(end) if end else None)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2019-03", "2019-03", 1),
        ("2019-03", "2020-02", 12),
        ("2018", "2018", 12),
        ("2018", "2019-01", 13),
        ("2026-01", "", 3),
        ("2020-05", "2019-01", 1),
        ("2025-04", "2027-12", 12),
        ("2027-01", "", 1),
    ],
)
def test_months_are_counted_with_both_ends(start: str, end: str, months: int) -> None:
    """An open month counts in full; dates the wrong way round, and months yet to come, do no harm."""
    assert months_covered([period(start, end)], TODAY) == months


def test_overlapping_periods_count_once() -> None:
    """Two jobs held side by side make no longer career; a gap between jobs is not counted."""
    held = [period("2020-01", "2020-12"), period("2020-07", "2021-06"), period("2022-01", "2022-01")]
    assert months_covered(held, TODAY) == 19
    assert months_covered([], TODAY) == 0


@pytest.mark.parametrize(
    ("start", "end", "spoken"),
    [
        ("2019-03", "2022-05", "March 2019 to May 2022"),
        ("2021-03", "", "since March 2021"),
        ("2018", "2018", "2018"),
    ],
)
def test_a_period_is_spoken_once(start: str, end: str, spoken: str) -> None:
    """A period within one year or month is named by it alone."""
    assert period(start, end).spoken() == spoken


def test_jobs_come_newest_first_with_their_places() -> None:
    """Whatever order the document has; of two that began together the earlier listed is the newer."""
    work: JsonValue = [
        {"name": "First", "startDate": "2012"},
        {"name": "Newest", "startDate": "2020-05", "position": "Lead"},
        {"name": "Twin", "startDate": "2020-05"},
    ]
    assert [(job.index, job.title) for job in read_jobs(work)] == [(1, "Lead at Newest"), (2, "Twin"), (0, "First")]


@pytest.mark.parametrize(
    "work",
    [None, "text", [None, "text"], [{"name": "Acme"}], [{"name": "Acme", "startDate": ""}], [{"startDate": "2019"}]],
)
def test_what_has_no_beginning_or_no_name_is_no_job(work: JsonValue) -> None:
    """Hidden items, empty dates and sections of another shape count for nothing."""
    assert read_jobs(work) == []


def test_a_date_that_nobody_validated_is_passed_over() -> None:
    """Sections whose dates are no part of the schema may hold anything, and must not stop a publication."""
    assert read_period({"startDate": "May 2020"}) is None
    assert read_period({"startDate": "2020", "endDate": "now"}) == Period(PartialDate(2020), None)
