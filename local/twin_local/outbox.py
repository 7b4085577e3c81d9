"""Sending a committed version on its way once more.

The emulator does not keep what is in a table's stream over a restart, which in the cloud would be delivered later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digital_twin.adapters.eventbridge import EventBridgeBus
from digital_twin.ports import ProfileCommitted
from twin_local.keys import PROFILE

if TYPE_CHECKING:
    from types_boto3_events import EventBridgeClient


async def send_again(events: EventBridgeClient, bus: str, version: int) -> None:
    """Put the profile's live version on the bus; a region that has it already does next to nothing.

    Raises:
        BusUnavailable: the bus did not take it.
    """
    await EventBridgeBus(events, bus).publish([ProfileCommitted(PROFILE, version)])
