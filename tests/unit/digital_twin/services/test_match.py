"""The `match` use case: one admission, evidence for each requirement, within bounds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.container import HOME, REGIONS, FakeContainer, publish_everywhere
from support.people import OWNER, PUBLIC, RECRUITER

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Scope
from digital_twin.domain.matching import Match
from digital_twin.errors import Forbidden, InvalidInput, LimitReached, NotFound
from digital_twin.services.match import MAX_TEXT, MOST_ASKED_OF_VECTORS, Matched

JOB = "- Billing migration to event sourcing\n- Erlang and Rust\n- Salesforce administration"


async def published() -> FakeContainer:
    """A container whose profile is live in every region."""
    container = FakeContainer()
    await publish_everywhere(container)
    return container


async def match(
    container: FakeContainer, job: str = JOB, who: Principal = RECRUITER, deadline: Deadline | None = None
) -> Matched:
    """Match over the MCP route."""
    return await container.match.match(who, job, route="mcp", deadline=deadline or container.deadline())


async def test_each_requirement_has_its_finding_in_the_order_of_the_text() -> None:
    """With the version they are of, and the region that helped."""
    matched = await match(await published())

    assert [finding.match for finding in matched.findings] == [Match.MET, Match.PARTLY, Match.NO_EVIDENCE]
    assert (matched.profile_version, matched.region, matched.degraded, matched.omitted) == (1, HOME, False, 0)


async def test_a_whole_text_is_one_request() -> None:
    """However many requirements it has."""
    container = await published()
    for _ in range(PUBLIC.tier.per_minute):
        await match(container, who=PUBLIC)

    with pytest.raises(LimitReached):
        await match(container, who=PUBLIC)


async def test_only_so_many_requirements_are_asked_of_the_index() -> None:
    """One admission buys a bounded number of vector searches; what the words settle buys none."""
    container = await published()
    before = len(container.indexes[HOME].calls)
    job = "- Billing migration to event sourcing\n" + "\n".join(f"- Unheard-of tool{n}x" for n in range(20))

    matched = await match(container, job)

    assert len(container.indexes[HOME].calls) - before == MOST_ASKED_OF_VECTORS
    assert len(matched.findings) == 21


async def test_without_any_region_the_words_stand_alone() -> None:
    """And the reply says that it is degraded."""
    container = await published()
    for region in REGIONS:
        container.indexes[region].unavailable = True

    matched = await match(container)

    assert [finding.match for finding in matched.findings] == [Match.MET, Match.PARTLY, Match.NO_EVIDENCE]
    assert (matched.region, matched.degraded) == (None, True)


async def test_what_there_is_no_time_for_is_not_asked() -> None:
    """The findings come in time, from the words alone."""
    container = await published()
    await match(container)

    matched = await match(container, deadline=Deadline.after(0.4))

    assert len(matched.findings) == 3
    assert matched.degraded


@pytest.mark.parametrize("job", ["", "We offer free fruit.", "x" * (MAX_TEXT + 1), "?!"])
async def test_a_text_without_requirements_is_refused(job: str) -> None:
    """Before anything is counted."""
    container = await published()

    with pytest.raises(InvalidInput) as refused:
        await match(container, job)

    assert refused.value.faults[0].pointer == "/job_description"


async def test_matching_needs_its_scope_and_a_profile() -> None:
    """`query`, as asking does."""
    with pytest.raises(Forbidden):
        await match(await published(), who=replace(RECRUITER, scopes=frozenset({Scope.READ})))
    with pytest.raises(NotFound):
        await match(FakeContainer(), who=OWNER)
