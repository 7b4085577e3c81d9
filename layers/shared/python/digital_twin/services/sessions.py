"""Conversations: where a session is kept, when it is asked for, and what a question means in it.

A session is found by who asks, not by its id alone: another caller's id names an empty session of one's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digital_twin.domain.access import Principal
from digital_twin.domain.follow_ups import standalone
from digital_twin.domain.leaning import read_leaning
from digital_twin.domain.snapshot import View
from digital_twin.domain.turns import parse_turns
from digital_twin.telemetry import log


@dataclass(frozen=True, slots=True)
class Session:
    """A conversation by its id; a new one has nothing to remember yet."""

    id: str
    is_new: bool


def session_key(principal: Principal, session: Session) -> str:
    """The Redis key of a session: of one caller, in one profile, as one audience."""
    return f"session:{principal.profile}:{principal.audience.label}:{principal.id}:{session.id}"


def may_lean(question: str, session: Session | None) -> bool:
    """Whether a question could mean something else in a session than by itself."""
    return session is not None and not session.is_new and read_leaning(question) is not None


def in_session(question: str, remembered: Sequence[str], view: View) -> str:
    """A question as it stands alone.

    Args:
        question: as it was asked.
        remembered: the session's turns as stored, oldest first.
        view: what the asker may see now.
    """
    turns = parse_turns(remembered)
    if remembered and not turns:
        log.warning("session.unreadable")
    return standalone(question, turns, view)
