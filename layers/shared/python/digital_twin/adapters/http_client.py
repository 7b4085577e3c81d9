"""The one factory of pooled HTTP clients: every vendor SDK we talk through is given a client made here.

The SDKs' own clients have no timeout (Upstash Redis) or one of minutes (Upstash Vector), and drop an idle connection
after 5 s, so that a container that serves a question every ten seconds pays a TLS handshake for each.
"""

from __future__ import annotations

import ssl
from functools import cache
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    import httpx2

# Below the 350 s after which an AWS NAT gateway silently drops an idle connection.
KEEP_ALIVE_SECONDS = 300.0


def pooled_client(timeout: httpx.Timeout) -> httpx.AsyncClient:
    """Make a client that keeps its connections and shares one TLS context with all others.

    Args:
        timeout: bounds in seconds of each step of a request (connect, write, read, wait for the pool). A whole
            request is bounded by the caller's `Deadline`, not here.

    Returns:
        A client the caller owns and may close.
    """
    return httpx.AsyncClient(
        timeout=timeout, verify=_tls_context(), limits=httpx.Limits(keepalive_expiry=KEEP_ALIVE_SECONDS)
    )


def pooled_httpx2_client(timeout: float, connect: float) -> httpx2.AsyncClient:
    """Make such a client of httpx2, for the one SDK that takes no other.

    Args:
        timeout: bound in seconds of each step of a request but the first.
        connect: bound in seconds of the first.

    Returns:
        A client the caller owns and may close.
    """
    import httpx2  # noqa: PLC0415 - functions that do not talk to that vendor need not pay for it

    return httpx2.AsyncClient(
        timeout=httpx2.Timeout(timeout, connect=connect),
        verify=_tls_context(),
        limits=httpx2.Limits(keepalive_expiry=KEEP_ALIVE_SECONDS),
    )


@cache
def _tls_context() -> ssl.SSLContext:
    """Made once a process: loading the certificate store takes tens of milliseconds."""
    return httpx.create_ssl_context()
