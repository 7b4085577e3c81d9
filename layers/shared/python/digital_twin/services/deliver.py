"""Sending one client the messages of a reply, in order, for as long as somebody is there to read them."""

from __future__ import annotations

from collections.abc import Iterable

from digital_twin.deadline import Deadline
from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import ClientGone, ClientUnavailable, DeadlineExceeded, StoreUnavailable
from digital_twin.ports import ClientChannel, Connection, Connections
from digital_twin.telemetry import log

# Seconds the gateway may take for one message. It takes milliseconds and does not wait for the client.
SEND_SECONDS = 2.0

# Seconds a reply may take when the request's time is over: a client that is told nothing would wait for ever.
MIN_REPLY_SECONDS = 1.5


class DeliveryService:
    """The way back to whoever asked."""

    def __init__(self, connections: Connections, channel: ClientChannel) -> None:
        self._connections = connections
        self._channel = channel

    async def deliver(self, connection: Connection, messages: Iterable[JsonObject], deadline: Deadline) -> bool:
        """Send messages in order, and stop at the first that does not arrive; says whether all did.

        Never raises: there is nobody left to tell.
        """
        reply = Deadline.after(max(deadline.remaining, MIN_REPLY_SECONDS), deadline.clock)
        try:
            for message in messages:
                async with reply.limit(SEND_SECONDS, ClientUnavailable, "the client's gateway"):
                    await self._channel.send(connection, message)
        except ClientGone:
            log.info("socket.client_gone", connection=connection.id)
            await self.forget(connection, reply)
            return False
        except (ClientUnavailable, DeadlineExceeded) as error:
            log.warning("socket.not_delivered", connection=connection.id, reason=str(error))
            return False
        return True

    async def forget(self, connection: Connection, deadline: Deadline) -> None:
        """Forget a closed connection; if the table fails, the item expires by itself."""
        try:
            await deadline.bound(self._connections.remove(connection), StoreUnavailable, "the table")
        except (StoreUnavailable, DeadlineExceeded) as error:
            log.warning("socket.not_forgotten", connection=connection.id, reason=str(error))
