"""A stored vector with what belongs to it. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from twin_local.embedding import Matrix

type JsonObject = dict[str, object]


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """A vector under its id; `data` is the text it was embedded from, if any."""

    id: str
    vector: Matrix
    metadata: JsonObject | None = None
    data: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found by a search; `score` is (1 + cosine) / 2."""

    record: Record
    score: float


def merge_patch(target: JsonObject, patch: JsonObject) -> JsonObject:
    """Apply a JSON Merge Patch (RFC 7396, section 2) that is an object to an object."""
    result = dict(target)
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict):
            old = result.get(key)
            nested = cast("JsonObject", old) if isinstance(old, dict) else {}
            result[key] = merge_patch(nested, cast("JsonObject", value))
        else:
            result[key] = value
    return result
