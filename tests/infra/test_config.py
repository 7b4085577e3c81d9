"""Reading a deployment's context."""

from __future__ import annotations

from typing import Any

import pytest

from digital_twin.domain.access import TIERS as SERVICE_TIERS
from infra.cdk.app import default_context
from infra.cdk.config import TIERS, CustomDomain, DeploymentConfig, InvalidConfig, ModelChoice
from tests.infra.assembly import CONTEXT


def read(**overrides: object) -> DeploymentConfig:
    """The tests' deployment with some values replaced."""
    return DeploymentConfig.from_context({**CONTEXT, **overrides})


def test_the_defaults_describe_a_deployment() -> None:
    """cdk.json is enough, as it comes and as an operator makes it."""
    config = DeploymentConfig.from_context(default_context())
    assert config.primary_region in config.regions
    assert config.models


@pytest.mark.parametrize("key", ["account", "custom_domain", "alarm_email", "authorization_server", "anonymous_mcp"])
def test_an_optional_value_can_be_taken_back(key: str) -> None:
    """`-c account=` stands above what cdk.json says."""
    assert getattr(read(**{key: ""}), key) is None


def test_optional_values_are_read() -> None:
    """An account, a host name with its certificates, a mailbox."""
    arns = {"us-east-1": "arn:1", "eu-west-1": "arn:2", "ap-southeast-1": "arn:3"}
    domain: dict[str, object] = {"name": "twin.example.com", "certificate_arns": arns}
    config = read(account="123456789012", custom_domain=domain, alarm_email="operator@example.com")
    assert (config.account, config.alarm_email) == ("123456789012", "operator@example.com")
    assert config.custom_domain == CustomDomain("twin.example.com", arns)


def test_text_from_the_command_line_stands_for_json() -> None:
    """`-c regions=[...]` arrives as text."""
    config = read(
        regions='["us-east-1", "eu-west-1"]',
        deadline_seconds="5.5",
        models='[{"provider": "openai", "model": "local", "base_url": "http://127.0.0.1:1", "timeout_seconds": 3}]',
    )
    assert config.regions == ("us-east-1", "eu-west-1")
    assert config.deadline_seconds == 5.5
    assert config.models == (ModelChoice("openai", "local", "http://127.0.0.1:1", 3),)


def test_an_account_from_the_command_line_stays_text() -> None:
    """A number would lose an account's leading zeros."""
    assert read(account="012345678901").account == "012345678901"


def test_the_regions_to_try_begin_with_ones_own() -> None:
    """The others follow in the configured order."""
    assert read().nearest_first("eu-west-1") == ("eu-west-1", "us-east-1", "ap-southeast-1")


def test_keys_of_the_cdk_itself_are_passed_over() -> None:
    """They share the context with ours."""
    read(**{"aws:cdk:version-reporting": True, "@aws-cdk/core:anything": True})


@pytest.mark.parametrize(
    "key",
    ["stage", "primary_region", "regions", "models", "embedder", "relevance_floor", "deadline_seconds"],
)
def test_a_missing_key_is_named(key: str) -> None:
    """Nothing is guessed."""
    context = {name: value for name, value in CONTEXT.items() if name != key}
    with pytest.raises(InvalidConfig, match=f"'{key}' is missing"):
        DeploymentConfig.from_context(context)


def test_an_unknown_key_is_named() -> None:
    """A misspelt override does not go unnoticed."""
    with pytest.raises(InvalidConfig, match="unknown context key 'region'"):
        read(region="eu-west-1")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("stage", "Not_A_Stage"),
        ("stage", ""),
        ("account", 12345),
        ("regions", []),
        ("regions", "us-east-1"),
        ("regions", ["us-east-1", "us-east-1"]),
        ("regions", [1]),
        ("primary_region", "eu-central-1"),
        ("models", [{"provider": "groq"}]),
        ("models", [{"provider": "groq", "model": 1}]),
        ("models", [{"provider": "groq", "model": "m", "temperature": 1}]),
        ("models", [{"provider": "groq", "model": "m", "input_usd_per_million": 1}]),
        ("models", [{"provider": "groq", "model": "m", "input_usd_per_million": 1, "output_usd_per_million": -1}]),
        ("models", [{"provider": "groq", "model": "m", "input_usd_per_million": 1, "output_usd_per_million": "2"}]),
        ("models", ["groq"]),
        ("relevance_floor", 1.2),
        ("relevance_floor", True),
        ("deadline_seconds", 21),
        ("deadline_seconds", "soon"),
        ("authorization_server", "https://auth.example.com"),
        ("authorization_server", {"issuer": "https://auth.example.com", "profile": "ada"}),
        ("authorization_server", {"issuer": "http://auth.example.com", "profile": "ada", "client_ids": ["c"]}),
        ("authorization_server", {"issuer": "https://a", "profile": "", "client_ids": ["c"]}),
        ("authorization_server", {"issuer": "https://a", "profile": "ada", "client_ids": ["c"], "tier": "gold"}),
        ("authorization_server", {"issuer": "https://a", "profile": "ada", "client_ids": ["c"], "jwks_url": "ftp:"}),
        ("authorization_server", {"issuer": "https://a", "profile": "ada", "client_ids": ["c"], "scopes": "x"}),
        ("anonymous_mcp", True),
        ("custom_domain", {"name": "twin.example.com"}),
        ("custom_domain", {"name": "twin.example.com", "certificate_arns": {"us-east-1": "arn"}}),
    ],
)
def test_an_unreadable_value_names_its_key(key: str, value: Any) -> None:  # noqa: ANN401 - anything may stand there
    """Every value is checked before a resource is made of it."""
    with pytest.raises(InvalidConfig, match=f"'{key}'"):
        read(**{key: value})


def test_the_tiers_are_those_of_the_service() -> None:
    """Two lists, because the two share no code."""
    assert set(TIERS) == set(SERVICE_TIERS)
