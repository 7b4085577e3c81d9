"""Answering without a model: the evidence itself, chosen, ordered and cited."""

from __future__ import annotations

from collections.abc import Sequence

from digital_twin.domain.evidence import Evidence
from digital_twin.domain.text import sentences

MAX_EXCERPTS = 3

# A later excerpt is worth reading only if it ranks close to the best one.
CLOSE_TO_BEST = 0.75


def extract(evidence: Sequence[Evidence]) -> str:
    """A draft made of the best excerpts verbatim, each sentence with its marker; goes through the same grounding.

    Args:
        evidence: relevant evidence, best first; at least one.
    """
    best = evidence[0].score
    parts: list[str] = []
    told: set[str] = set()
    for number, item in enumerate(evidence, start=1):
        if len(parts) >= MAX_EXCERPTS or item.score < CLOSE_TO_BEST * best:
            break
        if item.chunk.text in told:
            continue
        told.add(item.chunk.text)
        parts.extend(f"{sentence} [{number}]" for sentence in sentences(item.chunk.text))
    return " ".join(parts)
