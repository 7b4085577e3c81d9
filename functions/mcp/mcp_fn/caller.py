"""Who calls, in which request. Handed by context from the edge to the tools, which know nothing of HTTP."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from digital_twin.domain.access import Principal


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, in which request."""

    principal: Principal
    request_id: str


current_caller: ContextVar[Caller] = ContextVar("current_caller")
