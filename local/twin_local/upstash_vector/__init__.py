"""An Upstash-Vector-compatible REST server over an exact index with a real embedding model."""

from twin_local.upstash_vector.app import create_app
from twin_local.upstash_vector.store import VectorStore

__all__ = ["VectorStore", "create_app"]
