"""Principals across the gateway."""

from __future__ import annotations

import pytest
from support.people import OWNER, PUBLIC, RECRUITER

from digital_twin.domain.access import TIERS, Audience, Principal, Scope
from digital_twin.entry.principals import from_event, to_context
from digital_twin.errors import Unauthenticated


@pytest.mark.parametrize("principal", [OWNER, RECRUITER, PUBLIC], ids=lambda principal: principal.id)
def test_a_principal_reads_back_whole(principal: Principal) -> None:
    """Through authorizer context, which holds only strings."""
    context = to_context(principal)
    assert all(isinstance(value, str) for value in context.values())
    # API Gateway adds members of its own.
    event = {"requestContext": {"authorizer": context | {"principalId": "x", "integrationLatency": 3}}}
    assert from_event(event) == principal


def test_the_context_is_the_same_for_the_same_principal() -> None:
    """Scopes are a set; what is cached by the gateway is in one order."""
    scopes = frozenset({Scope.SEARCH, Scope.ADMIN, Scope.QUERY})
    principal = Principal("key-1", "ada", Audience.RECRUITER, scopes, TIERS["free"])
    assert to_context(principal)["scopes"] == "admin query search"


@pytest.mark.parametrize(
    "change",
    [
        {"audience": "everyone"},
        {"audience": ""},
        {"audience": None},
        {"audience": 2},
        {"scopes": "query root"},
        {"scopes": ""},
        {"tier": "platinum"},
        {"profile": ""},
        {"id": None},
    ],
    ids=str,
)
def test_a_context_that_does_not_read_back_whole_is_nobody(change: dict[str, object]) -> None:
    """Nothing is assumed: no default audience, tier or scope."""
    event = {"requestContext": {"authorizer": to_context(OWNER) | change}}
    with pytest.raises(Unauthenticated):
        from_event(event)


@pytest.mark.parametrize("missing", ["id", "profile", "audience", "scopes", "tier"])
def test_every_member_is_needed(missing: str) -> None:
    """A context of an older authorizer is not guessed at."""
    context = to_context(OWNER)
    del context[missing]
    with pytest.raises(Unauthenticated):
        from_event({"requestContext": {"authorizer": context}})


@pytest.mark.parametrize(
    "event", [{}, {"requestContext": None}, {"requestContext": {}}, {"requestContext": {"authorizer": None}}]
)
def test_an_event_without_a_principal_is_unauthenticated(event: dict[str, object]) -> None:
    """A route that was left without an authorizer by mistake stays closed."""
    with pytest.raises(Unauthenticated):
        from_event(event)
