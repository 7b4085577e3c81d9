"""The dependencies on a wire of their own, as the parent holds it: addresses, pace, faults, and what crossed.

The servers run in another process (`bench.servers`), so that their work is never taken for a function's.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import httpx
from pydantic import TypeAdapter

TOKEN = "bench"  # noqa: S105 - the servers are on loopback and hold made-up data
REGIONS = ("us-east-1", "eu-west-1", "ap-southeast-1")
PROVIDERS = ("groq", "openai")
PROFILE = "ada"

# Medians in seconds, of the kind a function sees whose Redis and index are in its region.
MEDIANS = {"redis": 0.003, "vector": 0.040, "model": 0.350}
SIGMA = 0.3


class Pace(StrEnum):
    """How replies are held back: not at all, by the medians, or by random latencies around them."""

    OFF = "off"
    STEADY = "steady"
    RANDOM = "random"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where everything is: URLs, by region and by provider."""

    redis: str
    vectors: dict[str, str]
    models: dict[str, str]
    control: str


@dataclass(slots=True)
class Crossing:
    """One call to a dependency, in seconds of the monotonic clock; `end` is missing while it is under way."""

    dependency: str
    start: float
    end: float | None = None


_ADDRESSES = TypeAdapter(Addresses)
_CROSSINGS = TypeAdapter(list[Crossing])


class Wire:
    """The parent's hold on the servers."""

    def __init__(self, addresses: Addresses, client: httpx.Client) -> None:
        self.addresses = addresses
        self._client = client

    def set_pace(self, pace: Pace) -> None:
        """Change how replies are held back."""
        self._client.post(f"{self.addresses.control}/pace/{pace}").raise_for_status()

    def take(self) -> list[Crossing]:
        """What crossed since the last call."""
        reply = self._client.get(f"{self.addresses.control}/crossings").raise_for_status()
        return _CROSSINGS.validate_json(reply.content)

    def set_fault(self, url: str, mode: str, seconds: float = 0.0) -> None:
        """Make one server slow, failing or dead; `none` heals it."""
        self._client.post(f"{url}/_local/faults", json={"mode": mode, "seconds": seconds}).raise_for_status()

    def redis(self, *command: str) -> None:
        """Run a Redis command."""
        headers = {"Authorization": f"Bearer {TOKEN}"}
        self._client.post(self.addresses.redis, json=command, headers=headers).raise_for_status()


@contextmanager
def running_wire(folder: Path) -> Generator[Wire]:
    """Run the servers over a folder for as long as the context is open."""
    command = [sys.executable, "-m", "bench.servers", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603 - ourselves
        # Leaving the block closes the process's standard input, which ends it.
        line = process.stdout.readline() if process.stdout else b""
        with httpx.Client(trust_env=False, timeout=30.0) as client:
            yield Wire(_ADDRESSES.validate_json(line), client)
