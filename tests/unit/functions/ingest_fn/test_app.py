"""The owner's API through the Lambda handler, as API Gateway calls it."""

from __future__ import annotations

import json

import pytest
from support.container import REGIONS, FakeContainer, publish, sync_everywhere
from support.lambda_events import Reply, call
from support.people import OWNER, PROFILE, PUBLIC, RECRUITER
from support.profiles import profile_document

from digital_twin.domain.access import Principal
from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from ingest_fn.app import make_app

FIRST = {"If-None-Match": "*"}


def handler_of(container: FakeContainer) -> LambdaHandler:
    """The function's handler over a container."""
    return lambda_handler(make_app(container))


def put(
    handler: LambdaHandler,
    body: object,
    headers: dict[str, str] | None = None,
    *,
    query: dict[str, str] | None = None,
    principal: Principal = OWNER,
) -> Reply:
    """PUT the profile, as the first version unless told otherwise."""
    return call(handler, "PUT", "/v1/profile", principal=principal, body=body, headers=headers or FIRST, query=query)


def get(
    handler: LambdaHandler,
    principal: Principal = OWNER,
    *,
    headers: dict[str, str] | None = None,
    query: dict[str, str] | None = None,
) -> Reply:
    """GET the profile."""
    return call(handler, "GET", "/v1/profile", principal=principal, headers=headers, query=query)


def assert_nothing_stored(container: FakeContainer, versions: int = 0) -> None:
    """HEAD and versions are as they were."""
    head = run(container.store.head(PROFILE))
    assert (head.version if head else 0) == versions
    assert run(container.store.version(PROFILE, versions + 1)) is None


# -- publishing ------------------------------------------------------------------------------------------------------


def test_the_first_version_is_created_and_described() -> None:
    """Status 201, the Version of the contract, and its ETag as header."""
    reply = put(handler_of(FakeContainer()), profile_document(), query={"reason": "first draft"})

    assert reply.status == 201
    version = reply.json
    assert reply.headers["etag"] == version["etag"]
    changes = version.pop("changes")
    assert {change["op"] for change in changes} == {"add"}
    assert {"op": "add", "path": "/x-diary", "new": "Considering a sabbatical in Patagonia."} in changes
    created_at, etag = version.pop("created_at"), version.pop("etag")
    assert created_at.endswith("Z")
    assert etag.startswith('"v1-')
    assert version == {
        "version": 1,
        "author": OWNER.id,
        "reason": "first draft",
        "source": "put",
        "sync": {"status": "syncing", "pending_regions": []},
    }


def test_a_warm_container_commits_version_after_version() -> None:
    """Each write names the version before it and gets the next."""
    handler = handler_of(FakeContainer())
    etag = put(handler, profile_document()).headers["etag"]

    for number in (2, 3):
        reply = put(handler, profile_document() | {"x-note": str(number)}, {"If-Match": etag})
        etag = reply.headers["etag"]
        assert (reply.status, reply.json["version"]) == (201, number)


def test_what_was_put_is_what_the_owner_gets() -> None:
    """Unknown fields at every depth, order of keys, numbers, nulls and characters come back as they were sent."""
    handler = handler_of(FakeContainer())
    sent = (
        '{"x-zeta": [1, 1.5, null, true, {"deep": ["snow \\u2744", "e\\u0301", "\\ud83e\\udd8a"]}],'
        ' "basics": {"summary": "", "name": "Ada", "image": null, "x-quirk": {"b": 1e3, "a": -0.0}},'
        ' "work": [], "$schema": "https://example.com/schema.json", "meta": {"version": "v1.0.0"}}'
    )

    put(handler, sent)
    reply = get(handler)

    assert reply.text == json.dumps(json.loads(sent), ensure_ascii=False, separators=(",", ":"))


def test_a_region_that_could_not_be_told_is_named() -> None:
    """The commit stands; its own sync tells it."""
    container = FakeContainer()
    container.redis["eu-west-1"].unavailable = True

    reply = put(handler_of(container), profile_document())

    assert reply.status == 201
    assert reply.json["sync"] == {"status": "syncing", "pending_regions": ["eu-west-1"]}


def test_a_patch_publishes_the_merged_document() -> None:
    """RFC 7396, under its own content type or as plain JSON; changes name old and new."""
    handler = handler_of(FakeContainer())
    etag = put(handler, profile_document()).headers["etag"]

    reply = call(
        handler,
        "PATCH",
        "/v1/profile",
        principal=OWNER,
        body={"basics": {"label": "Director", "email": None}},
        headers={"If-Match": etag, "Content-Type": "application/merge-patch+json"},
    )

    assert (reply.status, reply.json["version"], reply.json["source"]) == (201, 2, "patch")
    assert reply.json["changes"] == [
        {"op": "replace", "path": "/basics/label", "old": "Staff Engineer", "new": "Director"},
        {"op": "remove", "path": "/basics/email", "old": "ada@example.com"},
    ]
    assert get(handler).json["basics"]["label"] == "Director"


@pytest.mark.parametrize(
    ("headers", "status", "slug"),
    [
        ({"If-Match": ""}, 428, "precondition-required"),
        ({"If-None-Match": '"v1-0"'}, 428, "precondition-required"),
        ({"If-None-Match": "*"}, 412, "precondition-failed"),
        ({"If-Match": '"v9-0"'}, 412, "precondition-failed"),
    ],
)
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_write_without_the_right_precondition_is_refused(
    method: str, headers: dict[str, str], status: int, slug: str
) -> None:
    """Whoever has not seen the live version may not replace it; nothing is stored."""
    container = FakeContainer()
    run(publish(container))

    reply = call(
        handler_of(container), method, "/v1/profile", principal=OWNER, body=profile_document(), headers=headers
    )

    assert (reply.status, reply.slug) == (status, slug)
    assert_nothing_stored(container, versions=1)


@pytest.mark.parametrize(
    ("body", "status", "slug", "pointer"),
    [
        ("", 400, "malformed-body", ""),
        ("   \n", 400, "malformed-body", ""),
        ("not json", 400, "malformed-body", ""),
        ('{"basics": {"name": "Ada"}', 400, "malformed-body", ""),
        ('{"basics": {"name": "Ada", "name": "Eve"}}', 400, "malformed-body", "/basics/name"),
        ('{"basics": {"name": "A\\u0000da"}}', 400, "malformed-body", "/basics/name"),
        ('{"basics": {"name": "\\ud800"}}', 400, "malformed-body", "/basics/name"),
        ('{"basics": {"name": "Ada"}, "x": NaN}', 400, "malformed-body", "/x"),
        ('{"basics": {"name": "Ada"}, "x": ' + "[" * 65 + "]" * 65 + "}", 400, "malformed-body", None),
        ('{"basics": {"name": 7}}', 422, "invalid-input", "/basics/name"),
        ('{"work": [{"startDate": "soon"}]}', 422, "invalid-input", "/work/0/startDate"),
        ("{}", 422, "invalid-input", ""),
        ("[]", 422, "invalid-input", ""),
        ('"text"', 422, "invalid-input", ""),
    ],
    ids=[
        "empty",
        "blank",
        "not-json",
        "cut-off",
        "duplicate-key",
        "nul",
        "lone-surrogate",
        "nan",
        "too-deep",
        "wrong-type",
        "wrong-date",
        "no-content",
        "list",
        "text",
    ],
)
def test_bad_input_says_what_and_where_and_stores_nothing(
    body: str, status: int, slug: str, pointer: str | None
) -> None:
    """Each of the standard kinds of bad input has its problem."""
    container = FakeContainer()

    reply = put(handler_of(container), body)

    assert (reply.status, reply.slug) == (status, slug)
    [fault] = reply.json["errors"]
    assert fault["message"]
    assert pointer is None or fault["pointer"] == pointer
    assert_nothing_stored(container)


def test_a_body_over_the_limit_is_too_large() -> None:
    """One megabyte is read; the refusal comes before parsing."""
    container = FakeContainer()

    reply = put(handler_of(container), '{"basics": {"summary": "' + "x" * 1_000_000 + '"}}')

    assert (reply.status, reply.slug) == (413, "too-large")
    assert_nothing_stored(container)


@pytest.mark.parametrize("content_type", ["text/plain", "application/xml", "multipart/form-data", "application/jsonx"])
def test_another_content_type_is_not_read(content_type: str) -> None:
    """A profile is JSON."""
    container = FakeContainer()

    reply = put(handler_of(container), profile_document(), FIRST | {"Content-Type": content_type})

    assert (reply.status, reply.slug) == (415, "unsupported-media-type")
    assert_nothing_stored(container)


def test_a_missing_content_type_is_not_guessed() -> None:
    """Nothing is taken for JSON unsaid."""
    assert put(handler_of(FakeContainer()), profile_document(), FIRST | {"Content-Type": ""}).status == 415


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON", "application/ld+json"])
def test_spellings_of_json_are_read(content_type: str) -> None:
    """Parameters, case and structured suffixes."""
    headers = FIRST | {"Content-Type": content_type}

    assert put(handler_of(FakeContainer()), profile_document(), headers).status == 201


def test_a_reason_has_a_limit() -> None:
    """It is kept for ever, in the audit."""
    reply = put(handler_of(FakeContainer()), profile_document(), query={"reason": "x" * 501})

    assert reply.status == 422
    assert [error["pointer"] for error in reply.json["errors"]] == ["query reason"]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_readers_may_not_write(method: str) -> None:
    """Status 403; nothing is stored."""
    container = FakeContainer()

    reply = call(handler_of(container), method, "/v1/profile", principal=RECRUITER, body={"basics": {"name": "Eve"}})

    assert (reply.status, reply.slug) == (403, "forbidden")
    assert_nothing_stored(container)


# -- reading ---------------------------------------------------------------------------------------------------------


def test_each_audience_reads_its_own_view() -> None:
    """Warm and one after the other."""
    container = FakeContainer()
    run(publish(container))
    handler = handler_of(container)

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
    handler = handler_of(container)
    etag = get(handler, principal).headers["etag"]

    reply = get(handler, principal, headers={"If-None-Match": form.format(etag=etag)})

    assert (reply.status, reply.text, reply.headers["etag"]) == (304, "", etag)


def test_a_view_may_be_kept_by_its_reader_alone() -> None:
    """No shared cache holds it, and the reader asks each time whether it still holds."""
    container = FakeContainer()
    run(publish(container))

    headers = get(handler_of(container), RECRUITER).headers

    assert headers["cache-control"] == "private, no-cache"
    assert "Authorization" in headers["vary"].split(", ")


def test_another_audiences_etag_is_not_known() -> None:
    """The owner's ETag says nothing about the public's view."""
    container = FakeContainer()
    run(publish(container))
    handler = handler_of(container)
    etag = get(handler, OWNER).headers["etag"]

    assert get(handler, PUBLIC, headers={"If-None-Match": etag}).status == 200


def test_the_owners_etag_is_the_one_writes_name() -> None:
    """Read, change, write."""
    container = FakeContainer()
    run(publish(container))
    handler = handler_of(container)

    assert put(handler, profile_document(), {"If-Match": get(handler).headers["etag"]}).status == 201


def test_the_owner_reads_older_versions_and_nobody_else_does() -> None:
    """The header names the version that was read."""
    container = FakeContainer()
    run(publish(container))
    run(publish(container, {"basics": {"name": "Ada, later"}}))
    handler = handler_of(container)

    older = get(handler, query={"version": "1"})

    assert (older.status, older.headers["profile-version"], older.json) == (200, "1", profile_document())
    assert get(handler, RECRUITER, query={"version": "1"}).slug == "forbidden"
    assert get(handler, query={"version": "9"}).slug == "not-found"


@pytest.mark.parametrize("version", ["0", "-1", "one", "1.5"])
def test_a_version_is_a_counting_number(version: str) -> None:
    """Status 422, naming the parameter."""
    reply = get(handler_of(FakeContainer()), query={"version": version})

    assert reply.status == 422
    assert [error["pointer"] for error in reply.json["errors"]] == ["query version"]


def test_an_unpublished_profile_is_not_found() -> None:
    """Status 404."""
    assert get(handler_of(FakeContainer())).slug == "not-found"


# -- sync ------------------------------------------------------------------------------------------------------------


def test_sync_tells_each_regions_version() -> None:
    """The owner sees when a version is live everywhere."""
    container = FakeContainer()
    run(publish(container))
    run(sync_everywhere(container, REGIONS[:1]))

    reply = call(handler_of(container), "GET", "/v1/sync", principal=OWNER)

    assert (reply.status, reply.json["head_version"]) == (200, 1)
    regions = {region["region"]: (region["version"], region["status"]) for region in reply.json["regions"]}
    assert regions == {"us-east-1": (1, "live"), "eu-west-1": (0, "syncing"), "ap-southeast-1": (0, "syncing")}
    assert {"chunks", "updated_at"} <= set(reply.json["regions"][0])


def test_sync_is_the_owners_to_see() -> None:
    """Status 403 for readers."""
    assert call(handler_of(FakeContainer()), "GET", "/v1/sync", principal=RECRUITER).slug == "forbidden"
