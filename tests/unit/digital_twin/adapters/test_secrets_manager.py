"""Reading the deployment's credentials."""

from __future__ import annotations

import json
from collections.abc import Generator

import pytest
from moto import mock_aws

from digital_twin.adapters.aws_clients import secrets_manager_client
from digital_twin.adapters.secrets_manager import load_secrets
from digital_twin.errors import SecretsUnavailable
from digital_twin.settings import MissingSetting

REGION = "us-east-1"
SECRET = {
    "regions": {
        "us-east-1": {"vector_url": "https://v", "vector_token": "vt", "redis_url": "https://r", "redis_token": "rt"}
    },
    "providers": {"groq": "gsk-hidden"},
}


@pytest.fixture(autouse=True)
def _aws() -> Generator[None]:
    with mock_aws():
        yield


def store(text: str) -> None:
    """Keep a secret under the name the tests read."""
    secrets_manager_client(REGION).create_secret(Name="twin/credentials", SecretString=text)


def test_the_secret_becomes_typed_credentials() -> None:
    """Endpoints by region, keys by provider."""
    store(json.dumps(SECRET))
    secrets = load_secrets("twin/credentials", REGION)
    assert secrets.regions["us-east-1"].vector_url == "https://v"
    assert secrets.provider_keys["groq"].get_secret_value() == "gsk-hidden"
    assert "gsk-hidden" not in repr(secrets)


def test_a_missing_secret_is_named() -> None:
    """A deployment without its secret cannot serve until it has one."""
    with pytest.raises(SecretsUnavailable, match="ResourceNotFoundException"):
        load_secrets("twin/credentials", REGION)


def test_a_secret_of_another_shape_is_refused_without_repeating_it() -> None:
    """What was pasted in the wrong place may be a credential."""
    store("gsk-hidden")
    with pytest.raises(MissingSetting) as caught:
        load_secrets("twin/credentials", REGION)
    assert "gsk-hidden" not in str(caught.value)
