"""Loopback ports and addresses."""

from __future__ import annotations

import socket
from collections.abc import Generator
from pathlib import Path

import pytest

from twin_local.endpoints import free_port, is_free, is_loopback, remembered_ports, require_free
from twin_local.failure import ExitCode, StackFailure

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def taken() -> Generator[int]:
    """A port somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_busy_port(taken: int) -> None:
    """A busy port is named in the message, with a way out and an exit status of its own."""
    with pytest.raises(StackFailure, match=f"port {taken} is in use.*PORT=") as failure:
        require_free(taken)
    assert failure.value.code is ExitCode.PORT_BUSY


def test_any_port() -> None:
    """Zero takes any port that is free."""
    assert is_free(require_free(0))


def test_remembered_ports(tmp_path: Path) -> None:
    """A port is kept over restarts, and each name has its own."""
    file = tmp_path / "ports.json"
    first = remembered_ports(file, ("a", "b"))
    assert remembered_ports(file, ("a", "b")) == first
    assert len(set(first.values())) == 2


def test_remembered_port_taken_meanwhile(tmp_path: Path, taken: int) -> None:
    """A remembered port that somebody else took is replaced."""
    file = tmp_path / "ports.json"
    file.write_text(f'{{"a": {taken}}}')
    assert remembered_ports(file, ("a",))["a"] != taken


def test_unreadable_ports(tmp_path: Path) -> None:
    """A file of ports that cannot be read is replaced."""
    file = tmp_path / "ports.json"
    file.write_text("{")
    assert remembered_ports(file, ("a",)).keys() == {"a"}


def test_free_port() -> None:
    """A free port can be listened on."""
    with socket.create_server(("127.0.0.1", free_port())):
        pass


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:4566", True),
        ("http://127.8.9.1:1", True),
        ("http://[::1]:4566", True),
        ("http://localhost:4566", False),
        ("https://dynamodb.us-east-1.amazonaws.com", False),
        ("http://10.0.0.1", False),
        ("http://127.0.0.1.evil.example", False),
        ("http://127.0.0.1@evil.example", False),
        ("", False),
    ],
)
def test_loopback(url: str, *, expected: bool) -> None:
    """Only an IP address of the loopback range counts; a name could resolve to anything."""
    assert is_loopback(url) is expected
