"""Whether and when an attempt is repeated. Pure; times are in seconds."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

BUDGET_SECONDS = 28.0
"""For a message with its retry: API Gateway gives up after 29 s, and an answer of our own says more than its 504."""

PAUSE_SECONDS = 0.5
"""Before the one retry, where the service names no time."""

RETRIED_STATUS = frozenset({429, 502, 503})

# Longer ones are no time anybody waits, and at some length no number.
_SECONDS = re.compile(r"[0-9]{1,9}")

IDEMPOTENT = frozenset(
    {
        "initialize",
        "ping",
        "server/discover",
        "tools/list",
        "prompts/list",
        "prompts/get",
        "resources/list",
        "resources/templates/list",
        "resources/read",
        "completion/complete",
        "logging/setLevel",
    }
)
"""Methods that may be sent twice by the protocol's own meaning; a tool's call is not one."""


def pause_before_retry(
    method: str, *, failed: bool, sent: bool, retry_after: float | None, left: float
) -> float | None:
    """How long to wait before the retry, None if there is none.

    Args:
        method: the message's.
        failed: whether the attempt failed in a way that may pass.
        sent: whether the service may have seen the message.
        retry_after: what the service asked to wait.
        left: what remains of the budget.
    """
    pause = PAUSE_SECONDS if retry_after is None else max(retry_after, 0.0)
    repeatable = method in IDEMPOTENT or not sent
    return pause if failed and repeatable and pause < left else None


def read_retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """`Retry-After` as seconds (RFC 9110, section 10.2.3: seconds or a date)."""
    if not value:
        return None
    if _SECONDS.fullmatch(value.strip()):
        return float(value)
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max((at.astimezone(UTC) - (now or datetime.now(UTC))).total_seconds(), 0.0)
