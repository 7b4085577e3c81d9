"""The adapter on the wire: the requests it makes, and every way the vendor can fail it."""

from __future__ import annotations

import json
import socket
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fakes.vector_server import TOKEN, vector_adapter, vector_server
from pydantic import SecretStr

from digital_twin.adapters.upstash_vector import TIMEOUT, UpstashVectorIndex
from digital_twin.domain.access import Audience
from digital_twin.domain.evidence import Chunk
from digital_twin.errors import IndexUnavailable

CHUNK = Chunk("c-1", "work", "/work/0", "Led the billing migration", Audience.RECRUITER)


@asynccontextmanager
async def answering(
    reply: Callable[[httpx.Request], httpx.Response],
) -> AsyncGenerator[UpstashVectorIndex]:
    """The adapter over a transport that answers every request with `reply`."""
    async with httpx.AsyncClient(transport=httpx.MockTransport(reply)) as client:
        yield UpstashVectorIndex("eu-west-1", "https://index.example", SecretStr(TOKEN), client)


class Recorder:
    """Answers with the given results in turn, and keeps the requests."""

    def __init__(self, *results: object) -> None:
        self.requests: list[httpx.Request] = []
        self._results = list(results)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer with the next result."""
        self.requests.append(request)
        return httpx.Response(200, json={"result": self._results.pop(0)})

    @property
    def bodies(self) -> list[Any]:
        """What was sent, in order."""
        return [json.loads(request.content) for request in self.requests]


async def test_a_search_asks_for_dense_ids_and_scores_below_the_audience() -> None:
    """One POST into the profile's namespace, with a filter made of the audience alone and nothing included."""
    vendor = Recorder([{"id": "c-1", "score": 0.8}])
    async with answering(vendor) as index:
        await index.search("ada", "who' OR audience <= 2 --", top_k=7, audience=Audience.RECRUITER)

    [request] = vendor.requests
    assert (request.method, str(request.url)) == ("POST", "https://index.example/query-data/ada")
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert not [name for name in request.headers if name.startswith("upstash-telemetry")]
    assert vendor.bodies == [
        {
            "data": "who' OR audience <= 2 --",
            "topK": 7,
            "filter": "audience <= 1",
            "queryMode": "DENSE",
            "includeVectors": False,
            "includeMetadata": False,
            "includeData": False,
        }
    ]


async def test_an_upsert_sends_text_with_audience_and_section_in_batches() -> None:
    """Chunks travel as text to be embedded there, fifty a request."""
    vendor = Recorder("Success", "Success")
    chunks = [Chunk(f"c-{n}", "work", "/work", f"text {n}", Audience.PRIVATE) for n in range(60)]
    async with answering(vendor) as index:
        await index.upsert("ada", chunks)

    assert [request.url.path for request in vendor.requests] == ["/upsert-data/ada"] * 2
    first, second = vendor.bodies
    assert (len(first), len(second)) == (50, 10)
    assert first[0] == {"id": "c-0", "data": "text 0", "metadata": {"audience": 2, "section": "work"}}


async def test_ids_are_read_page_by_page_to_the_end() -> None:
    """The cursor of a page leads to the next; an empty one ends the scan."""
    vendor = Recorder(
        {"nextCursor": "1000", "vectors": [{"id": "c-1"}]},
        {"nextCursor": "", "vectors": [{"id": "c-2"}]},
    )
    async with answering(vendor) as index:
        assert await index.chunk_ids("ada") == {"c-1", "c-2"}

    assert [body["cursor"] for body in vendor.bodies] == ["0", "1000"]


async def test_writing_nothing_makes_no_call() -> None:
    """The SDK cannot send an empty upsert, and an empty deletion is a wasted round trip."""
    vendor = Recorder()
    async with answering(vendor) as index:
        await index.upsert("ada", [])
        await index.delete("ada", [])

    assert vendor.requests == []


@pytest.mark.parametrize("profile", ["", "a/b", "a b", "a?all", "ä", "../x"])
async def test_a_profile_id_that_cannot_stand_in_a_url_is_refused(profile: str) -> None:
    """The SDK does not escape namespaces, so nothing else may reach the URL."""
    vendor = Recorder()
    async with answering(vendor) as index:
        with pytest.raises(ValueError, match="not a namespace"):
            await index.search(profile, "billing", top_k=1, audience=Audience.PUBLIC)

    assert vendor.requests == []


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(httpx.Response(401, json={"error": "Unauthorized", "status": 401}), id="unauthorized"),
        pytest.param(httpx.Response(429, json={"error": "daily limit", "status": 429}), id="throttled"),
        pytest.param(httpx.Response(500, html="<html></html>"), id="html"),
        pytest.param(httpx.Response(200, content=b"\xff\xfe"), id="not text"),
        pytest.param(httpx.Response(503, json={"message": "unavailable"}), id="no result"),
        pytest.param(httpx.Response(200, json=[]), id="a list"),
        pytest.param(httpx.Response(200, json=3), id="a number"),
        pytest.param(httpx.Response(200, json={"result": None}), id="null result"),
        pytest.param(httpx.Response(200, json={"result": ["c-1"]}), id="hits that are no objects"),
        pytest.param(httpx.Response(200, json={"result": [{"id": "c-1"}]}), id="a hit without a score"),
        pytest.param(httpx.Response(200, json={"result": [{"id": "c-1", "score": "x"}]}), id="a score of text"),
    ],
)
async def test_an_unreadable_reply_is_an_unavailable_index(reply: httpx.Response) -> None:
    """Whatever the SDK stumbles over, the caller sees one error, chained to its cause, without the vendor's text."""
    async with answering(lambda _request: reply) as index:
        with pytest.raises(IndexUnavailable, match="eu-west-1") as caught:
            await index.search("ada", "billing", top_k=1, audience=Audience.PUBLIC)

    assert caught.value.__cause__ is not None
    assert "daily limit" not in str(caught.value)


@pytest.mark.parametrize("mode", ["fail", "garbage", "throttle", "die", "slow"])
async def test_a_failing_server_is_an_unavailable_index(tmp_path: Path, mode: str) -> None:
    """Over a real connection, each fault costs one request: nothing is retried here."""
    async with vector_server(tmp_path) as server, vector_adapter(server.url, patience=0.1) as index:
        await server.fault(mode, seconds=0.3)

        with pytest.raises(IndexUnavailable):
            await index.search("ada", "billing", top_k=1, audience=Audience.PUBLIC)

        assert await server.requests() == {"/query-data/ada": 1}


async def test_a_refused_connection_is_an_unavailable_index() -> None:
    """Nobody listens there."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        async with vector_adapter(f"http://127.0.0.1:{held.getsockname()[1]}") as index:
            with pytest.raises(IndexUnavailable):
                await index.is_settled()


async def test_a_wrong_token_is_an_unavailable_index(tmp_path: Path) -> None:
    """A credential that was rotated must not look like an empty index."""
    async with vector_server(tmp_path) as server, vector_adapter(server.url, token="another") as index:
        with pytest.raises(IndexUnavailable):
            await index.chunk_ids("ada")


async def test_more_ids_than_a_page_holds_are_all_listed(tmp_path: Path) -> None:
    """Scanning goes on past the first thousand."""
    chunks = [Chunk(f"c-{n}", "work", "/work", f"word{n}", Audience.PUBLIC) for n in range(1_001)]
    async with vector_server(tmp_path) as server, vector_adapter(server.url) as index:
        await index.upsert("ada", chunks)

        assert await index.chunk_ids("ada") == {chunk.id for chunk in chunks}
        assert (await server.requests())["/range/ada"] == 2


async def test_calls_share_one_connection(tmp_path: Path) -> None:
    """The adapter uses the client it was given, with its pool."""
    async with vector_server(tmp_path) as server, vector_adapter(server.url) as index:
        for _ in range(5):
            await index.is_settled()
        await index.upsert("ada", [CHUNK])

        reply = await server.control.get("/_local/requests")
        assert reply.json()["connections"] == 1


def test_a_call_is_bounded_in_time() -> None:
    """No step of a call may wait without end: the SDK's own default is ten minutes."""
    assert all(seconds is not None and seconds <= 10 for seconds in TIMEOUT.as_dict().values())
