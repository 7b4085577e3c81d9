"""Loopback ports and addresses: chosen free, kept over restarts where they still are."""

from __future__ import annotations

import ipaddress
import json
import socket
from pathlib import Path
from urllib.parse import urlsplit

from twin_local.failure import ExitCode, StackFailure

LOOPBACK = "127.0.0.1"


def is_free(port: int) -> bool:
    """Whether nothing listens on a loopback port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def free_port() -> int:
    """A port that is free now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def require_free(port: int) -> int:
    """The port that was asked for, 0 meaning any.

    Raises:
        StackFailure: if something else listens there.
    """
    if port == 0:
        return free_port()
    if not is_free(port):
        raise StackFailure(
            f"port {port} is in use by another program; stop it or choose another with PORT=...", ExitCode.PORT_BUSY
        )
    return port


def remembered_ports(file: Path, names: tuple[str, ...]) -> dict[str, int]:
    """A free port for each name, last time's where it is still free: URLs in the emulator's state stay valid."""
    try:
        last: dict[str, int] = json.loads(file.read_text())
    except (FileNotFoundError, ValueError):
        last = {}
    ports: dict[str, int] = {}
    for name in names:
        port = last.get(name, 0)
        while port == 0 or port in ports.values() or not is_free(port):
            port = free_port()
        ports[name] = port
    file.write_text(json.dumps(ports))
    return ports


def is_loopback(url: str) -> bool:
    """Whether a URL names an IP address of the loopback range; a host name could resolve to anything."""
    try:
        return ipaddress.ip_address(urlsplit(url).hostname or "").is_loopback
    except ValueError:
        return False
