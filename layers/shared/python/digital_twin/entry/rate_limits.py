"""The RateLimit headers (draft-ietf-httpapi-ratelimit-headers-10)."""

from __future__ import annotations

from digital_twin.ports import LimitState

# Seconds a limit's window lasts; a limit without one is on what runs at the same time.
_WINDOWS = {"minute": 60, "day": 86_400, "route": 60, "container": 60}


def limit_headers(limit: LimitState) -> dict[str, str]:
    """RateLimit and RateLimit-Policy for the limit nearest to its end."""
    window = f";w={_WINDOWS[limit.name]}" if limit.name in _WINDOWS else ""
    return {
        "RateLimit-Policy": f'"{limit.name}";q={limit.quota}{window}',
        "RateLimit": f'"{limit.name}";r={limit.remaining};t={limit.reset}',
    }
