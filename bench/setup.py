"""What a function under measurement finds when it starts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter

from bench.wire import Addresses
from digital_twin.domain.json_types import JsonObject


@dataclass(frozen=True, slots=True)
class Setup:
    """Its dependencies, and the published profiles by name."""

    addresses: Addresses
    documents: dict[str, JsonObject]


_SETUP = TypeAdapter(Setup)


def write_setup(file: Path, setup: Setup) -> Path:
    """Keep a setup for functions to read."""
    file.write_text(json.dumps(asdict(setup)))
    return file


def read_setup(file: Path) -> Setup:
    """A setup that was kept.

    Raises:
        ValidationError: the file holds something else.
    """
    return _SETUP.validate_json(file.read_bytes())
