"""Exact nearest-neighbour search over one namespace, in memory and eventually consistent on request.

Exact means that what an approximate index misses in production (and what its budget for selective filters costs) does
not show here.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from twin_local.embedding import Matrix
from twin_local.upstash_vector.filters import Predicate
from twin_local.upstash_vector.records import Hit, Record


class ExactIndex:
    """The searchable records of one namespace.

    Args:
        delay: seconds a written record stays pending: until then a search sees what was there before it.
        clock: monotonic time in seconds.
    """

    def __init__(self, *, delay: float, clock: Callable[[], float]) -> None:
        self._delay = delay
        self._clock = clock
        self._visible: dict[str, Record] = {}
        self._pending: dict[str, tuple[float, Record]] = {}
        self._matrix: Matrix | None = None

    def load(self, record: Record) -> None:
        """Add a record that was indexed long ago."""
        self._visible[record.id] = record
        self._matrix = None

    def put(self, record: Record) -> None:
        """Add or replace a record; visible when its delay is over."""
        self._settle()
        self._pending[record.id] = (self._clock() + self._delay, record)

    def remove(self, record_id: str) -> None:
        """Remove a record, at once."""
        self._pending.pop(record_id, None)
        if self._visible.pop(record_id, None):
            self._matrix = None

    def counts(self) -> tuple[int, int]:
        """How many records are visible, and how many are pending."""
        self._settle()
        return len(self._visible), len(self._pending)

    def search(self, vector: Matrix, top_k: int, holds: Predicate) -> list[Hit]:
        """The visible records nearest to `vector` by cosine whose metadata satisfy `holds`, best first."""
        self._settle()
        records = list(self._visible.values())
        rows = [row for row, record in enumerate(records) if holds(record.metadata or {})]
        if not rows:
            return []
        if self._matrix is None:
            self._matrix = _unit(np.stack([record.vector for record in records]))
        scores = np.clip((1 + self._matrix[rows] @ _unit(vector)) / 2, 0, 1)
        best: list[int] = np.argsort(-scores, kind="stable")[:top_k].tolist()
        return [Hit(records[rows[place]], float(scores[place])) for place in best]

    def _settle(self) -> None:
        """Make visible what has been pending long enough."""
        now = self._clock()
        for record_id, (due, record) in list(self._pending.items()):
            if due <= now:
                del self._pending[record_id]
                self.load(record)


def _unit(vectors: Matrix) -> Matrix:
    """Scale rows to length 1; a zero vector stays zero, so that it is equally far from everything."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
