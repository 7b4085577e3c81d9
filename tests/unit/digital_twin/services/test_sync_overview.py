"""Where what is live: every configured region against HEAD."""

from __future__ import annotations

import pytest
from support.container import HOME, REGIONS, FakeContainer, publish, publish_everywhere, sync_everywhere
from support.people import OWNER, RECRUITER

from digital_twin.errors import Forbidden, IndexUnavailable, StoreUnavailable


async def states(container: FakeContainer) -> dict[str, tuple[int, str]]:
    """Each region's version and status, and that of HEAD under `head`."""
    overview = await container.sync_overview.overview(OWNER, container.deadline())
    return {"head": (overview.head_version, "")} | {
        status.region: (status.version, status.status) for status in overview.regions
    }


async def test_before_the_first_version_no_region_holds_anything() -> None:
    """Every configured region is listed all the same."""
    assert await states(FakeContainer()) == {"head": (0, "")} | dict.fromkeys(REGIONS, (0, "syncing"))


async def test_a_region_that_never_reported_is_syncing() -> None:
    """After the first commit, until its sync is done."""
    container = FakeContainer()
    await publish(container)

    assert await states(container) == {"head": (1, "")} | dict.fromkeys(REGIONS, (0, "syncing"))


async def test_regions_at_head_are_live() -> None:
    """All of them, when all have synced."""
    container = FakeContainer()
    await publish_everywhere(container)

    assert await states(container) == {"head": (1, "")} | dict.fromkeys(REGIONS, (1, "live"))


async def test_a_region_behind_head_is_syncing_at_the_version_it_holds() -> None:
    """What it last reported as live no longer is."""
    container = FakeContainer()
    await publish_everywhere(container)
    await publish(container)
    await sync_everywhere(container, [HOME])

    assert await states(container) == {
        "head": (2, ""),
        HOME: (2, "live"),
        "eu-west-1": (1, "syncing"),
        "ap-southeast-1": (1, "syncing"),
    }


async def test_a_region_that_failed_stays_failed_until_it_succeeds() -> None:
    """The error is shown by its name, never with an upstream's text."""
    container = FakeContainer()
    await publish(container)
    container.index(HOME).unavailable = True
    with pytest.raises(IndexUnavailable):
        await sync_everywhere(container, [HOME])

    overview = await container.sync_overview.overview(OWNER, container.deadline())

    [home] = [status for status in overview.regions if status.region == HOME]
    assert (home.status, home.error) == ("failed", "IndexUnavailable")


async def test_only_writers_see_it() -> None:
    """Where what is live is the owner's business."""
    with pytest.raises(Forbidden):
        await FakeContainer().sync_overview.overview(RECRUITER, FakeContainer().deadline())


@pytest.mark.parametrize("down", ["store", "board"])
async def test_a_table_that_is_down_is_said_so(down: str) -> None:
    """No state is made up."""
    container = FakeContainer()
    {"store": container.store, "board": container.board}[down].unavailable = True

    with pytest.raises(StoreUnavailable):
        await states(container)
