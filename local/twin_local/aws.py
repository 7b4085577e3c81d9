"""AWS clients that reach the emulator and nothing else."""

from __future__ import annotations

from typing import Any, cast

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

    def client(self, service: str, region: str) -> Any:  # noqa: ANN401  # operations are made at run time
        """A client for a service in a region."""
        session = cast("Any", self._session)  # its `client` is one overload for every service there is
        return session.client(service, region_name=region, endpoint_url=self._endpoint, config=self._config)
