"""The snapshots a container keeps: each read once, however many ask, and a failure is nothing to keep."""

from __future__ import annotations

import asyncio
from typing import override

import pytest
from fakes.store import FakeProfileStore
from support.container import FakeContainer, publish
from support.people import PROFILE

from digital_twin.deadline import Deadline
from digital_twin.domain.history import Version
from digital_twin.errors import StoreUnavailable
from digital_twin.services.snapshots import KEPT


class HeldStore(FakeProfileStore):
    """A store whose versions are handed out only when `released` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = asyncio.Event()
        self.released = asyncio.Event()

    @override
    async def version(self, profile: str, number: int) -> Version | None:
        """The version, once released."""
        self.asked.set()
        await self.released.wait()
        return await super().version(profile, number)


def deadline() -> Deadline:
    """More time than any of these tests needs."""
    return Deadline.after(5)


async def test_requests_at_the_same_time_share_one_read() -> None:
    """A burst after a commit reads the document once."""
    container = FakeContainer()
    await publish(container)
    container.store.calls.clear()

    loaded = await asyncio.gather(*(container.snapshots.load(PROFILE, 1, deadline()) for _ in range(20)))

    assert container.store.calls == ["version"]
    assert all(snapshot is loaded[0] for snapshot in loaded)


async def test_a_loaded_snapshot_is_not_read_again() -> None:
    """A version never changes, so a warm container needs no table."""
    container = FakeContainer()
    await publish(container)
    first = await container.snapshots.load(PROFILE, 1, deadline())
    container.store.unavailable = True

    assert await container.snapshots.load(PROFILE, 1, deadline()) is first


async def test_a_failed_load_is_not_kept() -> None:
    """The next request tries again, and succeeds when the table is back."""
    container = FakeContainer()
    await publish(container)
    container.store.unavailable = True
    with pytest.raises(StoreUnavailable):
        await container.snapshots.load(PROFILE, 1, deadline())
    container.store.unavailable = False

    assert (await container.snapshots.load(PROFILE, 1, deadline())).version == 1


async def test_a_failed_load_fails_everyone_who_waited_for_it_and_nobody_after() -> None:
    """Waiters share the failure; the first after it starts anew."""
    container = FakeContainer()
    await publish(container)
    container.store.unavailable = True
    waiting = [container.snapshots.load(PROFILE, 1, deadline()) for _ in range(3)]

    failures = await asyncio.gather(*waiting, return_exceptions=True)
    container.store.unavailable = False

    assert all(isinstance(failure, StoreUnavailable) for failure in failures)
    assert (await container.snapshots.load(PROFILE, 1, deadline())).version == 1


async def test_a_version_the_table_lacks_is_unavailable_until_it_has_it() -> None:
    """A replica that lags is no reason to remember that there is nothing."""
    container = FakeContainer()
    with pytest.raises(StoreUnavailable):
        await container.snapshots.load(PROFILE, 1, deadline())
    await publish(container)

    assert (await container.snapshots.load(PROFILE, 1, deadline())).version == 1


async def test_one_callers_cancellation_leaves_the_load_to_the_others() -> None:
    """A request that gives up takes nothing from those who still wait."""
    store = HeldStore()
    container = FakeContainer(store=store)
    await publish(container)
    store.calls.clear()
    impatient = asyncio.create_task(container.snapshots.load(PROFILE, 1, deadline()))
    patient = asyncio.create_task(container.snapshots.load(PROFILE, 1, deadline()))
    await store.asked.wait()

    impatient.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient
    store.released.set()

    assert (await patient).version == 1
    assert store.calls == ["version"]


async def test_a_load_that_outlives_one_request_serves_the_next() -> None:
    """A request without time gives up; what it started is not thrown away."""
    store = HeldStore()
    container = FakeContainer(store=store)
    await publish(container)
    store.calls.clear()
    with pytest.raises(StoreUnavailable):
        await container.snapshots.load(PROFILE, 1, Deadline.after(0.01))

    store.released.set()

    assert (await container.snapshots.load(PROFILE, 1, deadline())).version == 1
    assert store.calls == ["version"]


async def test_only_the_newest_few_are_kept() -> None:
    """The least recently used goes first."""
    container = FakeContainer()
    for number in range(KEPT + 1):
        await publish(container, {"basics": {"name": f"Ada {number}"}})
    for number in range(1, KEPT + 2):
        await container.snapshots.load(PROFILE, number, deadline())
    container.store.calls.clear()

    await container.snapshots.load(PROFILE, KEPT + 1, deadline())
    assert container.store.calls == []
    await container.snapshots.load(PROFILE, 1, deadline())
    assert container.store.calls == ["version"]
