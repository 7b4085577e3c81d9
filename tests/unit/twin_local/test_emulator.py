"""What keeps a deploy from ever reaching a real account."""

from __future__ import annotations

from pathlib import Path

import pytest

from twin_local.aws import Aws
from twin_local.deploy import cdk_environment
from twin_local.emulator import client_environment
from twin_local.failure import ExitCode, StackFailure
from twin_local.layout import Layout
from twin_local.toolchain import Toolchain


@pytest.mark.parametrize("endpoint", ["", "https://sts.amazonaws.com", "http://localhost:4566", "http://192.168.0.2"])
def test_endpoint_elsewhere(endpoint: str) -> None:
    """No client is ever configured for an endpoint that is not a loopback address."""
    with pytest.raises(StackFailure, match="not a loopback address") as failure:
        client_environment(endpoint)
    assert failure.value.code is ExitCode.NOT_LOCAL


def test_deploy_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The CDK sees the emulator's endpoint and made-up credentials, and none of the caller's."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ACCESS_KEY_ID", "AWS_CONTAINER_CREDENTIALS_FULL_URI"):
        monkeypatch.setenv(name, "real")
    tools = Toolchain(Path("/usr/bin/node"), ("npm",), Path("/usr/bin/uv"))
    environment = cdk_environment(Layout(tmp_path), tools, client_environment("http://127.0.0.1:4599"))
    assert "real" not in environment.values()
    assert environment["AWS_ENDPOINT_URL"] == "http://127.0.0.1:4599"
    assert environment["AWS_EC2_METADATA_DISABLED"] == "true"
    assert environment["AWS_CONFIG_FILE"] == environment["AWS_SHARED_CREDENTIALS_FILE"] == "/dev/null"


def test_synth_environment(tmp_path: Path) -> None:
    """A synthesis, which is told of no endpoint, finds no credentials either, and sends nothing home."""
    tools = Toolchain(Path("/usr/bin/node"), ("npm",), Path("/usr/bin/uv"))
    environment = cdk_environment(Layout(tmp_path), tools, {})
    assert {name: value for name, value in environment.items() if name.startswith("AWS_")} == {
        "AWS_CONFIG_FILE": "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    assert environment["CDK_DISABLE_CLI_TELEMETRY"] == "true"


def test_clients_without_the_users_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile that does not exist, or a file that cannot be read, is none of the local stack's business."""
    broken = tmp_path / "config"
    broken.write_text("no section\n")
    monkeypatch.setenv("AWS_PROFILE", "missing")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(broken))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(broken))
    client = Aws("http://127.0.0.1:4599").client("sqs", "us-east-1")
    assert client.meta.endpoint_url == "http://127.0.0.1:4599"
