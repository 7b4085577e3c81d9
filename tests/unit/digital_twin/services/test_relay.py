"""The outbox's other end: committed versions to the bus, and every profile to the bus on schedule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.container import HOME, REGIONS, FakeContainer, publish
from support.people import OWNER, PROFILE

from digital_twin.errors import BusUnavailable, StoreUnavailable
from digital_twin.ports import ProfileCommitted
from digital_twin.services.publish import Precondition


async def test_a_committed_version_goes_to_the_bus_and_to_every_region() -> None:
    """The bus wakes the syncs; the beacons heal what publishing could not tell."""
    container = FakeContainer()

    await container.relay.relay(ProfileCommitted(PROFILE, 4))

    assert container.bus.events == [ProfileCommitted(PROFILE, 4)]
    assert [container.redis[region].head(PROFILE) for region in REGIONS] == [4, 4, 4]


async def test_a_bus_that_fails_fails_the_record() -> None:
    """The stream delivers it again."""
    container = FakeContainer()
    container.bus.unavailable = True

    with pytest.raises(BusUnavailable):
        await container.relay.relay(ProfileCommitted(PROFILE, 4))


async def test_a_region_that_cannot_be_told_does_not_hold_the_others_up() -> None:
    """Its sync tells it again."""
    container = FakeContainer()
    container.redis[HOME].unavailable = True

    await container.relay.relay(ProfileCommitted(PROFILE, 4))

    assert container.bus.events == [ProfileCommitted(PROFILE, 4)]
    assert container.redis[REGIONS[1]].head(PROFILE) == 4


async def test_a_record_that_comes_late_moves_no_head_back() -> None:
    """The event is published all the same, for syncs work towards HEAD."""
    container = FakeContainer()
    await container.relay.relay(ProfileCommitted(PROFILE, 5))

    await container.relay.relay(ProfileCommitted(PROFILE, 4))

    assert container.redis[HOME].head(PROFILE) == 5


async def test_reconcile_asks_for_every_profile_at_its_head() -> None:
    """One event a profile, whatever happened before."""
    container = FakeContainer()
    await publish(container)
    await publish(container)
    for profile in ("grace", "zoe"):
        other = replace(OWNER, profile=profile)
        first = Precondition(must_not_exist=True)
        await container.publish.put(other, {"basics": {"name": profile}}, first, "", container.deadline())

    assert await container.reconcile.reconcile() == 3

    assert container.bus.events == [
        ProfileCommitted("ada", 2),
        ProfileCommitted("grace", 1),
        ProfileCommitted("zoe", 1),
    ]


async def test_reconcile_has_nothing_to_do_before_the_first_profile() -> None:
    """An empty table is no failure."""
    container = FakeContainer()

    assert await container.reconcile.reconcile() == 0
    assert container.bus.events == []


@pytest.mark.parametrize("down", ["store", "bus"])
async def test_reconcile_says_when_it_could_not(down: str) -> None:
    """The schedule comes again, and what failed is seen."""
    container = FakeContainer()
    await publish(container)
    {"store": container.store, "bus": container.bus}[down].unavailable = True

    with pytest.raises((StoreUnavailable, BusUnavailable)):
        await container.reconcile.reconcile()
