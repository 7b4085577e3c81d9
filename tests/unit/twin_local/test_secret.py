"""The secret of a local deployment."""

from __future__ import annotations

from digital_twin.settings import Secrets
from infra.cdk.app import default_context
from infra.cdk.config import DeploymentConfig
from twin_local.context import EMBEDDER, REGIONS, cdk_context
from twin_local.emulator import PRIMARY_REGION
from twin_local.secret import secret_value

ENDPOINTS = {
    "us-east-1": {
        "vector_url": "http://127.0.0.1:1",
        "vector_token": "v",
        "redis_url": "http://127.0.0.1:2",
        "redis_token": "r",
    }
}


def test_the_functions_can_read_it() -> None:
    """The functions read the value as it is written: endpoints, and the keys the shell has."""
    secrets = Secrets.from_json(secret_value(ENDPOINTS, {"GROQ_API_KEY": "gsk", "OTHER": "x"}))
    assert secrets.regions["us-east-1"].vector_url == "http://127.0.0.1:1"
    assert secrets.regions["us-east-1"].redis_token.get_secret_value() == "r"
    assert {name: key.get_secret_value() for name, key in secrets.provider_keys.items()} == {"groq": "gsk"}


def test_models_from_the_shell() -> None:
    """`TWIN_MODELS` replaces the catalogue; without it the catalogue of the app stands."""
    models = '[{"provider": "openai", "model": "llama3", "base_url": "http://127.0.0.1:11434/v1"}]'
    assert cdk_context({"TWIN_MODELS": models})["models"] == models
    assert "models" not in cdk_context({})
    assert cdk_context({})["embedder"] == EMBEDDER


def test_a_local_deployment_is_nobodys_own() -> None:
    """Regions, account, host name and mailbox that an operator put into cdk.json do not reach it."""
    operators = default_context() | {
        "regions": ["eu-central-1"],
        "primary_region": "eu-central-1",
        "account": "123456789012",
        "custom_domain": {"name": "twin.example.com", "certificate_arns": {"eu-central-1": "arn"}},
        "alarm_email": "operator@example.com",
    }
    config = DeploymentConfig.from_context(operators | cdk_context({}))
    assert (config.primary_region, config.regions) == (PRIMARY_REGION, REGIONS)
    assert (config.account, config.custom_domain, config.alarm_email) == (None, None, None)
