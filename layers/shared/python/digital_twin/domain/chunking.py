"""Cutting a profile into chunks that stand alone, following the document's structure.

Each audience's view is cut by itself, so no chunk can hold a word its audience may not see, overviews and computed
facts included. A chunk's audience is the lowest whose view produced exactly that chunk.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Chunk, ChunkKind
from digital_twin.domain.facts import work_facts
from digital_twin.domain.hostile_text import without_active
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.overviews import overviews
from digital_twin.domain.phrasing import (
    HEADER_END,
    entry_header,
    entry_subject,
    entry_text,
    flat_text,
    highlight_places,
    section_word,
)
from digital_twin.domain.pointer import format_pointer
from digital_twin.domain.profile import ADMINISTRATIVE, SECTIONS
from digital_twin.domain.text import sentences
from digital_twin.domain.timeline import read_period
from digital_twin.domain.visibility import visible

# Part of every cache key and index fingerprint: a change to what chunks say raises it, and every region re-indexes.
CHUNKER_VERSION = 5

_MARKER = re.compile(r"[\[\uff3b\u3010]\^?(\d{1,3}(?:\s*[,;\uff0c\u3001]\s*\d{1,3})*)[\]\uff3d\u3011]")

# The smallest window among the usual embedders is 256 word pieces; English text runs at about four characters a piece,
# so a chunk of this many characters fits with its header.
MAX_CHUNK_CHARACTERS = 900


@dataclass(frozen=True, slots=True)
class _Draft:
    section: str
    path: str
    text: str
    kind: ChunkKind = ChunkKind.DETAIL
    about: str = ""
    months: range | None = None


def chunk_profile(document: JsonObject, today: date) -> dict[Audience, tuple[Chunk, ...]]:
    """Cut a document for every audience.

    Args:
        document: a validated profile document.
        today: the day up to which open-ended periods count; part of the sentences that need it.

    Returns:
        For each audience the chunks it may be answered from. The same chunk appears under every audience whose view
        produces it, with the same id.
    """
    by_audience: dict[Audience, tuple[Chunk, ...]] = {}
    known: dict[tuple[str, str], Chunk] = {}
    for audience in Audience:
        view = visible(document, audience, keep_places=True)
        chunks: dict[str, Chunk] = {}
        for draft in map(_without_markers, _split_long(map(_without_active, _drafts(view, today)))):
            if not draft.text:
                continue
            chunk = known.setdefault((draft.path, draft.text), _chunk(draft, audience))
            chunks.setdefault(chunk.id, chunk)
        by_audience[audience] = tuple(chunks.values())
    return by_audience


def _chunk(draft: _Draft, audience: Audience) -> Chunk:
    identity = "\x1f".join((str(CHUNKER_VERSION), audience.label, draft.path, draft.text))
    digest = hashlib.sha256(identity.encode()).hexdigest()[:32]
    return Chunk(digest, draft.section, draft.path, draft.text, audience, draft.kind, draft.about, draft.months)


def _drafts(view: JsonObject, today: date) -> Iterator[_Draft]:
    for section in view:
        if section == "basics":
            yield from _basics(view)
        elif section in SECTIONS:
            yield from _entries(section, view[section], today)
        elif section not in ADMINISTRATIVE:
            yield from _unknown_section(section, view[section])
    for overview in overviews(view):
        yield _Draft(overview.section, format_pointer((overview.section,)), overview.text, ChunkKind.OVERVIEW)
    for fact in work_facts(view, today):
        yield _Draft("work", fact.path, fact.text, fact.kind, fact.about, fact.months)


def _basics(view: JsonObject) -> Iterator[_Draft]:
    basics = view.get("basics")
    if not isinstance(basics, dict):
        return
    for field, value in basics.items():
        text = flat_text(value)
        if not text:
            continue
        if field == "profiles" and isinstance(value, list):
            for index, profile in enumerate(value):
                if said := flat_text(profile):
                    yield _Draft("basics", f"/basics/profiles/{index}", f"Online profile: {said}")
        elif field == "location" and isinstance(value, dict):
            yield from _location(value)
        elif field == "summary":
            yield _Draft("basics", "/basics/summary", text)
        else:
            path = format_pointer(("basics", field))
            yield _Draft("basics", path, f"{section_word(field).capitalize()}: {text}")


def _location(location: JsonObject) -> Iterator[_Draft]:
    place = ", ".join(str(location[key]) for key in ("city", "region", "countryCode") if location.get(key))
    if place:
        yield _Draft("basics", "/basics/location", f"Based in {place}.")
    street = [key for key in ("address", "postalCode") if location.get(key)]
    if street:
        text = ", ".join(str(location[key]) for key in street)
        yield _Draft("basics", f"/basics/location/{street[0]}", f"Street address: {text}")


def _entries(section: str, entries: JsonValue, today: date) -> Iterator[_Draft]:
    if not isinstance(entries, list):
        return
    for index, entry in enumerate(entries):
        if not isinstance(entry, dict):
            continue
        about = entry_subject(section, entry)
        if text := entry_text(section, entry):
            period = read_period(entry)
            months = period.months(today) if period is not None else None
            yield _Draft(section, format_pointer((section, index)), text, about=about, months=months)
        header = entry_header(section, entry)
        for place, highlight in highlight_places(entry):
            path = format_pointer((section, index, "highlights", place))
            yield _Draft(section, path, f"{header}{HEADER_END}{highlight}" if header else highlight, about=about)


def _unknown_section(section: str, value: JsonValue) -> Iterator[_Draft]:
    listed = isinstance(value, list)
    items = [((section, index), item) for index, item in enumerate(value)] if listed else [((section,), value)]
    for path, item in items:
        if text := flat_text(item):
            yield _Draft(section, format_pointer(path), f"{section_word(section)}: {text}")


def _without_active(draft: _Draft) -> _Draft:
    """Readers, indexes and models get the words that are seen, nothing hidden, run or fetched."""
    return replace(draft, text=without_active(draft.text))


def _without_markers(draft: _Draft) -> _Draft:
    """Brackets round a bare number become parentheses: in an answer `[2]` is a citation, whoever wrote it."""
    return replace(draft, text=_MARKER.sub(r"(\1)", draft.text))


def _split_long(drafts: Iterator[_Draft]) -> Iterator[_Draft]:
    """Cut drafts over the embedder's window at sentence ends; one endless sentence is cut at a space."""
    for draft in drafts:
        if len(draft.text) <= MAX_CHUNK_CHARACTERS:
            yield draft
            continue
        part = ""
        for sentence in _short_sentences(draft.text):
            if part and len(part) + len(sentence) >= MAX_CHUNK_CHARACTERS:
                yield replace(draft, text=part)
                part = ""
            part = f"{part} {sentence}".strip()
        yield replace(draft, text=part)


def _short_sentences(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        rest = sentence
        while len(rest) > MAX_CHUNK_CHARACTERS:
            cut = rest.rfind(" ", 1, MAX_CHUNK_CHARACTERS)
            cut = cut if cut > 0 else MAX_CHUNK_CHARACTERS
            yield rest[:cut]
            rest = rest[cut:].lstrip()
        yield rest
