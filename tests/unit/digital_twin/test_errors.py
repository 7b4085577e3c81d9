"""The error tree."""

from __future__ import annotations

import re

from digital_twin import errors
from digital_twin.errors import InvalidInput, LimitReached, ModelFailure, ModelUnavailable, TwinError


def tree(root: type[TwinError], depth: int = 0) -> dict[str, int]:
    """Every error of the tree with its depth in it."""
    found = {root.__name__: depth}
    for child in root.__subclasses__():
        if child.__module__ == errors.__name__:
            found |= tree(child, depth + 1)
    return found


def test_the_drawing_shows_the_tree_as_it_is() -> None:
    """Every class is in the module's docstring, at its depth."""
    drawing = (errors.__doc__ or "").splitlines()
    drawn = {
        name[2]: len(name[1]) // 4
        for line in drawing
        if (name := re.match(r"((?:[│ ]   |[├└]── )*)(\w+)(?: {2,}|$)", line)) is not None
    }
    assert drawn == tree(TwinError)


def test_errors_say_what_happened() -> None:
    """In words that may be shown, and fields that may be acted upon."""
    assert InvalidInput("no").faults == ()
    limit = LimitReached("minute", quota=10, retry_after=7)
    assert str(limit) == "the limit 'minute' of 10 is reached"
    assert (limit.limit, limit.quota, limit.retry_after) == ("minute", 10, 7)


def test_a_model_that_was_too_slow_timed_out() -> None:
    """A deadline raises the error with its message alone."""
    assert ModelUnavailable("too slow").kind is ModelFailure.TIMEOUT
    assert ModelUnavailable("busy", kind=ModelFailure.RATE_LIMITED, retry_after=2.5).retry_after == 2.5
