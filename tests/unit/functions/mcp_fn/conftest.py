"""Both protocol eras."""

from __future__ import annotations

import pytest
from support.mcp_client import LEGACY, MODERN


@pytest.fixture(params=[LEGACY, MODERN])
def era(request: pytest.FixtureRequest) -> str:
    """Each protocol era in turn."""
    return str(request.param)
