"""The first use of a started stack."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from twin_local.failure import StackFailure
from twin_local.first_use import FirstUse
from twin_local.stack_file import StackFile

STACK = StackFile("http://127.0.0.1:1", "", "", "", "owner", "recruiter", "public", (), "http://127.0.0.1:2", 1)


def first_use(statuses: Iterator[int], pauses: list[float]) -> FirstUse:
    """A caller of a stack that replies with one status after the other."""
    transport = httpx.MockTransport(lambda _request: httpx.Response(next(statuses), json={"answer": "Go."}))
    return FirstUse(STACK, transport, pauses.append)


def test_a_stack_that_is_still_busy_is_asked_again() -> None:
    """Its functions have started by then."""
    pauses: list[float] = []
    assert first_use(iter([504, 502, 503, 200]), pauses).ask("What?") == {"answer": "Go."}
    assert len(pauses) == 3


def test_a_stack_that_stays_busy_has_failed() -> None:
    """With the last reply in the message."""
    with pytest.raises(StackFailure, match="the first question was not answered: 504"):
        first_use(iter([504] * 5), []).ask("What?")


def test_a_refusal_is_final() -> None:
    """Asking again would change nothing."""
    with pytest.raises(StackFailure, match="429"):
        first_use(iter([429, 200]), []).ask("What?")
