"""Doing once, on a made-up profile, what every question does, so that the first real one finds it done.

Patterns are compiled and lexicons tabulated at their first use, which takes tens of milliseconds in all. Before a
snapshot that is nobody's time. Asks no port, and what it finds is thrown away.
"""

from __future__ import annotations

from datetime import UTC, datetime

from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Evidence
from digital_twin.domain.extractive import extract
from digital_twin.domain.grounding import ground
from digital_twin.domain.history import Version
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.leaning import prepare
from digital_twin.domain.question_reading import read_question
from digital_twin.domain.relevance import relevant
from digital_twin.domain.snapshot import Snapshot

_DOCUMENT: JsonObject = {
    "basics": {"name": "Ada Example", "label": "Engineer", "summary": "Builds what lasts."},
    "work": [
        {
            "name": "Foundry",
            "position": "Engineer",
            "startDate": "2015-02",
            "endDate": "2018-04",
            "highlights": ["Led 4 engineers, because the migration had to end before May 2018."],
        },
        {"name": "Harbour", "position": "Architect", "startDate": "2018-05", "highlights": ["Moved 12 services."]},
    ],
    "skills": [{"name": "Languages", "keywords": ["Python", "SQL"]}],
}
_VERSION = Version(
    number=1,
    etag="",
    created_at=datetime(2020, 1, 1, tzinfo=UTC),
    author="",
    reason="",
    source="",
    changes=(),
    document=_DOCUMENT,
)

# One in each language that questions are read in: most of what is made at first use belongs to one of them.
_QUESTIONS = (
    "How many years did she work at Foundry, and why did she leave?",
    "Wie viele Jahre hat sie bei Foundry gearbeitet, und warum ist sie gegangen?",
    "Combien d'années a-t-elle travaillé chez Foundry, et pourquoi est-elle partie ?",
    "¿Cuántos años trabajó en Foundry, y por qué se fue?",
)


def rehearse() -> None:
    """Read, answer and check a question of each language."""
    prepare()
    view = Snapshot.of(_VERSION).views[Audience.PRIVATE]
    evidence = [Evidence(chunk, score=1.0, similarity=1.0) for chunk in view.chunks.values()]
    for text in _QUESTIONS:
        question = read_question(text, view)
        relevant(evidence, question, view, 0.0)
        extract(question, evidence)
    # In no sentence of the evidence, so that each check is made.
    ground("At Foundry she led 4 engineers until April 2018, not more [1].", evidence, known_names=view.name_terms)
