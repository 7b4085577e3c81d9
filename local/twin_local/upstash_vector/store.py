"""The vectors of one region: durable in a SQLite file, searchable in memory. Knows no wire format and no model."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import numpy as np

from twin_local.embedding import Matrix
from twin_local.upstash_vector.filters import Predicate
from twin_local.upstash_vector.records import Hit, Record
from twin_local.upstash_vector.search import ExactIndex

# AUTOINCREMENT never gives a position again, so a scan's cursor stays true while others write and delete.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS namespaces (name TEXT PRIMARY KEY);
INSERT OR IGNORE INTO namespaces VALUES ('');
CREATE TABLE IF NOT EXISTS vectors (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace TEXT NOT NULL REFERENCES namespaces (name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    vector BLOB NOT NULL,
    metadata TEXT,
    data TEXT,
    UNIQUE (namespace, id)
);
"""
_COLUMNS = "id, vector, metadata, data"

type _Row = tuple[str, bytes, str | None, str | None]


class WrongDimension(ValueError):
    """A vector is not as long as the index's vectors."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Vectors of a namespace that searches see, and vectors that wait to be indexed."""

    indexed: int
    pending: int


class VectorStore:
    """Namespaces of records.

    Args:
        path: the SQLite file; created if absent.
        dimension: the length of every vector.
        index_delay: seconds until a written vector can be found. Upstash indexes eventually; a test that gives a
            delay sees what code that forgets this does. Fetching and scanning see a write at once.
        clock: monotonic time in seconds.
    """

    def __init__(
        self, path: Path, dimension: int, *, index_delay: float = 0.0, clock: Callable[[], float] = monotonic
    ) -> None:
        self.dimension = dimension
        self._path = path
        self._index_delay = index_delay
        self._clock = clock
        self._database = sqlite3.connect(path)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.execute("PRAGMA foreign_keys = ON")
        self._database.executescript(_SCHEMA)
        self._indexes = {name: self._new_index() for (name,) in self._database.execute("SELECT name FROM namespaces")}
        for name, index in self._indexes.items():
            for record in self._select("namespace = ?", name):
                index.load(record)

    @property
    def size_bytes(self) -> int:
        """The size of the index on disk."""
        return self._path.stat().st_size

    def upsert(self, namespace: str, records: Sequence[Record]) -> None:
        """Add or replace records, all or none; a new namespace comes into being.

        Raises:
            WrongDimension: if any vector is too short or too long.
        """
        for record in records:
            if len(record.vector) != self.dimension:
                raise WrongDimension(f"Invalid vector dimension: {len(record.vector)}, expected: {self.dimension}")
        with self._database:
            self._database.execute("INSERT OR IGNORE INTO namespaces VALUES (?)", (namespace,))
            self._database.executemany(
                f"INSERT INTO vectors (namespace, {_COLUMNS}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608 -- our own constant
                " ON CONFLICT (namespace, id) DO UPDATE SET"
                " vector = excluded.vector, metadata = excluded.metadata, data = excluded.data",
                ((namespace, *_to_row(record)) for record in records),
            )
        index = self._indexes.setdefault(namespace, self._new_index())
        for record in records:
            index.put(record)

    def search(self, namespace: str, vector: Matrix, top_k: int, holds: Predicate) -> list[Hit]:
        """The nearest records whose metadata satisfy `holds`, best first; none in an unknown namespace.

        Raises:
            WrongDimension: if the vector is too short or too long.
        """
        if len(vector) != self.dimension:
            raise WrongDimension(f"Invalid vector dimension: {len(vector)}, expected: {self.dimension}")
        index = self._indexes.get(namespace)
        return index.search(vector, top_k, holds) if index else []

    def fetch(self, namespace: str, ids: Iterable[str]) -> list[Record | None]:
        """The records of the given ids, in that order, None for an unknown id."""
        found = (self._select("namespace = ? AND id = ?", namespace, record_id) for record_id in ids)
        return [records[0] if records else None for records in found]

    def scan(self, namespace: str, *, prefix: str = "", after: int = 0, limit: int) -> tuple[list[Record], int | None]:
        """A page of the records whose ids start with `prefix`, in the order they were first written.

        Returns:
            The records, and what to give as `after` for the next page (None: there is none).
        """
        rows = self._database.execute(
            f"SELECT position, {_COLUMNS} FROM vectors"  # noqa: S608 -- our own constant
            " WHERE namespace = ? AND position > ? AND substr(id, 1, length(?)) = ? ORDER BY position LIMIT ?",
            (namespace, after, prefix, prefix, limit + 1),
        ).fetchall()
        page = rows[:limit]
        return [_from_row(row[1:]) for row in page], page[-1][0] if len(rows) > limit else None

    def delete(self, namespace: str, ids: Sequence[str]) -> int:
        """Remove records, at once; returns how many there were."""
        with self._database:
            deleted = self._database.executemany(
                "DELETE FROM vectors WHERE namespace = ? AND id = ?", ((namespace, record_id) for record_id in ids)
            ).rowcount
        if index := self._indexes.get(namespace):
            for record_id in ids:
                index.remove(record_id)
        return max(deleted, 0)

    def matching(self, namespace: str, holds: Predicate) -> list[str]:
        """The ids of the records that satisfy `holds`, by their metadata."""
        return [record.id for record in self._select("namespace = ?", namespace) if holds(record.metadata or {})]

    def with_prefix(self, namespace: str, prefix: str) -> list[str]:
        """The ids that start with `prefix`."""
        return [record.id for record in self._select("namespace = ?", namespace) if record.id.startswith(prefix)]

    def namespaces(self) -> dict[str, Counts]:
        """Every namespace with its counts; the default one, `""`, always exists."""
        return {name: Counts(*index.counts()) for name, index in sorted(self._indexes.items())}

    def reset(self, namespace: str) -> None:
        """Empty a namespace, and keep it."""
        with self._database:
            self._database.execute("DELETE FROM vectors WHERE namespace = ?", (namespace,))
        if namespace in self._indexes:
            self._indexes[namespace] = self._new_index()

    def drop(self, namespace: str) -> None:
        """Remove a namespace with all it holds.

        Raises:
            KeyError: if there is no such namespace.
        """
        del self._indexes[namespace]
        with self._database:
            self._database.execute("DELETE FROM namespaces WHERE name = ?", (namespace,))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _new_index(self) -> ExactIndex:
        return ExactIndex(delay=self._index_delay, clock=self._clock)

    def _select(self, condition: str, *values: str) -> list[Record]:
        """The records that meet a condition of this module's own making."""
        query = f"SELECT {_COLUMNS} FROM vectors WHERE {condition} ORDER BY position"  # noqa: S608 -- see above
        return [_from_row(row) for row in self._database.execute(query, values)]


def _to_row(record: Record) -> _Row:
    metadata = None if record.metadata is None else json.dumps(record.metadata)
    return record.id, record.vector.astype("<f4").tobytes(), metadata, record.data


def _from_row(row: _Row) -> Record:
    record_id, vector, metadata, data = row
    return Record(record_id, np.frombuffer(vector, "<f4"), None if metadata is None else json.loads(metadata), data)
