"""What the local deployment passes to the CDK app as context: the same switches a cloud deployment has."""

from __future__ import annotations

from collections.abc import Mapping

EMBEDDER = "sentence-transformers/all-MiniLM-L6-v2"
"""The model behind the local Vector servers."""

RELEVANCE_FLOOR = 0.72
"""The similarity (0-1, `(1 + cosine) / 2`) below which this embedder's neighbours say nothing about a question."""


def cdk_context(environ: Mapping[str, str]) -> dict[str, str]:
    """Context for `cdk synth`; `TWIN_MODELS`, a JSON list of {provider, model, base_url?}, replaces the catalogue."""
    context = {"embedder": EMBEDDER, "relevance_floor": str(RELEVANCE_FLOOR)}
    models = environ.get("TWIN_MODELS", "")
    return {**context, "models": models} if models else context
