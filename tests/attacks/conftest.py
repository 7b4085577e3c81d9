"""Every attack meets a container of its own, on an event loop of its own."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from support.container_loop import cold_start


@pytest.fixture(autouse=True)
def _container_loop() -> Generator[None]:  # pyright: ignore[reportUnusedFunction] # pytest uses it by name
    """Start cold, and leave nothing on the loop."""
    with cold_start():
        yield
