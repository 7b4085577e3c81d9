"""What an evaluation runs with, from the environment: models and their keys, the index, the floor.

With nothing set it is hermetic: the extractive answer, the local embedder, and an index in memory.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import SecretStr

from digital_twin.settings import RegionEndpoints, Secrets, Settings
from twin_local.context import EMBEDDER, RELEVANCE_FLOOR
from twin_local.secret import PROVIDER_VARIABLES

REGION = "us-east-1"

# What a function's environment holds and an evaluation may change by setting the same variable.
_DEFAULTS = {
    "TWIN_MODELS": "[]",
    "TWIN_EMBEDDER": EMBEDDER,
    "TWIN_RELEVANCE_FLOOR": str(RELEVANCE_FLOOR),
    "TWIN_DEADLINE_SECONDS": "20",
}
# What it also holds and an evaluation has no use for.
_FIXED = {
    "TWIN_REGION": REGION,
    "TWIN_PRIMARY_REGION": REGION,
    "TWIN_REGIONS": REGION,
    "TWIN_TABLE": "none",
    "TWIN_BUS": "none",
    "TWIN_SECRET": "none",
    "TWIN_ALLOWED_ORIGINS": "none",
}


def settings_of(environ: Mapping[str, str]) -> Settings:
    """The settings: `TWIN_*` variables over the hermetic defaults.

    Raises:
        MissingSetting: naming a variable that is unreadable.
    """
    given = {name: environ[name] for name in _DEFAULTS if environ.get(name)}
    return Settings.from_environ(_DEFAULTS | given | _FIXED)


def secrets_of(environ: Mapping[str, str]) -> Secrets:
    """The providers' keys, and a hosted index if `UPSTASH_VECTOR_REST_URL` and `UPSTASH_VECTOR_REST_TOKEN` are set."""
    keys = {
        name: SecretStr(environ[variable]) for name, variable in PROVIDER_VARIABLES.items() if environ.get(variable)
    }
    url, token = environ.get("UPSTASH_VECTOR_REST_URL", ""), environ.get("UPSTASH_VECTOR_REST_TOKEN", "")
    hosted = {REGION: RegionEndpoints(url, SecretStr(token), "", SecretStr(""))} if url and token else {}
    return Secrets(hosted, keys)
