"""Resolving credentials: what is not known to be good is refused, and a failing table lets nobody in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from fakes.store import FakeGrantStore

from digital_twin.domain.access import TIERS, Audience, Grant, Principal, Scope, hash_key
from digital_twin.errors import StoreUnavailable, Unauthenticated
from digital_twin.services.authorize import AuthorizeService

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
KEY = "twin_" + "k" * 43


def grant(*, tier: str = "professional", expires_at: datetime | None = None) -> Grant:
    """A recruiter's grant."""
    scopes = frozenset({Scope.QUERY, Scope.SEARCH})
    return Grant("key-1", "ada", Audience.RECRUITER, scopes, tier, "for Initech", expires_at)


async def authorize(authorization: str, known: Grant | None = None) -> Principal:
    """Resolve a header where `KEY` has a grant."""
    grants = FakeGrantStore()
    await grants.put(hash_key(KEY), known or grant())
    return await AuthorizeService(grants, lambda: NOW).authorize(authorization)


@pytest.mark.parametrize("scheme", ["Bearer ", "bearer ", "Bearer   "])
async def test_a_known_key_is_its_grants_principal(scheme: str) -> None:
    """Profile, audience, scopes and tier come from the grant."""
    assert await authorize(f"{scheme}{KEY}") == Principal(
        "key-1", "ada", Audience.RECRUITER, frozenset({Scope.QUERY, Scope.SEARCH}), TIERS["professional"]
    )


async def test_an_unknown_key_is_refused() -> None:
    """A well-formed key that nobody was given."""
    with pytest.raises(Unauthenticated):
        await authorize(f"Bearer twin_{'x' * 43}")


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Bearer",
        "Bearer ",
        KEY,
        f"Basic {KEY}",
        f"Bearer {KEY} {KEY}",
        f"Bearer {KEY}\n",
        f"Bearer {KEY}=",
        f"Bearer {KEY[:-1]}",
        "Bearer twin_" + "é" * 43,
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        f"Bearer {hash_key(KEY)}",
    ],
)
async def test_a_malformed_credential_is_refused_without_a_look_at_the_table(authorization: str) -> None:
    """Nothing that cannot be a key is hashed and looked up; a key's hash is no key."""
    grants = FakeGrantStore()
    await grants.put(hash_key(KEY), grant())
    grants.calls.clear()

    with pytest.raises(Unauthenticated):
        await AuthorizeService(grants, lambda: NOW).authorize(authorization)

    assert grants.calls == []


async def test_a_grant_ends_at_its_expiry() -> None:
    """The moment itself is too late; one second before is not."""
    with pytest.raises(Unauthenticated):
        await authorize(f"Bearer {KEY}", grant(expires_at=NOW))

    assert await authorize(f"Bearer {KEY}", grant(expires_at=NOW + timedelta(seconds=1)))


async def test_a_grant_of_an_unknown_tier_is_refused() -> None:
    """A tier nobody defined has no limits to hold it to."""
    with pytest.raises(Unauthenticated):
        await authorize(f"Bearer {KEY}", grant(tier="unlimited"))


async def test_a_table_that_is_down_lets_nobody_in() -> None:
    """The failure is passed on as one, so that the gateway does not remember a refusal."""
    grants = FakeGrantStore()
    grants.unavailable = True

    with pytest.raises(StoreUnavailable):
        await AuthorizeService(grants, lambda: NOW).authorize(f"Bearer {KEY}")


async def test_a_refusal_never_repeats_the_credential() -> None:
    """What is logged or shown holds no key."""
    with pytest.raises(Unauthenticated) as caught:
        await authorize(f"Bearer twin_{'s' * 43}")

    assert "s" * 43 not in str(caught.value)
