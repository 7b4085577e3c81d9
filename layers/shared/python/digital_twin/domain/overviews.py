"""One chunk that lists a whole section, so that "which" and "how many" questions find everything at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digital_twin.domain.hostile_text import is_instruction
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.phrasing import entry_header, flat_text

# How the list of a section is introduced: what it lists, in words people ask with.
_PLURALS: dict[str, str] = {
    "work": "jobs (work history, positions and companies)",
    "volunteer": "volunteer roles",
    "education": "education entries (degrees and schools)",
    "awards": "awards",
    "certificates": "certificates",
    "publications": "publications",
    "skills": "skill areas (technical skills and technologies)",
    "languages": "languages spoken",
    "interests": "interests",
    "references": "references",
    "projects": "projects",
}
_MIN_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class Overview:
    """A section as one sentence."""

    section: str
    text: str


def overviews(view: JsonObject) -> Iterator[Overview]:
    """The overview of each section with at least two entries that the audience sees."""
    for section, plural in _PLURALS.items():
        entries = view.get(section)
        if not isinstance(entries, list):
            continue
        named = [line for entry in entries if isinstance(entry, dict) and (line := _line(section, entry))]
        # A list is one sentence: an instruction in one of its entries would cost the answer all the others.
        lines = [line for line in named if not is_instruction(line)]
        if len(lines) >= _MIN_ENTRIES:
            yield Overview(section, f"{len(lines)} {plural}: {'; '.join(lines)}.")


def _line(section: str, entry: JsonObject) -> str:
    header = entry_header(section, entry)
    if section == "skills" and (keywords := flat_text(entry.get("keywords"))):
        return f"{header} ({keywords})" if header else keywords
    if section == "languages" and (fluency := flat_text(entry.get("fluency"))):
        return f"{header} ({fluency})"
    return header
