"""A text is embedded once: for all regions, for concurrent callers, and for the next start of the stack."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from collections.abc import Sequence
from itertools import batched
from pathlib import Path

import numpy as np

from twin_local.embedding.protocol import Embedder, Matrix, Role

# Texts embedded before the next caller has its turn: a question waits behind a sync for a fraction of a second.
_TURN = 16

_SCHEMA = """
CREATE TABLE IF NOT EXISTS embeddings (
    model TEXT NOT NULL,
    digest BLOB NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, digest)
) WITHOUT ROWID
"""


class CachedEmbedder:
    """An `Embedder` for event loops, remembering vectors by the SHA-256 of their role and text in a SQLite file.

    The model runs in a thread, one turn at a time; a caller whose turn comes looks again at what the turns before it
    have stored, so that regions that index the same chunks at the same time embed each of them once.

    Args:
        embedder: the model.
        path: the SQLite file; created if absent. Other models' vectors in it are left alone.
    """

    def __init__(self, embedder: Embedder, path: Path) -> None:
        self._embedder = embedder
        self._turn = asyncio.Lock()
        self._database = sqlite3.connect(path)
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        self._database.execute(_SCHEMA)

    @property
    def model(self) -> str:
        """The model's name."""
        return self._embedder.model

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self._embedder.dimension

    async def embed(self, texts: Sequence[str], role: Role = Role.PASSAGE) -> Matrix:
        """One unit vector a text, in order, shape `(len(texts), dimension)`."""
        unknown = [text for text in dict.fromkeys(texts) if self._find(text, role) is None]
        for turn in batched(unknown, _TURN, strict=False):
            async with self._turn:
                missing = [text for text in turn if self._find(text, role) is None]
                if missing:
                    self._store(missing, role, await asyncio.to_thread(self._embedder.embed, missing, role))
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._find(text, role)
        return vectors

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _find(self, text: str, role: Role) -> Matrix | None:
        row: tuple[bytes] | None = self._database.execute(
            "SELECT vector FROM embeddings WHERE model = ? AND digest = ?", (self.model, _digest(text, role))
        ).fetchone()
        return np.frombuffer(row[0], "<f4") if row else None

    def _store(self, texts: Sequence[str], role: Role, vectors: Matrix) -> None:
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO embeddings VALUES (?, ?, ?)",
                (
                    (self.model, _digest(text, role), vector.astype("<f4").tobytes())
                    for text, vector in zip(texts, vectors, strict=True)
                ),
            )


def _digest(text: str, role: Role) -> bytes:
    return hashlib.sha256(f"{role}\x1f{text}".encode()).digest()
