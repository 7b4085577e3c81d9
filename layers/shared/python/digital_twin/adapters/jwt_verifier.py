"""Access tokens verified with the authorization server's published keys (RFC 7517, 7519).

The keys are read when first needed and kept; while the server is down, known keys stay good for a day.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import cast

import httpx
import jwt

from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import KeysUnavailable

# What Cognito and the common providers sign with. Never `none`, never a shared secret.
_ALGORITHMS = frozenset({"RS256", "ES256"})

# A longer token is no token of ours, and not worth parsing.
_LONGEST_TOKEN = 8192
_LARGEST_KEY_SET = 100_000

# Seconds. Keys are rotated by publishing the new one long before it is used; one that is not known is looked for at
# once, but not more often than every so often, or invented key ids would make us ask without end.
_FRESH, _USABLE, _BETWEEN_READS, _AFTER_FAILURE = 3600.0, 86_400.0, 60.0, 5.0

# Seconds a server's clock may be ahead of ours or behind.
_LEEWAY = 30

# Seconds for the whole read: API Gateway and the caller wait behind it.
_READ_SECONDS = 2.0
TIMEOUT = httpx.Timeout(_READ_SECONDS, connect=1.0)


class JwtVerifier:
    """The tokens of one issuer."""

    def __init__(self, issuer: str, keys_url: str, client: httpx.AsyncClient, clock: Callable[[], float]) -> None:
        """Wire the adapter; `clock` gives monotonic seconds."""
        self._issuer = issuer
        self._keys_url = keys_url
        self._client = client
        self._clock = clock
        self._keys: dict[str, jwt.PyJWK] = {}
        self._read_at: float | None = None
        self._next_read_at: float | None = None
        self._reading = asyncio.Lock()

    async def verify(self, token: str) -> JsonObject | None:
        """The claims of a token whose signature, issuer and times are in order; None for any other.

        Raises:
            KeysUnavailable: it may be one, but the keys could not be read.
        """
        if len(token) > _LONGEST_TOKEN:
            return None
        try:
            header = jwt.get_unverified_header(token)
        except jwt.InvalidTokenError:
            return None
        key_id, algorithm = header.get("kid"), header.get("alg")
        if not isinstance(key_id, str) or algorithm not in _ALGORITHMS:
            return None
        key = await self._key(key_id)
        # A key says itself what it is for; a token that names another algorithm is forged.
        if key is None or key.algorithm_name != algorithm:
            return None
        try:
            claims = jwt.decode(
                token,
                key,
                algorithms=[key.algorithm_name],
                issuer=self._issuer,
                leeway=_LEEWAY,
                # Whom it is for is a decision of the domain: Cognito's tokens have no audience.
                options={"require": ["exp", "iat", "iss", "sub"], "verify_aud": False},
            )
        except jwt.InvalidTokenError:
            return None
        return cast("JsonObject", claims)

    async def _key(self, key_id: str) -> jwt.PyJWK | None:
        if key_id not in self._keys or not self._is_within(self._read_at, _FRESH):
            async with self._reading:
                await self._refresh()
        return self._keys.get(key_id)

    async def _refresh(self) -> None:
        """Read the keys, unless another request just did or tried."""
        is_usable = self._is_within(self._read_at, _USABLE)
        now = self._clock()
        if self._next_read_at is not None and now < self._next_read_at:
            if is_usable:
                return
            raise KeysUnavailable("the authorization server's keys could not be read a moment ago")
        self._next_read_at = now + _AFTER_FAILURE
        try:
            self._keys = await self._read()
        except KeysUnavailable:
            if not is_usable:
                raise
        else:
            self._read_at, self._next_read_at = now, now + _BETWEEN_READS

    async def _read(self) -> dict[str, jwt.PyJWK]:
        try:
            async with asyncio.timeout(_READ_SECONDS):
                reply = await self._client.get(self._keys_url, headers={"Accept": "application/json"})
        except (httpx.HTTPError, TimeoutError) as error:
            raise KeysUnavailable(f"the authorization server's keys: {type(error).__name__}") from error
        if reply.status_code != HTTPStatus.OK or len(reply.content) > _LARGEST_KEY_SET:
            raise KeysUnavailable(f"the authorization server's keys: status {reply.status_code}")
        try:
            listed = cast("list[dict[str, object]]", reply.json()["keys"])
            return {str(entry["kid"]): key for entry in listed if (key := _signing_key(entry)) is not None}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise KeysUnavailable("the authorization server's keys are unreadable") from error

    def _is_within(self, moment: float | None, seconds: float) -> bool:
        return moment is not None and self._clock() - moment < seconds


def _signing_key(entry: dict[str, object]) -> jwt.PyJWK | None:
    """A published key that signs with an algorithm we take; None for any other, which the set may hold as well."""
    if "kid" not in entry or entry.get("use", "sig") != "sig":
        return None
    try:
        key = jwt.PyJWK(entry)
    except jwt.PyJWTError:
        return None
    return key if key.algorithm_name in _ALGORITHMS else None
