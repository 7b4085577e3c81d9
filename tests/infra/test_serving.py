"""What callers reach, in every region."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.infra.assembly import REGIONS, Assembly, Json, Template

ROUTES = {
    ("POST", "/v1/query"): "query",
    ("POST", "/v1/search"): "query",
    ("GET", "/health"): "query",
    ("GET", "/ready"): "query",
    ("GET", "/v1/profile"): "ingest",
    ("PUT", "/v1/profile"): "ingest",
    ("PATCH", "/v1/profile"): "ingest",
    ("GET", "/v1/sync"): "ingest",
    ("POST", "/mcp"): "mcp",
    ("GET", "/mcp"): "mcp",
    ("DELETE", "/mcp"): "mcp",
    ("GET", "/.well-known/oauth-protected-resource"): "mcp",
    ("GET", "/.well-known/oauth-protected-resource/mcp"): "mcp",
}
UNAUTHENTICATED = {
    ("GET", "/health"),
    ("GET", "/ready"),
    ("GET", "/.well-known/oauth-protected-resource"),
    ("GET", "/.well-known/oauth-protected-resource/mcp"),
}
WITH_BODY_SHAPE = {("POST", "/v1/query"), ("POST", "/v1/search"), ("PUT", "/v1/profile"), ("PATCH", "/v1/profile")}


@pytest.fixture(params=REGIONS)
def serving(request: pytest.FixtureRequest, assembly: Assembly) -> Template:
    """The serving stack of each region."""
    return assembly.serving(request.param)


def methods(serving: Template) -> dict[tuple[str, str], Json]:
    """The API's methods by verb and path."""
    resources = serving.of_type("AWS::ApiGateway::Resource")

    def path(resource: Any) -> str:  # noqa: ANN401 - a Ref, or a GetAtt of the root
        if "Ref" not in resource:
            return ""
        properties = resources[resource["Ref"]]
        return f"{path(properties['ParentId'])}/{properties['PathPart']}"

    found = serving.of_type("AWS::ApiGateway::Method").values()
    return {(method["HttpMethod"], path(method["ResourceId"]) or "/"): method for method in found}


def routes(serving: Template) -> dict[tuple[str, str], Json]:
    """The methods that are not CORS preflight."""
    return {route: method for route, method in methods(serving).items() if route[0] != "OPTIONS"}


def test_the_routes_are_those_of_the_contract_at_the_published_versions(serving: Template) -> None:
    """Each goes to the alias of its function, so that callers never meet an unpublished version."""
    found = {route: json.dumps(method["Integration"]["Uri"]) for route, method in routes(serving).items()}
    assert found.keys() == ROUTES.keys()
    for route, service in ROUTES.items():
        assert f"{service.capitalize()}Live" in found[route]


def test_all_but_health_and_metadata_ask_the_authorizer(serving: Template) -> None:
    """The decision is cached by the one header that credentials come in."""
    (authorizer,) = serving.of_type("AWS::ApiGateway::Authorizer").values()
    assert authorizer["Type"] == "REQUEST"
    assert authorizer["IdentitySource"] == "method.request.header.Authorization"
    assert authorizer["AuthorizerResultTtlInSeconds"] == 300
    for route, method in routes(serving).items():
        assert method["AuthorizationType"] == ("NONE" if route in UNAUTHENTICATED else "CUSTOM")
        assert ("AuthorizerId" in method) is (route not in UNAUTHENTICATED)


def test_bodies_are_checked_for_being_objects_and_no_more(serving: Template) -> None:
    """Which member is wrong, and where, only the function can say."""
    assert serving.only("AWS::ApiGateway::RequestValidator")["ValidateRequestBody"] is True
    schema = serving.only("AWS::ApiGateway::Model")["Schema"]
    assert {key: value for key, value in schema.items() if not key.startswith("$")} == {"type": "object"}
    checked = {route for route, method in routes(serving).items() if "RequestValidatorId" in method}
    assert checked == WITH_BODY_SHAPE
    assert set(methods(serving)["PATCH", "/v1/profile"]["RequestModels"]) == {
        "application/json",
        "application/merge-patch+json",
    }


def test_throttles_are_the_callers_limits_times_the_callers_served_at_once(serving: Template) -> None:
    """20 callers at 100, 50 and 200 requests a minute; one may spend its minute at once."""
    settings = {
        (setting["HttpMethod"], setting["ResourcePath"]): (
            setting["ThrottlingRateLimit"],
            setting["ThrottlingBurstLimit"],
        )
        for setting in serving.only("AWS::ApiGateway::Stage")["MethodSettings"]
    }
    assert settings["POST", "/~1v1~1query"] == (33.33, 100)
    assert settings["POST", "/~1v1~1search"] == (16.67, 50)
    assert settings["*", "/*"] == (66.67, 200)


def test_one_caller_at_a_time_gives_the_callers_own_limit(extended: Assembly) -> None:
    """The number of callers is a setting of the deployment."""
    (stage,) = extended.serving("us-east-1").of_type("AWS::ApiGateway::Stage").values()
    rates = {setting["ResourcePath"]: setting["ThrottlingRateLimit"] for setting in stage["MethodSettings"]}
    assert rates["/~1v1~1query"] == pytest.approx(100 / 60, abs=0.01)


def test_every_resource_answers_preflight_for_the_allowed_origins(serving: Template) -> None:
    """With the headers that REST and MCP clients send."""
    preflight = {path: method for (verb, path), method in methods(serving).items() if verb == "OPTIONS"}
    assert {path for _, path in ROUTES} <= preflight.keys()
    for method in preflight.values():
        assert method["AuthorizationType"] == "NONE"
        (response,) = method["Integration"]["IntegrationResponses"]
        headers = {key.rsplit(".", 1)[1]: value for key, value in response["ResponseParameters"].items()}
        assert headers["Access-Control-Allow-Origin"] == "'https://app.digitaltwin.com'"
        assert set(headers["Access-Control-Allow-Headers"].strip("'").split(",")) == {
            "Authorization",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Mcp-Method",
            "Mcp-Name",
            "MCP-Protocol-Version",
        }


def test_the_api_takes_tls_1_2_and_newer_only(serving: Template) -> None:
    """The policy names its oldest version."""
    api = serving.only("AWS::ApiGateway::RestApi")
    assert api["SecurityPolicy"].startswith("SecurityPolicy_TLS13_1_2_")
    assert api["EndpointConfiguration"] == {"Types": ["REGIONAL"]}


def test_the_stage_traces_and_logs_each_request_as_json_without_its_content(serving: Template) -> None:
    """Headers, bodies and query strings are never written down."""
    stage = serving.only("AWS::ApiGateway::Stage")
    record = json.loads(stage["AccessLogSetting"]["Format"])
    assert stage["StageName"] == "live"
    assert stage["TracingEnabled"] is True
    assert record["request_id"] == "$context.requestId"
    assert all(value.startswith("$context.") for value in record.values())


def test_every_method_logs_errors_and_counts_as_the_stage_does(serving: Template) -> None:
    """A method with a throttle of its own inherits nothing."""
    settings = serving.only("AWS::ApiGateway::Stage")["MethodSettings"]
    assert len(settings) > 1
    for setting in settings:
        assert setting["LoggingLevel"] == "ERROR"
        assert setting["DataTraceEnabled"] is False
        assert setting["MetricsEnabled"] is True


def test_every_log_group_forgets(assembly: Assembly) -> None:
    """Functions' logs, access logs and execution logs alike."""
    for template in assembly.templates.values():
        groups = template.of_type("AWS::Logs::LogGroup").values()
        assert all(group["RetentionInDays"] == 30 for group in groups)


def test_functions_somebody_waits_for_start_from_snapshots(assembly: Assembly) -> None:
    """The others do not pay for it."""
    for template, function in assembly.functions():
        restores = function.get("SnapStart", {}).get("ApplyOn") == "PublishedVersions"
        assert restores is ("serving" in template.stack)


def test_functions_end_before_the_gateway_gives_up(serving: Template) -> None:
    """API Gateway waits 29 seconds."""
    for function in serving.of_type("AWS::Lambda::Function").values():
        assert float(function["Environment"]["Variables"]["TWIN_DEADLINE_SECONDS"]) <= function["Timeout"] < 29


def test_every_function_traces_and_runs_what_its_bytecode_is_for(assembly: Assembly) -> None:
    """Python 3.13 on x86-64, as the layers are built."""
    for _, function in assembly.functions():
        assert function["Runtime"] == "python3.13"
        assert function["Architectures"] == ["x86_64"]
        assert function["TracingConfig"] == {"Mode": "Active"}


def test_outputs_say_where_things_are(assembly: Assembly) -> None:
    """Operators and the local stack read these."""
    for region in REGIONS:
        outputs = assembly.serving(region).body["Outputs"].keys()
        assert {"ApiUrl", "ApiId", "ApiStage", "WebSocketUrl", "WebSocketApiId"} <= outputs
    assert {"TableName", "SecretName"} <= assembly.templates["storage"].body["Outputs"].keys()
    assert "BusName" in assembly.templates["control"].body["Outputs"]
