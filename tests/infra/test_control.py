"""How commits travel."""

from __future__ import annotations

import json

import pytest

from digital_twin.adapters.eventbridge import PROFILE_COMMITTED, SOURCE
from tests.infra.assembly import REGIONS, Assembly, Json, Template


@pytest.fixture
def control(assembly: Assembly) -> Template:
    """The control stack."""
    return assembly.templates["control"]


def failures(control: Template) -> dict[str, Json]:
    """Where the events go that a function failed to handle, by the function's logical id."""
    configured = control.of_type("AWS::Lambda::EventInvokeConfig").values()
    assert all(each["MaximumRetryAttempts"] > 0 for each in configured)
    return {each["FunctionName"]["Ref"]: each["DestinationConfig"]["OnFailure"]["Destination"] for each in configured}


def test_the_relay_reads_only_moves_of_head(control: Template) -> None:
    """Versions, audit records and keys in the stream are none of its business."""
    source = control.only("AWS::Lambda::EventSourceMapping")
    patterns = [json.loads(each["Pattern"]) for each in source["FilterCriteria"]["Filters"]]
    assert patterns == [{"eventName": ["INSERT", "MODIFY"], "dynamodb": {"Keys": {"sk": {"S": ["HEAD"]}}}}]


def test_the_relay_loses_no_commit(control: Template) -> None:
    """It starts at the stream's oldest record, retries only what failed, and keeps what it gave up on."""
    source = control.only("AWS::Lambda::EventSourceMapping")
    assert source["StartingPosition"] == "TRIM_HORIZON"
    assert source["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert source["BisectBatchOnFunctionError"] is True
    assert "MaximumRetryAttempts" in source
    assert source["DestinationConfig"]["OnFailure"]["Destination"]["Fn::GetAtt"][0].startswith("RelayDeadLetters")


def test_each_region_has_its_own_rule_retries_and_dead_letters(control: Template) -> None:
    """One region's trouble is no other's."""
    rules = control.of_type("AWS::Events::Rule").values()
    targets = [target for rule in rules for target in rule["Targets"]]
    assert len(targets) == len(REGIONS)
    assert len({json.dumps(target["Arn"]) for target in targets}) == len(REGIONS)
    assert len({json.dumps(target["DeadLetterConfig"]) for target in targets}) == len(REGIONS)
    assert all(target["RetryPolicy"]["MaximumRetryAttempts"] > 0 for target in targets)


def test_the_rules_match_what_the_bus_adapter_publishes(control: Template) -> None:
    """Source and detail type, in the adapter's words."""
    for rule in control.of_type("AWS::Events::Rule").values():
        assert rule["EventPattern"] == {"source": [SOURCE], "detail-type": [PROFILE_COMMITTED]}


def test_a_sync_that_fails_leaves_the_event_in_its_regions_queue(control: Template) -> None:
    """Events it could not handle go where those go that could not be delivered."""
    undelivered = {
        json.dumps(target["DeadLetterConfig"]["Arn"])
        for rule in control.of_type("AWS::Events::Rule").values()
        for target in rule["Targets"]
    }
    assert {json.dumps(queue) for name, queue in failures(control).items() if name.startswith("Sync")} == undelivered


def test_a_reconcile_that_fails_leaves_the_event_in_the_schedules_queue(control: Template) -> None:
    """The schedule only delivers; what the function does with the event it never hears of."""
    undelivered = control.only("AWS::Scheduler::Schedule")["Target"]["DeadLetterConfig"]["Arn"]
    assert [queue for name, queue in failures(control).items() if name.startswith("Reconcile")] == [undelivered]


def test_a_schedule_reconciles_every_quarter_of_an_hour(control: Template) -> None:
    """With retries and dead letters like everything else."""
    schedule = control.only("AWS::Scheduler::Schedule")
    assert schedule["ScheduleExpression"] == "rate(15 minutes)"
    assert schedule["State"] == "ENABLED"
    assert schedule["Target"]["DeadLetterConfig"]
    assert schedule["Target"]["RetryPolicy"]["MaximumRetryAttempts"] > 0


def test_queues_are_encrypted_and_refuse_plain_http(control: Template) -> None:
    """Events name profiles."""
    queues = control.of_type("AWS::SQS::Queue")
    policies = control.of_type("AWS::SQS::QueuePolicy").values()
    assert len(queues) == len(REGIONS) + 2
    assert all(queue["SqsManagedSseEnabled"] is True for queue in queues.values())
    tls_only = {
        policy["Queues"][0]["Ref"]
        for policy in policies
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Deny" and statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    }
    assert tls_only == set(queues)


def test_every_queue_is_watched(control: Template) -> None:
    """One message is enough to be told."""
    watched = [
        alarm["Dimensions"][0]["Value"]["Fn::GetAtt"][0]
        for alarm in control.of_type("AWS::CloudWatch::Alarm").values()
        if alarm["MetricName"] == "ApproximateNumberOfMessagesVisible" and alarm["Threshold"] == 1
    ]
    assert sorted(watched) == sorted(control.of_type("AWS::SQS::Queue"))
