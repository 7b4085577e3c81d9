"""The wiring: every part is made once, from settings and secrets, and making it opens nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import cached_property
from typing import override

import pytest
from pydantic import SecretStr

from digital_twin.adapters.anthropic import AnthropicModel
from digital_twin.adapters.groq import GroqModel
from digital_twin.adapters.openai import OpenAIModel
from digital_twin.bootstrap import Container
from digital_twin.settings import MissingSetting, ModelChoice, RegionEndpoints, Secrets

ENVIRON = {
    "TWIN_REGION": "eu-west-1",
    "TWIN_PRIMARY_REGION": "us-east-1",
    "TWIN_REGIONS": "eu-west-1,us-east-1",
    "TWIN_TABLE": "digital-twin",
    "TWIN_BUS": "digital-twin",
    "TWIN_SECRET": "digital-twin",
    "TWIN_MODELS": '[{"provider": "groq", "model": "a"}, {"provider": "openai", "model": "b"}]',
    "TWIN_EMBEDDER": "minilm",
    "TWIN_RELEVANCE_FLOOR": "0.6",
    "TWIN_DEADLINE_SECONDS": "10",
    "TWIN_ALLOWED_ORIGINS": "https://twin.example.com",
}
SERVICES = "ask search publish read_profile sync_overview authorize relay reconcile region_sync".split()


class WiredContainer(Container):
    """A container that was given its secrets.

    Args:
        provider_keys: the providers that have a key.
    """

    provider_keys: tuple[str, ...] = ("groq", "openai")

    @cached_property
    @override
    def secrets(self) -> Secrets:
        """An endpoint for every region, on a port nothing listens on."""
        endpoints = RegionEndpoints("http://127.0.0.1:9", SecretStr("v"), "http://127.0.0.1:9", SecretStr("r"))
        return Secrets(
            dict.fromkeys(self.settings.regions, endpoints), {name: SecretStr("k") for name in self.provider_keys}
        )


def wired(*provider_keys: str, **environ: str) -> WiredContainer:
    """A container for the environment, with some variables changed."""
    container = WiredContainer.from_environ(ENVIRON | environ)
    container.provider_keys = provider_keys
    return container


@pytest.mark.parametrize("service", SERVICES)
async def test_every_service_is_made_once_and_without_a_network(service: str) -> None:
    """Under SnapStart whatever were opened at init would be frozen with the snapshot."""
    container = wired("groq", "openai")

    assert getattr(container, service) is getattr(container, service)


class SecretlessContainer(Container):
    """A container that must not ask for its secrets."""

    @cached_property
    @override
    def secrets(self) -> Secrets:
        raise AssertionError("the secret was read")


@pytest.mark.disable_socket
@pytest.mark.parametrize(
    "prime",
    [Container.prime_table, Container.prime_writes, Container.prime_questions, Container.prime_conversations],
)
def test_priming_reads_no_secret_and_opens_no_connection(
    prime: Callable[[Container], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both would be of the past when the snapshot is restored."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    container = SecretlessContainer.from_environ(ENVIRON | {"TWIN_CONNECTIONS_URL": "https://api.example.com/live"})

    prime(container)

    assert {"store", "grants"} <= vars(container).keys()


async def test_a_regions_index_is_made_once() -> None:
    """Whoever uses it, retrieval or readiness, shares its connections."""
    container = wired()

    assert container.index("eu-west-1") is container.index("eu-west-1")
    assert container.index("eu-west-1") is not container.index("us-east-1")


async def test_what_is_learned_of_the_regions_is_kept_from_request_to_request() -> None:
    """A breaker made anew for each question would never open."""
    container = wired()

    assert container.vector_regions is container.vector_regions
    assert container.retriever is container.retriever


async def test_every_region_has_its_beacon_in_order() -> None:
    """A commit is told to all of them."""
    assert [beacon.region for beacon in wired().beacons] == ["eu-west-1", "us-east-1"]


def test_a_missing_variable_is_named_at_init() -> None:
    """Not in the first request."""
    with pytest.raises(MissingSetting, match="TWIN_TABLE"):
        Container.from_environ({name: value for name, value in ENVIRON.items() if name != "TWIN_TABLE"})


@pytest.mark.parametrize(
    ("provider_keys", "models"), [((), []), (("openai",), ["b"]), (("groq", "openai"), ["a", "b"])]
)
def test_only_providers_with_a_key_are_in_the_chain(provider_keys: tuple[str, ...], models: list[str]) -> None:
    """In the catalogue's order; without any, answers are extractive."""
    container = wired(*provider_keys)

    assert [choice.model for choice in container.models] == models
    assert container.generator.is_extractive == (not models)


async def test_each_provider_is_spoken_to_by_its_own_sdk() -> None:
    """Whoever has none here is spoken to as OpenAI is, at the address it was given."""
    container = wired("groq", "openai", "anthropic", "ollama")
    more = [
        ModelChoice(provider="anthropic", model="c"),
        ModelChoice(provider="ollama", model="d", base_url="http://127.0.0.1:9/v1"),
    ]

    made = [container.chat_model(choice, SecretStr("k")) for choice in (*container.settings.models, *more)]

    assert [type(model) for model in made] == [GroqModel, OpenAIModel, AnthropicModel, OpenAIModel]
    assert [(model.provider, model.model) for model in made] == [
        ("groq", "a"),
        ("openai", "b"),
        ("anthropic", "c"),
        ("ollama", "d"),
    ]


async def test_the_chain_asks_for_the_cooldowns_of_providers_that_have_a_key() -> None:
    """What no request would ask need not be looked up."""
    assert wired("openai").generator.cooldown_names == ("openai", "openai:b")


_PROGRAM = """
import json, sys
from pydantic import SecretStr
from digital_twin.bootstrap import Container
from digital_twin.settings import Secrets

container = Container.from_environ(json.loads(sys.argv[1]))
if sys.argv[2] == "prime":
    container.prime_questions()
else:
    container.secrets = Secrets({}, {"groq": SecretStr("k"), "anthropic": SecretStr("k")})
    assert len(container.generator.cooldown_names) == 4
sdks = {"anthropic", "anthropic.resources.messages", "groq", "groq.resources.chat", "openai"}
print(sorted(sdks & sys.modules.keys()))
"""


@pytest.mark.parametrize(
    ("occasion", "imported"),
    [
        pytest.param(
            "prime",
            ["anthropic", "anthropic.resources.messages", "groq", "groq.resources.chat"],
            id="before a snapshot, down to what they import at a first request",
        ),
        pytest.param("chain", [], id="elsewhere when they are first asked"),
    ],
)
def test_the_sdks_of_the_catalogue_are_imported(occasion: str, imported: list[str]) -> None:
    """A fallback must not cost the first question half a second, neither one that needs it nor one that does not."""
    models = '[{"provider": "groq", "model": "a"}, {"provider": "anthropic", "model": "c"}]'
    finished = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", _PROGRAM, json.dumps(ENVIRON | {"TWIN_MODELS": models}), occasion],
        capture_output=True,
        check=False,
        text=True,
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.strip() == str(imported)


@pytest.mark.parametrize(
    "other",
    [
        wired("openai"),
        wired("groq", "openai", TWIN_EMBEDDER="another"),
        wired("groq", "openai", TWIN_RELEVANCE_FLOOR="0.7"),
    ],
    ids=["models", "embedder", "floor"],
)
def test_whatever_shapes_answers_is_in_their_fingerprint(other: Container) -> None:
    """Kept answers of another set-up are not served."""
    assert other.ask_policy.fingerprint != wired("groq", "openai").ask_policy.fingerprint
    assert wired("groq", "openai").ask_policy == wired("groq", "openai").ask_policy


def test_a_deadline_begins_when_it_is_asked_for() -> None:
    """Each request has its own, of the configured length."""
    remaining = wired().deadline().remaining

    assert 9.0 < remaining <= 10.0
