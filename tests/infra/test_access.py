"""Who may do what: the whole of it, so that every added permission shows up here."""

from __future__ import annotations

import pytest

from tests.infra.assembly import PRIMARY, REGIONS, Assembly, Template

ACCOUNT = "{AccountId}"
LOGGING = {"logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTelemetryRecords", "xray:PutTraceSegments"}
QUEUEING = {"sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"}


def table(region: str) -> str:
    """The table or its replica."""
    return f"arn:aws:dynamodb:{region}:{ACCOUNT}:table/prod-digital-twin"


def secret(region: str) -> str:
    """The secret or its replica."""
    return f"arn:aws:secretsmanager:{region}:{ACCOUNT}:secret:prod/digital-twin-??????"


def connections(region: str, api: str) -> str:
    """The clients of a WebSocket API, for sending."""
    return f"arn:aws:execute-api:{region}:{ACCOUNT}:{api}/live/POST/@connections/*"


BUS = f"arn:aws:events:{PRIMARY}:{ACCOUNT}:event-bus/prod-digital-twin"


def permissions(template: Template, service: str) -> set[tuple[str, str]]:
    """Every action with every resource, besides logging and the function's own dead-letter queue."""
    return {
        (action, resource)
        for statement in template.statements(service)
        for action in statement["Action"]
        for resource in statement["Resource"]
        if action not in LOGGING | QUEUEING
    }


def reading(region: str) -> set[tuple[str, str]]:
    """What it takes to answer questions: the nearest replica, the primary where that is behind, the credentials."""
    return {
        ("dynamodb:GetItem", table(region)),
        ("dynamodb:GetItem", table(PRIMARY)),
        ("dynamodb:Query", table(PRIMARY)),
        ("secretsmanager:GetSecretValue", secret(region)),
    }


@pytest.mark.parametrize("region", REGIONS)
def test_mcp_reads_the_table_and_its_regions_secret(assembly: Assembly, region: str) -> None:
    """And does nothing else."""
    assert permissions(assembly.serving(region), "mcp") == reading(region)


@pytest.mark.parametrize("region", REGIONS)
def test_query_reads_and_keeps_and_answers_the_connections_of_its_region(assembly: Assembly, region: str) -> None:
    """It sends to the clients of the one API; it neither looks at connections nor closes them."""
    serving = assembly.serving(region)
    (api,) = serving.of_type("AWS::ApiGatewayV2::Api")
    assert permissions(serving, "query") == reading(region) | {
        ("dynamodb:PutItem", table(PRIMARY)),
        ("dynamodb:DeleteItem", table(PRIMARY)),
        ("execute-api:ManageConnections", connections(region, f"{{{api}}}")),
    }


def test_who_keeps_connections_can_write_no_other_item(assembly: Assembly) -> None:
    """The function that faces callers could not change a profile or a key if it were made to."""
    keepers = [(assembly.serving(region), "query") for region in REGIONS]
    keepers += [(assembly.templates["control"], f"sync-{region}") for region in REGIONS]
    for template, service in keepers:
        for statement in template.statements(service):
            if "dynamodb:DeleteItem" in statement["Action"]:
                assert set(statement["Action"]) <= {"dynamodb:PutItem", "dynamodb:DeleteItem"}
                assert statement["Condition"] == {
                    "ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["CONN#*"]},
                }


@pytest.mark.parametrize("region", REGIONS)
def test_ingest_writes_the_primary_only(assembly: Assembly, region: str) -> None:
    """And never deletes."""
    assert permissions(assembly.serving(region), "ingest") == {
        ("dynamodb:GetItem", table(region)),
        ("dynamodb:GetItem", table(PRIMARY)),
        ("dynamodb:Query", table(PRIMARY)),
        ("dynamodb:ConditionCheckItem", table(PRIMARY)),
        ("dynamodb:PutItem", table(PRIMARY)),
        ("dynamodb:UpdateItem", table(PRIMARY)),
        ("secretsmanager:GetSecretValue", secret(region)),
    }


@pytest.mark.parametrize("region", REGIONS)
def test_the_authorizer_gets_single_items(assembly: Assembly, region: str) -> None:
    """It cannot list keys."""
    assert permissions(assembly.serving(region), "authorizer") == {
        ("dynamodb:GetItem", table(region)),
        ("dynamodb:GetItem", table(PRIMARY)),
    }


def test_the_relay_reads_the_stream_and_publishes(assembly: Assembly) -> None:
    """It tells every region's Redis the version, hence the secret."""
    found = permissions(assembly.templates["control"], "relay")
    assert {(action, arn) for action, arn in found if not action.startswith("dynamodb:")} == {
        ("events:PutEvents", BUS),
        ("secretsmanager:GetSecretValue", secret(PRIMARY)),
    }
    assert {action for action, _ in found if action.startswith("dynamodb:")} == {
        "dynamodb:DescribeStream",
        "dynamodb:GetRecords",
        "dynamodb:GetShardIterator",
        "dynamodb:ListStreams",
    }
    assert all("StreamArn" in arn for action, arn in found if action.startswith("dynamodb:"))


@pytest.mark.parametrize("region", REGIONS)
def test_a_sync_reads_versions_and_writes_its_state(assembly: Assembly, region: str) -> None:
    """With the credentials of the region it serves; and it tells that region's clients, whatever their API's id."""
    assert permissions(assembly.templates["control"], f"sync-{region}") == {
        ("dynamodb:GetItem", table(region)),
        ("dynamodb:GetItem", table(PRIMARY)),
        ("dynamodb:Query", table(PRIMARY)),
        ("dynamodb:PutItem", table(PRIMARY)),
        ("dynamodb:DeleteItem", table(PRIMARY)),
        ("secretsmanager:GetSecretValue", secret(region)),
        ("execute-api:ManageConnections", connections(region, "*")),
    }


def test_reconcile_reads_and_publishes(assembly: Assembly) -> None:
    """It changes nothing itself."""
    assert permissions(assembly.templates["control"], "reconcile") == {
        ("dynamodb:GetItem", table(PRIMARY)),
        ("dynamodb:Query", table(PRIMARY)),
        ("events:PutEvents", BUS),
    }


def test_only_tracing_is_allowed_on_everything(assembly: Assembly) -> None:
    """X-Ray has no resources to name."""
    for template in assembly.templates.values():
        for policy in template.of_type("AWS::IAM::Policy").values():
            for statement in policy["PolicyDocument"]["Statement"]:
                if statement["Resource"] == "*":
                    assert set(statement["Action"]) == {"xray:PutTelemetryRecords", "xray:PutTraceSegments"}
