"""Telling a request's waits from its work."""

from __future__ import annotations

from collections import Counter

import pytest

from bench.function import Reply
from bench.latency import RoundTrips
from bench.load import fresh, sample_of
from bench.wire import Crossing


def _reply(start: float, end: float) -> Reply:
    return Reply(status=200, body={}, start=start, end=end, cpu=0.004)


def test_own_time_is_what_no_wait_covers() -> None:
    """Waits that overlap, as those of a hedged call do, count once."""
    crossings = [Crossing("redis", 10.0, 10.1), Crossing("vector", 10.2, 10.6), Crossing("vector", 10.4, 10.7)]
    sample = sample_of(_reply(10.0, 11.0), crossings)

    assert sample.total == pytest.approx(1000)
    assert sample.own == pytest.approx(400)
    assert sample.cpu == pytest.approx(4)
    assert sample.crossings == Counter(redis=1, vector=2)


def test_a_wait_that_outlives_the_reply_counts_up_to_it() -> None:
    """A call that was given up is still under way at its server."""
    sample = sample_of(_reply(0.0, 1.0), [Crossing("vector", 0.5), Crossing("vector", 0.8, 5.0)])

    assert sample.own == pytest.approx(500)


def test_retrieval_and_generation_are_told_apart_by_the_model() -> None:
    """From admission's reply to the model being asked, and from there to settlement."""
    crossings = [
        Crossing("redis", 0.0, 0.1),
        Crossing("vector", 0.2, 0.3),
        Crossing("model", 0.4, 0.8),
        Crossing("redis", 0.9, 1.0),
    ]
    sample = sample_of(_reply(0.0, 1.0), crossings)

    assert sample.retrieval == pytest.approx(300)
    assert sample.generation == pytest.approx(500)


def test_a_request_that_asked_no_model_has_neither() -> None:
    """A cached answer is one call to Redis."""
    sample = sample_of(_reply(0.0, 1.0), [Crossing("redis", 0.0, 0.1)])

    assert (sample.retrieval, sample.generation) == (None, None)


@pytest.mark.parametrize("seen", [Counter(redis=2), Counter(redis=1, vector=1), Counter[str]()])
def test_other_round_trips_than_expected_are_wrong(seen: Counter[str]) -> None:
    """One request that strays is enough."""
    expected = Counter(redis=1)

    assert RoundTrips("cached", expected, [expected, expected]).is_right
    assert not RoundTrips("cached", expected, [expected, seen]).is_right


def test_fresh_questions_differ_in_punctuation_only() -> None:
    """They miss the cache without changing what is asked."""
    first, second = fresh("Where"), fresh("Where")

    assert first != second
    assert {char for question in (first, second) for char in question.removeprefix("Where")} <= {"?", "!"}
