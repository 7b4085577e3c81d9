"""AWS clients that reach the emulator and nothing else."""

from __future__ import annotations

from typing import Any

import boto3
from botocore.config import Config

from twin_local.emulator import client_environment


class Aws:
    """Makes clients for one emulator, one session for all."""

    def __init__(self, endpoint: str) -> None:
        environment = client_environment(endpoint)
        self._endpoint = endpoint
        self._session = boto3.Session(
            aws_access_key_id=environment["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=environment["AWS_SECRET_ACCESS_KEY"],
        )
        self._config = Config(retries={"total_max_attempts": 2}, connect_timeout=5, read_timeout=30, proxies={})

    def client(self, service: str, region: str) -> Any:
        """A client for a service in a region; its operations are generated at run time, hence `Any`."""
        return self._session.client(  # pyright: ignore[reportCallIssue, reportUnknownMemberType, reportArgumentType, reportUnknownVariableType]  # any service
            service, region_name=region, endpoint_url=self._endpoint, config=self._config
        )
