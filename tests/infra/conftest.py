"""The app is synthesized once a run, whichever of its workers needs it first."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from tests.infra.assembly import Assembly, synthesize


@pytest.fixture(scope="session")
def assembly(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Assembly:
    """The default deployment, with its assets built."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    return _synthesize_once(shared / "assembly", {})


@pytest.fixture(scope="session")
def extended(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Assembly:
    """A deployment to one region with every optional setting; its assets are not built."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    return _synthesize_once(
        shared / "extended",
        {
            "aws:cdk:bundling-stacks": [],
            "stage": "trial",
            "account": "123456789012",
            "regions": '["us-east-1"]',
            "full_rate_callers": "1",
            "deadline_seconds": "5.5",
            "alarm_email": "operator@example.com",
            "authorization_server": {
                "issuer": "https://auth.example.com",
                "profile": "ada",
                "client_ids": ["client-1"],
                "scope_prefix": "twin/",
            },
            "anonymous_mcp": "ada",
            "custom_domain": {
                "name": "twin.example.com",
                "certificate_arns": {"us-east-1": "arn:aws:acm:us-east-1:123456789012:certificate/example"},
            },
        },
    )


def _synthesize_once(directory: Path, context: dict[str, object]) -> Assembly:
    with directory.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (directory / "manifest.json").exists():
            return Assembly(directory)
        return synthesize(directory, context)
