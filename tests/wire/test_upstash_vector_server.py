"""The local Upstash-Vector-compatible server, through the vendor's own SDK."""

# The SDK annotates metadata as bare dicts.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from fakes.embedder import WordEmbedder
from fakes.vector_server import TOKEN, VectorServer, vector_server
from upstash_vector import AsyncIndex, Vector
from upstash_vector.errors import UpstashError
from upstash_vector.types import Data, MetadataUpdateMode, QueryMode

EAST, NORTH = [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]


@asynccontextmanager
async def sdk(server: VectorServer, token: str = TOKEN) -> AsyncGenerator[AsyncIndex]:
    """The SDK's index, closed afterwards."""
    index = AsyncIndex(server.url, token, retries=0, allow_telemetry=False)
    try:
        yield index
    finally:
        await index._client.aclose()  # pyright: ignore[reportPrivateUsage] -- it has no close


@pytest.fixture
async def server(tmp_path: Path) -> AsyncGenerator[VectorServer]:
    """A running server of three dimensions."""
    async with vector_server(tmp_path, embedder=WordEmbedder(dimension=3)) as running:
        yield running


@pytest.fixture
async def index(server: VectorServer) -> AsyncGenerator[AsyncIndex]:
    """The SDK talking to it."""
    async with sdk(server) as client:
        yield client


async def _upsert_compass(index: AsyncIndex, namespace: str = "") -> None:
    await index.upsert(
        [
            Vector("east", EAST, {"kind": "axis", "n": 1}, "to the east"),
            Vector("west", [-1.0, 0.0, 0.0], {"kind": "axis", "n": 2}),
            Vector("north", NORTH, {"kind": "pole", "n": 3}),
        ],
        namespace=namespace,
    )


async def test_scores_are_one_plus_cosine_halved(index: AsyncIndex) -> None:
    """The same direction scores 1, a right angle 0.5, the opposite 0."""
    await _upsert_compass(index)

    hits = await index.query(vector=[2.0, 0.0, 0.0])

    assert [(hit.id, hit.score) for hit in hits] == [("east", 1.0), ("north", 0.5), ("west", 0.0)]
    assert (hits[0].vector, hits[0].metadata, hits[0].data) == (None, None, None)


async def test_a_query_includes_what_it_asks_for(index: AsyncIndex) -> None:
    """Vector, metadata and data come back on request, and are absent where there are none."""
    await _upsert_compass(index)

    [east, north] = await index.query(
        vector=EAST, top_k=2, include_vectors=True, include_metadata=True, include_data=True
    )

    assert (east.vector, east.metadata, east.data) == (EAST, {"kind": "axis", "n": 1}, "to the east")
    assert north.data is None


async def test_a_query_is_narrowed_by_a_filter(index: AsyncIndex) -> None:
    """Only records whose metadata fit are ranked."""
    await _upsert_compass(index)

    hits = await index.query(vector=EAST, filter="kind = 'axis' AND n > 1")

    assert [hit.id for hit in hits] == ["west"]


async def test_text_is_embedded_and_kept(index: AsyncIndex) -> None:
    """Data goes in as text, is found by text, and can be fetched."""
    await index.upsert([Data("a", "alpha", {"n": 1}), Data("b", "beta beta")])

    [hit] = await index.query(data="alpha", top_k=1, query_mode=QueryMode.DENSE)
    [fetched] = await index.fetch("a", include_data=True, include_metadata=True)

    assert (hit.id, hit.score) == ("a", pytest.approx(1.0))
    assert fetched is not None
    assert (fetched.data, fetched.metadata) == ("alpha", {"n": 1})


async def test_a_batch_of_queries_gets_a_list_of_replies(index: AsyncIndex) -> None:
    """Two queries, two lists."""
    await _upsert_compass(index)

    replies = await index.query_many(queries=[{"vector": EAST, "top_k": 1}, {"vector": NORTH, "top_k": 1}])

    assert [[hit.id for hit in hits] for hits in replies] == [["east"], ["north"]]


async def test_a_batch_of_one_query_gets_one_flat_list(server: VectorServer, index: AsyncIndex) -> None:
    """The vendor's quirk, which its SDK works around."""
    await _upsert_compass(index)

    reply = await server.control.post(
        "/query", json=[{"vector": EAST, "topK": 1}], headers={"Authorization": f"Bearer {TOKEN}"}
    )

    assert reply.json() == {"result": [{"id": "east", "score": 1.0}]}


async def test_fetching_keeps_the_order_and_marks_the_unknown(index: AsyncIndex) -> None:
    """Ids are answered in place; a prefix answers what it covers."""
    await _upsert_compass(index)

    by_id = await index.fetch(["north", "nowhere", "east"])
    by_prefix = await index.fetch(prefix="no")

    assert [record and record.id for record in by_id] == ["north", None, "east"]
    assert [record and record.id for record in by_prefix] == ["north"]


async def test_a_range_goes_through_all_records_while_they_are_deleted(index: AsyncIndex) -> None:
    """The cursor stays true when what was read is removed before the next page."""
    await _upsert_compass(index)

    first = await index.range(limit=2)
    await index.delete([record.id for record in first.vectors])
    second = await index.range(cursor=first.next_cursor, limit=2)

    assert [record.id for record in first.vectors + second.vectors] == ["east", "west", "north"]
    assert second.next_cursor == ""
    assert [record.id for record in (await index.range(cursor="0", limit=9, prefix="no")).vectors] == ["north"]


@pytest.mark.parametrize(
    ("selection", "left"),
    [
        ({"ids": ["east", "nowhere"]}, ["west", "north"]),
        ({"prefix": "n"}, ["east", "west"]),
        ({"filter": "n < 2"}, ["west", "north"]),
    ],
)
async def test_records_are_deleted_by_id_prefix_or_filter(
    index: AsyncIndex, selection: dict[str, object], left: list[str]
) -> None:
    """The reply counts what was there."""
    await _upsert_compass(index)

    reply = await index.delete(**selection)  # pyright: ignore[reportArgumentType] -- one of the three keywords each

    assert reply.deleted == 1
    assert [record.id for record in (await index.range(limit=9)).vectors] == left


async def test_metadata_is_overwritten_or_patched(index: AsyncIndex) -> None:
    """A patch follows RFC 7396: null removes, the rest is merged."""
    await _upsert_compass(index)

    assert await index.update(
        "east", metadata={"kind": None, "b": {"x": 1}}, metadata_update_mode=MetadataUpdateMode.PATCH
    )
    assert await index.update("west", metadata={"only": True})

    east, west = await index.fetch(["east", "west"], include_metadata=True)
    assert east is not None
    assert west is not None
    assert (east.metadata, west.metadata) == ({"n": 1, "b": {"x": 1}}, {"only": True})


async def test_an_update_moves_the_vector(index: AsyncIndex) -> None:
    """By a vector, or by new text that is embedded; the rest stays."""
    await _upsert_compass(index)
    await index.upsert([Data("text", "alpha")])

    assert await index.update("east", vector=NORTH)
    assert await index.update("text", data="gamma")
    assert not await index.update("nowhere", vector=NORTH)

    east, text = await index.fetch(["east", "text"], include_vectors=True, include_data=True)
    assert east is not None
    assert text is not None
    assert (east.vector, east.data) == (NORTH, "to the east")
    assert (text.vector, text.data) == (WordEmbedder(3).embed(["gamma"])[0].tolist(), "gamma")


async def test_namespaces_come_with_the_first_write_and_go_when_told(index: AsyncIndex) -> None:
    """The default namespace, whose name is empty, is always there."""
    await _upsert_compass(index, namespace="ada")
    assert await index.list_namespaces() == ["", "ada"]
    assert await index.query(vector=EAST) == []

    await index.delete_namespace("ada")

    assert await index.list_namespaces() == [""]
    with pytest.raises(UpstashError, match=r"Namespace ada for the index .* does not exist"):
        await index.delete_namespace("ada")


async def test_a_reset_empties_one_namespace_or_all(index: AsyncIndex) -> None:
    """The namespaces stay."""
    for namespace in ("", "ada", "grace"):
        await _upsert_compass(index, namespace=namespace)

    await index.reset("ada")
    assert [info.vector_count for info in (await index.info()).namespaces.values()] == [3, 0, 3]

    await index.reset(all=True)
    assert [info.vector_count for info in (await index.info()).namespaces.values()] == [0, 0, 0]


async def test_info_describes_the_index(index: AsyncIndex) -> None:
    """Counts over all namespaces, the dimension, and which model embeds."""
    await _upsert_compass(index)
    await _upsert_compass(index, namespace="ada")

    info = await index.info()

    assert (info.vector_count, info.pending_vector_count, info.dimension) == (6, 0, 3)
    assert info.similarity_function == "COSINE"
    assert info.index_size > 0
    assert info.dense_index is not None
    assert info.dense_index.embedding_model == "word-overlap"


async def test_writes_stay_pending_for_the_index_delay(tmp_path: Path) -> None:
    """Until it is over, searches see what was there before; then the new vector."""
    async with vector_server(tmp_path, embedder=WordEmbedder(3), index_delay=2.0) as server, sdk(server) as index:
        await index.upsert([Vector("a", EAST)])
        server.clock.now = 2.0
        await index.upsert([Vector("a", NORTH), Vector("b", EAST)])

        assert (await index.info()).pending_vector_count == 2
        assert [(hit.id, hit.score) for hit in await index.query(vector=EAST)] == [("a", 1.0)]

        server.clock.now = 4.0

        assert (await index.info()).pending_vector_count == 0
        assert [(hit.id, hit.score) for hit in await index.query(vector=EAST)] == [("b", 1.0), ("a", 0.5)]


async def test_everything_survives_a_restart(tmp_path: Path) -> None:
    """Vectors, metadata, data and namespaces are on disk, and texts need no second embedding."""
    async with vector_server(tmp_path) as server, sdk(server) as index:
        await index.upsert([Data("a", "alpha", {"n": 1})], namespace="ada")

    model = WordEmbedder()
    async with vector_server(tmp_path, embedder=model) as server, sdk(server) as index:
        [hit] = await index.query(data="alpha", namespace="ada", include_metadata=True, include_data=True)

    assert (hit.id, hit.metadata, hit.data) == ("a", {"n": 1}, "alpha")
    assert model.embedded == ["alpha"], "the question only: what is stored needs no embedding again"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_other_methods_the_documentation_shows_are_served(server: VectorServer, method: str) -> None:
    """The SDK posts everything; curl users may not."""
    reply = await server.control.request(method, "/info", headers={"Authorization": f"Bearer {TOKEN}"})

    assert reply.status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "message"),
    [
        ("POST", "/upsert", '{"id": "a", "vector": [1]}', 422, "Invalid vector dimension: 1, expected: 3"),
        ("POST", "/query", '{"vector": [1]}', 422, "Invalid vector dimension: 1, expected: 3"),
        ("POST", "/query-data", '{"data": "x", "filter": "n ~ 1"}', 400, "cannot read '~ 1'"),
        ("POST", "/query-data", '{"data": "x", "topK": 0}', 400, "topK"),
        ("POST", "/query-data", '{"data": "x", "queryMode": "SPARSE"}', 400, "queryMode"),
        ("POST", "/upsert-data", "not json", 400, "Invalid JSON"),
        ("POST", "/upsert-data", '{"data": "no id"}', 400, "id"),
        ("POST", "/upsert-data", '{"id": "a", "data": "\\ud800"}', 400, "Invalid JSON"),
        ("POST", "/resumable-query", "{}", 404, "Not Found"),
        ("OPTIONS", "/info", "", 405, "Method Not Allowed"),
    ],
)
async def test_what_does_not_fit_is_refused(
    server: VectorServer, method: str, path: str, body: str, status: int, message: str
) -> None:
    """Errors are a JSON object with the message and the status, and nothing is stored."""
    reply = await server.control.request(method, path, content=body, headers={"Authorization": f"Bearer {TOKEN}"})

    assert (reply.status_code, reply.json()["status"]) == (status, status)
    assert message in reply.json()["error"]
    assert server.store.namespaces()[""].indexed == 0


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}])
async def test_a_caller_without_the_token_is_refused(server: VectorServer, headers: dict[str, str]) -> None:
    """In the vendor's words."""
    reply = await server.control.post("/info", headers=headers)

    assert reply.status_code == 401
    assert reply.json() == {"error": "Unauthorized: Invalid auth token", "status": 401}


async def test_the_server_can_be_told_to_fail_and_to_recover(server: VectorServer, index: AsyncIndex) -> None:
    """A fault hits every endpoint until it is lifted."""
    await server.fault("throttle")
    with pytest.raises(UpstashError, match="limit exceeded"):
        await index.info()

    await server.fault("die")
    with pytest.raises(httpx.RemoteProtocolError):
        await index.info()

    await server.fault("none")
    assert (await index.info()).vector_count == 0
