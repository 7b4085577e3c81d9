"""The fingerprint of everything but the profile that shapes an answer: part of every cache key."""

from __future__ import annotations

import hashlib

from digital_twin.domain.chunking import CHUNKER_VERSION
from digital_twin.domain.commits import canonical_json
from digital_twin.domain.grounding import GROUNDING_VERSION
from digital_twin.domain.prompt import PROMPT_VERSION

# Raised when reading, ranking, relevance or the extractive answer change, so that no answer of before is served.
ANSWERING_VERSION = 1

_LENGTH = 16


def index_fingerprint(embedder: str) -> str:
    """What a vector index was filled by; a region with another one is filled anew."""
    return f"{embedder}/{CHUNKER_VERSION}"


def answer_fingerprint(models: list[str], embedder: str, floor: float) -> str:
    """A short digest of models, embedder, floor, and of how questions are read, prompted, answered and checked."""
    parts = [models, embedder, floor, ANSWERING_VERSION, CHUNKER_VERSION, PROMPT_VERSION, GROUNDING_VERSION]
    return hashlib.sha256(canonical_json(parts)).hexdigest()[:_LENGTH]


def answer_key(profile: str, audience: str, fingerprint: str, question: str, top_k: int) -> str:
    """The Redis key of an answer; the profile's version is inside the value, not the key.

    The question's case is kept: it tells names from words, and with that what is answered.
    """
    asked = hashlib.sha256(canonical_json([question, top_k])).hexdigest()
    return f"llm:response:{profile}:{audience}:{fingerprint}:{asked}"
