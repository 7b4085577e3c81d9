"""Settings of a function, built once from a passed mapping. Names no vendor SDK and reads no environment itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, TypeAdapter, ValidationError, model_validator


class MissingSetting(ValueError):
    """A required variable is absent or unreadable; the message names it. Raised at init, never in a request."""


# Providers whose own address an SDK knows; a key must never go to another's.
KNOWN_PROVIDERS = ("groq", "openai", "anthropic")


class ModelChoice(BaseModel):
    """One candidate of the model catalogue.

    `base_url` points a provider's SDK at another server; a provider without an SDK of its own here is spoken to as
    OpenAI is, and has to have one. Prices are for a million tokens; with both of them
    answers say what they cost.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    provider: str
    model: str
    base_url: str | None = None
    timeout_seconds: float = 6.0
    input_usd_per_million: float | None = Field(default=None, ge=0)
    output_usd_per_million: float | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _has_an_address(self) -> Self:
        if self.provider not in KNOWN_PROVIDERS and self.base_url is None:
            raise ValueError(f"provider {self.provider!r} needs a base_url")
        return self

    @model_validator(mode="after")
    def _has_both_prices_or_none(self) -> Self:
        if (self.input_usd_per_million is None) != (self.output_usd_per_million is None):
            raise ValueError("a price needs its other half")
        return self


_CATALOGUE = TypeAdapter(tuple[ModelChoice, ...])


class AuthorizationServer(BaseModel):
    """Who issues the access tokens this deployment takes, and what they give.

    A token is ours if it is for one of `audiences` or, where it names no audience (Cognito's do not), was given to one
    of `client_ids`. `scope_prefix` is what the server puts before our scopes (`https://twin.example.com/`);
    `groups_claim` the claim whose groups `owner` and `recruiter` raise the audience above public.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    issuer: str
    profile: str
    audiences: tuple[str, ...] = ()
    client_ids: tuple[str, ...] = ()
    jwks_url: str = ""
    scope_prefix: str = ""
    groups_claim: str = "cognito:groups"
    tier: str = "professional"

    @model_validator(mode="after")
    def _says_whose_tokens_are_ours(self) -> Self:
        if not self.audiences and not self.client_ids:
            raise ValueError("an authorization server needs audiences or client_ids")
        return self

    @property
    def keys_url(self) -> str:
        """Where its signing keys are; Cognito's place unless another is given."""
        return self.jwks_url or f"{self.issuer.rstrip('/')}/.well-known/jwks.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a function is told by its environment; secrets come separately (`Secrets`).

    `region` is the region whose index, Redis and table replica the function serves; `regions` are all vector
    regions, nearest first; `relevance_floor` is a similarity (0-1) of the configured embedder. Without an
    `authorization_server` only API keys are taken; `anonymous_profile` is what callers without a credential may read
    over MCP, None if they may not. `connections_url` is where the region's gateway takes messages for WebSocket
    clients; empty for functions that accept no connections.
    """

    region: str
    primary_region: str
    regions: tuple[str, ...]
    table: str
    bus: str
    secret: str
    models: tuple[ModelChoice, ...]
    embedder: str
    relevance_floor: float
    deadline_seconds: float
    allowed_origins: tuple[str, ...]
    authorization_server: AuthorizationServer | None = None
    anonymous_profile: str | None = None
    connections_url: str = ""

    @classmethod
    def from_environ(cls, environ: Mapping[str, str]) -> Self:
        """Read the `TWIN_*` variables.

        Raises:
            MissingSetting: naming the first variable that is absent or unreadable.
        """

        def text(name: str) -> str:
            value = environ.get(name, "")
            if not value:
                raise MissingSetting(f"{name} is not set")
            return value

        def number(name: str) -> float:
            try:
                return float(text(name))
            except ValueError as error:
                raise MissingSetting(f"{name} is not a number") from error

        def words(name: str) -> tuple[str, ...]:
            return tuple(word.strip() for word in text(name).split(",") if word.strip())

        server = environ.get("TWIN_AUTHORIZATION_SERVER", "")
        try:
            authorization_server = AuthorizationServer.model_validate_json(server) if server else None
        except ValidationError as error:
            raise MissingSetting("TWIN_AUTHORIZATION_SERVER does not describe an authorization server") from error
        try:
            models = _CATALOGUE.validate_json(text("TWIN_MODELS"))
        except ValidationError as error:
            raise MissingSetting("TWIN_MODELS is not a JSON list of model choices") from error
        return cls(
            region=text("TWIN_REGION"),
            primary_region=text("TWIN_PRIMARY_REGION"),
            regions=words("TWIN_REGIONS"),
            table=text("TWIN_TABLE"),
            bus=text("TWIN_BUS"),
            secret=text("TWIN_SECRET"),
            models=models,
            embedder=text("TWIN_EMBEDDER"),
            relevance_floor=number("TWIN_RELEVANCE_FLOOR"),
            deadline_seconds=number("TWIN_DEADLINE_SECONDS"),
            allowed_origins=words("TWIN_ALLOWED_ORIGINS"),
            authorization_server=authorization_server,
            anonymous_profile=environ.get("TWIN_ANONYMOUS_PROFILE") or None,
            connections_url=environ.get("TWIN_CONNECTIONS_URL", ""),
        )


@dataclass(frozen=True, slots=True)
class RegionEndpoints:
    """Where one region's Upstash Vector index and Redis database are, and the tokens for them."""

    vector_url: str
    vector_token: SecretStr
    redis_url: str
    redis_token: SecretStr


@dataclass(frozen=True, slots=True)
class Secrets:
    """The credentials of the deployment, from one Secrets Manager secret; hidden from every repr.

    `provider_keys` maps a provider's name to its API key; a provider without a key is not used.
    """

    regions: Mapping[str, RegionEndpoints] = field(repr=False)
    provider_keys: Mapping[str, SecretStr] = field(repr=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read `{"regions": {name: {vector_url, vector_token, redis_url, redis_token}}, "providers": {name: key}}`.

        Raises:
            MissingSetting: if the text is not of that shape; the message never holds the text.
        """
        try:
            raw = json.loads(text)
            return cls(
                regions={
                    name: RegionEndpoints(
                        vector_url=entry["vector_url"],
                        vector_token=SecretStr(entry["vector_token"]),
                        redis_url=entry["redis_url"],
                        redis_token=SecretStr(entry["redis_token"]),
                    )
                    for name, entry in raw["regions"].items()
                },
                provider_keys={name: SecretStr(key) for name, key in raw["providers"].items() if key},
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise MissingSetting("the secret does not have the expected shape") from error
