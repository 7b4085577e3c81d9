"""The regional WebSocket API: its routes, authorizer, throttle and log."""

# The CDK's classes name parameters of their methods otherwise than the interfaces they implement do, which jsii, the
# one that checks arguments at run time, does not mind.
# pyright: reportArgumentType=false

from __future__ import annotations

import json
from typing import cast

import aws_cdk as cdk
from aws_cdk import aws_apigatewayv2 as apigatewayv2
from aws_cdk import aws_apigatewayv2_authorizers as authorizers
from aws_cdk import aws_apigatewayv2_integrations as integrations
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct, IConstruct

from infra.cdk.acknowledge import acknowledge
from infra.cdk.config import DeploymentConfig
from infra.cdk.names import API_STAGE, Names

ASK = "ask"

# Messages a minute of one caller, as for questions over REST. The function counts callers.
_PER_MINUTE = 100

# Never logged: the query string and the headers of a handshake, either of which may hold a credential, and messages.
_ACCESS_LOG = {
    "request_id": "$context.requestId",
    "at": "$context.requestTimeEpoch",
    "connection": "$context.connectionId",
    "event": "$context.eventType",
    "route": "$context.routeKey",
    "status": "$context.status",
    "integration_latency_ms": "$context.integrationLatency",
    "principal": "$context.authorizer.principalId",
    "source_ip": "$context.identity.sourceIp",
    "refused_as": "$context.error.responseType",
}


class TwinSocketApi(Construct):
    """One region's WebSocket API.

    `url` is where clients connect, `connections_url` where messages for them are taken.
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        config: DeploymentConfig,
        authorizer: lambda_.IFunction,
        handler: lambda_.IFunction,
        logs_allowed_by: IConstruct,
    ) -> None:
        """Make the API and deploy it to the stage `live`.

        Args:
            scope: the stack.
            id_: unique in the stack.
            config: the deployment.
            authorizer: decides on handshakes.
            handler: handles connections and messages.
            logs_allowed_by: the account's role for API Gateway's logs, without which a stage cannot have any.
        """
        super().__init__(scope, id_)
        name = Names(config.stage).of("socket")
        handled = integrations.WebSocketLambdaIntegration("Handler", handler)
        self.api = apigatewayv2.WebSocketApi(
            self,
            "Api",
            api_name=name,
            description="Digital twin: questions with streamed answers",
            connect_route_options=apigatewayv2.WebSocketRouteOptions(
                integration=handled,
                # A credential comes in one of three places, and API Gateway would ask for all that are named.
                authorizer=authorizers.WebSocketLambdaAuthorizer("Authorizer", authorizer, identity_source=[]),
            ),
            disconnect_route_options=apigatewayv2.WebSocketRouteOptions(integration=handled),
            default_route_options=apigatewayv2.WebSocketRouteOptions(integration=handled),
        )
        self.api.add_route(ASK, integration=handled)
        group_name = f"/aws/apigateway/{name}"
        access_log = logs.LogGroup(
            self,
            "AccessLog",
            log_group_name=group_name,
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=cdk.RemovalPolicy.DESTROY,
        )
        self.stage = apigatewayv2.WebSocketStage(
            self,
            "Stage",
            web_socket_api=self.api,
            stage_name=API_STAGE,
            auto_deploy=True,
            detailed_metrics_enabled=True,
            throttle=apigatewayv2.ThrottleSettings(
                rate_limit=round(_PER_MINUTE * config.full_rate_callers / 60, 2), burst_limit=_PER_MINUTE
            ),
        )
        self._log_to(group_name)
        self.stage.node.add_dependency(logs_allowed_by, access_log)
        stack = cdk.Stack.of(self)
        host = f"{self.api.api_id}.execute-api.{stack.region}.{stack.url_suffix}/{API_STAGE}"
        self.url, self.connections_url = f"wss://{host}", f"https://{host}"
        acknowledge(
            self,
            "the handshake is authorized; what follows on the connection brings no credential",
            "AwsSolutions-APIG4",
        )

    def _log_to(self, group_name: str) -> None:
        """Keep an access log. Execution logs stay off: they would hold what this one leaves out."""
        stage = cast("apigatewayv2.CfnStage", self.stage.node.default_child)
        group = cdk.Stack.of(self).format_arn(
            service="logs",
            resource="log-group",
            resource_name=group_name,
            arn_format=cdk.ArnFormat.COLON_RESOURCE_NAME,
        )
        stage.access_log_settings = apigatewayv2.CfnStage.AccessLogSettingsProperty(
            destination_arn=group, format=json.dumps(_ACCESS_LOG)
        )
