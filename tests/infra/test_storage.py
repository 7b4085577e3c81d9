"""The truth and the credentials."""

from __future__ import annotations

import pytest

from tests.infra.assembly import REGIONS, Assembly, Json


@pytest.fixture
def table(assembly: Assembly) -> Json:
    """The table's properties."""
    return assembly.templates["storage"].only("AWS::DynamoDB::GlobalTable")


def test_the_table_is_in_every_region_recoverable_and_protected(table: Json) -> None:
    """Point-in-time recovery and deletion protection are each replica's own."""
    assert {replica["Region"] for replica in table["Replicas"]} == set(REGIONS)
    for replica in table["Replicas"]:
        assert replica["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True
        assert replica["DeletionProtectionEnabled"] is True


def test_the_table_is_paid_by_request_and_streams_its_changes(table: Json) -> None:
    """No idle cost, and an outbox."""
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert table["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}


def test_the_table_is_keyed_as_the_store_reads_it(table: Json) -> None:
    """Pk and sk; superseded versions go by expires_at."""
    assert [key["AttributeName"] for key in table["KeySchema"]] == ["pk", "sk"]
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires_at", "Enabled": True}


def test_the_secret_is_in_every_region(assembly: Assembly) -> None:
    """A region can start without the primary."""
    secret = assembly.templates["storage"].only("AWS::SecretsManager::Secret")
    assert [replica["Region"] for replica in secret["ReplicaRegions"]] == list(REGIONS[1:])
    assert "SecretString" not in secret


def test_what_holds_data_outlives_its_stack(assembly: Assembly) -> None:
    """Table, secret and buckets are kept; but for the table, a first deployment that fails takes them along."""
    kept = {
        "AWS::DynamoDB::GlobalTable": "Retain",
        "AWS::SecretsManager::Secret": "RetainExceptOnCreate",
        "AWS::S3::Bucket": "RetainExceptOnCreate",
    }
    for resource in assembly.templates["storage"].body["Resources"].values():
        if resource["Type"] in kept:
            assert resource["DeletionPolicy"] == kept[resource["Type"]]
            assert resource["UpdateReplacePolicy"] == "Retain"


def test_every_bucket_is_private_encrypted_and_versioned(assembly: Assembly) -> None:
    """Whatever it is for."""
    buckets = assembly.templates["storage"].of_type("AWS::S3::Bucket")
    assert buckets
    for bucket in buckets.values():
        assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
        assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}
        assert bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
        assert bucket["OwnershipControls"]["Rules"] == [{"ObjectOwnership": "BucketOwnerEnforced"}]


def test_every_bucket_refuses_plain_http_and_old_tls(assembly: Assembly) -> None:
    """TLS 1.2 at least."""
    storage = assembly.templates["storage"]
    policies = storage.of_type("AWS::S3::BucketPolicy").values()
    assert {policy["Bucket"]["Ref"] for policy in policies} == set(storage.of_type("AWS::S3::Bucket"))
    for policy in policies:
        denied = [s["Condition"] for s in policy["PolicyDocument"]["Statement"] if s["Effect"] == "Deny"]
        assert {"Bool": {"aws:SecureTransport": "false"}} in denied
        assert {"NumericLessThan": {"s3:TlsVersion": 1.2}} in denied
