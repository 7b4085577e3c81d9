"""A client of the stdio bridge in this process: lines in, lines out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fakes.mcp_service import KEY

from twin_cli.addresses import parse_address
from twin_cli.bridge.bridge import Bridge
from twin_cli.bridge.lines import Line
from twin_cli.bridge.messages import Id, JsonObject
from twin_cli.bridge.upstream import Upstream
from twin_cli.settings import Endpoint, Secret

MODERN = "2026-07-28"
META: JsonObject = {"io.modelcontextprotocol/protocolVersion": MODERN, "io.modelcontextprotocol/clientCapabilities": {}}


class BridgeClient:
    """What a desktop client does: write a line, wait for one."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self._input: asyncio.Queue[Line | None] = asyncio.Queue()
        self._written = asyncio.Condition()
        self._notifying: set[asyncio.Task[None]] = set()

    @property
    def output(self) -> list[Any]:
        """Everything written so far, decoded."""
        return [json.loads(line) for line in self.lines]

    def raw(self, line: Line) -> None:
        """Write a line as it is."""
        self._input.put_nowait(line)

    def send(
        self,
        method: str,
        params: dict[str, Any] | None = None,
        *,
        id: Id | None = None,  # noqa: A002  # JSON-RPC's word
        modern: bool = False,
    ) -> None:
        """Write a request, or a notification where there is no id."""
        wanted = dict(params or {}) | ({"_meta": META} if modern else {})
        identified = {} if id is None else {"id": id}
        self.raw(json.dumps({"jsonrpc": "2.0", **identified, "method": method, "params": wanted}).encode())

    def end(self) -> None:
        """Close the bridge's input."""
        self._input.put_nowait(None)

    async def answer(self, request_id: Id) -> JsonObject:
        """The answer to a request."""
        return await self.message(lambda message: "method" not in message and message.get("id") == request_id)

    async def told(self, method: str) -> JsonObject:
        """The first notification of a method."""
        return await self.message(lambda message: message.get("method") == method)

    async def message(self, wanted: Callable[[JsonObject], bool]) -> JsonObject:
        """The first output that is wanted."""

        def found() -> list[JsonObject]:
            # A batch's answer is an array.
            return [message for message in self.output if not isinstance(message, list) and wanted(message)]

        async with asyncio.timeout(10), self._written:
            return (await self._written.wait_for(found))[0]

    async def until(self, count: int) -> list[Any]:
        """The output once it has so many lines."""
        async with asyncio.timeout(10), self._written:
            await self._written.wait_for(lambda: len(self.lines) >= count)
        return self.output

    def write(self, line: bytes) -> None:
        """Take a line from the bridge."""
        self.lines.append(line)
        task = asyncio.create_task(self._notify())
        self._notifying.add(task)
        task.add_done_callback(self._notifying.discard)

    async def read(self) -> AsyncIterator[Line]:
        """The bridge's input."""
        while (line := await self._input.get()) is not None:
            yield line

    async def _notify(self) -> None:
        async with self._written:
            self._written.notify_all()


@asynccontextmanager
async def bridge_client(
    url: str, *, key: str | None = KEY, watch_seconds: float = 0.01, budget: float = 5.0
) -> AsyncGenerator[BridgeClient]:
    """A client and its bridge to a service; leaving the context ends the input and waits for the bridge."""
    async with bridge_to(
        lambda: Endpoint(parse_address(url), Secret(key) if key else None, "test"), watch_seconds, budget
    ) as c:
        yield c


@asynccontextmanager
async def bridge_to(
    endpoint: Callable[[], Endpoint], watch_seconds: float = 0.01, budget: float = 5.0
) -> AsyncGenerator[BridgeClient]:
    """A client and its bridge to whatever the settings say at the time."""
    client = BridgeClient()
    async with Upstream(endpoint, budget) as upstream:
        serving = asyncio.create_task(Bridge(upstream, client.write, watch_seconds).serve(client.read()))
        try:
            yield client
        finally:
            client.end()
            async with asyncio.timeout(10):
                await serving
