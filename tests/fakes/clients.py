"""WebSocket clients in memory: `Connections`, and the `ClientChannel` to them."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import ClientGone, ClientUnavailable, StoreUnavailable
from digital_twin.ports import Connection


class FakeConnections:
    """Connections in the dictionary `open`; set `unavailable` to make every call fail."""

    def __init__(self) -> None:
        self.unavailable = False
        self.open: dict[tuple[str, str, str], Connection] = {}

    async def add(self, connection: Connection) -> None:
        """Remember a connection."""
        self._check()
        self.open[connection.profile, connection.region, connection.id] = connection

    async def remove(self, connection: Connection) -> None:
        """Forget a connection; one that is not known is no error."""
        self._check()
        self.open.pop((connection.profile, connection.region, connection.id), None)

    async def of_profile(self, profile: str, region: str) -> list[Connection]:
        """Every connection of a profile's clients in a region."""
        self._check()
        return [
            connection for (owner, where, _), connection in self.open.items() if (owner, where) == (profile, region)
        ]

    def _check(self) -> None:
        if self.unavailable:
            raise StoreUnavailable("told to fail")


class FakeClientChannel:
    """Keeps what was sent, by connection.

    A connection named in `gone` has left, one in `stuck` takes messages never to an end; `leaves_after` says how many
    messages one still takes. Set `unavailable` to make every call fail.
    """

    def __init__(self) -> None:
        self.unavailable = False
        self.sent: defaultdict[str, list[JsonObject]] = defaultdict(list)
        self.gone: set[str] = set()
        self.stuck: set[str] = set()
        self.leaves_after: dict[str, int] = {}

    async def send(self, connection: Connection, message: JsonObject) -> None:
        """Keep one message."""
        if self.unavailable:
            raise ClientUnavailable("told to fail")
        if connection.id in self.stuck:
            await asyncio.Event().wait()
        if connection.id in self.gone or len(self.sent[connection.id]) >= self.leaves_after.get(connection.id, 1000):
            raise ClientGone("the client is not connected")
        self.sent[connection.id].append(message)
