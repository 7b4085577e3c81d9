"""Reading and sync through the Lambda handler: each audience its view, and where what is live."""

from __future__ import annotations

import pytest
from support.container import REGIONS, FakeContainer, publish, sync_everywhere
from support.ingest_client import get, ingest_handler, put
from support.lambda_events import call
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import profile_document

from digital_twin.domain.access import Principal
from digital_twin.entry.event_loop import run


def test_each_audience_reads_its_own_view() -> None:
    """Warm and one after the other."""
    container = FakeContainer()
    run(publish(container))
    handler = ingest_handler(container)

    views = [set(get(handler, principal).json) for principal in (OWNER, PUBLIC, RECRUITER)]

    assert views == [
        set(profile_document()),
        {"basics", "work", "skills"},
        {"basics", "work", "skills", "x-compensation"},
    ]


@pytest.mark.parametrize("principal", [OWNER, RECRUITER, PUBLIC])
@pytest.mark.parametrize("form", ["{etag}", '"v0-0", {etag}', "W/{etag}", "*"])
def test_a_known_representation_is_not_sent_again(principal: Principal, form: str) -> None:
    """Status 304 without a body, with the ETag; RFC 9110 compares weakly here, and `*` matches anything."""
    container = FakeContainer()
    run(publish(container))
    handler = ingest_handler(container)
    etag = get(handler, principal).headers["etag"]

    reply = get(handler, principal, headers={"If-None-Match": form.format(etag=etag)})

    assert (reply.status, reply.text, reply.headers["etag"]) == (304, "", etag)


def test_a_view_may_be_kept_by_its_reader_alone() -> None:
    """No shared cache holds it, and the reader asks each time whether it still holds."""
    container = FakeContainer()
    run(publish(container))

    headers = get(ingest_handler(container), RECRUITER).headers

    assert headers["cache-control"] == "private, no-cache"
    assert "Authorization" in headers["vary"].split(", ")


def test_another_audiences_etag_is_not_known() -> None:
    """The owner's ETag says nothing about the public's view."""
    container = FakeContainer()
    run(publish(container))
    handler = ingest_handler(container)
    etag = get(handler, OWNER).headers["etag"]

    assert get(handler, PUBLIC, headers={"If-None-Match": etag}).status == 200


def test_the_owners_etag_is_the_one_writes_name() -> None:
    """Read, change, write."""
    container = FakeContainer()
    run(publish(container))
    handler = ingest_handler(container)

    assert put(handler, profile_document(), {"If-Match": get(handler).headers["etag"]}).status == 201


def test_the_owner_reads_older_versions_and_nobody_else_does() -> None:
    """The header names the version that was read."""
    container = FakeContainer()
    run(publish(container))
    run(publish(container, {"basics": {"name": "Ada, later"}}))
    handler = ingest_handler(container)

    older = get(handler, query={"version": "1"})

    assert (older.status, older.headers["profile-version"], older.json) == (200, "1", profile_document())
    assert get(handler, RECRUITER, query={"version": "1"}).slug == "forbidden"
    assert get(handler, query={"version": "9"}).slug == "not-found"


@pytest.mark.parametrize("version", ["0", "-1", "one", "1.5"])
def test_a_version_is_a_counting_number(version: str) -> None:
    """Status 422, naming the parameter."""
    reply = get(ingest_handler(FakeContainer()), query={"version": version})

    assert reply.status == 422
    assert [error["pointer"] for error in reply.json["errors"]] == ["query version"]


def test_an_unpublished_profile_is_not_found() -> None:
    """Status 404."""
    assert get(ingest_handler(FakeContainer())).slug == "not-found"


# -- sync ------------------------------------------------------------------------------------------------------------


def test_sync_tells_each_regions_version() -> None:
    """The owner sees when a version is live everywhere."""
    container = FakeContainer()
    run(publish(container))
    run(sync_everywhere(container, REGIONS[:1]))

    reply = call(ingest_handler(container), "GET", "/v1/sync", principal=OWNER)

    assert (reply.status, reply.json["head_version"]) == (200, 1)
    regions = {region["region"]: (region["version"], region["status"]) for region in reply.json["regions"]}
    assert regions == {"us-east-1": (1, "live"), "eu-west-1": (0, "syncing"), "ap-southeast-1": (0, "syncing")}
    assert {"chunks", "updated_at"} <= set(reply.json["regions"][0])


def test_sync_is_the_owners_to_see() -> None:
    """Status 403 for readers."""
    assert call(ingest_handler(FakeContainer()), "GET", "/v1/sync", principal=RECRUITER).slug == "forbidden"
