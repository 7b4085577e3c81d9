"""Principals across the gateway: what the authorizer writes into its context, and functions read out of it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from digital_twin.domain.access import TIERS, Audience, Principal, Scope
from digital_twin.errors import Unauthenticated


def to_context(principal: Principal) -> dict[str, str]:
    """A principal as API Gateway authorizer context, which holds only strings."""
    return {
        "id": principal.id,
        "profile": principal.profile,
        "audience": principal.audience.label,
        "scopes": " ".join(sorted(principal.scopes)),
        "tier": principal.tier.name,
    }


def from_event(event: dict[str, Any]) -> Principal:
    """The principal of an API Gateway proxy event.

    Raises:
        Unauthenticated: the event has none, or one that does not read back whole; nothing is assumed.
    """
    request_context = cast("dict[str, Any]", event.get("requestContext") or {})
    context = cast("dict[str, Any]", request_context.get("authorizer") or {})
    try:
        return _principal(*(_text(context, key) for key in ("id", "profile", "audience", "scopes", "tier")))
    except (KeyError, ValueError) as error:
        raise Unauthenticated("the request carries no principal") from error


@lru_cache(maxsize=256)
def _principal(id_: str, profile: str, audience: str, scopes: str, tier: str) -> Principal:
    """A container serves the same few callers again and again."""
    return Principal(
        id=id_,
        profile=profile,
        audience=Audience.from_label(audience),
        scopes=frozenset(Scope(scope) for scope in scopes.split()),
        tier=TIERS[tier],
    )


def _text(context: dict[str, Any], key: str) -> str:
    value = context[key]
    if not isinstance(value, str) or not value:
        raise ValueError(key)
    return value
