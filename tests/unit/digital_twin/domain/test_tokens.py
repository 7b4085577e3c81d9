"""What an access token gives: what it says, to whom it was given, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digital_twin.domain.access import TIERS, Audience, Principal, Scope
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.domain.tokens import TokenRules, principal_of
from digital_twin.errors import Forbidden, Unauthenticated

RESOURCE = "https://twin.example.com/mcp"
RULES = TokenRules(
    profile="ada",
    audiences=frozenset({RESOURCE}),
    client_ids=frozenset({"client-1"}),
    scope_prefix="twin/",
    groups_claim="cognito:groups",
    tier="professional",
)
CLAIMS: JsonObject = {"sub": "user-1", "aud": RESOURCE, "scope": "openid twin/query twin/read twin/write"}
COGNITO: JsonObject = {"sub": "user-1", "client_id": "client-1", "token_use": "access", "scope": "twin/query"}


def test_a_token_for_this_resource_is_its_users_principal() -> None:
    """Of the public, with the scopes that the public may hold."""
    assert principal_of(CLAIMS, RULES) == Principal(
        "sub-user-1", "ada", Audience.PUBLIC, frozenset({Scope.QUERY, Scope.READ}), TIERS["professional"]
    )


def test_a_token_without_an_audience_is_taken_from_a_known_client() -> None:
    """As Cognito makes them."""
    assert principal_of(COGNITO, RULES).scopes == {Scope.QUERY}


@pytest.mark.parametrize(
    "claims",
    [
        CLAIMS | {"aud": "https://other.example.com"},
        CLAIMS | {"aud": ["https://other.example.com"], "client_id": "client-1"},
        CLAIMS | {"aud": None},
        COGNITO | {"client_id": "client-2"},
        COGNITO | {"client_id": ["client-1"]},
        COGNITO | {"token_use": "id"},
        COGNITO | {"token_use": None},
        CLAIMS | {"sub": ""},
        CLAIMS | {"sub": 7},
        CLAIMS | {"sub": "a b"},
        CLAIMS | {"sub": "a" * 129},
    ],
    ids=str,
)
def test_a_token_for_somebody_elses_service_is_nobodys(claims: JsonObject) -> None:
    """Whoever signed it; a named audience is not made up for by a known client."""
    with pytest.raises(Unauthenticated):
        principal_of(claims, RULES)


@pytest.mark.parametrize("empty", ["audiences", "client_ids"])
def test_what_is_not_configured_is_not_taken(empty: str) -> None:
    """An empty list means nobody."""
    claims = CLAIMS if empty == "audiences" else COGNITO

    with pytest.raises(Unauthenticated):
        principal_of(claims, replace(RULES, **{empty: frozenset[str]()}))


@pytest.mark.parametrize("scope", [None, "", "query", "openid email", "twin/own", 7, {"twin/query": True}])
def test_a_token_without_a_scope_of_ours_reaches_nothing(scope: str | None) -> None:
    """It is known whose it is, hence no challenge to sign in again."""
    with pytest.raises(Forbidden):
        principal_of(CLAIMS | {"scope": scope}, RULES)


def test_scopes_may_be_a_list_under_another_name() -> None:
    """As some servers write them."""
    claims: JsonObject = {"sub": "user-1", "aud": [RESOURCE, "other"], "scp": ["twin/search"]}

    assert principal_of(claims, RULES).scopes == {Scope.SEARCH}


@pytest.mark.parametrize(
    ("groups", "audience"),
    [
        (None, Audience.PUBLIC),
        ([], Audience.PUBLIC),
        (["visitors"], Audience.PUBLIC),
        (["Owner"], Audience.PUBLIC),
        (["recruiter"], Audience.RECRUITER),
        ("recruiter", Audience.RECRUITER),
        (["visitors", "recruiter", "owner"], Audience.PRIVATE),
        ({"owner": True}, Audience.PUBLIC),
    ],
)
def test_groups_raise_the_audience_and_nothing_else_does(groups: JsonValue, audience: Audience) -> None:
    """Only the two that have a meaning here, spelt as they are."""
    claims: JsonObject = {**CLAIMS, "audience": "private"}
    claims["cognito:groups"] = groups

    principal = principal_of(claims, RULES)

    assert principal.audience is audience
    assert (Scope.WRITE in principal.scopes) is (audience is Audience.PRIVATE)
