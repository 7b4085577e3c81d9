"""The regional REST API: its stage, logs, CORS, validation, authorizer and routes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import aws_cdk as cdk
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.cdk.acknowledge import acknowledge
from infra.cdk.config import DeploymentConfig
from infra.cdk.constructs.gateway_responses import Challenge, add_gateway_problems
from infra.cdk.names import API_STAGE, Names

REQUEST_HEADERS = (
    "Authorization",
    "Content-Type",
    "If-Match",
    "If-None-Match",
    "Idempotency-Key",
    "Mcp-Method",
    "Mcp-Name",
    "MCP-Protocol-Version",
)

# TLS 1.2 and 1.3 with forward secrecy; the default of a REST API still takes TLS 1.0.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
_SECURITY_POLICY = "SecurityPolicy_TLS13_1_2_PQ_2025_09"

# The limit of routes without one of their own, requests a minute of one caller.
_DEFAULT_PER_MINUTE = 200

_AUTHORIZER_CACHE_SECONDS = 300

# RFC 9728, section 3.1: where the metadata of the resource /mcp is, below the host or, without one, the stage.
METADATA_PATH = "/.well-known/oauth-protected-resource/mcp"

# What a client first asks for: to read and to ask.
_SCOPES = ("query", "read", "search")

# Never logged: headers, bodies, query strings.
_ACCESS_LOG = {
    "request_id": "$context.requestId",
    "at": "$context.requestTimeEpoch",
    "method": "$context.httpMethod",
    "route": "$context.resourcePath",
    "status": "$context.status",
    "latency_ms": "$context.responseLatency",
    "integration_latency_ms": "$context.integrationLatency",
    "principal": "$context.authorizer.principalId",
    "source_ip": "$context.identity.sourceIp",
    "refused_as": "$context.error.responseType",
    "waf": "$context.waf.status",
    "trace": "$context.xrayTraceId",
}


@dataclass(frozen=True, slots=True)
class Route:
    """One route.

    `per_minute` is its limit for one caller; `json_types` are the content types read as JSON objects; a `public` route
    asks no authorizer, an `anonymous` one asks it also about callers without a credential.
    """

    method: str
    path: str
    target: lambda_.IFunction
    per_minute: int = _DEFAULT_PER_MINUTE
    json_types: tuple[str, ...] = ()
    public: bool = False
    anonymous: bool = False


class TwinApi(Construct):
    """One region's API; `api` is the REST API, `url` where callers find it."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        config: DeploymentConfig,
        authorizer: lambda_.IFunction,
        routes: Sequence[Route],
    ) -> None:
        """Make the API and deploy it to the stage `live`."""
        super().__init__(scope, id_)
        domain = config.custom_domain
        name = Names(config.stage).of("api")
        self.api = apigateway.RestApi(
            self,
            "Api",
            rest_api_name=name,
            description="Digital twin",
            endpoint_types=[apigateway.EndpointType.REGIONAL],
            disable_execute_api_endpoint=domain is not None,
            cloud_watch_role=True,
            deploy_options=self._stage(name, config, routes),
            default_cors_preflight_options=apigateway.CorsOptions(
                allow_origins=list(config.allowed_origins),
                allow_headers=list(REQUEST_HEADERS),
                allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
                max_age=cdk.Duration.hours(1),
            ),
        )
        self._require_tls()
        self._bound_execution_log()
        self.url = self._default_endpoint() if domain is None else f"https://{domain.name}"
        prefix = (config.authorization_server.scope_prefix if config.authorization_server else None) or ""
        scopes = tuple(f"{prefix}{scope}" for scope in _SCOPES)
        add_gateway_problems(self.api, challenge=Challenge(self.url + METADATA_PATH, scopes))
        self._add_routes(routes, authorizer)
        if domain is not None:
            self._serve_at(domain.name, domain.certificate_arns[cdk.Stack.of(self).region])
        acknowledge(
            self,
            "callers hold API keys and tokens that the REQUEST authorizer resolves; health and preflight need neither",
            "AwsSolutions-APIG4",
            "AwsSolutions-COG4",
        )
        acknowledge(self, "the protection stack of the region associates a web ACL", "AwsSolutions-APIG3")
        acknowledge(
            self,
            "API Gateway's role for execution logs is an account-wide setting, for which AWS keeps the policy",
            "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
        )
        acknowledge(
            self,
            "the functions check bodies and say what is wrong where; the gateway checks their shape",
            "AwsSolutions-APIG2",
        )

    def _default_endpoint(self) -> str:
        """Where AWS serves the API; put together here, because the stage it names waits for what is made with it."""
        region = cdk.Stack.of(self).region
        return f"https://{self.api.rest_api_id}.execute-api.{region}.{cdk.Aws.URL_SUFFIX}/{API_STAGE}"

    def _stage(self, name: str, config: DeploymentConfig, routes: Sequence[Route]) -> apigateway.StageOptions:
        access_log = logs.LogGroup(
            self,
            "AccessLog",
            log_group_name=f"/aws/apigateway/{name}",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=cdk.RemovalPolicy.DESTROY,
        )
        return apigateway.StageOptions(
            stage_name=API_STAGE,
            access_log_destination=apigateway.LogGroupLogDestination(access_log),
            access_log_format=apigateway.AccessLogFormat.custom(json.dumps(_ACCESS_LOG)),
            logging_level=apigateway.MethodLoggingLevel.ERROR,
            data_trace_enabled=False,
            metrics_enabled=True,
            tracing_enabled=True,
            throttling_rate_limit=_rate(_DEFAULT_PER_MINUTE, config),
            throttling_burst_limit=_DEFAULT_PER_MINUTE,
            method_options={
                f"{route.path}/{route.method}": apigateway.MethodDeploymentOptions(
                    # A method with settings of its own inherits none of the stage's.
                    logging_level=apigateway.MethodLoggingLevel.ERROR,
                    data_trace_enabled=False,
                    metrics_enabled=True,
                    throttling_rate_limit=_rate(route.per_minute, config),
                    # One caller may spend a whole minute's limit at once.
                    throttling_burst_limit=route.per_minute,
                )
                for route in routes
                if route.per_minute != _DEFAULT_PER_MINUTE
            },
        )

    def _require_tls(self) -> None:
        resource = cast("apigateway.CfnRestApi", self.api.node.default_child)
        resource.security_policy = _SECURITY_POLICY
        resource.endpoint_access_mode = "STRICT"

    def _bound_execution_log(self) -> None:
        """Own the group API Gateway would otherwise make itself, and keep for ever."""
        execution_log = logs.LogGroup(
            self,
            "ExecutionLog",
            log_group_name=f"API-Gateway-Execution-Logs_{self.api.rest_api_id}/{API_STAGE}",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=cdk.RemovalPolicy.DESTROY,
        )
        self.api.deployment_stage.node.add_dependency(execution_log)

    def _add_routes(self, routes: Sequence[Route], handler: lambda_.IFunction) -> None:
        authorizer = apigateway.RequestAuthorizer(
            self,
            "Authorizer",
            handler=handler,
            identity_sources=[apigateway.IdentitySource.header("Authorization")],
            results_cache_ttl=cdk.Duration.seconds(_AUTHORIZER_CACHE_SECONDS),
        )
        asked_always = self._asked_always(handler) if any(route.anonymous for route in routes) else authorizer
        json_object = self.api.add_model(
            "JsonObject",
            schema=apigateway.JsonSchema(type=apigateway.JsonSchemaType.OBJECT),
            description="Any JSON object; the function says which members are wrong, and where",
        )
        validator = self.api.add_request_validator("BodyShape", validate_request_body=True)
        for route in routes:
            self.api.root.resource_for_path(route.path).add_method(
                route.method,
                apigateway.LambdaIntegration(route.target, allow_test_invoke=False),
                authorizer=None if route.public else asked_always if route.anonymous else authorizer,
                authorization_type=(
                    apigateway.AuthorizationType.NONE if route.public else apigateway.AuthorizationType.CUSTOM
                ),
                request_models=dict.fromkeys(route.json_types, json_object) or None,
                request_validator=validator if route.json_types else None,
            )

    def _asked_always(self, handler: lambda_.IFunction) -> apigateway.RequestAuthorizer:
        """An authorizer for where a credential may be missing: no header stands for the caller, nothing is cached."""
        authorizer = apigateway.RequestAuthorizer(
            self,
            "AnonymousAuthorizer",
            handler=handler,
            identity_sources=[],
            results_cache_ttl=cdk.Duration.seconds(0),
        )
        resource = cast("apigateway.CfnAuthorizer", authorizer.node.default_child)
        resource.add_property_deletion_override("IdentitySource")
        return authorizer

    def _serve_at(self, domain: str, certificate_arn: str) -> None:
        name = apigateway.DomainName(
            self,
            "Domain",
            domain_name=domain,
            certificate=acm.Certificate.from_certificate_arn(self, "Certificate", certificate_arn),
            endpoint_type=apigateway.EndpointType.REGIONAL,
            security_policy=apigateway.SecurityPolicy.TLS_1_2,
        )
        name.add_base_path_mapping(self.api, stage=self.api.deployment_stage)
        cdk.CfnOutput(cdk.Stack.of(self), "DomainTarget", value=name.domain_name_alias_domain_name)


def _rate(per_minute: int, config: DeploymentConfig) -> float:
    """Requests a second of a whole region.

    The limits are one caller's, whom the gateway cannot tell from another; the functions count callers. The gateway's
    throttle stands before that as the region's ceiling.
    """
    return round(per_minute * config.full_rate_callers / 60, 2)
