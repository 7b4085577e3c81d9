"""Telling connected clients that a new version is live in their region. Tells its number and nothing of its content.

It is a courtesy: an answer is made from HEAD whether or not its asker was told. So nothing here may fail a sync, and
nothing is tried again.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from digital_twin.deadline import Deadline
from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import ClientGone, ClientUnavailable, DeadlineExceeded, StoreUnavailable
from digital_twin.ports import ClientChannel, Connection, Connections
from digital_twin.services.deliver import SEND_SECONDS
from digital_twin.telemetry import log

# Seconds for all clients of a region together; a sync has minutes.
NOTIFY_SECONDS = 20.0

# As many as the SDK's pool has connections.
_AT_ONCE = 20

# API Gateway says of a connection that it is gone while it is still being opened, which takes 29 s at most. Forgotten
# then, its client would never be told anything.
OPENING = timedelta(seconds=30)


class NotifyService:
    """News for the clients of one region."""

    def __init__(
        self,
        connections: Connections,
        channel: ClientChannel,
        *,
        region: str,
        now: Callable[[], datetime],
        clock: Callable[[], float],
    ) -> None:
        """Wire the service; `clock` gives monotonic seconds."""
        self._connections = connections
        self._channel = channel
        self._region = region
        self._now = now
        self._clock = clock

    async def profile_updated(self, profile: str, version: int) -> None:
        """Tell every client of a profile in this region that a version is live. Never raises."""
        deadline = Deadline.after(NOTIFY_SECONDS, self._clock)
        try:
            clients = await deadline.bound(
                self._connections.of_profile(profile, self._region), StoreUnavailable, "the table"
            )
        except (StoreUnavailable, DeadlineExceeded) as error:
            log.warning("notify.failed", region=self._region, version=version, reason=str(error))
            return
        message: JsonObject = {"type": "profile_updated", "version": version}
        turn = asyncio.Semaphore(_AT_ONCE)

        async def tell(client: Connection) -> str:
            async with turn:
                return await self._tell(client, message, deadline)

        outcomes = Counter(await asyncio.gather(*(tell(client) for client in clients)))
        log.info("notify.sent", region=self._region, version=version, **outcomes)

    async def _tell(self, client: Connection, message: JsonObject, deadline: Deadline) -> str:
        try:
            async with deadline.limit(SEND_SECONDS, ClientUnavailable, "the client's gateway"):
                await self._channel.send(client, message)
        except ClientGone:
            return await self._forget(client, deadline)
        except (ClientUnavailable, DeadlineExceeded):
            return "failed"
        return "told"

    async def _forget(self, client: Connection, deadline: Deadline) -> str:
        if self._now() - client.opened_at < OPENING:
            return "opening"
        try:
            await deadline.bound(self._connections.remove(client), StoreUnavailable, "the table")
        except (StoreUnavailable, DeadlineExceeded):
            # Its item expires by itself.
            return "failed"
        return "gone"
