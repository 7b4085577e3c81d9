"""`twin mcp`: the stdio bridge over this process's streams. Logs go to standard error."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from argparse import Namespace
from contextlib import suppress

from twin_cli.bridge.bridge import Bridge
from twin_cli.bridge.stdio import LineReader, LineWriter, claim_stdout
from twin_cli.bridge.upstream import Upstream
from twin_cli.console import Console
from twin_cli.failure import ExitCode
from twin_cli.settings import Flags, Surroundings, find_endpoint


def run(arguments: Namespace, flags: Flags, around: Surroundings, console: Console) -> ExitCode:
    """Bridge until the client ends its input.

    Settings are read again for each message: a service that is started, or a file that is mended, later than the
    client is then found. So bad settings are no reason to end, but an error in the client.
    """
    del console
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="twin mcp: %(message)s")
    upstream = Upstream(lambda: find_endpoint(flags, around))
    with suppress(asyncio.CancelledError):
        asyncio.run(_serve(upstream, claim_stdout(), arguments.watch_seconds))
    return ExitCode.OK


async def _serve(upstream: Upstream, output: int, watch_seconds: float) -> None:
    loop = asyncio.get_running_loop()
    serving = asyncio.current_task()
    assert serving is not None  # noqa: S101  # a coroutine that runs is in a task

    def end() -> None:
        loop.call_soon_threadsafe(serving.cancel)

    if sys.platform != "win32":
        loop.add_signal_handler(signal.SIGTERM, serving.cancel)
    with LineWriter(output, end) as writer:
        async with upstream:
            await Bridge(upstream, writer.write, watch_seconds).serve(aiter(LineReader(0)))
