"""Facts computed from a profile: tenures, totals, order, the current role. Each becomes a chunk that can be cited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby
from operator import itemgetter

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.partial_dates import PartialDate, spoken_duration
from digital_twin.domain.pointer import format_pointer
from digital_twin.domain.timeline import Job, Period, months_covered, months_shared, read_jobs


@dataclass(frozen=True, slots=True)
class Fact:
    """A computed sentence, its place in the document, the employer it is about, and the months that it covers."""

    kind: ChunkKind
    path: str
    text: str
    about: str = ""
    months: range | None = None


def work_facts(view: JsonObject, today: date) -> Iterator[Fact]:
    """Every computed fact about the jobs an audience sees; one yet to begin is none.

    Args:
        view: the document as the audience sees it, with places kept.
        today: the day up to which open-ended jobs count; the sentences say so.
    """
    jobs = [job for job in read_jobs(view.get("work")) if job.period.has_begun(today)]
    if not jobs:
        return
    yield from _current(jobs, today)
    yield from _tenures(jobs, today)
    yield from _order(jobs, today)
    periods = [job.period for job in jobs]
    total = spoken_duration(months_covered(periods, today))
    first = jobs[-1]
    yield Fact(
        ChunkKind.TOTAL,
        "/work",
        f"Work experience in total: {_about(jobs)}{total}, from {first.period.start.spoken()} to "
        f"{_until(jobs, today)}; times with two jobs count once.",
    )
    employers = list(dict.fromkeys(job.employer for job in jobs if job.employer))
    if len(employers) > 1:
        yield Fact(ChunkKind.EMPLOYERS, "/work", f"Worked for {len(employers)} employers: {', '.join(employers)}.")
    yield from _places(jobs)
    yield from _overlaps(jobs, today)


def _places(jobs: list[Job]) -> Iterator[Fact]:
    by_place: dict[str, list[str]] = {}
    for job in jobs:
        if job.location:
            by_place.setdefault(job.location, []).append(job.employer or job.position)
    if by_place:
        told = "; ".join(f"{place} ({', '.join(dict.fromkeys(held))})" for place, held in by_place.items())
        yield Fact(ChunkKind.PLACES, "/work", f"Worked in: {told}.")


def _overlaps(jobs: list[Job], today: date) -> Iterator[Fact]:
    """Two jobs at the same time; a month in which one gave way to the other is none."""
    for later, earlier in combinations(jobs, 2):
        if months_shared(later.period.months(today), earlier.period.months(today)) > 1:
            ends = [job.period.end for job in (later, earlier) if job.period.end is not None]
            end = min(ends, key=lambda date: date.last_month, default=None)
            shared = Period(later.period.start, end)
            text = f"At the same time: {earlier.title} and {later.title}, {shared.spoken()}."
            yield Fact(ChunkKind.OVERLAP, "/work", text, months=shared.months(today))


def _current(jobs: list[Job], today: date) -> Iterator[Fact]:
    for job in jobs:
        if job.period.lasts(today):
            text = f"Current role: {job.title}, {job.period.spoken()}."
            yield Fact(ChunkKind.CURRENT, format_pointer(("work", job.index)), text, job.employer)


def _tenures(jobs: list[Job], today: date) -> Iterator[Fact]:
    by_employer = sorted((job for job in jobs if job.employer), key=lambda job: job.employer)
    lengths: dict[str, int] = {}
    for employer, group in groupby(by_employer, key=lambda job: job.employer):
        held = list(group)
        lengths[employer] = months_covered([job.period for job in held], today)
        ongoing = any(job.period.lasts(today) for job in held)
        ends = "; ".join(_held(job, today, alone=len(held) == 1) for job in held)
        as_of = f" as of {today:%B %Y}" if ongoing else ""
        path = format_pointer(("work", held[0].index)) if len(held) == 1 else "/work"
        text = f"Worked at {employer} for {_about(held)}{spoken_duration(lengths[employer])}{as_of} ({ends})."
        yield Fact(ChunkKind.TENURE, path, text, employer)
    if len(lengths) > 1:
        by_length = sorted(lengths, key=lambda employer: lengths[employer], reverse=True)
        ranked = ", ".join(f"{employer} {spoken_duration(lengths[employer])}" for employer in by_length)
        yield Fact(ChunkKind.LONGEST, "/work", f"Longest time at one employer: {by_length[0]}. By length: {ranked}.")


def _held(job: Job, today: date, *, alone: bool) -> str:
    """A position with its period, and with its length where the employer's is another."""
    said = f"{job.position or 'employed'} {job.period.spoken()}"
    return said if alone else f"{said}, {_about([job])}{spoken_duration(len(job.period.months(today)))}"


def _order(jobs: list[Job], today: date) -> Iterator[Fact]:
    first = jobs[-1]
    path = format_pointer(("work", first.index))
    yield Fact(ChunkKind.FIRST, path, f"First job: {first.title}, from {first.period.start.spoken()}.", first.employer)
    by_end = sorted(((job.period.end.last_month, job) for job in jobs if job.period.end), key=itemgetter(0))
    for later in jobs:
        earlier = _predecessor(later, by_end, today)
        if earlier is None:
            continue
        yield Fact(
            ChunkKind.BEFORE,
            format_pointer(("work", earlier.index)),
            f"Job before {later.title} ({later.period.spoken()}): {earlier.title} ({earlier.period.spoken()}).",
            later.employer,
        )
        yield Fact(
            ChunkKind.AFTER,
            format_pointer(("work", later.index)),
            f"Job after {earlier.title} ({earlier.period.spoken()}): {later.title} ({later.period.spoken()}).",
            earlier.employer,
        )


def _predecessor(later: Job, by_end: list[tuple[int, Job]], today: date) -> Job | None:
    """The job that ended last before (or in the month) another began.

    One running beside it came not before it, unless it was handed over to it: it began when the one before had ended,
    ended first, and shared less than half of its time.
    """
    ended = bisect_right(by_end, later.period.start.first_month, key=itemgetter(0))
    before = next((job for _, job in reversed(by_end[:ended]) if job is not later), None)
    months, free_from = later.period.months(today), before.period.end if before else None
    for _, job in reversed(by_end[ended:]):
        held = job.period.months(today)
        is_between = held.start < months.start and (free_from is None or free_from.first_month <= held.start)
        if is_between and held.stop < months.stop and 2 * months_shared(held, months) < len(held):
            return job
    return before


def _about(jobs: list[Job]) -> str:
    """`about ` when a year without a month makes the count uncertain."""
    return "" if all(job.period.is_exact for job in jobs) else "about "


def _until(jobs: list[Job], today: date) -> str:
    """The end of the last job, or today's month if one goes on or ends later."""
    this_month = PartialDate(today.year, today.month)
    last = max((job.period.end or this_month for job in jobs), key=lambda end: end.last_month)
    return min(last, this_month, key=lambda end: end.last_month).spoken()
