"""Errors as RFC 9457 problems."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from digital_twin import errors
from digital_twin.entry.problems import INTERNAL, PROBLEM_TYPE_PREFIX, kind_of, kinds_by_status, problem_of

# Contract, "REST": the status of each error.
STATUSES: dict[type[errors.TwinError], int] = {
    errors.MalformedDocument: 400,
    errors.InvalidDocument: 422,
    errors.InvalidQuestion: 422,
    errors.InvalidInput: 422,
    errors.DocumentTooLarge: 413,
    errors.UnsupportedMediaType: 415,
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.PreconditionFailed: 412,
    errors.PreconditionRequired: 428,
    errors.LimitReached: 429,
    errors.DeadlineExceeded: 504,
    errors.DependencyFailed: 503,
    errors.SecretsUnavailable: 503,
    errors.StoreUnavailable: 503,
    errors.CacheUnavailable: 503,
    errors.IndexUnavailable: 503,
    errors.ModelUnavailable: 503,
    errors.BusUnavailable: 503,
    errors.KeysUnavailable: 503,
    errors.ClientUnavailable: 503,
    errors.ClientGone: 503,
}


def whole_tree(root: type[errors.TwinError] = errors.TwinError) -> Iterator[type[errors.TwinError]]:
    """Every error below the root."""
    for child in root.__subclasses__():
        if child.__module__ == errors.__name__:
            yield child
            yield from whole_tree(child)


def raised(error: type[errors.TwinError], message: str = "why") -> errors.TwinError:
    """One of that kind."""
    return errors.LimitReached("day", quota=500, retry_after=90) if error is errors.LimitReached else error(message)


@pytest.mark.parametrize("error", list(whole_tree()))
def test_every_error_has_the_status_of_the_contract(error: type[errors.TwinError]) -> None:
    """A new error has to be given one; none is left to be an internal error by accident."""
    kind = kind_of(raised(error))
    assert kind.status == STATUSES[error]
    assert kind is not INTERNAL


def test_an_error_of_no_kind_is_internal() -> None:
    """The root itself is never raised; if it were, it would say nothing."""
    assert kind_of(errors.TwinError("odd")) is INTERNAL


def test_slugs_are_stable_uris() -> None:
    """One for each kind, in words that may stand in a URI; every status has one kind."""
    kinds = kinds_by_status()
    slugs = [kind.slug for kind in kinds.values()]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)
    assert {*STATUSES.values(), 405, 500} == kinds.keys()


def test_a_body_has_the_members_of_the_contract() -> None:
    """Type, title, status, detail and the request's id; errors only where there are faults."""
    kind, body, headers = problem_of(errors.NotFound("there is no version 9"), "req-1")
    assert body == {
        "type": PROBLEM_TYPE_PREFIX + "not-found",
        "title": kind.title,
        "status": 404,
        "detail": "there is no version 9",
        "request_id": "req-1",
    }
    assert headers == {}


def test_faults_are_listed_with_their_places() -> None:
    """What a caller needs to mend the input."""
    faults = (errors.Fault("/work/0/name", "Input should be a valid string"), errors.Fault("", "odd"))
    _, body, _ = problem_of(errors.InvalidDocument("not a JSON Resume", faults), "req-1")
    assert body["errors"] == [
        {"pointer": "/work/0/name", "message": "Input should be a valid string"},
        {"pointer": "", "message": "odd"},
    ]


def test_a_reached_limit_is_named_and_says_when_to_come_back() -> None:
    """In the body for people, in the standard headers for clients."""
    _, body, headers = problem_of(errors.LimitReached("day", quota=500, retry_after=90), "req-1")
    assert (body["limit"], body["quota"]) == ("day", 500)
    assert headers["Retry-After"] == "90"
    assert headers["RateLimit"] == '"day";r=0;t=90'


@pytest.mark.parametrize("error", [error for error, status in STATUSES.items() if status in (503, 504)])
def test_whatever_may_pass_says_when_to_try_again(error: type[errors.TwinError]) -> None:
    """Contract: 503 and 504 carry Retry-After."""
    _, _, headers = problem_of(raised(error), "req-1")
    assert int(headers["Retry-After"]) > 0


@pytest.mark.parametrize("error", [error for error, status in STATUSES.items() if status == 503])
def test_the_inner_text_of_a_dependency_stays_inside(error: type[errors.TwinError]) -> None:
    """It may hold an upstream's words, a host or a token."""
    kind, body, _ = problem_of(raised(error, "https://eu1.upstash.example said token abc"), "req-1")
    assert "upstash" not in str(body)
    assert body["detail"] == kind.title
