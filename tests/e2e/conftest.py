"""The deployed local stack that the end-to-end tests run against: one that is up, or one started for the session."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from support.started_stack import StartedStack
from support.tenants import Tenant, grant_key, make_tenant

from digital_twin.domain.access import Audience
from twin_local.aws import Aws
from twin_local.deployment import Deployment, find_deployment
from twin_local.keys import PROFILE
from twin_local.layout import ROOT
from twin_local.stack_file import StackFile


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, and let it use sockets."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            item.add_marker(pytest.mark.enable_socket)


@pytest.fixture(scope="session")
def stack() -> Generator[StackFile]:
    """The stack under test."""
    running = StackFile.of_running(ROOT / ".local" / "stack.json")
    if running:
        yield running
        return
    with tempfile.TemporaryDirectory(prefix="twin-e2e-") as state, StartedStack(Path(state)) as started:
        yield started.wait_until_ready()


@pytest.fixture(scope="session")
def api(stack: StackFile) -> Generator[httpx.Client]:
    """A client of the stack's API, without a credential."""
    with httpx.Client(base_url=stack.base_url, timeout=60.0, trust_env=False) as client:
        yield client


@pytest.fixture(scope="session")
def owner(stack: StackFile) -> dict[str, str]:
    """The owner's credential, as headers."""
    return {"Authorization": f"Bearer {stack.owner_key}"}


@pytest.fixture(scope="session")
def recruiter(stack: StackFile) -> dict[str, str]:
    """A recruiter's credential, as headers."""
    return {"Authorization": f"Bearer {stack.recruiter_key}"}


@pytest.fixture(scope="session")
def public(stack: StackFile) -> dict[str, str]:
    """The public credential, as headers."""
    return {"Authorization": f"Bearer {stack.public_key}"}


@pytest.fixture(scope="session")
def aws(stack: StackFile) -> Aws:
    """Clients of the emulated AWS."""
    return Aws(stack.aws_endpoint_url)


@pytest.fixture(scope="session")
def deployment(stack: StackFile, aws: Aws) -> Deployment:
    """What was deployed."""
    return find_deployment(aws, [region.name for region in stack.regions])


@pytest.fixture(scope="session")
def example(api: httpx.Client, aws: Aws, deployment: Deployment) -> Tenant:
    """The example profile that the stack publishes at its start, with keys whose limits the tests do not reach."""
    return make_tenant(api, aws, deployment, PROFILE)


@pytest.fixture
def tenant(api: httpx.Client, aws: Aws, deployment: Deployment) -> Tenant:
    """A profile of the test's own, not published yet."""
    return make_tenant(api, aws, deployment, f"e2e-{uuid4().hex[:12]}")


@pytest.fixture
def free_tier(stack: StackFile, aws: Aws, deployment: Deployment) -> Generator[httpx.Client]:
    """A client with a key of the free tier that nobody has used yet, for the example profile."""
    key = grant_key(aws, deployment, PROFILE, Audience.PUBLIC, tier="free")
    headers = {"Authorization": f"Bearer {key}"}
    with httpx.Client(base_url=stack.base_url, headers=headers, timeout=60.0, trust_env=False) as client:
        yield client
