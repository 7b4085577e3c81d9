"""Standard input and output as lines.

Threads read and write them: a pipe, a file and a terminal then all work, and a client that stops reading does not keep
the bridge from hearing that it is to end.
"""

from __future__ import annotations

import asyncio
import os
import queue
import sys
from collections.abc import AsyncIterator, Callable
from threading import Thread
from typing import Self

from twin_cli.bridge.lines import Line, LineSplitter

_CHUNK_BYTES = 65_536
_WAITING_LINES = 64
_FLUSH_SECONDS = 2.0


class LineReader:
    """Lines of a file descriptor; waits when the bridge falls behind."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lines: asyncio.Queue[Line | None] = asyncio.Queue(_WAITING_LINES)

    async def __aiter__(self) -> AsyncIterator[Line]:
        """Each line until the end of the input."""
        loop = asyncio.get_running_loop()
        # A daemon: nothing can interrupt a read, and the process must be able to end during one.
        Thread(target=self._read, args=(loop,), daemon=True, name="stdin").start()
        while (line := await self._lines.get()) is not None:
            yield line

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        splitter = LineSplitter()
        try:
            while data := _read_some(self._descriptor):
                for line in splitter.feed(data):
                    self._put(loop, line)
            for line in splitter.close():
                self._put(loop, line)
            self._put(loop, None)
        except RuntimeError:
            # The loop has ended, and with it whoever wanted lines.
            return

    def _put(self, loop: asyncio.AbstractEventLoop, line: Line | None) -> None:
        asyncio.run_coroutine_threadsafe(self._lines.put(line), loop).result()


class LineWriter:
    """Whole lines to a file descriptor, in the order given. `on_broken` is called once the reader has gone."""

    def __init__(self, descriptor: int, on_broken: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self._on_broken = on_broken
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._thread = Thread(target=self._run, daemon=True, name="stdout")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._lines.put(None)
        self._thread.join(_FLUSH_SECONDS)

    def write(self, line: bytes) -> None:
        """Queue one line."""
        self._lines.put(line + b"\n")

    def _run(self) -> None:
        try:
            while (line := self._lines.get()) is not None:
                _write_all(self._descriptor, line)
        except OSError:
            self._on_broken()


def claim_stdout() -> int:
    """Take standard output for the protocol: whatever else writes there goes to standard error from now on."""
    sys.stdout.flush()
    own = os.dup(1)
    os.dup2(2, 1)
    return own


def _read_some(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, _CHUNK_BYTES)
    except OSError:
        # A terminal that hung up, or a closed descriptor: the client is gone.
        return b""


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
