"""Settings and secrets of a function."""

from __future__ import annotations

import json

import pytest

from digital_twin.settings import MissingSetting, ModelChoice, Secrets, Settings

ENVIRON = {
    "TWIN_REGION": "eu-west-1",
    "TWIN_PRIMARY_REGION": "us-east-1",
    "TWIN_REGIONS": "eu-west-1, us-east-1,ap-southeast-1",
    "TWIN_TABLE": "twin",
    "TWIN_BUS": "twin-bus",
    "TWIN_SECRET": "twin/upstream",
    "TWIN_MODELS": """[
        {"provider": "groq", "model": "llama", "timeout_seconds": 3},
        {"provider": "openai", "model": "gpt", "input_usd_per_million": 0.4, "output_usd_per_million": 1.6}
    ]""",
    "TWIN_EMBEDDER": "minilm",
    "TWIN_RELEVANCE_FLOOR": "0.62",
    "TWIN_DEADLINE_SECONDS": "8",
    "TWIN_ALLOWED_ORIGINS": "https://twin.example.com",
}
ENDPOINTS = {"vector_url": "https://v", "vector_token": "vt-1", "redis_url": "https://r", "redis_token": "rt-1"}


def test_settings_are_read_from_the_mapping_that_is_passed() -> None:
    """Nothing else is looked at; lists are comma-separated, models JSON."""
    settings = Settings.from_environ(ENVIRON | {"UNRELATED": "x"})
    assert settings == Settings(
        region="eu-west-1",
        primary_region="us-east-1",
        regions=("eu-west-1", "us-east-1", "ap-southeast-1"),
        table="twin",
        bus="twin-bus",
        secret="twin/upstream",
        models=(
            ModelChoice(provider="groq", model="llama", timeout_seconds=3),
            ModelChoice(provider="openai", model="gpt", input_usd_per_million=0.4, output_usd_per_million=1.6),
        ),
        embedder="minilm",
        relevance_floor=0.62,
        deadline_seconds=8.0,
        allowed_origins=("https://twin.example.com",),
    )


def test_only_who_accepts_connections_is_told_where_to_answer_them() -> None:
    """The one variable a function may lack."""
    url = "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/live"
    assert Settings.from_environ(ENVIRON).connections_url == ""
    assert Settings.from_environ(ENVIRON | {"TWIN_CONNECTIONS_URL": url}).connections_url == url


@pytest.mark.parametrize("name", ENVIRON)
@pytest.mark.parametrize("absent", [True, False])
def test_every_variable_is_required(name: str, absent: bool) -> None:
    """Absent or empty, the function fails at init with the variable's name."""
    environ = {key: value for key, value in ENVIRON.items() if key != name} if absent else ENVIRON | {name: ""}
    with pytest.raises(MissingSetting, match=name):
        Settings.from_environ(environ)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TWIN_RELEVANCE_FLOOR", "high"),
        ("TWIN_DEADLINE_SECONDS", "8s"),
        ("TWIN_MODELS", "groq"),
        ("TWIN_MODELS", "{}"),
        ("TWIN_MODELS", '[{"provider": "groq"}]'),
        ("TWIN_MODELS", '[{"provider": "groq", "model": "llama", "api_key": "k"}]'),
        ("TWIN_MODELS", '[{"provider": "mine", "model": "llama"}]'),
        ("TWIN_MODELS", '[{"provider": "groq", "model": "llama", "input_usd_per_million": 1}]'),
        (
            "TWIN_MODELS",
            '[{"provider": "groq", "model": "llama", "input_usd_per_million": 1, "output_usd_per_million": -1}]',
        ),
    ],
)
def test_an_unreadable_variable_is_named(name: str, value: str) -> None:
    """A misspelt or misplaced member is not passed over."""
    with pytest.raises(MissingSetting, match=name):
        Settings.from_environ(ENVIRON | {name: value})


def test_secrets_are_read_from_one_document() -> None:
    """Providers without a key are not used."""
    text = json.dumps({"regions": {"eu-west-1": ENDPOINTS}, "providers": {"groq": "gk-1", "openai": ""}})
    secrets = Secrets.from_json(text)
    assert secrets.regions["eu-west-1"].vector_url == "https://v"
    assert secrets.regions["eu-west-1"].redis_token.get_secret_value() == "rt-1"
    assert {name: key.get_secret_value() for name, key in secrets.provider_keys.items()} == {"groq": "gk-1"}


def test_no_secret_shows_in_a_repr() -> None:
    """Neither the whole nor one region's part can be logged by accident."""
    secrets = Secrets.from_json(json.dumps({"regions": {"a": ENDPOINTS}, "providers": {"groq": "gk-1"}}))
    shown = repr(secrets) + repr(secrets.regions["a"]) + repr(secrets.provider_keys)
    assert not any(token in shown for token in ("vt-1", "rt-1", "gk-1"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not JSON hush-1",
        "[]",
        "{}",
        '{"regions": {}}',
        '{"regions": [], "providers": {}}',
        '{"regions": {"a": {"vector_url": "hush-1"}}, "providers": {}}',
        '{"regions": {"a": null}, "providers": {}}',
    ],
)
def test_a_secret_of_another_shape_is_refused_without_repeating_it(text: str) -> None:
    """The message says what is wrong and never holds the text."""
    with pytest.raises(MissingSetting, match="the secret does not have the expected shape") as caught:
        Secrets.from_json(text)
    assert "hush-1" not in str(caught.value)


SERVER = {"issuer": "https://auth.example.com", "profile": "ada", "client_ids": ["c"]}


def test_an_authorization_server_and_anonymous_callers_are_optional() -> None:
    """Closed unless a deployment says otherwise; an empty variable says nothing."""
    for environ in (ENVIRON, ENVIRON | {"TWIN_AUTHORIZATION_SERVER": "", "TWIN_ANONYMOUS_PROFILE": ""}):
        settings = Settings.from_environ(environ)
        assert (settings.authorization_server, settings.anonymous_profile) == (None, None)


def test_an_authorization_server_is_read_with_cognitos_habits_as_defaults() -> None:
    """Keys below the issuer, groups in Cognito's claim."""
    settings = Settings.from_environ(
        ENVIRON | {"TWIN_AUTHORIZATION_SERVER": json.dumps(SERVER), "TWIN_ANONYMOUS_PROFILE": "ada"}
    )

    server = settings.authorization_server
    assert server is not None
    assert server.keys_url == "https://auth.example.com/.well-known/jwks.json"
    assert (server.client_ids, server.groups_claim, server.tier) == (("c",), "cognito:groups", "professional")
    assert settings.anonymous_profile == "ada"


@pytest.mark.parametrize(
    "server",
    [
        "not json",
        "[]",
        json.dumps({"issuer": "https://a"}),
        json.dumps(SERVER | {"client_ids": []}),
        json.dumps(SERVER | {"x": 1}),
    ],
)
def test_an_authorization_server_that_is_not_described_whole_fails_at_init(server: str) -> None:
    """Least of all may it mean that every token is ours."""
    with pytest.raises(MissingSetting, match="TWIN_AUTHORIZATION_SERVER"):
        Settings.from_environ(ENVIRON | {"TWIN_AUTHORIZATION_SERVER": server})
