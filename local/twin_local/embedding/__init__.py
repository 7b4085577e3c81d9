"""Text embeddings for the local index: the model, and a cache that embeds a text once. Knows no wire format."""

from twin_local.embedding.cache import CachedEmbedder
from twin_local.embedding.e5 import MultilingualE5
from twin_local.embedding.protocol import Embedder, Matrix, Role

__all__ = ["CachedEmbedder", "Embedder", "Matrix", "MultilingualE5", "Role"]
