"""Publishing through the Lambda handler: what a write replies, and what it refuses without storing anything."""

from __future__ import annotations

import json

import pytest
from support.container import FakeContainer, publish
from support.ingest_client import FIRST, get, ingest_handler, put
from support.lambda_events import call
from support.people import OWNER, PROFILE, RECRUITER
from support.profiles import profile_document

from digital_twin.entry.event_loop import run


def assert_nothing_stored(container: FakeContainer, versions: int = 0) -> None:
    """HEAD and versions are as they were."""
    head = run(container.store.head(PROFILE))
    assert (head.version if head else 0) == versions
    assert run(container.store.version(PROFILE, versions + 1)) is None


def test_the_first_version_is_created_and_described() -> None:
    """Status 201, the Version of the contract, and its ETag as header."""
    reply = put(ingest_handler(FakeContainer()), profile_document(), query={"reason": "first draft"})

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
    handler = ingest_handler(FakeContainer())
    etag = put(handler, profile_document()).headers["etag"]

    for number in (2, 3):
        reply = put(handler, profile_document() | {"x-note": str(number)}, {"If-Match": etag})
        etag = reply.headers["etag"]
        assert (reply.status, reply.json["version"]) == (201, number)


def test_what_was_put_is_what_the_owner_gets() -> None:
    """Unknown fields at every depth, order of keys, numbers, nulls and characters come back as they were sent."""
    handler = ingest_handler(FakeContainer())
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

    reply = put(ingest_handler(container), profile_document())

    assert reply.status == 201
    assert reply.json["sync"] == {"status": "syncing", "pending_regions": ["eu-west-1"]}


def test_a_patch_publishes_the_merged_document() -> None:
    """RFC 7396, under its own content type or as plain JSON; changes name old and new."""
    handler = ingest_handler(FakeContainer())
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
        ingest_handler(container), method, "/v1/profile", principal=OWNER, body=profile_document(), headers=headers
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

    reply = put(ingest_handler(container), body)

    assert (reply.status, reply.slug) == (status, slug)
    [fault] = reply.json["errors"]
    assert fault["message"]
    assert pointer is None or fault["pointer"] == pointer
    assert_nothing_stored(container)


def test_a_body_over_the_limit_is_too_large() -> None:
    """One megabyte is read; the refusal comes before parsing."""
    container = FakeContainer()

    reply = put(ingest_handler(container), '{"basics": {"summary": "' + "x" * 1_000_000 + '"}}')

    assert (reply.status, reply.slug) == (413, "too-large")
    assert_nothing_stored(container)


@pytest.mark.parametrize("content_type", ["text/plain", "application/xml", "multipart/form-data", "application/jsonx"])
def test_another_content_type_is_not_read(content_type: str) -> None:
    """A profile is JSON."""
    container = FakeContainer()

    reply = put(ingest_handler(container), profile_document(), FIRST | {"Content-Type": content_type})

    assert (reply.status, reply.slug) == (415, "unsupported-media-type")
    assert_nothing_stored(container)


def test_a_missing_content_type_is_not_guessed() -> None:
    """Nothing is taken for JSON unsaid."""
    assert put(ingest_handler(FakeContainer()), profile_document(), FIRST | {"Content-Type": ""}).status == 415


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON", "application/ld+json"])
def test_spellings_of_json_are_read(content_type: str) -> None:
    """Parameters, case and structured suffixes."""
    headers = FIRST | {"Content-Type": content_type}

    assert put(ingest_handler(FakeContainer()), profile_document(), headers).status == 201


def test_a_reason_has_a_limit() -> None:
    """It is kept for ever, in the audit."""
    reply = put(ingest_handler(FakeContainer()), profile_document(), query={"reason": "x" * 501})

    assert reply.status == 422
    assert [error["pointer"] for error in reply.json["errors"]] == ["query reason"]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_readers_may_not_write(method: str) -> None:
    """Status 403; nothing is stored."""
    container = FakeContainer()

    reply = call(
        ingest_handler(container), method, "/v1/profile", principal=RECRUITER, body={"basics": {"name": "Eve"}}
    )

    assert (reply.status, reply.slug) == (403, "forbidden")
    assert_nothing_stored(container)
