"""The example profile that the local stack publishes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import cast

from digital_twin.domain.json_types import JsonObject

_PATH = Path(__file__).parents[2] / "examples" / "profile.json"


@cache
def _text() -> str:
    return _PATH.read_text(encoding="utf-8")


def example_profile() -> JsonObject:
    """The document, the caller's own to change."""
    return cast("JsonObject", json.loads(_text()))
