"""Session ids as callers send and get them; the same over REST, WebSocket and MCP."""

from __future__ import annotations

from typing import Annotated
from uuid import uuid4

from pydantic import StringConstraints

from digital_twin.services.sessions import Session

SessionId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


def open_session(given: str | None) -> Session:
    """The session a caller names, or a new one."""
    return Session(given, is_new=False) if given is not None else Session(uuid4().hex, is_new=True)
