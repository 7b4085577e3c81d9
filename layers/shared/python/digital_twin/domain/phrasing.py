"""How entries of a profile read as sentences: the words chunks are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.timeline import read_date, read_period

# Which fields name an entry, in reading order, by section.
_TITLE_FIELDS: dict[str, tuple[str, ...]] = {
    "work": ("position", "name"),
    "volunteer": ("position", "organization"),
    "education": ("studyType", "area", "institution"),
    "awards": ("title", "awarder"),
    "certificates": ("name", "issuer"),
    "publications": ("name", "publisher"),
    "skills": ("name",),
    "languages": ("language",),
    "interests": ("name",),
    "references": ("name",),
    "projects": ("name", "entity"),
}
# Which field names what an entry is about, for sections whose entries are about something.
_SUBJECT_FIELDS = {"work": "name", "volunteer": "organization", "education": "institution", "projects": "name"}
_DATE_FIELDS = ("startDate", "endDate", "date", "releaseDate")
# How a field is introduced where its name alone would read badly.
_FIELD_WORDS = {"studyType": "degree", "keywords": "includes", "fluency": "fluency", "entity": "for", "url": "link"}
# What says by itself what it is right behind the title: `French: fluent`, `Databases: PostgreSQL, Redis`.
_OPENING_FIELDS = ("fluency", "keywords")
HEADER_END = ": "
"""What stands between the header of an entry, its title and dates, and what the entry says."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def person_name(view: JsonObject) -> str:
    """What the person is called in sentences; `This person` if the audience may not see the name."""
    basics = view.get("basics")
    name = basics.get("name") if isinstance(basics, dict) else None
    return name if isinstance(name, str) and name else "This person"


def section_word(name: str) -> str:
    """A field or section name as words: `x-compensation` -> `compensation`, `countryCode` -> `country code`."""
    return _CAMEL.sub(" ", name.removeprefix("x-")).replace("_", " ").replace("-", " ").lower()


def entry_title(section: str, entry: JsonObject) -> str:
    """What an entry is called: `Staff Engineer, Acme`, `BSc in Physics, University of ...`."""
    fields = [str(entry[field]) for field in _TITLE_FIELDS[section] if entry.get(field)]
    if section == "education" and entry.get("studyType") and entry.get("area"):
        fields = [f"{fields[0]} in {fields[1]}", *fields[2:]]
    if section == "work" and len(fields) > 1:
        return " at ".join(fields)
    return ", ".join(fields)


def entry_subject(section: str, entry: JsonObject) -> str:
    """The employer, school or project an entry is about; empty for sections whose entries name none."""
    field = _SUBJECT_FIELDS.get(section)
    return str(entry.get(field) or "") if field else ""


def entry_dates(entry: JsonObject) -> str:
    """When an entry was: a period or a single date in words, empty if the entry has none."""
    if (period := read_period(entry)) is not None:
        return period.spoken()
    dates = (entry[field] for field in ("date", "releaseDate", "endDate") if entry.get(field))
    return next((date.spoken() if (date := read_date(value)) else str(value) for value in dates), "")


def entry_header(section: str, entry: JsonObject) -> str:
    """The short header that lets a highlight stand alone: title and dates."""
    title, dates = entry_title(section, entry), entry_dates(entry)
    return f"{title} ({dates})" if title and dates else title or dates


def entry_text(section: str, entry: JsonObject) -> str:
    """An entry without its highlights, as one readable line; empty if it says nothing."""
    told = {*_TITLE_FIELDS[section], *_DATE_FIELDS, "highlights", "summary", "description", "reference"}
    prose = [str(entry[field]).strip() for field in ("description", "summary", "reference") if entry.get(field)]
    header = entry_header(section, entry)
    opens = _OPENING_FIELDS if header and not prose else ()
    rest = [flat_text(entry[field]) for field in opens if flat_text(entry.get(field))] + [
        f"{_FIELD_WORDS.get(field, section_word(field))}: {text}"
        for field, value in entry.items()
        if field not in told and field not in opens and (text := flat_text(value))
    ]
    body = " ".join([*(_stopped(part) for part in prose), _stopped("; ".join(rest))]).strip()
    if header and body:
        return f"{header}{HEADER_END}{body}"
    return _stopped(header) if header else body


def highlight_places(entry: JsonObject) -> Iterator[tuple[int, str]]:
    """The highlights of an entry with their places; hidden ones (null) are passed over."""
    highlights = entry.get("highlights")
    if isinstance(highlights, list):
        for place, highlight in enumerate(highlights):
            if isinstance(highlight, str) and highlight.strip():
                yield place, highlight.strip()


def flat_text(value: JsonValue) -> str:
    """Any value as one line: `key: value; key: value`, lists with commas; hidden items are passed over."""
    if isinstance(value, dict):
        return "; ".join(f"{section_word(key)}: {text}" for key, item in value.items() if (text := flat_text(item)))
    if isinstance(value, list):
        return ", ".join(text for item in value if (text := flat_text(item)))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).strip()


def _stopped(text: str) -> str:
    return text if not text or text[-1] in ".!?…。" else f"{text}."
