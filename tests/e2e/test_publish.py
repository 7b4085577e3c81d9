"""Publishing through the deployed service: versions, preconditions, bad input, two at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from support.tenants import Tenant

PROFILE = {
    "basics": {"name": "Ines Calder", "label": "Cartographer", "email": "ines@example.com"},
    "work": [{"name": "Atlas", "position": "Cartographer", "startDate": "2020-01", "highlights": ["12 bays mapped."]}],
    "x-garden": {"beans": [1, 2.5, None, {"deep": "kept"}]},
}


def test_the_first_version_is_published_and_read_back_whole(tenant: Tenant) -> None:
    """PUT with If-None-Match creates version 1; the owner reads exactly what was sent, unknown fields included."""
    reply = tenant.put(PROFILE, **{"If-None-Match": "*"})
    assert reply.status_code == 201, reply.text
    assert reply.json()["version"] == 1
    read = tenant.request("GET", "/v1/profile")
    assert read.json() == PROFILE
    assert read.headers["ETag"] == reply.json()["etag"] == reply.headers["ETag"]


def test_a_write_against_a_version_that_is_no_longer_live_is_refused(tenant: Tenant) -> None:
    """412 for a lost If-Match, 428 for none, and HEAD stays where it was."""
    first = tenant.put(PROFILE, **{"If-None-Match": "*"}).json()
    second = tenant.put({**PROFILE, "interests": [{"name": "tides"}]}, **{"If-Match": first["etag"]})
    assert second.status_code == 201
    assert second.json()["changes"] == [{"op": "add", "path": "/interests", "new": [{"name": "tides"}]}]
    assert tenant.put(PROFILE, **{"If-Match": first["etag"]}).status_code == 412
    assert tenant.put(PROFILE, **{"If-None-Match": "*"}).status_code == 412
    assert tenant.put(PROFILE).status_code == 428
    assert tenant.sync()["head_version"] == 2


def test_of_two_writers_at_once_exactly_one_wins(tenant: Tenant) -> None:
    """Eight writers against the same version: one 201, seven 412."""
    etag = tenant.put(PROFILE, **{"If-None-Match": "*"}).json()["etag"]

    def write(number: int) -> int:
        return tenant.put({**PROFILE, "interests": [{"name": str(number)}]}, **{"If-Match": etag}).status_code

    with ThreadPoolExecutor(8) as pool:
        statuses = sorted(pool.map(write, range(8)))
    assert statuses == [201] + [412] * 7
    assert tenant.sync()["head_version"] == 2


@pytest.mark.parametrize(
    ("body", "content_type", "status", "pointer"),
    [
        (b"{not json", "application/json", 400, ""),
        (b"", "application/json", 400, ""),
        (b'{"basics": {"name": "a"}, "basics": {"name": "b"}}', "application/json", 400, "/basics"),
        (b'{"basics": {"name": "a\\u0000b"}}', "application/json", 400, "/basics/name"),
        (b'{"basics": {"name": "a\\ud800b"}}', "application/json", 400, "/basics/name"),
        (b'{"x":' + b"[" * 80 + b"]" * 80 + b"}", "application/json", 400, None),
        (b'{"work": [{"name": 5}]}', "application/json", 422, "/work/0/name"),
        (b'{"basics": {"name": "' + b"a" * 1_000_001 + b'"}}', "application/json", 413, None),
        (b"name: Ines", "text/yaml", 415, ""),
        (b"{}", "application/json", 422, ""),
    ],
    ids=["not-json", "empty", "duplicate", "nul", "surrogate", "deep", "types", "large", "media-type", "no-content"],
)
def test_bad_input_is_named_with_its_place_and_stores_nothing(
    tenant: Tenant, body: bytes, content_type: str, status: int, pointer: str | None
) -> None:
    """Each standard problem of bad input is a problem body that says what and where."""
    reply = tenant.request(
        "PUT", "/v1/profile", content=body, headers={"Content-Type": content_type, "If-None-Match": "*"}
    )
    assert reply.status_code == status, reply.text
    assert reply.headers["Content-Type"].startswith("application/problem+json")
    problem = reply.json()
    assert problem["status"] == status
    assert problem["detail"]
    if pointer is not None:
        assert pointer in [error["pointer"] for error in problem["errors"]]
    assert tenant.sync()["head_version"] == 0


def test_a_merge_patch_changes_only_what_it_names(tenant: Tenant) -> None:
    """PATCH publishes the live document with the patch applied."""
    etag = tenant.put(PROFILE, **{"If-None-Match": "*"}).json()["etag"]
    reply = tenant.request("PATCH", "/v1/profile", json={"basics": {"label": None}}, headers={"If-Match": etag})
    assert reply.status_code == 201
    assert "label" not in tenant.request("GET", "/v1/profile").json()["basics"]
    assert tenant.request("GET", "/v1/profile").json()["x-garden"] == PROFILE["x-garden"]
