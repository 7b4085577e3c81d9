"""The bridge as the process a client starts: its streams, its start and its end."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from fakes.mcp_service import KEY, Call, McpService, mcp_service, problem
from starlette.responses import Response

LIMIT_SECONDS = 20

STRAY_PRINT = """
import httpx
send = httpx.AsyncClient.send

def printing(*arguments, **options):
    print("stray")
    return send(*arguments, **options)

httpx.AsyncClient.send = printing
"""


@pytest_asyncio.fixture
async def service() -> AsyncGenerator[McpService]:
    """A service that works."""
    async with mcp_service() as running:
        yield running


@asynccontextmanager
async def bridge(url: str, folder: Path, program: str = "") -> AsyncGenerator[Process]:
    """`twin mcp` as a client starts it; a program may run in the process first."""
    code = f"{program}\nfrom twin_cli.__main__ import entry\nentry()"
    environ = {"HOME": str(folder), "TWIN_URL": url, "TWIN_API_KEY": KEY}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, "mcp", stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environ, cwd=folder
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def line(request_id: int, method: str = "ping") -> bytes:
    """A request on a line."""
    return json.dumps({"jsonrpc": "2.0", "id": request_id, "method": method}).encode() + b"\n"


async def read(process: Process) -> dict[str, Any]:
    """The next line it writes."""
    assert process.stdout
    return json.loads(await asyncio.wait_for(process.stdout.readline(), LIMIT_SECONDS))


async def test_standard_output_holds_nothing_but_the_protocol(service: McpService, tmp_path: Path) -> None:
    """Not even what a stray print writes; complaints go to standard error, without the key."""
    service.routes["ping"] = lambda _: problem(401, "unauthenticated", "Unauthenticated")
    async with bridge(service.url, tmp_path, STRAY_PRINT) as process:
        out, err = await asyncio.wait_for(process.communicate(line(1) + b"nonsense\n" + line(2)), LIMIT_SECONDS)
    messages = [json.loads(each) for each in out.splitlines()]
    assert sorted(str(message["id"]) for message in messages) == ["1", "2", "None"]
    assert b"stray" in err
    assert KEY.encode() not in out + err
    assert process.returncode == 0


async def test_a_whole_conversation_from_a_file_is_answered(service: McpService, tmp_path: Path) -> None:
    """Standard input need not be a pipe."""
    (tmp_path / "in").write_bytes(b"".join(line(number) for number in range(200)))
    code = "from twin_cli.__main__ import entry; entry()"
    with (tmp_path / "in").open("rb") as source:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, "mcp", "--url", service.url, stdin=source, stdout=PIPE, cwd=tmp_path
        )
        out, _ = await asyncio.wait_for(process.communicate(), LIMIT_SECONDS)
    assert sorted(json.loads(each)["id"] for each in out.splitlines()) == list(range(200))


async def test_a_client_that_goes_ends_the_bridge(service: McpService, tmp_path: Path) -> None:
    """A broken pipe is no traceback."""
    async with bridge(service.url, tmp_path) as process:
        assert process.stdin
        process.stdin.write(line(1))
        await read(process)
        process._transport.get_pipe_transport(1).close()  # type: ignore[attr-defined]  # asyncio offers no other way
        process.stdin.write(line(2))
        assert await asyncio.wait_for(process.wait(), LIMIT_SECONDS) == 0
        assert process.stderr
        assert await process.stderr.read() == b""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
async def test_a_signal_ends_it_even_during_a_request(
    service: McpService, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    """Clients end servers that way."""

    async def endless(call: Call) -> Response:
        await call.gone.wait()
        return Response()

    service.routes["tools/call"] = endless
    async with bridge(service.url, tmp_path) as process:
        assert process.stdin
        process.stdin.write(line(1, "tools/call"))
        await service.until(lambda: bool(service.sent("tools/call")))
        process.send_signal(number)
        assert await asyncio.wait_for(process.wait(), LIMIT_SECONDS) == code


async def test_it_starts_unconfigured_and_says_so_in_the_client(tmp_path: Path) -> None:
    """A client shows a server that ends at once as broken, without a reason."""
    async with bridge("", tmp_path) as process:
        assert process.stdin
        process.stdin.write(line(1))
        assert "Set TWIN_URL" in (await read(process))["error"]["message"]
