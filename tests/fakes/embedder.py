"""An embedder that needs no weights: texts are near when they share words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np

from twin_local.embedding import Matrix, Role


class WordEmbedder:
    """Counts words into hashed dimensions; `embedded` lists every text it was asked for, in order."""

    def __init__(self, dimension: int = 256) -> None:
        self.embedded: list[str] = []
        self._dimension = dimension

    @property
    def model(self) -> str:
        """The model's name."""
        return "word-overlap"

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self._dimension

    def embed(self, texts: Sequence[str], role: Role = Role.PASSAGE) -> Matrix:  # noqa: ARG002 - words are words
        """One unit vector a text, in order."""
        self.embedded += texts
        vectors = np.zeros((len(texts), self._dimension), np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()):
                vectors[row, crc32(word.encode()) % self._dimension] += 1
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
