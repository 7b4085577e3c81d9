"""What every tool of every contestant does: a few passages as they might have been found. Standard library only."""

from __future__ import annotations

from typing import TypedDict


class Passage(TypedDict):
    """A passage of the profile, and where it is from."""

    section: str
    path: str
    text: str
    score: float


class Found(TypedDict):
    """Passages, best first."""

    passages: list[Passage]
    profile_version: int
    region: str | None
    degraded: bool


def found() -> Found:
    """The same as ever."""
    passages = [
        Passage(section="work", path=f"/work/0/highlights/{n}", text="Moved billing to event streams. " * 4, score=0.5)
        for n in range(3)
    ]
    return Found(passages=passages, profile_version=1, region="us-east-1", degraded=False)
