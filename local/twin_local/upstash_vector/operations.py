"""What each endpoint of the API does: a call in, a JSON result out. Knows no HTTP framework.

Left out, and answered 404 like any unknown path: resumable queries, renaming a namespace and random vectors, which
nothing in this project uses, and sparse vectors, because production is asked for dense candidates only.
Source of the shapes: https://upstash.com/docs/vector/api and the Python SDK, version 0.8.0.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from twin_local.embedding import CachedEmbedder, Matrix, Role
from twin_local.upstash_vector import wire
from twin_local.upstash_vector.filters import parse_filter
from twin_local.upstash_vector.records import JsonObject, Record, merge_patch
from twin_local.upstash_vector.store import VectorStore

_FETCH_BY_PREFIX_LIMIT = 1_000


class UnknownNamespace(LookupError):
    """The namespace to delete does not exist."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request to an endpoint: the namespace from its path, its body, the names in its query string."""

    namespace: str
    body: bytes
    flags: frozenset[str]


type Operation = Callable[[Call], Awaitable[object]]


class Operations:
    """The API over one region's store.

    Every operation raises what its parts raise: ValidationError (the body), InvalidFilter, WrongDimension, and
    UnknownNamespace.
    """

    def __init__(self, store: VectorStore, embedder: CachedEmbedder) -> None:
        self._store = store
        self._embedder = embedder

    @property
    def by_path(self) -> Mapping[str, Operation]:
        """The operation behind each first path segment."""
        return {
            "upsert": self._upsert,
            "upsert-data": self._upsert_data,
            "query": self._query,
            "query-data": self._query_data,
            "fetch": self._fetch,
            "range": self._range,
            "delete": self._delete,
            "update": self._update,
            "info": self._info,
            "reset": self._reset,
            "list-namespaces": self._list_namespaces,
            "delete-namespace": self._delete_namespace,
        }

    async def _upsert(self, call: Call) -> str:
        items = wire.VECTOR_ITEMS.validate_json(call.body)
        records = [Record(item.id, np.array(item.vector, np.float32), item.metadata, item.data) for item in items]
        self._store.upsert(call.namespace, records)
        return "Success"

    async def _upsert_data(self, call: Call) -> str:
        items = wire.DATA_ITEMS.validate_json(call.body)
        vectors = await self._embedder.embed([item.data for item in items])
        records = [
            Record(item.id, vector, item.metadata, item.data) for item, vector in zip(items, vectors, strict=True)
        ]
        self._store.upsert(call.namespace, records)
        return "Success"

    async def _query(self, call: Call) -> list[JsonObject] | list[list[JsonObject]]:
        queries = wire.VECTOR_QUERIES.validate_json(call.body)
        vectors = [np.array(query.vector, np.float32) for query in queries]
        return self._search(call.namespace, queries, vectors)

    async def _query_data(self, call: Call) -> list[JsonObject] | list[list[JsonObject]]:
        queries = wire.DATA_QUERIES.validate_json(call.body)
        vectors = await self._embedder.embed([query.data for query in queries], Role.QUERY)
        return self._search(call.namespace, queries, list(vectors))

    def _search(
        self, namespace: str, queries: Sequence[wire.Query], vectors: Sequence[Matrix]
    ) -> list[JsonObject] | list[list[JsonObject]]:
        replies = [
            [
                wire.render_hit(hit, query)
                for hit in self._store.search(namespace, vector, query.top_k, parse_filter(query.filter))
            ]
            for query, vector in zip(queries, vectors, strict=True)
        ]
        # As the vendor has it, a batch of one is answered like a single query.
        return replies[0] if len(replies) == 1 else replies

    async def _fetch(self, call: Call) -> list[JsonObject | None]:
        fetch = wire.Fetch.model_validate_json(call.body)
        records: Sequence[Record | None]
        if fetch.ids is not None:
            records = self._store.fetch(call.namespace, fetch.ids)
        else:
            records, _ = self._store.scan(call.namespace, prefix=fetch.prefix or "", limit=_FETCH_BY_PREFIX_LIMIT)
        return [None if record is None else wire.render_record(record, fetch) for record in records]

    async def _range(self, call: Call) -> JsonObject:
        scan = wire.Range.model_validate_json(call.body)
        records, after = self._store.scan(call.namespace, prefix=scan.prefix, after=scan.cursor, limit=scan.limit)
        return {
            "nextCursor": "" if after is None else str(after),
            "vectors": [wire.render_record(record, scan) for record in records],
        }

    async def _delete(self, call: Call) -> JsonObject:
        delete = wire.Delete.model_validate_json(call.body)
        ids = list(delete.ids or ())
        if delete.prefix is not None:
            ids += self._store.with_prefix(call.namespace, delete.prefix)
        if delete.filter is not None:
            ids += self._store.matching(call.namespace, parse_filter(delete.filter))
        return {"deleted": self._store.delete(call.namespace, ids)}

    async def _update(self, call: Call) -> JsonObject:
        update = wire.Update.model_validate_json(call.body)
        [record] = self._store.fetch(call.namespace, [update.id])
        if record is None:
            return {"updated": 0}
        if update.data is not None:
            [embedded] = await self._embedder.embed([update.data])
            record = replace(record, data=update.data, vector=embedded)
        if update.vector is not None:
            record = replace(record, vector=np.array(update.vector, np.float32))
        if update.metadata is not None:
            overwrite = update.metadata_update_mode == "OVERWRITE"
            metadata = update.metadata if overwrite else merge_patch(record.metadata or {}, update.metadata)
            record = replace(record, metadata=metadata)
        self._store.upsert(call.namespace, [record])
        return {"updated": 1}

    async def _info(self, _call: Call) -> JsonObject:
        namespaces = self._store.namespaces()
        dense = {"dimension": self._store.dimension, "similarityFunction": "COSINE"}
        return {
            "vectorCount": sum(counts.indexed for counts in namespaces.values()),
            "pendingVectorCount": sum(counts.pending for counts in namespaces.values()),
            "indexSize": self._store.size_bytes,
            **dense,
            "indexType": "DENSE",
            "denseIndex": {**dense, "embeddingModel": self._embedder.model},
            "namespaces": {
                name: {"vectorCount": counts.indexed, "pendingVectorCount": counts.pending}
                for name, counts in namespaces.items()
            },
        }

    async def _reset(self, call: Call) -> str:
        for namespace in self._store.namespaces() if "all" in call.flags else (call.namespace,):
            self._store.reset(namespace)
        return "Success"

    async def _list_namespaces(self, _call: Call) -> list[str]:
        return list(self._store.namespaces())

    async def _delete_namespace(self, call: Call) -> str:
        try:
            self._store.drop(call.namespace)
        except KeyError as error:
            raise UnknownNamespace(f"Namespace {call.namespace} for the index local does not exist") from error
        return "Success"
