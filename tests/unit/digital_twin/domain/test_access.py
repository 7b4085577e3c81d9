"""Audiences, scopes and grants."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from support.people import OWNER, PUBLIC

from digital_twin.domain.access import Audience, Grant, Scope, hash_key
from digital_twin.errors import Forbidden

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_audiences_are_ordered_from_public_to_private() -> None:
    """`chunk.audience <= principal.audience` is the whole rule."""
    assert Audience.PUBLIC < Audience.RECRUITER < Audience.PRIVATE


def test_a_label_reads_back() -> None:
    """Documents and callers use the lower-case names."""
    assert [Audience.from_label(audience.label) for audience in Audience] == list(Audience)


@pytest.mark.parametrize("label", ["", "everyone", "PUBLIC", "Recruiter", "0", "\u017fecret"])
def test_an_unknown_audience_is_never_taken_for_a_known_one(label: str) -> None:
    """The error lists what is known and does not repeat what was sent."""
    with pytest.raises(ValueError, match=r"one of public, recruiter, private$"):
        Audience.from_label(label)


def test_a_principal_may_do_only_what_its_scopes_say() -> None:
    """The refusal names the missing scope."""
    OWNER.require(Scope.WRITE)
    with pytest.raises(Forbidden, match="'write'") as caught:
        PUBLIC.require(Scope.WRITE)
    assert caught.value.required_scope == "write"


@pytest.mark.parametrize(("expires_at", "live"), [(None, True), (NOW + timedelta(seconds=1), True), (NOW, False)])
def test_a_grant_lives_until_its_expiry(expires_at: datetime | None, live: bool) -> None:
    """At the very moment of expiry it is over; without one it never is."""
    grant = Grant("key-1", "ada", Audience.PUBLIC, frozenset(), "free", "", expires_at)
    assert grant.is_live(NOW) is live


def test_a_key_is_stored_as_its_sha_256() -> None:
    """FIPS 180-2, example B.1."""
    assert hash_key("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
