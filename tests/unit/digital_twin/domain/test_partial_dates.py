"""Dates as résumés give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.partial_dates import PartialDate, spoken_duration


@pytest.mark.parametrize(
    ("text", "parsed", "spoken"),
    [
        ("2019", PartialDate(2019), "2019"),
        ("2019-03", PartialDate(2019, 3), "March 2019"),
        ("2019-03-05", PartialDate(2019, 3, 5), "5 March 2019"),
        ("2020-02-29", PartialDate(2020, 2, 29), "29 February 2020"),
    ],
)
def test_a_date_is_known_to_the_year_month_or_day(text: str, parsed: PartialDate, spoken: str) -> None:
    """It is spoken as exactly as it is known."""
    assert PartialDate.parse(text) == parsed
    assert parsed.spoken() == spoken


@pytest.mark.parametrize(
    "text", ["", "19", "2019-00", "2019-13", "2019-02-30", "2019-3", "0999", "3000", "2019-03-05 ", "2\u066019"]
)
def test_any_other_text_is_refused(text: str) -> None:
    """Neither days no calendar has, nor other digits than ASCII's, nor years JSON Resume does not allow."""
    with pytest.raises(ValueError, match=r"date is written|month must|day .* range"):
        PartialDate.parse(text)


@given(st.dates())
def test_a_day_lies_in_the_month_it_names(day: object) -> None:
    """To the month or the day, the earliest and the latest month it can mean are the same one."""
    text = str(day)
    if "1000" <= text < "3000":
        for known in (text, text[:7]):
            parsed = PartialDate.parse(known)
            assert parsed.first_month == parsed.last_month == int(text[:4]) * 12 + int(text[5:7]) - 1


def test_a_year_can_mean_any_of_its_months() -> None:
    """An open month counts from January as a beginning, to December as an end."""
    year = PartialDate(2019)
    assert (year.first_month, year.last_month) == (2019 * 12, 2019 * 12 + 11)


@pytest.mark.parametrize(
    ("months", "spoken"),
    [
        (0, "less than a month"),
        (1, "1 month"),
        (11, "11 months"),
        (12, "1 year"),
        (13, "1 year 1 month"),
        (38, "3 years 2 months"),
    ],
)
def test_a_duration_is_spoken_in_years_and_months(months: int, spoken: str) -> None:
    """Zeros are left out, and one is singular."""
    assert spoken_duration(months) == spoken
