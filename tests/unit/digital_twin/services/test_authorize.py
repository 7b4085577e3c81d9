"""Resolving credentials: what is not known to be good is refused, and a failing table lets nobody in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from fakes.store import FakeGrantStore

from digital_twin.domain.access import TIERS, Audience, Grant, Principal, Scope, hash_key
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.tokens import TokenRules
from digital_twin.errors import Forbidden, StoreUnavailable, Unauthenticated
from digital_twin.services.authorize import AuthorizeService, TokenAuthority

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


class TokensOf:
    """A verifier that knows one token."""

    def __init__(self, token: str, claims: JsonObject) -> None:
        self._known = {token: claims}

    async def verify(self, token: str) -> JsonObject | None:
        """The claims of the known token."""
        return self._known.get(token)


TOKEN = "e30.e30.c2lnbmVk"
RULES = TokenRules("ada", frozenset({"resource"}), frozenset(), "", "groups", "professional")


def with_tokens(claims: JsonObject) -> AuthorizeService:
    """A service that takes `TOKEN`."""
    return AuthorizeService(FakeGrantStore(), lambda: NOW, TokenAuthority(TokensOf(TOKEN, claims), RULES))


async def test_an_access_token_is_its_claims_principal() -> None:
    """Where the deployment has an authorization server."""
    claims: JsonObject = {"sub": "u", "aud": "resource", "scope": "query write", "groups": ["owner"]}

    principal = await with_tokens(claims).authorize(f"Bearer {TOKEN}")

    assert (principal.id, principal.audience) == ("sub-u", Audience.PRIVATE)
    assert principal.scopes == {Scope.QUERY, Scope.WRITE}


async def test_a_token_the_verifier_does_not_vouch_for_is_refused() -> None:
    """Forged, expired or of another issuer."""
    with pytest.raises(Unauthenticated):
        await with_tokens({}).authorize(f"Bearer {TOKEN}x")


async def test_a_token_without_scopes_is_known_and_reaches_nothing() -> None:
    """Which is another answer than not being known."""
    with pytest.raises(Forbidden):
        await with_tokens({"sub": "u", "aud": "resource", "scope": "openid"}).authorize(f"Bearer {TOKEN}")


async def test_without_an_authorization_server_no_token_is_taken() -> None:
    """However it is made."""
    with pytest.raises(Unauthenticated):
        await AuthorizeService(FakeGrantStore(), lambda: NOW).authorize(f"Bearer {TOKEN}")


def open_to_all() -> AuthorizeService:
    """A service that knows anonymous callers."""
    return AuthorizeService(FakeGrantStore(), lambda: NOW, anonymous_profile="ada")


def test_an_anonymous_caller_is_the_public_in_the_lowest_tier() -> None:
    """And may read, never write."""
    principal = open_to_all().anonymous("203.0.113.7")

    assert (principal.profile, principal.audience, principal.tier) == ("ada", Audience.PUBLIC, TIERS["free"])
    assert principal.scopes == {Scope.QUERY, Scope.SEARCH, Scope.READ}
    assert "203" not in principal.id


def test_anonymous_callers_are_counted_by_address() -> None:
    """By network, where one subscriber has many addresses."""
    service = open_to_all()
    first, same, other = (service.anonymous(ip).id for ip in ("203.0.113.7", "203.0.113.7", "203.0.113.8"))
    near, far = (service.anonymous(ip).id for ip in ("2001:db8:1:2::1", "2001:db8:1:3::1"))

    assert first == same
    assert len({first, other, near, far}) == 4
    assert service.anonymous("2001:db8:1:2:ffff::9").id == near


@pytest.mark.parametrize("source_ip", ["", "unknown", "203.0.113.7, 10.0.0.1"])
def test_a_caller_without_an_address_is_nobody(source_ip: str) -> None:
    """Or all of them would share what one of them may do."""
    with pytest.raises(Unauthenticated):
        open_to_all().anonymous(source_ip)


def test_anonymous_callers_are_unknown_unless_the_deployment_says_otherwise() -> None:
    """Closed by default."""
    with pytest.raises(Unauthenticated):
        AuthorizeService(FakeGrantStore(), lambda: NOW).anonymous("203.0.113.7")
