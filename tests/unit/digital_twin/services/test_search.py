"""Searching: the same evidence `ask` would be given, ranked, of one section if one is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.container import HOME, REGIONS, FakeContainer, publish, publish_everywhere
from support.people import OWNER, PUBLIC, RECRUITER

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Scope
from digital_twin.errors import DeadlineExceeded, Forbidden, InvalidQuestion, NotFound
from digital_twin.services.search import Found


async def search(
    container: FakeContainer,
    query: str,
    principal: Principal = RECRUITER,
    *,
    section: str | None = None,
    top_k: int = 8,
    deadline: Deadline | None = None,
) -> Found:
    """Search over the route `search`."""
    return await container.search.search(
        principal, query, route="search", deadline=deadline or container.deadline(), top_k=top_k, section=section
    )


async def test_the_best_evidence_comes_first() -> None:
    """Scores fall, the top result is what the query is about, and it points into the live version."""
    container = FakeContainer()
    await publish_everywhere(container)

    found = await search(container, "billing migration")

    assert found.results[0].chunk.path == "/work/0/highlights/0"
    assert [item.score for item in found.results] == sorted((item.score for item in found.results), reverse=True)
    assert (found.profile_version, found.region) == (1, HOME)


@pytest.mark.parametrize("top_k", [1, 3])
async def test_no_more_is_returned_than_asked_for(top_k: int) -> None:
    """`top_k` bounds the results."""
    container = FakeContainer()
    await publish_everywhere(container)

    assert len((await search(container, "engineer", top_k=top_k)).results) == top_k


async def test_a_named_section_is_all_that_is_searched() -> None:
    """The other sections' better matches stay away."""
    container = FakeContainer()
    await publish_everywhere(container)

    results = (await search(container, "Rust billing", section="skills")).results

    assert {item.chunk.section for item in results} == {"skills"}


@pytest.mark.parametrize("section", ["x-compensation", "x-diary", "x-nonsense"])
async def test_a_hidden_section_is_as_empty_as_one_that_does_not_exist(section: str) -> None:
    """Whoever may not see a section cannot tell that it is there."""
    container = FakeContainer()
    await publish_everywhere(container)

    assert (await search(container, "salary sabbatical", PUBLIC, section=section)).results == ()


async def test_each_audience_finds_what_it_may_see() -> None:
    """The salary is found by recruiters and the owner, the diary by the owner alone."""
    container = FakeContainer()
    await publish_everywhere(container)

    found = {
        principal: {item.chunk.section for item in (await search(container, "salary sabbatical", principal)).results}
        for principal in (PUBLIC, RECRUITER, OWNER)
    }

    assert not found[PUBLIC] & {"x-compensation", "x-diary"}
    assert found[RECRUITER] & {"x-compensation", "x-diary"} == {"x-compensation"}
    assert found[OWNER] >= {"x-compensation", "x-diary"}


async def test_the_next_region_helps_when_the_nearest_is_down() -> None:
    """The reply names the region that helped."""
    container = FakeContainer()
    await publish_everywhere(container)
    container.indexes[HOME].unavailable = True

    assert (await search(container, "billing")).region == REGIONS[1]


async def test_without_any_region_the_words_alone_are_searched() -> None:
    """No region is named, which is what `degraded` is made of."""
    container = FakeContainer()
    await publish_everywhere(container)
    for index in container.indexes.values():
        index.unavailable = True

    found = await search(container, "billing migration")

    assert found.region is None
    assert found.results[0].chunk.path == "/work/0/highlights/0"
    assert found.results[0].similarity is None


async def test_what_the_index_still_holds_of_an_older_version_is_not_found() -> None:
    """Evidence is the snapshot's; ids of the past propose nothing."""
    container = FakeContainer()
    await publish_everywhere(container)

    await publish(container, {"basics": {"name": "Ada", "summary": "Gardener."}})
    found = await search(container, "billing migration")

    assert found.profile_version == 2
    assert not any("billing" in item.chunk.text for item in found.results)


async def test_a_search_gives_its_slot_back() -> None:
    """As many searches one after the other as the limits allow, whatever the tier's slots."""
    container = FakeContainer()
    await publish_everywhere(container)

    for _ in range(PUBLIC.tier.concurrent + 1):
        await search(container, "billing", PUBLIC)

    assert not any(container.redis[HOME].leases.values())


async def test_a_search_is_never_answered_from_kept_answers() -> None:
    """Searches are cheap and leave nothing in the cache."""
    container = FakeContainer()
    await publish_everywhere(container)

    await search(container, "billing")

    assert container.redis[HOME].answers == {}


@pytest.mark.parametrize("query", ["", "...", "\u200f"])
async def test_a_query_without_a_word_is_refused(query: str) -> None:
    """There is nothing to look for; the fault is in the search's own field."""
    with pytest.raises(InvalidQuestion) as caught:
        await search(FakeContainer(), query)

    assert [fault.pointer for fault in caught.value.faults] == ["/query"]


async def test_a_principal_without_the_scope_may_not_search() -> None:
    """Asking is another scope."""
    with pytest.raises(Forbidden) as caught:
        await search(FakeContainer(), "billing", replace(RECRUITER, scopes=frozenset({Scope.QUERY})))

    assert caught.value.required_scope == Scope.SEARCH


async def test_an_unpublished_profile_is_not_found() -> None:
    """There is no version to search."""
    with pytest.raises(NotFound):
        await search(FakeContainer(), "billing")


async def test_a_search_without_time_is_ended() -> None:
    """The deadline holds for searches too."""
    with pytest.raises(DeadlineExceeded):
        await search(FakeContainer(), "billing", deadline=Deadline.after(0))


async def test_a_passage_is_fetched_by_the_id_a_search_gave() -> None:
    """The chunk itself, of the live version."""
    container = FakeContainer()
    await publish_everywhere(container)
    [best, *_] = (await search(container, "billing migration")).results

    passage = await container.search.fetch(RECRUITER, best.chunk.id, route="mcp", deadline=container.deadline())

    assert (passage.chunk, passage.profile_version) == (best.chunk, 1)


async def test_a_passage_of_a_higher_audience_or_an_older_version_is_none() -> None:
    """Knowing an id is no right to read it."""
    container = FakeContainer()
    await publish_everywhere(container)
    [hidden, *_] = (await search(container, "sabbatical in Patagonia", OWNER)).results
    [outdated, *_] = (await search(container, "warehouse robot fleet telemetry")).results
    await publish_everywhere(container, {"work": [{"name": "Acme"}], "x-diary": "Considering a sabbatical."})

    for chunk_id, who in ((hidden.chunk.id, PUBLIC), (outdated.chunk.id, OWNER), ("nonsense", OWNER)):
        with pytest.raises(NotFound, match="no passage of that id"):
            await container.search.fetch(who, chunk_id, route="mcp", deadline=container.deadline())
