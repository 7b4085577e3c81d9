"""What an access token gives. Its signature, issuer and times have been checked; whose it is, and for what, is here.

Fails closed: what a token does not say, it does not give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from digital_twin.domain.access import TIERS, Audience, Principal, Scope
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.errors import Forbidden, Unauthenticated

# Groups of the authorization server that see more than the public; whoever is in none of them is the public.
_GROUPS = {"owner": Audience.PRIVATE, "recruiter": Audience.RECRUITER}

# What nobody but the owner may hold, whatever a token says.
_OWNERS_SCOPES = frozenset({Scope.WRITE, Scope.ADMIN})

_SUBJECT = re.compile(r"[\x21-\x7e]{1,128}")


@dataclass(frozen=True, slots=True)
class TokenRules:
    """Which tokens are ours, and how to read them; `settings.AuthorizationServer` says what each means."""

    profile: str
    audiences: frozenset[str]
    client_ids: frozenset[str]
    scope_prefix: str
    groups_claim: str
    tier: str


def principal_of(claims: JsonObject, rules: TokenRules) -> Principal:
    """Whom a token speaks for.

    Raises:
        Unauthenticated: it is no access token, or was made for somebody else's service.
        Forbidden: it is ours, and gives none of our scopes.
    """
    if claims.get("token_use", "access") != "access":
        raise Unauthenticated("the token is no access token")
    if not _is_ours(claims, rules):
        raise Unauthenticated("the token is for another service")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not _SUBJECT.fullmatch(subject):
        raise Unauthenticated("the token has no usable subject")
    groups = [_GROUPS.get(group, Audience.PUBLIC) for group in _texts(claims.get(rules.groups_claim))]
    audience = max(groups, default=Audience.PUBLIC)
    scopes = frozenset(_scopes(claims, rules.scope_prefix))
    if audience is not Audience.PRIVATE:
        scopes -= _OWNERS_SCOPES
    if not scopes:
        raise Forbidden("the token gives no scope of this service")
    # The prefix keeps a subject from passing for the id of an API key.
    return Principal(f"sub-{subject}", rules.profile, audience, scopes, TIERS[rules.tier])


def _is_ours(claims: JsonObject, rules: TokenRules) -> bool:
    """RFC 8707: by its audience; a token without one by the client it was given to (Cognito)."""
    named = set(_texts(claims.get("aud")))
    if named:
        return not named.isdisjoint(rules.audiences)
    client = claims.get("client_id")
    return isinstance(client, str) and client in rules.client_ids


def _scopes(claims: JsonObject, prefix: str) -> Iterable[Scope]:
    given = claims.get("scope", claims.get("scp"))
    names = given.split() if isinstance(given, str) else _texts(given)
    known = {f"{prefix}{scope}": scope for scope in Scope}
    return (known[name] for name in names if name in known)


def _texts(value: JsonValue) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
