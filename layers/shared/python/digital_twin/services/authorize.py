"""Resolving a credential to a principal. Fails closed: whatever is not known to be good is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from digital_twin.domain.access import TIERS, Principal, hash_key
from digital_twin.errors import Unauthenticated
from digital_twin.ports import GrantStore

# What `twin keys create` makes: a prefix secret scanners can find, and 256 random bits in base64url.
_API_KEY = re.compile(r"twin_[A-Za-z0-9_-]{43}")
_BEARER = re.compile(r"[Bb]earer +(\S+) *")


class AuthorizeService:
    """The authorizer's use case."""

    def __init__(self, grants: GrantStore, now: Callable[[], datetime]) -> None:
        self._grants = grants
        self._now = now

    async def authorize(self, authorization: str) -> Principal:
        """The principal behind an `Authorization` header.

        Raises:
            Unauthenticated: no bearer credential, or one that is unknown, expired or of an unknown tier.
            StoreUnavailable: the table failed, so nobody can be let in.
        """
        match = _BEARER.fullmatch(authorization)
        if match is None or not _API_KEY.fullmatch(match[1]):
            raise Unauthenticated("no usable bearer credential")
        grant = await self._grants.find(hash_key(match[1]))
        if grant is None or not grant.is_live(self._now()) or grant.tier not in TIERS:
            raise Unauthenticated("the credential is unknown or has expired")
        return Principal(grant.id, grant.profile, grant.audience, grant.scopes, TIERS[grant.tier])
