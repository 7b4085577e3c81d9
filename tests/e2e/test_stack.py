"""The local stack as a program: what it starts, keeps, refuses and leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

import httpx
import pytest
from support.started_stack import StartedStack

from twin_local.aws import Aws
from twin_local.deployment import Deployment
from twin_local.failure import ExitCode
from twin_local.layout import Layout
from twin_local.stack_file import StackFile

SECOND_START_SECONDS = 30.0
_LISTENING = "0A"


def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    """Poll until a condition holds; the bound makes a failure out of a hang."""
    limit = monotonic() + seconds
    while not condition():
        assert monotonic() < limit, "the condition did not come true in time"
        sleep(0.05)


def descendants(pid: int) -> set[int]:
    """Every process below one."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended while we looked
        parents[int(entry.parent.name)] = int(fields[1])
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


def are_gone(pids: set[int]) -> bool:
    """Whether none of the processes is there any more."""
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


def listening_addresses(ports: set[int]) -> set[str]:
    """The local addresses, in the kernel's hexadecimal, of listeners on some ports."""
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:] + Path("/proc/net/tcp6").read_text().splitlines()[1:]
    sockets = [line.split() for line in lines]
    local = [fields[1].rpartition(":") for fields in sockets if fields[3] == _LISTENING]
    return {address for address, _, port in local if int(port, 16) in ports}


def urls_of(stack: StackFile) -> list[str]:
    """Every URL the stack listens on."""
    regions = [url for region in stack.regions for url in (region.vector_url, region.redis_url)]
    return [stack.base_url, stack.aws_endpoint_url, *regions]


@pytest.fixture
def state() -> Generator[Path]:
    """A state directory of the test's own."""
    with tempfile.TemporaryDirectory(prefix="twin-stack-") as directory:
        yield Path(directory)


def front_door(pids: set[int]) -> int:
    """The process, among others, that serves the front door (and not the one that holds its leash)."""
    commands = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in pids}
    return next(pid for pid, command in commands.items() if b"frontdoor" in command and b"leash" not in command)


def run_up(state: Path, *, port: int) -> subprocess.CompletedProcess[str]:
    """Start a stack that is expected not to come up."""
    command = [sys.executable, "-m", "twin_local", "up", "--state", str(state), "--port", str(port)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  # our own


def head_version(stack: StackFile) -> int:
    """HEAD's version, if every region serves it."""
    headers = {"Authorization": f"Bearer {stack.owner_key}"}
    board = httpx.get(f"{stack.base_url}/v1/sync", headers=headers, timeout=30.0, trust_env=False).json()
    assert {region["version"] for region in board["regions"]} == {board["head_version"]}
    return int(board["head_version"])


def test_every_listener_is_on_loopback(stack: StackFile) -> None:
    """Nobody on the network reaches any part of the stack."""
    ports = {urlsplit(url).port or 0 for url in urls_of(stack)}
    assert len(ports) == 8
    assert listening_addresses(ports) == {"0100007F"}


def test_no_way_through_the_front_door_to_the_emulator(api: httpx.Client) -> None:
    """Only the service's own routes are forwarded."""
    for path in ("/_ministack/health", "/restapis", "/v1/../_ministack/health"):
        assert api.get(path).status_code in {403, 404}


def test_what_cloudformation_dropped_holds(aws: Aws, deployment: Deployment, stack: StackFile) -> None:
    """Replicas, expiry and recovery of the table are as the template has them."""
    primary, *others = (region.name for region in stack.regions)
    dynamodb = aws.client("dynamodb", primary)
    description = dynamodb.describe_time_to_live(TableName=deployment.table)["TimeToLiveDescription"]
    assert description == {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at"}
    backups = dynamodb.describe_continuous_backups(TableName=deployment.table)["ContinuousBackupsDescription"]
    assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
    for region in others:
        table = aws.client("dynamodb", region).describe_table(TableName=deployment.table)["Table"]
        assert table["TableStatus"] == "ACTIVE"


def test_the_gateway_checks_the_shape_of_bodies(api: httpx.Client, recruiter: dict[str, str]) -> None:
    """A body that is no JSON object is refused before a function runs, as a problem document."""
    reply = api.post("/v1/query", content=b"[1]", headers=recruiter | {"Content-Type": "application/json"})
    assert reply.status_code == 400
    assert reply.headers["Content-Type"].startswith("application/problem+json")


def test_life_of_a_stack(state: Path) -> None:
    """It starts, stops on Ctrl-C without leaving anything, comes back fast with its state, and survives a crash."""
    with StartedStack(state) as first:
        stack = first.wait_until_ready()
        assert first.file.stat().st_mode & 0o777 == 0o600
        for shown in ("A: ", "[1]", stack.owner_key, stack.mcp_url, "curl", "mcpServers"):
            assert shown in first.output
        started = descendants(first.pid)
        assert first.stop(signal.SIGINT) == 0
    until(lambda: are_gone(started))
    assert not first.file.exists()

    began = monotonic()
    with StartedStack(state) as second:
        again = second.wait_until_ready()
        assert monotonic() - began <= SECOND_START_SECONDS
        assert (again.owner_key, again.recruiter_key) == (stack.owner_key, stack.recruiter_key)
        assert head_version(again) == 1
        busy = run_up(state / "other", port=urlsplit(again.base_url).port or 0)
        assert busy.returncode == ExitCode.PORT_BUSY
        assert "in use" in busy.stderr
        same = run_up(state, port=0)
        assert same.returncode == ExitCode.ALREADY_RUNNING
        started = descendants(second.pid)
        os.kill(second.pid, signal.SIGKILL)
        second.wait()
    until(lambda: are_gone(started), 40.0)

    with StartedStack(state) as third:
        assert head_version(third.wait_until_ready()) == 1
        assert third.stop(signal.SIGTERM) == 0


def test_lost_and_unreadable_state(state: Path) -> None:
    """Without usable state a stack deploys and publishes anew; without one of its parts it ends with a message."""
    layout = Layout(state)
    (layout.emulator / "state").mkdir(parents=True)
    (layout.emulator / "state" / "lambda.json").write_text("{")
    layout.deployed.write_text("whatever was deployed")
    with StartedStack(state) as damaged:
        stack = damaged.wait_until_ready()
        assert "starting over" in damaged.output
        assert head_version(stack) == 1
        started = descendants(damaged.pid)
        os.kill(front_door(started), signal.SIGKILL)
        assert damaged.wait() == ExitCode.FAILED
        assert "frontdoor ended unexpectedly" in damaged.output
    until(lambda: are_gone(started))
