"""The WebSocket API of every region."""

from __future__ import annotations

import json

import pytest

from tests.infra.assembly import REGIONS, Assembly, Json, Template, arn_text


@pytest.fixture(params=REGIONS)
def serving(request: pytest.FixtureRequest, assembly: Assembly) -> Template:
    """The serving stack of each region."""
    return assembly.serving(request.param)


def routes(serving: Template) -> dict[str, Json]:
    """The API's routes by key."""
    return {route["RouteKey"]: route for route in serving.of_type("AWS::ApiGatewayV2::Route").values()}


def test_messages_choose_their_route_by_action_and_unknown_ones_have_one_too(serving: Template) -> None:
    """All of them go to the published version of the query function."""
    api = serving.only("AWS::ApiGatewayV2::Api")
    assert (api["ProtocolType"], api["RouteSelectionExpression"]) == ("WEBSOCKET", "$request.body.action")
    assert routes(serving).keys() == {"$connect", "$disconnect", "$default", "ask"}
    integration = serving.only("AWS::ApiGatewayV2::Integration")
    assert integration["IntegrationType"] == "AWS_PROXY"
    assert "QueryLive" in json.dumps(integration["IntegrationUri"])


def test_the_handshake_asks_the_authorizer_wherever_its_credential_is(serving: Template) -> None:
    """API Gateway would ask for every source that were named, and a credential is in one of three places."""
    authorizer = serving.only("AWS::ApiGatewayV2::Authorizer")
    assert (authorizer["AuthorizerType"], authorizer["IdentitySource"]) == ("REQUEST", [])
    assert "AuthorizerLive" in json.dumps(authorizer["AuthorizerUri"])
    for key, route in routes(serving).items():
        assert route["AuthorizationType"] == ("CUSTOM" if key == "$connect" else "NONE")


def test_messages_are_throttled_as_questions_over_rest_are(serving: Template) -> None:
    """20 callers at 100 a minute; one may spend its minute at once."""
    settings = serving.only("AWS::ApiGatewayV2::Stage")["DefaultRouteSettings"]
    assert (settings["ThrottlingRateLimit"], settings["ThrottlingBurstLimit"]) == (33.33, 100)


def test_no_log_of_the_gateway_can_hold_a_credential(serving: Template) -> None:
    """The access log names no query string, header or message; execution logs, which would, are off."""
    stage = serving.only("AWS::ApiGatewayV2::Stage")
    record = json.loads(stage["AccessLogSettings"]["Format"])
    assert record["request_id"] == "$context.requestId"
    allowed = ("$context.", "$context.identity.sourceIp", "$context.authorizer.principalId", "$context.error.")
    assert all(value.startswith(allowed) for value in record.values())
    assert not any(word in value for value in record.values() for word in ("header", "query", "body", "messageId"))
    settings = stage["DefaultRouteSettings"]
    assert settings.get("LoggingLevel", "OFF") == "OFF"
    assert settings.get("DataTraceEnabled", False) is False
    group = arn_text(stage["AccessLogSettings"]["DestinationArn"]).partition(":log-group:")[2]
    assert group in {arn_text(group["LogGroupName"]) for group in serving.of_type("AWS::Logs::LogGroup").values()}


def test_the_stage_waits_for_what_its_log_needs(serving: Template) -> None:
    """The account's role for API Gateway's logs, and the group."""
    (stage,) = (
        resource for resource in serving.body["Resources"].values() if resource["Type"] == "AWS::ApiGatewayV2::Stage"
    )
    awaited = {serving.body["Resources"][name]["Type"] for name in stage["DependsOn"]}
    assert {"AWS::ApiGateway::Account", "AWS::Logs::LogGroup"} <= awaited


def test_the_gateway_may_call_the_functions_for_this_api_only(serving: Template) -> None:
    """Each permission names the API."""
    (api,) = serving.of_type("AWS::ApiGatewayV2::Api")
    permitted = [
        arn_text(permission["SourceArn"])
        for permission in serving.of_type("AWS::Lambda::Permission").values()
        if f"{{{api}}}" in arn_text(permission["SourceArn"])
    ]
    assert len(permitted) == len(routes(serving)) + 1


def test_failures_of_connections_and_messages_raise_an_alarm(serving: Template) -> None:
    """The client is told nothing when a function fails."""
    alarms = serving.of_type("AWS::CloudWatch::Alarm").values()
    assert "IntegrationError" in {alarm.get("MetricName") for alarm in alarms}


def test_an_own_domain_is_the_rest_apis(extended: Assembly) -> None:
    """One domain name cannot serve both kinds of API, so clients connect to API Gateway's own host."""
    url = extended.serving("us-east-1").body["Outputs"]["WebSocketUrl"]["Value"]
    assert arn_text(url).startswith("wss://{")
