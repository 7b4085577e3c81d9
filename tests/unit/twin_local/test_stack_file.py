"""How others find a running stack."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from twin_local.banner import ready_text
from twin_local.stack_file import RegionUrls, StackFile

STACK = StackFile(
    base_url="http://127.0.0.1:8787",
    websocket_url="",
    mcp_url="http://127.0.0.1:8787/mcp",
    web_url="http://127.0.0.1:8787/",
    owner_key="twin_owner",
    recruiter_key="twin_recruiter",
    public_key="twin_public",
    regions=(RegionUrls("us-east-1", "http://127.0.0.1:1", "http://127.0.0.1:2"),),
    aws_endpoint_url="http://127.0.0.1:4599",
    pid=os.getpid(),
)


def test_round_trip(tmp_path: Path) -> None:
    """What is written is read back, and only its owner can read it."""
    file = tmp_path / "stack.json"
    STACK.write(file)
    assert StackFile.of_running(file) == STACK
    assert file.stat().st_mode & 0o777 == 0o600


def test_contract(tmp_path: Path) -> None:
    """The fields are the contract's."""
    STACK.write(tmp_path / "stack.json")
    raw = json.loads((tmp_path / "stack.json").read_text())
    assert (
        list(raw)
        == (
            "base_url websocket_url mcp_url web_url owner_key recruiter_key public_key regions aws_endpoint_url pid"
        ).split()
    )
    assert list(raw["regions"][0]) == ["name", "vector_url", "redis_url"]


def test_stale_file(tmp_path: Path) -> None:
    """A file whose process is gone, or that cannot be read, describes no running stack."""
    file = tmp_path / "stack.json"
    assert StackFile.of_running(file) is None
    gone = subprocess.Popen([sys.executable, "-c", ""])  # our own interpreter
    gone.wait()
    replace(STACK, pid=gone.pid).write(file)
    assert StackFile.of_running(file) is None
    file.write_text("{")
    assert StackFile.of_running(file) is None


@pytest.mark.parametrize("shown", ["twin_owner", "twin_recruiter", "twin_public", "curl", "mcpServers", "us-east-1"])
def test_banner(shown: str) -> None:
    """A person who started the stack is told all they need to use it."""
    assert shown in ready_text(STACK)
