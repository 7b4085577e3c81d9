"""Resolving a credential to a principal. Fails closed: whatever is not known to be good is refused."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from digital_twin.domain.access import TIERS, Audience, Principal, Scope, hash_key
from digital_twin.domain.tokens import TokenRules, principal_of
from digital_twin.errors import Unauthenticated
from digital_twin.ports import GrantStore, TokenVerifier

# What `twin keys create` makes: a prefix secret scanners can find, and 256 random bits in base64url.
_API_KEY = re.compile(r"twin_[A-Za-z0-9_-]{43}")
# Three parts of base64url (RFC 7515); an unsigned token has an empty last part.
_TOKEN = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_BEARER = re.compile(r"[Bb]earer +(\S+) *")

_READING = frozenset({Scope.QUERY, Scope.SEARCH, Scope.READ})
_ANONYMOUS_TIER = TIERS["free"]

# One subscriber has a whole network of this many bits (RFC 6177), and could come from a new address every time.
_IPV6_NETWORK = 64


@dataclass(frozen=True, slots=True)
class TokenAuthority:
    """The authorization server: its tokens' verifier, and what they give."""

    verifier: TokenVerifier
    rules: TokenRules


class AuthorizeService:
    """The authorizer's use case."""

    def __init__(
        self,
        grants: GrantStore,
        now: Callable[[], datetime],
        tokens: TokenAuthority | None = None,
        anonymous_profile: str | None = None,
    ) -> None:
        self._grants = grants
        self._now = now
        self._tokens = tokens
        self._anonymous_profile = anonymous_profile

    async def authorize(self, authorization: str) -> Principal:
        """The principal behind an `Authorization` header.

        Raises:
            Unauthenticated: no bearer credential, or one that is unknown, expired or of an unknown tier.
            Forbidden: an access token without any scope of ours.
            StoreUnavailable: the table failed, so nobody can be let in.
            KeysUnavailable: the authorization server's keys could not be read, so no token can be checked.
        """
        match = _BEARER.fullmatch(authorization)
        if match is None:
            raise Unauthenticated("no usable bearer credential")
        if _API_KEY.fullmatch(match[1]):
            return await self._of_key(match[1])
        if self._tokens is not None and _TOKEN.fullmatch(match[1]):
            return await self._of_token(match[1], self._tokens)
        raise Unauthenticated("no usable bearer credential")

    def anonymous(self, source_ip: str) -> Principal:
        """The public, for a caller without a credential: one principal, and so one set of limits, for each address.

        Raises:
            Unauthenticated: this deployment knows no anonymous callers, or the address cannot be read.
        """
        if self._anonymous_profile is None:
            raise Unauthenticated("no credential")
        try:
            address = ipaddress.ip_address(source_ip)
        except ValueError as error:
            raise Unauthenticated("no credential and no address") from error
        counted = str(address)
        if isinstance(address, ipaddress.IPv6Address):
            counted = str(ipaddress.ip_network((address, _IPV6_NETWORK), strict=False))
        # Limits are kept by principal; an address is personal data, and nothing there has to know it.
        digest = hashlib.sha256(counted.encode()).hexdigest()[:16]
        return Principal(f"anonymous-{digest}", self._anonymous_profile, Audience.PUBLIC, _READING, _ANONYMOUS_TIER)

    async def _of_key(self, key: str) -> Principal:
        grant = await self._grants.find(hash_key(key))
        if grant is None or not grant.is_live(self._now()) or grant.tier not in TIERS:
            raise Unauthenticated("the credential is unknown or has expired")
        return Principal(grant.id, grant.profile, grant.audience, grant.scopes, TIERS[grant.tier])

    async def _of_token(self, token: str, authority: TokenAuthority) -> Principal:
        claims = await authority.verifier.verify(token)
        if claims is None:
            raise Unauthenticated("the token is not valid")
        return principal_of(claims, authority.rules)
