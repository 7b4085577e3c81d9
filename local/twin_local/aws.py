"""AWS clients that reach the emulator and nothing else."""

from __future__ import annotations

import os
from typing import Any, cast

import boto3
import botocore.session
from botocore.config import Config

from twin_local.emulator import client_environment

# Where botocore finds what a user configured: (name in a profile, environment variable, default, conversion).
_NOTHING_OF_THE_USERS = {
    "profile": (None, None, None, None),
    "config_file": (None, None, os.devnull, None),
    "credentials_file": (None, None, os.devnull, None),
}


class Aws:
    """Makes clients for one emulator, one session for all."""

    def __init__(self, endpoint: str) -> None:
        environment = client_environment(endpoint)
        self._endpoint = endpoint
        self._session = boto3.Session(
            botocore_session=botocore.session.Session(session_vars=_NOTHING_OF_THE_USERS),
            aws_access_key_id=environment["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=environment["AWS_SECRET_ACCESS_KEY"],
        )
        self._config = Config(retries={"total_max_attempts": 2}, connect_timeout=5, read_timeout=30, proxies={})

    def client(self, service: str, region: str) -> Any:  # noqa: ANN401  # operations are made at run time
        """A client for a service in a region."""
        session = cast("Any", self._session)  # its `client` is one overload for every service there is
        return session.client(service, region_name=region, endpoint_url=self._endpoint, config=self._config)
