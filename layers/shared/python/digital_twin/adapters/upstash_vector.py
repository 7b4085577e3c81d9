"""One region's Upstash Vector index. It proposes chunk ids; it must never be the source of a text or of an access.

A profile is a namespace, and every audience's chunks live in it. The index embeds the texts itself.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from itertools import batched
from typing import Any, override

import httpx
from pydantic import SecretStr
from upstash_vector.core.index_operations import AsyncIndexOperations
from upstash_vector.errors import UpstashError
from upstash_vector.http import execute_with_parameters_async, generate_headers
from upstash_vector.types import Data, QueryMode

from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Candidate, Chunk
from digital_twin.errors import IndexUnavailable

# Bounds of one HTTP call in seconds; a request's own deadline is tighter. Reading is long because an upsert is
# answered after its texts are embedded.
TIMEOUT = httpx.Timeout(10.0, connect=2.0)

# Upstash suggests at most 1,000 vectors an upsert; fewer, because each is also embedded within `TIMEOUT`.
_UPSERT_BATCH = 50
# Ids are cheap, so deletions and scans go by the most the vendor documents for one call.
_ID_BATCH = 1_000

# The SDK puts the namespace into the URL unescaped.
_NAMESPACE = re.compile(r"[A-Za-z0-9_-]+")


class UpstashVectorIndex:
    """A `VectorIndex` over the official SDK.

    Args:
        region: the region's name.
        url: the index's REST URL.
        token: its REST token, which must allow writing where `upsert` and `delete` are used.
        client: the HTTP client to use, with timeouts; the caller owns it.
    """

    def __init__(self, region: str, url: str, token: SecretStr, client: httpx.AsyncClient) -> None:
        self._region = region
        self._index = _Operations(url, token, client)

    @property
    def region(self) -> str:
        """The region's name."""
        return self._region

    async def search(self, profile: str, text: str, *, top_k: int, audience: Audience) -> list[Candidate]:
        """The nearest chunks at or below `audience`, best first; scores are (1 + cosine) / 2.

        Raises:
            IndexUnavailable: if the region gave no readable answer.
        """
        namespace = _namespace(profile)
        with self._translated():
            results = await self._index.query(
                data=text,
                top_k=top_k,
                # The filter holds a number of our own and nothing a caller wrote: the language has no escapes.
                filter=f"audience <= {audience.value:d}",
                namespace=namespace,
                # A hybrid index would answer with fused ranks, which are no similarities.
                query_mode=QueryMode.DENSE,
            )
            return [Candidate(result.id, float(result.score)) for result in results]

    async def chunk_ids(self, profile: str) -> set[str]:
        """Every chunk id the index holds for a profile.

        Raises:
            IndexUnavailable: if the region gave no readable answer.
        """
        namespace = _namespace(profile)
        found: set[str] = set()
        cursor = "0"
        while cursor:
            with self._translated():
                page = await self._index.range(cursor=cursor, limit=_ID_BATCH, namespace=namespace)
                found.update(vector.id for vector in page.vectors)
                cursor = page.next_cursor
        return found

    async def upsert(self, profile: str, chunks: Sequence[Chunk]) -> None:
        """Add or replace chunks, batch by batch; a failure leaves the batches before it written.

        Raises:
            IndexUnavailable: if the region did not confirm.
        """
        namespace = _namespace(profile)
        for batch in batched(chunks, _UPSERT_BATCH, strict=False):
            with self._translated():
                await self._index.upsert(  # pyright: ignore[reportUnknownMemberType] -- the SDK also takes bare dicts
                    [_to_data(chunk) for chunk in batch], namespace=namespace
                )

    async def delete(self, profile: str, chunk_ids: Sequence[str]) -> None:
        """Remove chunks; unknown ids are ignored.

        Raises:
            IndexUnavailable: if the region did not confirm.
        """
        namespace = _namespace(profile)
        for batch in batched(chunk_ids, _ID_BATCH, strict=False):
            with self._translated():
                await self._index.delete(list(batch), namespace=namespace)

    async def is_settled(self) -> bool:
        """Whether everything written so far, to any namespace, can be searched.

        Raises:
            IndexUnavailable: if the region gave no readable answer.
        """
        with self._translated():
            info = await self._index.info()
            return info.pending_vector_count == 0

    @contextmanager
    def _translated(self) -> Generator[None]:
        """Turn the SDK's failures into ours.

        The SDK looks at the body only, never at the HTTP status, so a reply of an unexpected shape surfaces as
        whatever reading it raises.
        """
        try:
            yield
        except (UpstashError, httpx.HTTPError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise IndexUnavailable(f"the vector index in {self._region} failed: {type(error).__name__}") from error


class _Operations(AsyncIndexOperations):
    """The SDK's operations over a client of ours.

    Its `AsyncIndex` makes a client of its own: ten minutes of timeout, connections dropped after 5 idle seconds, and
    a TLS context of 40 to 180 ms a region at every cold start. It also sleeps and retries on any exception, where we
    turn to another region.
    """

    def __init__(self, url: str, token: SecretStr, client: httpx.AsyncClient) -> None:
        self._url = url
        self._client = client
        self._headers = generate_headers(token.get_secret_value(), allow_telemetry=False)

    @override
    async def _execute_request_async(self, payload: Any = "", path: str = "") -> Any:
        return await execute_with_parameters_async(
            url=f"{self._url}{path}",
            client=self._client,
            headers=self._headers,
            retries=0,
            retry_interval=0.0,
            payload=payload,
        )


def _to_data(chunk: Chunk) -> Data:
    return Data(chunk.id, data=chunk.text, metadata={"audience": chunk.audience.value, "section": chunk.section})


def _namespace(profile: str) -> str:
    """The profile's namespace.

    Raises:
        ValueError: if the id cannot stand in a URL as it is; ids are made by us, so this is a bug.
    """
    if not _NAMESPACE.fullmatch(profile):
        raise ValueError(f"profile id {profile!r} is not a namespace")
    return profile
