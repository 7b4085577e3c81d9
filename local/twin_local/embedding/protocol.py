"""What the local index needs of an embedding model."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

type Matrix = NDArray[np.float32]
"""Row vectors, or one vector."""


class Role(StrEnum):
    """What a text is embedded for: models of retrieval tell what is searched from what is searched for."""

    QUERY = "query"
    PASSAGE = "passage"


class Embedder(Protocol):
    """A model that maps texts to unit vectors. CPU-bound: callers on an event loop use `CachedEmbedder`."""

    @property
    def model(self) -> str:
        """The model's name, as the field knows it; vectors of different names are not comparable."""
        ...

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        ...

    def embed(self, texts: Sequence[str], role: Role = Role.PASSAGE) -> Matrix:
        """One unit vector a text, in order, shape `(len(texts), dimension)`."""
        ...
