"""Reading the profile: each audience its own view of the live version, older versions for the owner alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.container import FakeContainer, publish
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import profile_document

from digital_twin.domain.access import Principal
from digital_twin.errors import Forbidden, NotFound, StoreUnavailable
from digital_twin.services.read_profile import ReadProfile


async def read(container: FakeContainer, principal: Principal = OWNER, version: int | None = None) -> ReadProfile:
    """Read the profile with a fresh deadline."""
    return await container.read_profile.read(principal, container.deadline(), version)


async def test_the_owner_reads_the_document_whole() -> None:
    """What was published comes back equal."""
    container = FakeContainer()
    version = await publish(container)

    profile = await read(container)

    assert (profile.document, profile.version, profile.etag) == (profile_document(), 1, version.etag)


async def test_each_audience_reads_what_it_may_see() -> None:
    """Contact fields, unknown sections and the rules themselves stay with those they were given to."""
    container = FakeContainer()
    await publish(container)

    public, recruiter = (await read(container, PUBLIC)).document, (await read(container, RECRUITER)).document

    assert set(public) == {"basics", "work", "skills"}
    assert set(recruiter) == {"basics", "work", "skills", "x-compensation"}
    assert "email" not in str(public) + str(recruiter)


async def test_audiences_have_etags_of_their_own() -> None:
    """A cache that holds one audience's view never revalidates it as another's."""
    container = FakeContainer()
    await publish(container)

    etags = {(await read(container, principal)).etag for principal in (OWNER, RECRUITER, PUBLIC)}

    assert len(etags) == 3


async def test_a_new_version_has_a_new_etag() -> None:
    """Even where an audience's view did not change."""
    container = FakeContainer()
    await publish(container)
    before = (await read(container, PUBLIC)).etag
    await publish(container, profile_document() | {"x-diary": "Changed my mind."})

    assert (await read(container, PUBLIC)).etag != before


async def test_the_owner_reads_an_older_version() -> None:
    """A number names a version."""
    container = FakeContainer()
    await publish(container)
    await publish(container, {"basics": {"name": "Ada, later"}})

    assert (await read(container, version=1)).document == profile_document()
    assert (await read(container)).document == {"basics": {"name": "Ada, later"}}


async def test_nobody_else_reads_an_older_version() -> None:
    """It may hold what has since been made private."""
    container = FakeContainer()
    await publish(container)
    await publish(container, {"basics": {"name": "Ada, later"}})

    with pytest.raises(Forbidden):
        await read(container, RECRUITER, version=1)


async def test_anybody_may_name_the_live_version() -> None:
    """It is what they would read without naming it."""
    container = FakeContainer()
    await publish(container)

    assert await read(container, PUBLIC, version=1) == await read(container, PUBLIC)


@pytest.mark.parametrize("version", [None, 1])
async def test_an_unpublished_profile_is_not_found(version: int | None) -> None:
    """There is nothing to read."""
    with pytest.raises(NotFound):
        await read(FakeContainer(), version=version)


async def test_a_version_that_does_not_exist_is_not_found() -> None:
    """The owner is told which."""
    container = FakeContainer()
    await publish(container)

    with pytest.raises(NotFound, match="7"):
        await read(container, version=7)


async def test_reading_needs_its_scope() -> None:
    """A key for questions alone does not read the document."""
    with pytest.raises(Forbidden):
        await read(FakeContainer(), replace(PUBLIC, scopes=frozenset()))


async def test_a_table_that_is_down_is_said_so() -> None:
    """There is no second place to read from."""
    container = FakeContainer()
    container.store.unavailable = True

    with pytest.raises(StoreUnavailable):
        await read(container)
