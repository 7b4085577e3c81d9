"""Optional settings of a deployment."""

from __future__ import annotations

import json

from digital_twin.settings import Settings
from tests.infra.assembly import Assembly


def test_a_custom_domain_is_mapped_without_the_stages_name(extended: Assembly) -> None:
    """Well-known paths have to be at the host's root."""
    serving = extended.serving("us-east-1")
    domain = serving.only("AWS::ApiGateway::DomainName")
    mapping = serving.only("AWS::ApiGateway::BasePathMapping")
    assert domain["DomainName"] == "twin.example.com"
    assert domain["SecurityPolicy"] == "TLS_1_2"
    assert domain["EndpointConfiguration"] == {"Types": ["REGIONAL"]}
    assert mapping.get("BasePath", "") == ""
    assert serving.body["Outputs"]["ApiUrl"]["Value"] == "https://twin.example.com"


def test_with_a_custom_domain_the_default_endpoint_is_closed(extended: Assembly) -> None:
    """One way in, past one firewall."""
    assert extended.serving("us-east-1").only("AWS::ApiGateway::RestApi")["DisableExecuteApiEndpoint"] is True


def test_without_a_custom_domain_the_default_endpoint_serves(assembly: Assembly) -> None:
    """A first deployment needs no domain."""
    serving = assembly.serving("us-east-1")
    assert not serving.of_type("AWS::ApiGateway::DomainName")
    assert not serving.only("AWS::ApiGateway::RestApi").get("DisableExecuteApiEndpoint", False)


def test_every_alarm_is_sent_to_the_operator(extended: Assembly) -> None:
    """Over a topic that takes messages by TLS only."""
    for name in ("control", "serving-us-east-1"):
        template = extended.templates[name]
        (topic,) = template.of_type("AWS::SNS::Topic")
        assert template.only("AWS::SNS::Subscription")["Endpoint"] == "operator@example.com"
        policy = template.only("AWS::SNS::TopicPolicy")["PolicyDocument"]["Statement"]
        assert {statement["Effect"] for statement in policy} == {"Allow", "Deny"}
        assert {"Service": "cloudwatch.amazonaws.com"} in [statement["Principal"] for statement in policy]
        assert "aws:SecureTransport" in json.dumps(policy)
        for alarm in template.of_type("AWS::CloudWatch::Alarm").values():
            assert alarm["AlarmActions"] == [{"Ref": topic}]


def test_without_an_operators_address_alarms_only_show(assembly: Assembly) -> None:
    """Nothing is made that nobody reads."""
    assert not any(template.of_type("AWS::SNS::Topic") for template in assembly.templates.values())


def test_one_region_is_a_whole_deployment(extended: Assembly) -> None:
    """Table and secret without replicas, one sync."""
    assert extended.templates.keys() == {
        "storage",
        "control",
        "serving-us-east-1",
        "protection-us-east-1",
        "observability",
    }
    (replica,) = extended.templates["storage"].only("AWS::DynamoDB::GlobalTable")["Replicas"]
    assert replica["Region"] == "us-east-1"
    assert len(extended.templates["control"].of_type("AWS::Events::Rule")) == 1


def test_a_deadline_need_not_be_whole_seconds(extended: Assembly) -> None:
    """A function's timeout is, and leaves time after the deadline."""
    query = extended.serving("us-east-1").function("query")
    assert query["Environment"]["Variables"]["TWIN_DEADLINE_SECONDS"] == "5.5"
    assert query["Timeout"] == 10


def test_physical_names_begin_with_the_stage(extended: Assembly) -> None:
    """Two deployments fit into one account."""
    assert {template.stack.split("-")[0] for template in extended.templates.values()} == {"trial"}
    for _, function in extended.functions():
        assert function["FunctionName"].startswith("trial-digital-twin-")


def test_an_authorization_server_is_told_to_every_function(assembly: Assembly, extended: Assembly) -> None:
    """One description, read by the authorizer and by the metadata; without one, none."""
    for _, function in extended.functions():
        server = Settings.from_environ(function["Environment"]["Variables"]).authorization_server
        assert server is not None
        assert (server.issuer, server.profile, server.client_ids) == ("https://auth.example.com", "ada", ("client-1",))
        assert server.scope_prefix == "twin/"
    for _, function in assembly.functions():
        assert Settings.from_environ(function["Environment"]["Variables"]).authorization_server is None


def test_anonymous_callers_are_let_in_at_mcp_only(extended: Assembly) -> None:
    """By an authorizer that is asked about every request: without a credential nothing stands for the caller."""
    serving = extended.serving("us-east-1")
    authorizers = serving.of_type("AWS::ApiGateway::Authorizer")
    (anonymous,) = (key for key, one in authorizers.items() if one["AuthorizerResultTtlInSeconds"] == 0)
    assert "IdentitySource" not in authorizers[anonymous]
    resources = serving.of_type("AWS::ApiGateway::Resource")
    methods = serving.of_type("AWS::ApiGateway::Method").values()
    asking = [method for method in methods if method.get("AuthorizerId") == {"Ref": anonymous}]
    assert {resources[method["ResourceId"]["Ref"]]["PathPart"] for method in asking} == {"mcp"}
    assert {method["HttpMethod"] for method in asking} == {"POST", "GET", "DELETE"}
    for _, function in extended.functions():
        assert Settings.from_environ(function["Environment"]["Variables"]).anonymous_profile == "ada"


def test_by_default_nobody_is_anonymous(assembly: Assembly) -> None:
    """One authorizer, which needs the header."""
    for _, function in assembly.functions():
        assert Settings.from_environ(function["Environment"]["Variables"]).anonymous_profile is None
