"""The outbox's other end: committed versions go from the table's stream to the bus, and to every region's Redis."""

from __future__ import annotations

from collections.abc import Sequence

from digital_twin.ports import EventBus, HeadBeacon, ProfileCommitted, ProfileStore
from digital_twin.services.publish import announce
from digital_twin.telemetry import log


class RelayService:
    """Stream record in, event out."""

    def __init__(self, bus: EventBus, beacons: Sequence[HeadBeacon]) -> None:
        self._bus = bus
        self._beacons = beacons

    async def relay(self, event: ProfileCommitted) -> None:
        """Publish one committed version.

        Raises:
            DependencyFailed: the bus did not take it; the stream delivers the record again.
        """
        await self._bus.publish([event])
        await announce(self._beacons, event.profile, event.version)
        log.info("relay.published", profile=event.profile, version=event.version)


class ReconcileService:
    """The schedule's use case: ask every region to come to HEAD, for every profile."""

    def __init__(self, store: ProfileStore, bus: EventBus) -> None:
        self._store = store
        self._bus = bus

    async def reconcile(self) -> int:
        """Publish HEAD of every profile once more; returns how many. A region already there does next to nothing.

        Raises:
            DependencyFailed: table or bus failed; the schedule comes again.
        """
        events: list[ProfileCommitted] = []
        for profile in await self._store.profiles():
            head = await self._store.head(profile)
            if head is not None:
                events.append(ProfileCommitted(profile, head.version))
        await self._bus.publish(events)
        log.info("reconcile.requested", profiles=len(events))
        return len(events)
