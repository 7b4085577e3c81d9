"""The environment every function gets. Its other half is `digital_twin.settings`; a test holds the two together."""

from __future__ import annotations

import json
from dataclasses import asdict

from infra.cdk.config import AuthorizationServer, DeploymentConfig, ModelChoice
from infra.cdk.names import METRICS_NAMESPACE, Names


def function_environment(config: DeploymentConfig, *, region: str, service: str) -> dict[str, str]:
    """The variables of one function.

    Args:
        config: the deployment.
        region: the region the function serves, which for the sync functions is not the one it runs in.
        service: the function's name in logs, metrics and traces.
    """
    names = Names(config.stage)
    optional: dict[str, str] = {}
    if config.authorization_server is not None:
        optional["TWIN_AUTHORIZATION_SERVER"] = json.dumps(_without_defaults(config.authorization_server))
    if config.anonymous_mcp is not None:
        optional["TWIN_ANONYMOUS_PROFILE"] = config.anonymous_mcp
    return {
        "TWIN_REGION": region,
        "TWIN_PRIMARY_REGION": config.primary_region,
        "TWIN_REGIONS": ",".join(config.nearest_first(region)),
        "TWIN_TABLE": names.table,
        "TWIN_BUS": names.bus,
        "TWIN_SECRET": names.secret,
        "TWIN_MODELS": json.dumps([_without_defaults(model) for model in config.models]),
        "TWIN_EMBEDDER": config.embedder,
        "TWIN_RELEVANCE_FLOOR": str(config.relevance_floor),
        "TWIN_DEADLINE_SECONDS": str(config.deadline_seconds),
        "TWIN_ALLOWED_ORIGINS": ",".join(config.allowed_origins),
        "POWERTOOLS_SERVICE_NAME": service,
        "POWERTOOLS_METRICS_NAMESPACE": METRICS_NAMESPACE,
        "POWERTOOLS_LOG_LEVEL": "INFO",
        **optional,
    }


def _without_defaults(value: ModelChoice | AuthorizationServer) -> dict[str, object]:
    return {key: member for key, member in asdict(value).items() if member is not None}
