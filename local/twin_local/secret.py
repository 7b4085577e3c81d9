"""The secret of a local deployment: where each region's servers are, and the shell's provider keys."""

from __future__ import annotations

import json
from collections.abc import Mapping

from twin_local.aws import Aws

PROVIDER_VARIABLES: Mapping[str, str] = {
    "groq": "GROQ_API_KEY",
    "openai": "OPENAI_API_KEY",
    "anthropic": "ANTHROPIC_API_KEY",
}


def secret_value(endpoints: Mapping[str, Mapping[str, str]], environ: Mapping[str, str]) -> str:
    """The secret as `Secrets.from_json` reads it.

    Args:
        endpoints: Per region `vector_url`, `vector_token`, `redis_url` and `redis_token`.
        environ: Where the providers' keys are looked up; an absent one is empty, and its provider not used.
    """
    providers = {name: environ.get(variable, "") for name, variable in PROVIDER_VARIABLES.items()}
    return json.dumps({"regions": {name: dict(entry) for name, entry in endpoints.items()}, "providers": providers})


def put_secret(aws: Aws, name: str, value: str, primary_region: str) -> None:
    """Write the secret; its replicas in the other regions follow."""
    aws.client("secretsmanager", primary_region).put_secret_value(SecretId=name, SecretString=value)
