"""Browsing: parts of the profile as the caller sees them, each read counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.container import FakeContainer, publish
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import profile_document

from digital_twin.domain.access import Scope
from digital_twin.errors import Forbidden, LimitReached, NotFound, StoreUnavailable


async def published(versions: int = 1) -> FakeContainer:
    """A container whose profile has so many versions."""
    container = FakeContainer()
    for number in range(versions):
        await publish(container, profile_document() | {"x-diary": f"Day {number}."})
    return container


async def test_a_section_is_what_the_caller_sees_of_it() -> None:
    """With the version it is of."""
    container = await published()

    section = await container.browse.section(PUBLIC, "basics", route="mcp", deadline=container.deadline())

    assert section.profile_version == 1
    assert section.content == {
        "name": "Ada Example",
        "label": "Staff Engineer",
        "summary": "Engineer of dependable billing systems.",
        "x-pronouns": "she/her",
    }


@pytest.mark.parametrize("name", ["x-diary", "references", "nonsense"])
async def test_a_hidden_section_is_told_from_none(name: str) -> None:
    """By nothing: the reply names what there is for this caller."""
    container = await published()

    with pytest.raises(NotFound, match=r"there are: basics, work, skills, x-compensation$"):
        await container.browse.section(RECRUITER, name, route="mcp", deadline=container.deadline())


async def test_reads_count_against_the_callers_limit() -> None:
    """Browsing is no way around what asking costs."""
    container = await published()
    for _ in range(PUBLIC.tier.per_minute):
        await container.browse.profile(PUBLIC, route="mcp", deadline=container.deadline())

    with pytest.raises(LimitReached):
        await container.browse.section(PUBLIC, "work", route="mcp", deadline=container.deadline())


async def test_versions_come_newest_first_in_pages() -> None:
    """Until there are none older."""
    container = await published(versions=5)

    first = await container.browse.versions(OWNER, route="mcp", deadline=container.deadline(), limit=3)
    rest = await container.browse.versions(
        OWNER, route="mcp", deadline=container.deadline(), limit=3, below=first.next_below
    )

    assert ([entry.number for entry in first.entries], first.head_version, first.next_below) == ([5, 4, 3], 5, 3)
    assert ([entry.number for entry in rest.entries], rest.next_below) == ([2, 1], None)


async def test_browsing_needs_its_scopes() -> None:
    """`read` for what is live, `write` for what was."""
    container = await published()
    asking = replace(PUBLIC, scopes=frozenset({Scope.QUERY}))

    with pytest.raises(Forbidden):
        await container.browse.profile(asking, route="mcp", deadline=container.deadline())
    with pytest.raises(Forbidden):
        await container.browse.versions(RECRUITER, route="mcp", deadline=container.deadline(), limit=3)


async def test_the_lease_is_given_back_when_a_read_fails() -> None:
    """A slot that stayed taken would lock the caller out for half a minute."""
    container = await published()
    await container.browse.profile(PUBLIC, route="mcp", deadline=container.deadline())
    container.store.unavailable = True
    for _ in range(PUBLIC.tier.concurrent + 1):
        with pytest.raises(StoreUnavailable):
            await container.browse.profile(PUBLIC, route="mcp", deadline=container.deadline())
    container.store.unavailable = False

    assert (await container.browse.profile(PUBLIC, route="mcp", deadline=container.deadline())).version == 1
