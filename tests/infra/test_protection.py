"""Firewall, backups and the dashboard."""

from __future__ import annotations

import json

import pytest

from digital_twin.telemetry import EVENTS
from tests.infra.assembly import PRIMARY, REGIONS, Assembly, Json, Template


@pytest.fixture(params=REGIONS)
def protection(request: pytest.FixtureRequest, assembly: Assembly) -> Template:
    """The protection stack of each region."""
    return assembly.templates[f"protection-{request.param}"]


def rules(protection: Template) -> dict[str, Json]:
    """The firewall's rules by name."""
    return {rule["Name"]: rule for rule in protection.only("AWS::WAFv2::WebACL")["Rules"]}


def test_each_regions_stage_is_behind_a_web_acl(protection: Template) -> None:
    """Associated with the stage that callers reach."""
    association = protection.only("AWS::WAFv2::WebACLAssociation")
    assert "/stages/" in json.dumps(association["ResourceArn"])
    assert association["WebACLArn"] == {"Fn::GetAtt": [*protection.of_type("AWS::WAFv2::WebACL"), "Arn"]}


def test_common_attacks_and_known_bad_inputs_are_blocked(protection: Template) -> None:
    """By AWS's managed rules."""
    assert {"AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"} <= rules(protection).keys()


def test_a_profile_is_not_mistaken_for_an_attack(protection: Template) -> None:
    """Rules about bodies, which block anything over 8 KB, only count."""
    group = rules(protection)["AWSManagedRulesCommonRuleSet"]["Statement"]["ManagedRuleGroupStatement"]
    counted = {each["Name"] for each in group["RuleActionOverrides"] if "Count" in each["ActionToUse"]}
    assert {"SizeRestrictions_BODY", "CrossSiteScripting_BODY"} <= counted
    assert all(name.endswith("_BODY") for name in counted)


def test_one_address_is_limited_with_a_problem_and_retry_after(protection: Template) -> None:
    """429, not 403."""
    rule = rules(protection)["PerAddress"]
    response = rule["Action"]["Block"]["CustomResponse"]
    bodies = protection.only("AWS::WAFv2::WebACL")["CustomResponseBodies"]
    assert rule["Statement"]["RateBasedStatement"]["AggregateKeyType"] == "IP"
    assert response["ResponseCode"] == 429
    assert response["ResponseHeaders"][0]["Name"] == "Retry-After"
    assert json.loads(bodies[response["CustomResponseBodyKey"]]["Content"])["status"] == 429


def test_the_firewall_keeps_no_samples_of_requests(protection: Template) -> None:
    """They hold credentials and questions."""
    acl = protection.only("AWS::WAFv2::WebACL")
    settings = [acl["VisibilityConfig"], *(rule["VisibilityConfig"] for rule in acl["Rules"])]
    assert all(setting["SampledRequestsEnabled"] is False for setting in settings)


def test_the_table_is_backed_up_daily_and_kept_35_days(assembly: Assembly) -> None:
    """In the primary region only: replicas hold the same."""
    primary = assembly.templates[f"protection-{PRIMARY}"]
    (rule,) = primary.only("AWS::Backup::BackupPlan")["BackupPlan"]["BackupPlanRule"]
    (selected,) = primary.only("AWS::Backup::BackupSelection")["BackupSelection"]["Resources"]
    assert rule["ScheduleExpression"] == "cron(0 3 * * ? *)"
    assert rule["Lifecycle"] == {"DeleteAfterDays": 35}
    assert "table/prod-digital-twin" in json.dumps(selected)
    for region in REGIONS[1:]:
        assert not assembly.templates[f"protection-{region}"].of_type("AWS::Backup::BackupPlan")


def test_backups_cannot_be_deleted_by_hand(assembly: Assembly) -> None:
    """The vault denies it to everybody."""
    vault = assembly.templates[f"protection-{PRIMARY}"].only("AWS::Backup::BackupVault")
    (statement,) = vault["AccessPolicy"]["Statement"]
    assert statement["Effect"] == "Deny"
    assert "backup:DeleteRecoveryPoint" in statement["Action"]


def test_backups_outlive_their_stack(assembly: Assembly) -> None:
    """But a first deployment that fails takes the empty vault along."""
    resources = assembly.templates[f"protection-{PRIMARY}"].body["Resources"].values()
    (vault,) = (resource for resource in resources if resource["Type"] == "AWS::Backup::BackupVault")
    assert (vault["DeletionPolicy"], vault["UpdateReplacePolicy"]) == ("RetainExceptOnCreate", "Retain")


def test_the_dashboard_shows_every_region(assembly: Assembly) -> None:
    """On one page in the primary region."""
    body = json.dumps(assembly.templates["observability"].only("AWS::CloudWatch::Dashboard"))
    assert all(region in body for region in REGIONS)


@pytest.mark.parametrize("region", REGIONS)
def test_server_errors_throttles_and_refused_models_raise_alarms(assembly: Assembly, region: str) -> None:
    """In each region, where its metrics are."""
    alarms = assembly.serving(region).of_type("AWS::CloudWatch::Alarm").values()
    assert {alarm["AlarmName"] for alarm in alarms} == {
        "prod-digital-twin-refused-models",
        "prod-digital-twin-server-errors",
        "prod-digital-twin-socket-errors",
        "prod-digital-twin-throttles",
    }


@pytest.mark.parametrize("region", REGIONS)
def test_what_models_refuse_and_cost_is_counted_from_the_logs(assembly: Assembly, region: str) -> None:
    """By the catalogued event's name and its field, in the logs of both functions that ask models."""
    counted = [
        (one["FilterPattern"], transformed["MetricName"], transformed["MetricValue"])
        for one in assembly.serving(region).of_type("AWS::Logs::MetricFilter").values()
        for transformed in one["MetricTransformations"]
    ]
    refused = ('{ $.message = "generation.model_refused" }', "prod-digital-twin-refused-models", "1")
    cost = ("{ $.cost_usd > 0 }", "prod-digital-twin-model-cost-usd", "$.cost_usd")
    assert sorted(counted) == sorted([refused, refused, cost, cost])
    assert "generation.model_refused" in EVENTS
    alarmed = [alarm.get("MetricName") for alarm in assembly.serving(region).of_type("AWS::CloudWatch::Alarm").values()]
    assert "prod-digital-twin-refused-models" in alarmed
