"""The sections of a document, and the person in a few lines. Reads documents that were filtered for an audience."""

from __future__ import annotations

from datetime import date

from digital_twin.domain.evidence import ChunkKind
from digital_twin.domain.facts import work_facts
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.profile import ADMINISTRATIVE, SECTIONS

_SUMMARY_FACTS = (ChunkKind.CURRENT, ChunkKind.TOTAL, ChunkKind.EMPLOYERS)


def section_names(document: JsonObject) -> list[str]:
    """The names of a document's sections: JSON Resume's in its order, then the owner's own as they come."""
    standard = [name for name in SECTIONS if name in document]
    return standard + [name for name in document if name not in SECTIONS and name not in ADMINISTRATIVE]


def summarize(document: JsonObject, today: date) -> str:
    """The person in Markdown: name, label, summary, what their jobs add up to, and what else the profile has.

    Args:
        document: the profile as the audience sees it.
        today: the day up to which open-ended jobs count.
    """
    basics = document.get("basics")
    told = basics if isinstance(basics, dict) else {}
    name, label, summary = (_text(told.get(key)) for key in ("name", "label", "summary"))
    facts = [fact.text for fact in work_facts(document, today) if fact.kind in _SUMMARY_FACTS]
    sections = ", ".join(section_names(document))
    parts = [
        f"# {name or 'Profile'}",
        label,
        summary,
        "\n".join(f"- {fact}" for fact in facts),
        f"Sections: {sections}." if sections else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _text(value: JsonValue) -> str:
    return value.strip() if isinstance(value, str) else ""
