"""`.local/stack.json`: how the CLI, the tests and the bench find a running stack. Its fields are the contract's."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from twin_local.private_files import write_private


@dataclass(frozen=True, slots=True)
class RegionUrls:
    """Where one emulated region's Upstash-compatible servers are."""

    name: str
    vector_url: str
    redis_url: str


@dataclass(frozen=True, slots=True)
class StackFile:
    """A running stack."""

    base_url: str
    websocket_url: str
    mcp_url: str
    web_url: str
    owner_key: str
    recruiter_key: str
    public_key: str
    regions: tuple[RegionUrls, ...]
    aws_endpoint_url: str
    pid: int

    def write(self, file: Path) -> None:
        """Write it whole, readable by its owner only."""
        write_private(file, asdict(self))

    @classmethod
    def of_running(cls, file: Path) -> Self | None:
        """The stack described by a file, None if there is none or its process is gone."""
        try:
            raw = json.loads(file.read_text())
            os.kill(raw["pid"], 0)
        except (FileNotFoundError, ProcessLookupError, ValueError):
            return None
        regions = tuple(RegionUrls(**region) for region in raw.pop("regions"))
        return cls(**raw, regions=regions)
