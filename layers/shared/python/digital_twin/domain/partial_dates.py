"""Dates as résumés give them: a year, a year and month, or a day. Durations are counted in whole months."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

# JSON Resume 1.0.0, definitions/iso8601.
_PATTERN = re.compile(r"([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises:
            ValueError: for any other text, and for days no calendar has.
        """
        match = _PATTERN.fullmatch(text)
        if match is None:
            raise ValueError("a date is written YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = match.groups()
        date(int(year), int(month or 1), int(day or 1))
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @property
    def first_month(self) -> int:
        """The earliest month it can mean, counted from year 0; an open month is taken for January."""
        return self.year * _MONTHS_A_YEAR + (self.month or 1) - 1

    @property
    def last_month(self) -> int:
        """The latest month it can mean, counted from year 0; an open month is taken for December."""
        return self.year * _MONTHS_A_YEAR + (self.month or _MONTHS_A_YEAR) - 1

    def spoken(self) -> str:
        """`March 2019`, `2019` or `5 March 2019`."""
        if self.month is None:
            return str(self.year)
        month = f"{calendar.month_name[self.month]} {self.year}"
        return month if self.day is None else f"{self.day} {month}"


def spoken_duration(months: int) -> str:
    """`3 years 2 months`, `1 year`, `5 months`."""
    years, rest = divmod(months, _MONTHS_A_YEAR)
    parts = [_counted(years, "year"), _counted(rest, "month")]
    return " ".join(part for part in parts if part) or "less than a month"


def _counted(count: int, unit: str) -> str:
    if count == 0:
        return ""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
