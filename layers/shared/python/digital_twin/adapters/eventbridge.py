"""The event bus over EventBridge. Delivery is at least once: a batch that failed in part is put again whole."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from itertools import batched
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from digital_twin.errors import BusUnavailable
from digital_twin.ports import ProfileCommitted

if TYPE_CHECKING:
    from types_boto3_events import EventBridgeClient
    from types_boto3_events.type_defs import PutEventsRequestEntryTypeDef

SOURCE = "digital-twin"
PROFILE_COMMITTED = "profile.committed"

# What one PutEvents request may hold at most.
_BATCH = 10


class EventBridgeBus:
    """A bus the regions' rules listen on."""

    def __init__(self, client: EventBridgeClient, bus: str) -> None:
        self._client = client
        self._bus = bus

    async def publish(self, events: Sequence[ProfileCommitted]) -> None:
        """Put all events on the bus, or fail.

        Raises:
            BusUnavailable: the bus did not take all of them; those before may have been delivered.
        """
        for batch in batched(events, _BATCH, strict=False):
            await self._put([self._entry(event) for event in batch])

    async def _put(self, entries: list[PutEventsRequestEntryTypeDef]) -> None:
        try:
            reply = await asyncio.to_thread(self._client.put_events, Entries=entries)
        except (ClientError, BotoCoreError) as error:
            raise BusUnavailable(f"the bus took no event: {type(error).__name__}") from error
        if reply["FailedEntryCount"]:
            codes = sorted({entry["ErrorCode"] for entry in reply["Entries"] if "ErrorCode" in entry})
            raise BusUnavailable(
                f"the bus refused {reply['FailedEntryCount']} of {len(entries)} events: {', '.join(codes)}"
            )

    def _entry(self, event: ProfileCommitted) -> PutEventsRequestEntryTypeDef:
        return {
            "EventBusName": self._bus,
            "Source": SOURCE,
            "DetailType": PROFILE_COMMITTED,
            "Detail": json.dumps({"profile": event.profile, "version": event.version}),
        }
