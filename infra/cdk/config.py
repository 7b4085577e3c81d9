"""What a deployment is told: CDK context, read once and strictly. Knows nothing of CDK itself.

The defaults are the context of `cdk.json`; `-c key=value` overrides one, where a value other than text is JSON, and
`-c key=` takes an optional one back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, cast

# API Gateway ends an integration after 29 s, so a function's deadline and its margin have to fit into that.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
LONGEST_DEADLINE_SECONDS = 20

# It begins every physical name; the longest of those has to stay below 64 characters.
_STAGE = re.compile(r"[a-z][a-z0-9-]{0,15}")

_OPTIONAL = frozenset({"account", "custom_domain", "alarm_email", "authorization_server", "anonymous_mcp"})

# The tiers of `digital_twin.domain.access`; a test holds the two together.
TIERS = ("free", "professional", "enterprise")

_MODEL_SHAPE = "{provider, model, base_url?, timeout_seconds?, input_usd_per_million?, output_usd_per_million?}"


class InvalidConfig(ValueError):
    """The context does not describe a deployment; the message names the key."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """One candidate of the model catalogue; `base_url` points a provider's SDK at a compatible server.

    Prices are in US dollars for a million tokens; there are both or none.
    """

    provider: str
    model: str
    base_url: str | None = None
    timeout_seconds: float | None = None
    input_usd_per_million: float | None = None
    output_usd_per_million: float | None = None


@dataclass(frozen=True, slots=True)
class CustomDomain:
    """The service's own host name, and the ACM certificate for it in each region."""

    name: str
    certificate_arns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AuthorizationServer:
    """Who issues the access tokens that are taken beside API keys.

    A token is taken if it is for one of `audiences` or, where it names none (Cognito's do not), was given to one of
    `client_ids`. It gives `profile` to read, in the groups of `groups_claim` called `owner` and `recruiter` more than
    the public; `scope_prefix` is what the server puts before our scopes.
    """

    issuer: str
    profile: str
    audiences: tuple[str, ...] = ()
    client_ids: tuple[str, ...] = ()
    jwks_url: str | None = None
    scope_prefix: str | None = None
    groups_claim: str | None = None
    tier: str | None = None


@dataclass(frozen=True, slots=True)
class DeploymentConfig:
    """One deployment.

    `regions` are all serving regions in the order in which they stand in for each other; `relevance_floor` is the
    similarity (0-1) below which a neighbour by `embedder` says nothing; `full_rate_callers` is how many callers at
    their full limit one region serves at once, which the gateway's throttles follow from. Without an `account` the
    deploying credentials decide. Without an `authorization_server` only API keys are taken; `anonymous_mcp` is the
    profile whose public part anybody may read over MCP, throttled by address.
    """

    stage: str
    primary_region: str
    regions: tuple[str, ...]
    models: tuple[ModelChoice, ...]
    embedder: str
    relevance_floor: float
    deadline_seconds: float
    allowed_origins: tuple[str, ...]
    full_rate_callers: int
    account: str | None = None
    custom_domain: CustomDomain | None = None
    alarm_email: str | None = None
    authorization_server: AuthorizationServer | None = None
    anonymous_mcp: str | None = None

    def nearest_first(self, region: str) -> tuple[str, ...]:
        """All regions as one of them should try them: itself, then the others in order."""
        return (region, *(other for other in self.regions if other != region))

    @classmethod
    def from_context(cls, context: Mapping[str, Any]) -> DeploymentConfig:
        """Read the context of an app.

        Args:
            context: all of it; keys of the CDK's own hold a `:` or `/` and are passed over.

        Raises:
            InvalidConfig: naming the key that is missing, unknown or unreadable.
        """
        named = {key: value for key, value in context.items() if key.isidentifier()}
        own = {key: value for key, value in named.items() if value != "" or key not in _OPTIONAL}
        if unknown := sorted(own.keys() - {field.name for field in fields(cls)}):
            raise InvalidConfig(f"unknown context key {unknown[0]!r}")
        read = _Reader(own)
        config = cls(
            stage=read.text("stage"),
            primary_region=read.text("primary_region"),
            regions=read.texts("regions"),
            models=read.each("models", _model),
            embedder=read.text("embedder"),
            relevance_floor=read.number("relevance_floor", above=0, at_most=1),
            deadline_seconds=read.number("deadline_seconds", above=0, at_most=LONGEST_DEADLINE_SECONDS),
            allowed_origins=read.texts("allowed_origins"),
            full_rate_callers=int(read.number("full_rate_callers", above=0, at_most=1000)),
            account=read.text("account") if "account" in own else None,
            custom_domain=_custom_domain(read.value("custom_domain")) if "custom_domain" in own else None,
            alarm_email=read.text("alarm_email") if "alarm_email" in own else None,
            authorization_server=(
                _authorization_server(read.value("authorization_server")) if "authorization_server" in own else None
            ),
            anonymous_mcp=read.text("anonymous_mcp") if "anonymous_mcp" in own else None,
        )
        if not _STAGE.fullmatch(config.stage):
            raise InvalidConfig("context key 'stage' has to be 1-16 lower-case letters, digits and hyphens")
        if config.primary_region not in config.regions:
            raise InvalidConfig("context key 'primary_region' is not one of 'regions'")
        if config.custom_domain and (bare := set(config.regions) - config.custom_domain.certificate_arns.keys()):
            raise InvalidConfig(f"context key 'custom_domain' has no certificate for {min(bare)}")
        return config


class _Reader:
    """Typed access to context, where text given on the command line may stand for any JSON value."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def text(self, key: str) -> str:
        value = self._get(key)
        if not isinstance(value, str) or not value:
            raise InvalidConfig(f"context key {key!r} has to be text")
        return value

    def value(self, key: str) -> object:
        value = self._get(key)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except json.JSONDecodeError as error:
            raise InvalidConfig(f"context key {key!r} is not JSON: {error.msg}") from error

    def number(self, key: str, *, above: float, at_most: float) -> float:
        value = self.value(key)
        if not isinstance(value, int | float) or isinstance(value, bool) or not above < value <= at_most:
            raise InvalidConfig(f"context key {key!r} has to be a number above {above} and at most {at_most}")
        return value

    def each[Item](self, key: str, read: Callable[[object], Item]) -> tuple[Item, ...]:
        values = self.value(key)
        if not isinstance(values, list) or not values:
            raise InvalidConfig(f"context key {key!r} has to be a list that is not empty")
        items = tuple(read(value) for value in cast("list[object]", values))
        if len(set(items)) < len(items):
            raise InvalidConfig(f"context key {key!r} names something twice")
        return items

    def texts(self, key: str) -> tuple[str, ...]:
        def text(value: object) -> str:
            if not isinstance(value, str) or not value:
                raise InvalidConfig(f"context key {key!r} has to be a list of texts")
            return value

        return self.each(key, text)

    def _get(self, key: str) -> object:
        if key not in self._values:
            raise InvalidConfig(f"context key {key!r} is missing")
        return self._values[key]


def _model(value: object) -> ModelChoice:
    members = _members(value)
    names = (members.get("provider"), members.get("model"))
    try:
        model = ModelChoice(**members)
    except TypeError as error:
        raise InvalidConfig(f"context key 'models' has to list {_MODEL_SHAPE}") from error
    prices = (model.input_usd_per_million, model.output_usd_per_million)
    if not all(isinstance(name, str) and name for name in names) or not (_is_price(*prices) or prices == (None, None)):
        raise InvalidConfig(f"context key 'models' has to list {_MODEL_SHAPE}")
    return model


def _is_price(*parts: object) -> bool:
    return all(isinstance(part, int | float) and not isinstance(part, bool) and part >= 0 for part in parts)


def _custom_domain(value: object) -> CustomDomain:
    try:
        return CustomDomain(**_members(value))
    except TypeError as error:
        raise InvalidConfig("context key 'custom_domain' has to be {name, certificate_arns: {region: arn}}") from error


def _authorization_server(value: object) -> AuthorizationServer:
    members = _members(value)
    lists: dict[str, Any] = {key: tuple(members.get(key) or ()) for key in ("audiences", "client_ids")}
    try:
        server = AuthorizationServer(**(members | lists))
    except TypeError as error:
        shape = "{issuer, profile, audiences and/or client_ids, jwks_url?, scope_prefix?, groups_claim?, tier?}"
        raise InvalidConfig(f"context key 'authorization_server' has to be {shape}") from error
    urls = [str(url) for url in (server.issuer, server.jwks_url) if url is not None]
    if not all(url.startswith("https://") for url in urls):
        raise InvalidConfig("context key 'authorization_server' has to name its issuer, and its keys, by https URLs")
    if not server.audiences and not server.client_ids:
        raise InvalidConfig("context key 'authorization_server' needs 'audiences' or 'client_ids'")
    if not server.profile or (server.tier is not None and server.tier not in TIERS):
        raise InvalidConfig(f"context key 'authorization_server' needs a profile, and a tier of {', '.join(TIERS)}")
    return server


def _members(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}
