"""Waiting for a process that was started to do its work."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep

import httpx

from twin_local.failure import StackFailure
from twin_local.processes import Running

_BOOT_SECONDS = 60.0
_POLL_SECONDS = 0.05


def wait_until(holds: Callable[[], bool], process: Running) -> None:
    """Wait until a started process is ready, as `holds` tells.

    Raises:
        StackFailure: if it ends, or is not ready in time.
    """
    limit = monotonic() + _BOOT_SECONDS
    while not holds():
        process.require_alive()
        if monotonic() > limit:
            raise StackFailure(f"{process.name} was not ready in {_BOOT_SECONDS:.0f} s; see {process.log}")
        sleep(_POLL_SECONDS)


def answers(url: str) -> bool:
    """Whether a GET of a local URL succeeds."""
    try:
        return httpx.get(url, timeout=2.0, trust_env=False).is_success
    except httpx.HTTPError:
        return False
