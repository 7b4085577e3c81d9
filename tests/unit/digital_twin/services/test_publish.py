"""Publishing: one version a commit, under a precondition, told to every region, and nothing stored of a refused one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import override

import pytest
from fakes.redis import FakeHeadBeacon
from fakes.store import FakeProfileStore
from support.container import HOME, REGIONS, FakeContainer, publish
from support.people import OWNER, PROFILE, RECRUITER
from support.profiles import profile_document

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Scope
from digital_twin.domain.history import Change, Commit
from digital_twin.domain.json_types import JsonObject, JsonValue
from digital_twin.errors import (
    DeadlineExceeded,
    Forbidden,
    InvalidDocument,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    StoreUnavailable,
)
from digital_twin.services.publish import Precondition, Published, announce

FIRST = Precondition(must_not_exist=True)


class OvertakenStore(FakeProfileStore):
    """A store where another writer's commit comes first, once `rival` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.rival: Commit | None = None

    @override
    async def commit(self, commit: Commit) -> None:
        """The rival's commit, then the caller's."""
        if self.rival is not None:
            rival, self.rival = self.rival, None
            await super().commit(rival)
        await super().commit(commit)


class HangingBeacon(FakeHeadBeacon):
    """A region's Redis that takes the call and never answers."""

    @override
    async def advance(self, profile: str, version: int) -> None:
        """Wait until cancelled."""
        await asyncio.Event().wait()


async def put(
    container: FakeContainer, document: JsonObject, precondition: Precondition = FIRST, reason: str = ""
) -> Published:
    """Publish a document as the owner."""
    return await container.publish.put(OWNER, document, precondition, reason, container.deadline())


async def patch(container: FakeContainer, changes: JsonObject, etag: str) -> Published:
    """Publish a merge patch as the owner."""
    return await container.publish.patch(OWNER, changes, Precondition(if_match=etag), "", container.deadline())


async def assert_nothing_stored(container: FakeContainer, versions: int = 0) -> None:
    """HEAD, versions and audit are as they were."""
    head = await container.store.head(PROFILE)
    assert (head.version if head else 0) == versions
    assert await container.store.version(PROFILE, versions + 1) is None
    assert len(container.store.audit[PROFILE]) == versions


async def test_the_first_put_commits_version_one() -> None:
    """Version, HEAD and audit record are there, with author, reason and source."""
    container = FakeContainer()

    published = await put(container, profile_document(), reason="first draft")

    version = published.version
    assert (version.number, version.author, version.reason, version.source) == (1, OWNER.id, "first draft", "put")
    head = await container.store.head(PROFILE)
    assert head is not None
    assert (head.version, head.etag, head.audit_length) == (1, version.etag, 1)
    [record] = container.store.audit[PROFILE]
    assert (record.actor, record.details["version"], record.hash) == (OWNER.id, 1, head.audit_hash)


async def test_each_put_commits_exactly_one_version_chained_to_the_last() -> None:
    """Numbers have no gap and each audit record names the one before it."""
    container = FakeContainer()
    first = await put(container, profile_document())
    document = profile_document() | {"x-note": "new"}

    second = await put(container, document, Precondition(if_match=first.version.etag))

    assert second.version.number == 2
    assert await container.store.version(PROFILE, 3) is None
    older, newer = container.store.audit[PROFILE]
    assert newer.previous == older.hash


async def test_changes_say_what_became_different() -> None:
    """Each change has its place, and the old and new value."""
    container = FakeContainer()
    first = await put(container, {"basics": {"name": "Ada", "label": "Engineer"}, "x-old": 1})

    second = await put(
        container, {"basics": {"name": "Ada", "label": "Director"}, "x-new": 2}, Precondition(first.version.etag)
    )

    assert set(second.version.changes) == {
        Change("replace", "/basics/label", "Engineer", "Director"),
        Change("remove", "/x-old", old=1),
        Change("add", "/x-new", new=2),
    }


async def test_publishing_the_same_document_again_is_a_version_without_changes() -> None:
    """The owner asked for a version and gets one; it says that nothing changed."""
    container = FakeContainer()
    first = await put(container, profile_document())

    second = await put(container, profile_document(), Precondition(first.version.etag))

    assert (second.version.number, second.version.changes) == (2, ())


async def test_a_document_is_stored_as_it_was_sent() -> None:
    """Unknown fields, order of keys, empty and null values: nothing is added, dropped or reordered."""
    container = FakeContainer()
    document: JsonObject = {
        "x-zeta": [1, 1.5, None, True, {"deep": ["snow ❄", "e\u0301"]}],
        "basics": {"summary": "", "name": "Ada", "image": None, "x-quirk": {"b": 1, "a": 2}},
        "work": [],
        "meta": {"version": "v1.0.0"},
    }

    await put(container, document)

    stored = await container.store.version(PROFILE, 1)
    assert stored is not None
    assert repr(stored.document) == repr(document)


async def test_a_write_without_a_precondition_is_refused() -> None:
    """Blind writes lose updates; nothing is stored."""
    container = FakeContainer()

    with pytest.raises(PreconditionRequired):
        await put(container, profile_document(), Precondition())

    await assert_nothing_stored(container)


@pytest.mark.parametrize(
    "precondition",
    [
        Precondition(must_not_exist=True),
        Precondition(if_match='"v7-0000000000000000"'),
        Precondition(if_match=""),
        Precondition(if_match="v1"),
    ],
)
async def test_a_write_against_another_version_is_refused(precondition: Precondition) -> None:
    """Whoever has not seen HEAD may not replace it; nothing is stored."""
    container = FakeContainer()
    await publish(container)

    with pytest.raises(PreconditionFailed):
        await put(container, profile_document(), precondition)

    await assert_nothing_stored(container, versions=1)


@pytest.mark.parametrize("if_match", ['"v1-0000000000000000"', "*"])
async def test_if_match_on_an_unpublished_profile_fails(if_match: str) -> None:
    """There is no version that could match, not even for `*`."""
    container = FakeContainer()

    with pytest.raises(PreconditionFailed, match="nothing has been published"):
        await put(container, profile_document(), Precondition(if_match=if_match))

    await assert_nothing_stored(container)


@pytest.mark.parametrize("form", ["{etag}", "  {etag} ", '"v9-aa", {etag}', "*"])
async def test_if_match_may_list_etags_or_be_a_star(form: str) -> None:
    """The forms of RFC 9110 are read."""
    container = FakeContainer()
    first = await publish(container)

    published = await put(container, profile_document(), Precondition(if_match=form.format(etag=first.etag)))

    assert published.version.number == 2


async def test_a_weak_etag_never_matches() -> None:
    """RFC 9110 compares strongly for If-Match."""
    container = FakeContainer()
    first = await publish(container)

    with pytest.raises(PreconditionFailed):
        await put(container, profile_document(), Precondition(if_match=f"W/{first.etag}"))


async def test_of_two_writers_of_one_version_the_second_is_refused_whole() -> None:
    """The transaction compares again, so a writer overtaken after its check loses and leaves nothing."""
    store = OvertakenStore()
    container = FakeContainer(store=store)
    first = await publish(container)
    elsewhere = FakeContainer()
    await put(elsewhere, profile_document())
    head = await store.head(PROFILE)
    assert head is not None
    rival = Commit(PROFILE, 1, replace(first, number=2), replace(head, version=2), container.store.audit[PROFILE][0])
    store.rival = rival

    with pytest.raises(PreconditionFailed):
        await put(container, {"basics": {"name": "late"}}, Precondition(first.etag))

    winner = await store.version(PROFILE, 2)
    assert winner is not None
    assert winner.document == profile_document()


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        ({}, ""),
        ({"basics": {}, "work": []}, ""),
        ({"basics": {"name": 7}}, "/basics/name"),
        ({"work": {"name": "Acme"}}, "/work"),
        ({"work": [{"startDate": "next spring"}]}, "/work/0/startDate"),
        ({"basics": {"name": "Ada"}, "x-twin": {"audience": {"/basics": "everyone"}}}, "/x-twin/audience/~1basics"),
        ({"basics": {"name": "Ada"}, "x-twin": {"audience": {"/nowhere": "public"}}}, "/x-twin/audience/~1nowhere"),
    ],
)
async def test_an_invalid_document_names_the_place_and_stores_nothing(document: JsonObject, pointer: str) -> None:
    """The owner is told where; the profile stays as it was."""
    container = FakeContainer()
    first = await publish(container)

    with pytest.raises(InvalidDocument) as caught:
        await put(container, document, Precondition(first.etag))

    assert caught.value.faults[0].pointer == pointer
    await assert_nothing_stored(container, versions=1)


async def test_a_patch_changes_what_it_names_and_keeps_the_rest() -> None:
    """RFC 7396: values replace, null removes, objects merge."""
    container = FakeContainer()
    first = await publish(container)

    published = await patch(container, {"basics": {"label": "Director", "email": None}, "x-diary": None}, first.etag)

    expected = profile_document()
    basics = expected["basics"]
    assert isinstance(basics, dict)
    basics["label"] = "Director"
    del basics["email"], expected["x-diary"]
    assert published.version.document == expected
    assert (published.version.number, published.version.source) == (2, "patch")


@pytest.mark.parametrize("changes", [{"basics": {"name": 7}}, {"basics": None, "work": None, "skills": None}])
async def test_a_patch_that_leads_to_an_invalid_document_stores_nothing(changes: dict[str, JsonValue]) -> None:
    """What counts is the result."""
    container = FakeContainer()
    first = await publish(container)

    with pytest.raises(InvalidDocument):
        await patch(container, changes, first.etag)

    await assert_nothing_stored(container, versions=1)


async def test_there_is_nothing_to_patch_before_the_first_version() -> None:
    """A patch needs a document."""
    with pytest.raises(NotFound):
        await patch(FakeContainer(), {"basics": {"name": "Ada"}}, "*")


async def test_a_patch_against_another_version_is_refused() -> None:
    """A patch is a write like any other."""
    container = FakeContainer()
    await publish(container)

    with pytest.raises(PreconditionFailed):
        await patch(container, {"basics": {"label": "Director"}}, '"v7-00"')

    await assert_nothing_stored(container, versions=1)


async def test_every_region_is_told_before_the_writer() -> None:
    """The next question anywhere is answered from the new version."""
    container = FakeContainer()

    published = await put(container, profile_document())

    assert published.untold_regions == ()
    assert [container.redis[region].head(PROFILE) for region in REGIONS] == [1, 1, 1]


async def test_a_region_that_cannot_be_told_is_named_and_the_commit_stands() -> None:
    """Redis holds nothing a commit depends on."""
    container = FakeContainer()
    container.redis[REGIONS[1]].unavailable = True

    published = await put(container, profile_document())

    assert published.untold_regions == (REGIONS[1],)
    assert container.redis[HOME].head(PROFILE) == 1
    assert await container.store.version(PROFILE, 1) is not None


async def test_a_region_that_hangs_is_waited_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named like one that fails, and the others are told meanwhile."""
    monkeypatch.setattr("digital_twin.services.publish.BEACON_SECONDS", 0.01)
    well = FakeHeadBeacon(HOME)

    untold = await announce([HangingBeacon("eu-west-1"), well], PROFILE, 3)

    assert untold == ("eu-west-1",)
    assert well.redis.head(PROFILE) == 3


async def test_a_table_that_is_down_is_said_so() -> None:
    """Nothing is told to any region of what was not committed."""
    container = FakeContainer()
    container.store.unavailable = True

    with pytest.raises(StoreUnavailable):
        await put(container, profile_document())

    assert container.redis[HOME].head(PROFILE) is None


async def test_a_write_without_time_is_ended_and_stores_nothing() -> None:
    """The deadline holds for writes too."""
    container = FakeContainer()

    with pytest.raises(DeadlineExceeded):
        await container.publish.put(OWNER, profile_document(), FIRST, "", Deadline.after(0))

    await assert_nothing_stored(container)


async def test_readers_may_not_write() -> None:
    """Both ways of writing need the scope, before the document is even looked at."""
    container = FakeContainer()
    for write in (container.publish.put, container.publish.patch):
        with pytest.raises(Forbidden) as caught:
            await write(RECRUITER, {}, FIRST, "", container.deadline())
        assert caught.value.required_scope == Scope.WRITE
    assert container.store.calls == []
