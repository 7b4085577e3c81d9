"""What a longer profile costs: cutting it, and searching it, from about 20 to 5,000 chunks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from fakes.store import FakeProfileStore

from bench.function import running_function
from bench.load import Driver
from bench.ours import BenchContainer, fill_index, publish
from bench.setup import Setup, write_setup
from bench.wire import REGIONS, Pace, Wire
from digital_twin.domain.access import Audience
from digital_twin.domain.history import Version
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.snapshot import Snapshot
from digital_twin.entry.event_loop import run

# Highlights of a profile; headers, overviews and computed facts make it some chunks more.
SIZES = (10, 200, 1_000, 4_900)
_HIGHLIGHTS_A_JOB = 50
_WORDS_A_HIGHLIGHT = 12
_BUILDS = 3
_SEARCHES = 10


@dataclass(frozen=True, slots=True)
class Size:
    """Milliseconds for a profile of so many chunks: the CPU time of building it, and medians of a warm search."""

    chunks: int
    build: float
    first_search: float
    search_own: float
    search_cpu: float


def measure_growth(wire: Wire, folder: Path) -> list[Size]:
    """Profiles of growing length, each searched by a warm container."""
    wire.set_pace(Pace.OFF)
    store = FakeProfileStore()
    container = BenchContainer(wire.addresses, store)
    documents = {f"grown-{highlights}": _document(highlights) for highlights in SIZES}
    setup = write_setup(folder / "growth.json", Setup(wire.addresses, documents))
    with running_function("ours", setup) as function:
        return [
            _measure(Driver(function, wire, profile), container, store, profile, document)
            for profile, document in documents.items()
        ]


def _measure(
    driver: Driver, container: BenchContainer, store: FakeProfileStore, profile: str, document: JsonObject
) -> Size:
    version = run(publish(store, profile, document))
    snapshot = Snapshot.of(version)
    fill_index(container, snapshot, profile, REGIONS[:1])
    first, *searches = [driver.search(f"which system did she move {number}") for number in range(_SEARCHES + 1)]
    return Size(
        chunks=len(snapshot.views[Audience.PRIVATE].chunks),
        build=median(_build_milliseconds(version) for _ in range(_BUILDS)),
        first_search=first.total,
        search_own=median(sample.own for sample in searches),
        search_cpu=median(sample.cpu for sample in searches),
    )


def _build_milliseconds(version: Version) -> float:
    started = process_time()
    # The lexical index is part of a snapshot, made when first asked for.
    _ = Snapshot.of(version).views[Audience.PRIVATE].lexical
    return (process_time() - started) * 1000


def _document(highlights: int) -> JsonObject:
    random = Random(highlights)  # noqa: S311 - no secret
    words = ["".join(random.choices("aeioubdgklmnprst", k=random.randint(3, 9))) for _ in range(2_000)]
    words += "system move team index".split()
    jobs = range(-(-highlights // _HIGHLIGHTS_A_JOB))
    work: list[JsonValue] = [
        {
            "name": f"Company {chr(65 + job % 26)}{job}",
            "position": "Engineer",
            "startDate": f"{1990 + job // 12}-{job % 12 + 1:02}",
            "endDate": f"{1990 + job // 12}-{job % 12 + 1:02}",
            "highlights": _sentences(random, words, min(_HIGHLIGHTS_A_JOB, highlights - job * _HIGHLIGHTS_A_JOB)),
        }
        for job in jobs
    ]
    return {"basics": {"name": "Ada Example", "label": "Engineer"}, "work": work}


def _sentences(random: Random, words: Sequence[str], number: int) -> list[JsonValue]:
    return [" ".join(random.choices(words, k=_WORDS_A_HIGHLIGHT)).capitalize() + "." for _ in range(number)]
