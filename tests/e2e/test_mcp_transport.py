"""The official conformance suite against the function's transport, over a server that has the suite's own fixtures."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.types import ASGIApp
from support.conformance import FOLDER, ConformanceSuite
from support.conformance_server import make_conformance_server
from support.container import FakeContainer
from support.gateway_shim import behind_gateway
from support.people import OWNER

from mcp_fn.app import serve


@pytest.mark.parametrize("revision", ["2026-07-28", "2025-11-25"])
async def test_the_transport_conforms_to_what_a_revision_requires(revision: str, tmp_path: Path) -> None:
    """All of it but what needs a stream or a memory, neither of which a stateless function has."""
    suite = ConformanceSuite()
    await suite.install()

    def make_app() -> ASGIApp:
        return serve(make_conformance_server(), FakeContainer().settings)

    async with behind_gateway(make_app, OWNER) as url:
        passed, output = await suite.check(f"{url}/mcp", revision, FOLDER / f"transport-{revision}.yml", tmp_path)
    assert passed, output
