"""Numbers, measures and dates in one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_twin.domain.quantities import is_month, quantities


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("40 million invoices", {"40000000"}),
        ("40,000,000 invoices", {"40000000"}),
        ("forty million, in all", {"40000000"}),
        ("seven, not twenty-five", {"7", "25"}),
        ("two hundred fifty", {"250"}),
        ("a hundred", {"100"}),
        ("a dozen", {"12"}),
        ("half of it", {"half"}),
        ("one of the teams", set[str]()),
        ("a 5-year tenure", {"5", "5 year"}),
        ("f\u00fcnf Jahre", {"5", "5 year"}),
        ("30% and 12 percent", {"30", "30 %", "12", "12 %"}),
        ("$4.1 million", {"4100000", "$4100000"}),
        ("150000 EUR", {"150000", "\u20ac150000"}),
        ("3,5 Tage", {"3.5", "3.5 day"}),
        ("3 years 2 months", {"3", "3 year", "2", "3 year 2 month"}),
        ("5 Jahre und 1 Monat", {"5", "5 year", "1", "5 year 1 month"}),
        ("in 3 years, 14 people in 2 months", {"3", "3 year", "14", "2", "2 month"}),
        ("from $6 to $4", {"6", "$6", "4", "$4", "6 to 4"}),
        ("von 11,5 % auf 6 %", {"11.5", "11.5 %", "6", "6 %", "11.5 to 6"}),
        ("2011 to 2014", {"2011", "2014"}),
        ("twice a year, and for a year", {"twice", "per year"}),
        ("annual, pro Tag", {"per year", "per day"}),
        ("\uff17 and \u0667", {"7"}),
        ("5 March 2019", {"5", "2019", "month 3", "2019-3"}),
        ("March 5, 2019", {"5", "2019", "month 3", "2019-3"}),
        ("2019-03", {"2019", "3", "month 3", "2019-3"}),
        ("en mars 2019", {"2019", "month 3", "2019-3"}),
        ("March to May 2020", {"2020", "month 3", "month 5", "2020-5"}),
        ("they may march", set[str]()),
        ("2020\u5e743\u6708", {"2020", "3", "month 3", "2020-3"}),
        ("\u4e03\u540d", {"7"}),
        ("\u4e8c\u5341\u4e94\u4eba", {"25"}),
        ("\u4e00\u4e9b", set[str]()),
    ],
)
def test_what_a_text_states_has_one_spelling(text: str, stated: set[str]) -> None:
    """However it is written."""
    assert quantities(text) == stated


def test_months_have_names_in_several_languages() -> None:
    """Accents and case do not matter."""
    assert all(map(is_month, ("May", "m\u00e4rz", "f\u00e9vrier", "Diciembre", "sept")))
    assert not is_month("_")


@given(st.text())
def test_no_text_does_harm(text: str) -> None:
    """Whatever stands in it, something is read or nothing."""
    assert quantities(text) == quantities(text)
