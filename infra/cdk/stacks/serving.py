"""What callers reach, once in every serving region: the API and the functions behind it."""

from __future__ import annotations

from math import ceil

import aws_cdk as cdk
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.cdk.access import COMMIT, CONNECT, GET, LIST, OF_CONNECTIONS, READ_SECRET, Arns, allow_sending
from infra.cdk.config import DeploymentConfig
from infra.cdk.constructs.alarms import FIVE_MINUTES, Alarms
from infra.cdk.constructs.log_metrics import LogMetric
from infra.cdk.constructs.python_function import FunctionKit, PythonFunction
from infra.cdk.constructs.rest_api import METADATA_PATH, Route, TwinApi
from infra.cdk.constructs.web_socket_api import TwinSocketApi
from infra.cdk.names import MODEL_COST, REFUSED_MODELS, Names

_JSON = "application/json"
_MERGE_PATCH = "application/merge-patch+json"

# What a request may take after its deadline: to finish what it was doing, reply, and store the answer.
_AFTER_DEADLINE_SECONDS = 4

# A commit with its retries, and telling every region's Redis, one of which may be across an ocean and slow.
_INGEST_TIMEOUT_SECONDS = 20

# Callers wait behind it: one read of the table, with a retry from the primary.
_AUTHORIZER_TIMEOUT_SECONDS = 8


class ServingStack(cdk.Stack):
    """One region's API and functions; `api` is what the protection stack guards."""

    def __init__(self, scope: Construct, id_: str, *, config: DeploymentConfig, env: cdk.Environment) -> None:
        super().__init__(scope, id_, env=env, description="Digital twin: API and functions of one region")
        self._kit = FunctionKit.of(self, config)
        request_timeout = ceil(config.deadline_seconds) + _AFTER_DEADLINE_SECONDS
        self._query = self._function("Query", "query", request_timeout)
        self._mcp = self._function("Mcp", "mcp", request_timeout)
        self._ingest = self._function("Ingest", "ingest", _INGEST_TIMEOUT_SECONDS)
        self._authorizer = self._function("Authorizer", "authorizer", _AUTHORIZER_TIMEOUT_SECONDS)
        self._grant(config)
        twin_api = TwinApi(self, "Api", config=config, authorizer=self._authorizer.target, routes=self._routes(config))
        self.api = twin_api.api
        self.socket = self._converse(config)
        self._watch(config)
        cdk.CfnOutput(self, "WebSocketUrl", value=self.socket.url)
        cdk.CfnOutput(self, "WebSocketApiId", value=self.socket.api.api_id)
        cdk.CfnOutput(self, "ApiUrl", value=twin_api.url)
        cdk.CfnOutput(self, "ApiId", value=self.api.rest_api_id)
        cdk.CfnOutput(self, "ApiStage", value=self.api.deployment_stage.stage_name)

    def _routes(self, config: DeploymentConfig) -> list[Route]:
        query, mcp, ingest = self._query.target, self._mcp.target, self._ingest.target
        anonymous = config.anonymous_mcp is not None
        return [
            Route("POST", "/v1/query", query, per_minute=100, json_types=(_JSON,)),
            Route("POST", "/v1/search", query, per_minute=50, json_types=(_JSON,)),
            Route("GET", "/health", query, public=True),
            Route("GET", "/ready", query, public=True),
            Route("GET", "/v1/profile", ingest),
            Route("PUT", "/v1/profile", ingest, json_types=(_JSON,)),
            Route("PATCH", "/v1/profile", ingest, json_types=(_JSON, _MERGE_PATCH)),
            Route("GET", "/v1/sync", ingest),
            Route("POST", "/mcp", mcp, per_minute=200, anonymous=anonymous),
            Route("GET", "/mcp", mcp, per_minute=200, anonymous=anonymous),
            Route("DELETE", "/mcp", mcp, per_minute=200, anonymous=anonymous),
            # RFC 9728: the metadata of /mcp, and what clients ask for after that.
            Route("GET", METADATA_PATH, mcp, public=True),
            Route("GET", METADATA_PATH.removesuffix("/mcp"), mcp, public=True),
        ]

    def _converse(self, config: DeploymentConfig) -> TwinSocketApi:
        """The WebSocket API in front of the query function, and what that needs to answer over it."""
        socket = TwinSocketApi(
            self,
            "Socket",
            config=config,
            authorizer=self._authorizer.target,
            handler=self._query.target,
            logs_allowed_by=self.api.node.find_child("Account"),
        )
        arns = Arns(self, Names(config.stage))
        self._query.function.add_environment("TWIN_CONNECTIONS_URL", socket.connections_url)
        self._query.allow(CONNECT, arns.table(config.primary_region), only=OF_CONNECTIONS)
        allow_sending(self._query, arns, self.region, socket.api)
        return socket

    def _grant(self, config: DeploymentConfig) -> None:
        """Who may do what."""
        arns = Arns(self, Names(config.stage))
        replica, primary = arns.table(self.region), arns.table(config.primary_region)
        secret = arns.secret(self.region)
        for reader in (self._query, self._mcp):
            reader.allow(GET, replica, primary)
            reader.allow(LIST, primary)
            reader.allow(READ_SECRET, secret)
        self._ingest.allow(GET, replica, primary)
        self._ingest.allow((*LIST, *COMMIT), primary)
        self._ingest.allow(READ_SECRET, secret)
        self._authorizer.allow(GET, replica, primary)

    def _function(self, service: str, folder: str, timeout_seconds: int) -> PythonFunction:
        return PythonFunction(
            self,
            service,
            kit=self._kit,
            folder=folder,
            service=folder,
            region=self.region,
            timeout_seconds=timeout_seconds,
            snapshot=True,
        )

    def _watch(self, config: DeploymentConfig) -> None:
        alarms = Alarms(self, "Alarms", config=config)
        alarms.add(
            "server-errors",
            self.api.metric_server_error(period=FIVE_MINUTES, statistic="Sum"),
            threshold=5,
            means=f"callers in {self.region} get 5xx; the access log says on which route, the trace why",
        )
        alarms.add(
            "socket-errors",
            self.socket.stage.metric("IntegrationError", period=FIVE_MINUTES, statistic="Sum"),
            threshold=5,
            means=f"connections or messages were not handled in {self.region}; the query function's log says why",
        )
        functions = {
            "query": self._query,
            "mcp": self._mcp,
            "ingest": self._ingest,
            "authorizer": self._authorizer,
        }
        throttles = cloudwatch.MathExpression(
            expression=" + ".join(functions),
            using_metrics={
                name: function.function.metric_throttles(period=FIVE_MINUTES) for name, function in functions.items()
            },
            period=FIVE_MINUTES,
            label="Throttled invocations",
        )
        alarms.add(
            "throttles",
            throttles,
            threshold=1,
            means=f"Lambda turned invocations away in {self.region}; the account's concurrency is used up",
        )
        self._watch_models(alarms, Names(config.stage))

    def _watch_models(self, alarms: Alarms, names: Names) -> None:
        """What the functions that ask models log of them."""
        log_groups = [self._query.log_group, self._mcp.log_group]
        refused = LogMetric(
            self,
            "RefusedModels",
            log_groups=log_groups,
            pattern=logs.FilterPattern.string_value("$.message", "=", "generation.model_refused"),
            value="1",
            name=names.of(REFUSED_MODELS),
        )
        alarms.add(
            REFUSED_MODELS,
            refused.metric,
            threshold=1,
            means=(
                f"a model refuses its key or how it is asked in {self.region}, and the next ones answer; the log event "
                "generation.model_refused says which: look at the key, the account's credit, and the model's retirement"
            ),
        )
        LogMetric(
            self,
            "ModelCost",
            log_groups=log_groups,
            pattern=logs.FilterPattern.number_value("$.cost_usd", ">", 0),
            value="$.cost_usd",
            name=names.of(MODEL_COST),
        )
