"""Faults of the local stack's Upstash-compatible servers, for as long as a `with` lasts."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager

import httpx


@contextmanager
def fault(urls: Sequence[str], mode: str, seconds: float = 0.0) -> Generator[None]:
    """Put servers into a fault mode of `twin_local.faults`, and out of it again."""
    try:
        for url in urls:
            _set(url, {"mode": mode, "seconds": seconds})
        yield
    finally:
        for url in urls:
            _set(url, {"mode": "none"})


def _set(url: str, body: dict[str, object]) -> None:
    httpx.post(f"{url}/_local/faults", json=body, trust_env=False).raise_for_status()
