"""The pooled clients every vendor SDK is given."""

from __future__ import annotations

from typing import Any, cast

import httpx
import httpx2

from digital_twin.adapters.http_client import KEEP_ALIVE_SECONDS, pooled_client, pooled_httpx2_client


def _pool(client: httpx.AsyncClient | httpx2.AsyncClient) -> Any:  # noqa: ANN401 -- httpx shows a client's pool to nobody
    return cast("Any", client)._transport._pool


async def test_a_client_has_the_timeouts_it_was_asked_for() -> None:
    """No step of a request is unbounded."""
    timeout = httpx.Timeout(2.0, connect=1.0)
    async with pooled_client(timeout) as client:
        assert client.timeout == timeout


async def test_a_client_keeps_idle_connections_between_questions() -> None:
    """Longer than the 5 s the SDKs' own clients keep them."""
    async with pooled_client(httpx.Timeout(1.0)) as client:
        assert _pool(client)._keepalive_expiry == KEEP_ALIVE_SECONDS > 60


async def test_all_clients_share_one_tls_context() -> None:
    """The certificate store is loaded once."""
    async with pooled_client(httpx.Timeout(1.0)) as one, pooled_client(httpx.Timeout(9.0)) as other:
        assert _pool(one)._ssl_context is _pool(other)._ssl_context


async def test_a_client_of_the_other_library_is_no_different() -> None:
    """Bounded, kept alive, and under the same TLS context."""
    async with pooled_httpx2_client(2.0, connect=1.0) as client, pooled_client(httpx.Timeout(1.0)) as other:
        assert client.timeout == httpx2.Timeout(2.0, connect=1.0)
        assert _pool(client)._keepalive_expiry == KEEP_ALIVE_SECONDS
        assert _pool(client)._ssl_context is _pool(other)._ssl_context
