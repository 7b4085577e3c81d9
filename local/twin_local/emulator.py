"""The AWS emulator: started in an environment of its own, and never mistaken for anyone else's.

Its Lambda workers inherit the process environment and see the packages of its virtual environment, so both hold
nothing of ours: what a function needs must come from its layers and settings.
"""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass

import httpx

from twin_local.endpoints import LOOPBACK, is_loopback
from twin_local.failure import ExitCode, StackFailure
from twin_local.layout import Layout
from twin_local.processes import Processes, Running
from twin_local.waiting import wait_until

ACCOUNT = "000000000000"
PRIMARY_REGION = "us-east-1"


NO_ACCOUNT = {
    "AWS_CONFIG_FILE": os.devnull,
    "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    "AWS_EC2_METADATA_DISABLED": "true",
}
"""Without these an AWS client would look for its caller's credentials in the home directory and in the machine."""


def client_environment(endpoint: str) -> dict[str, str]:
    """The variables with which an AWS client reaches the emulator and nothing else.

    The access key is the account id: the CDK CLI caches which account a key belongs to, the emulator reads it so.

    Raises:
        StackFailure: if the endpoint is not a loopback address.
    """
    if not is_loopback(endpoint):
        raise StackFailure(f"AWS_ENDPOINT_URL {endpoint!r} is not a loopback address: refusing", ExitCode.NOT_LOCAL)
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": ACCOUNT,
        "AWS_SECRET_ACCESS_KEY": "local",
        "AWS_REGION": PRIMARY_REGION,
        "AWS_DEFAULT_REGION": PRIMARY_REGION,
        **NO_ACCOUNT,
        "NO_PROXY": LOOPBACK,
        "no_proxy": LOOPBACK,
    }


@dataclass(frozen=True, slots=True)
class Emulator:
    """A running emulator; `instance` is the mark that only our process can answer with."""

    endpoint: str
    instance: str
    process: Running

    def is_ours(self) -> bool:
        """Whether the endpoint answers, and as the process we started."""
        if self.process.has_ended or not is_loopback(self.endpoint):
            return False
        try:
            reply = httpx.get(f"{self.endpoint}/_ministack/health", timeout=5.0, trust_env=False)
            return reply.json().get("edition") == self.instance
        except (httpx.HTTPError, ValueError):
            return False

    def require_ours(self) -> None:
        """Let nothing be deployed to an endpoint that is not this emulator.

        Raises:
            StackFailure: if anything else, or nothing, answers there.
        """
        self.process.require_alive()
        if not self.is_ours():
            raise StackFailure(
                f"{self.endpoint} does not answer as the emulator that was started: refusing", ExitCode.NOT_LOCAL
            )

    def wait_until_ready(self) -> None:
        """Wait until the emulator has restored its state and answers.

        Raises:
            StackFailure: if it ends or does not answer in time.
        """
        wait_until(self.is_ours, self.process)


def start_emulator(processes: Processes, layout: Layout, port: int, path: str) -> Emulator:
    """Start the emulator on a loopback port; `path` is the PATH its workers may see.

    Raises:
        StackFailure: if its environment is not installed.
    """
    if not layout.emulator_python.exists():
        raise StackFailure("the emulator is not installed; run `make install`", ExitCode.MISSING_TOOL)
    shutil.rmtree(layout.scratch, ignore_errors=True)
    layout.scratch.mkdir(parents=True)
    layout.emulator.mkdir(parents=True, exist_ok=True)
    instance = f"digital-twin-{secrets.token_hex(8)}"
    environment = {
        "PATH": path,
        "HOME": str(layout.scratch),
        "TMPDIR": str(layout.scratch),
        "LANG": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
        "BIND_HOST": LOOPBACK,  # the emulator's default is every interface
        "GATEWAY_PORT": str(port),
        "MINISTACK_EDITION": instance,  # echoed by its health check: proves who answers
        "AWS_ACCESS_KEY_ID": ACCOUNT,
        "AWS_SECRET_ACCESS_KEY": "local",
        "PERSIST_STATE": "1",
        "STATE_DIR": str(layout.emulator / "state"),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(layout.emulator / "s3"),
        "LAMBDA_WARM_TTL_SECONDS": "3600",  # a cold start costs seconds here
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "DOCKER_HOST": f"unix://{layout.scratch}/none.sock",  # never look for Docker
        "LOG_LEVEL": "INFO",
    }
    process = processes.start(
        "emulator", [layout.emulator_python, layout.root / "local" / "emulator" / "serve.py"], environment
    )
    return Emulator(f"http://{LOOPBACK}:{port}", instance, process)
