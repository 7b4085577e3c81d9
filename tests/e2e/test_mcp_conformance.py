"""The official conformance suite against the deployed endpoint."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.conformance import FOLDER, ConformanceSuite, with_credential
from support.tenants import Tenant

from digital_twin.domain.access import Audience
from twin_local.stack_file import StackFile


@pytest.mark.parametrize("revision", ["2026-07-28", "2025-11-25"])
async def test_the_endpoint_conforms_to_what_a_revision_requires(
    example: Tenant, stack: StackFile, revision: str, tmp_path: Path
) -> None:
    """Every scenario that means something for a server without the suite's own tools and resources."""
    suite = ConformanceSuite()
    await suite.install()
    expected_failures = FOLDER / f"deployed-{revision}.yml"
    async with with_credential(stack.mcp_url, example.keys[Audience.PRIVATE]) as url:
        passed, output = await suite.check(url, revision, expected_failures, tmp_path)
    assert passed, output
