"""Every AWS client is bounded in time."""

from __future__ import annotations

from moto import mock_aws

from digital_twin.adapters.aws_clients import dynamodb_client, eventbridge_client, secrets_manager_client


def test_clients_are_bounded_in_time_and_attempts() -> None:
    """A dead endpoint costs seconds, not the SDK's two minutes, and clients are of the region asked for."""
    with mock_aws():
        clients = [factory("eu-west-1") for factory in (dynamodb_client, eventbridge_client, secrets_manager_client)]
    for client in clients:
        config = vars(client.meta.config)
        assert 2 * (config["connect_timeout"] + config["read_timeout"]) <= 8
        assert config["retries"] == {"mode": "standard", "total_max_attempts": 2}
        assert client.meta.region_name == "eu-west-1"
