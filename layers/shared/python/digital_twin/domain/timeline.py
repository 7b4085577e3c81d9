"""Jobs in order, and how long they lasted: the arithmetic no model is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.partial_dates import PartialDate


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`; `end` is None while it lasts."""

    start: PartialDate
    end: PartialDate | None

    def spoken(self) -> str:
        """`March 2019 to May 2022`, `since March 2021`, `2018`."""
        if self.end is None:
            return f"since {self.start.spoken()}"
        if self.start.spoken() == self.end.spoken():
            return self.start.spoken()
        return f"{self.start.spoken()} to {self.end.spoken()}"

    def has_begun(self, today: date) -> bool:
        """Whether it began by `today`'s month, or may have."""
        return self.start.first_month <= PartialDate(today.year, today.month).last_month

    def lasts(self, today: date) -> bool:
        """Whether it has begun and is known to go on after `today`'s month."""
        this_month = PartialDate(today.year, today.month).last_month
        return self.has_begun(today) and (self.end is None or self.end.first_month > this_month)

    def months(self, today: date) -> range:
        """The calendar months it has covered by `today`, both ends included, counted from year 0."""
        this_month = PartialDate(today.year, today.month).last_month
        last = min(self.end.last_month, this_month) if self.end else this_month
        return range(self.start.first_month, max(last, self.start.first_month) + 1)

    @property
    def is_exact(self) -> bool:
        """Whether both ends are known to the month."""
        return self.start.month is not None and (self.end is None or self.end.month is not None)


@dataclass(frozen=True, slots=True)
class Job:
    """One entry of `work` with a known beginning; `index` is its place in the document."""

    index: int
    employer: str
    position: str
    period: Period
    location: str = ""

    @property
    def title(self) -> str:
        """`Staff Engineer at Acme`, or the half that is known."""
        return " at ".join(part for part in (self.position, self.employer) if part)


def read_period(entry: JsonObject) -> Period | None:
    """The period of an entry by `startDate` and `endDate`; None without a readable beginning."""
    start, end = read_date(entry.get("startDate")), read_date(entry.get("endDate"))
    if start is None:
        return None
    return Period(start, end)


def read_jobs(work: JsonValue) -> list[Job]:
    """The jobs of a `work` section, newest beginning first; entries without a beginning or any name are left out."""
    if not isinstance(work, list):
        return []
    jobs: list[Job] = []
    for index, entry in enumerate(work):
        if isinstance(entry, dict) and (period := read_period(entry)) is not None:
            employer, position = (str(entry.get(key) or "") for key in ("name", "position"))
            if employer or position:
                location = entry.get("location")
                jobs.append(Job(index, employer, position, period, location if isinstance(location, str) else ""))
    return sorted(jobs, key=lambda job: (job.period.start.first_month, -job.index), reverse=True)


def months_covered(periods: list[Period], today: date) -> int:
    """Months in which at least one of the periods ran; overlaps count once."""
    covered, reached = 0, -1
    for months in sorted((period.months(today) for period in periods), key=lambda months: months.start):
        covered += max(0, months.stop - max(months.start, reached))
        reached = max(reached, months.stop)
    return covered


def months_shared(one: range, other: range) -> int:
    """How many months two runs of them have in common."""
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def read_date(value: JsonValue) -> PartialDate | None:
    """The date in a field; None for anything else, because only some sections' dates are validated."""
    try:
        return PartialDate.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None
