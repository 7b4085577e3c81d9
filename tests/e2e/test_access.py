"""Who gets in, and how far, through the deployed gateway."""

from __future__ import annotations

import httpx
import pytest
from support.tenants import Tenant

from digital_twin.domain.access import Audience
from twin_local.keys import new_key


@pytest.mark.parametrize("authorization", [None, "Bearer nonsense", f"Bearer {new_key()}", "Basic YTpi"])
def test_no_or_a_bad_credential_is_a_401_problem_with_a_challenge(api: httpx.Client, authorization: str | None) -> None:
    """The gateway answers, in the same form as the service."""
    headers = {"Authorization": authorization} if authorization else {}
    reply = api.post("/v1/query", json={"question": "Who is this?"}, headers=headers)
    assert reply.status_code == 401
    assert reply.json()["type"].endswith("/unauthenticated")
    assert reply.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_reader_may_not_write(example: Tenant) -> None:
    """A credential without the scope gets 403, and nothing changes."""
    before = example.sync()["head_version"]
    reply = example.request(
        "PUT", "/v1/profile", Audience.RECRUITER, json={"basics": {"name": "x"}}, headers={"If-None-Match": "*"}
    )
    assert reply.status_code == 403
    assert reply.json()["type"].endswith("/forbidden")
    assert example.request("GET", "/v1/sync", Audience.PUBLIC).status_code == 403
    assert example.sync()["head_version"] == before


def test_each_audience_reads_its_own_document(example: Tenant) -> None:
    """Contact fields, references and unknown sections are the owner's until given an audience."""
    owner, recruiter, public = (
        example.request("GET", "/v1/profile", audience).json()
        for audience in (Audience.PRIVATE, Audience.RECRUITER, Audience.PUBLIC)
    )
    assert "phone" in owner["basics"]
    assert "phone" not in recruiter["basics"]
    assert "email" in recruiter["basics"]
    assert "email" not in public["basics"]
    assert "x-compensation" in owner
    assert "x-compensation" not in recruiter
    assert "x-twin" not in recruiter


def test_limits_are_told_on_every_reply_and_kept(free_tier: httpx.Client) -> None:
    """The free tier's eleventh request within a minute is refused, named, and told when to come back."""
    replies = [free_tier.post("/v1/search", json={"query": f"rate {number}"}) for number in range(11)]
    assert [reply.status_code for reply in replies] == [200] * 10 + [429]
    assert replies[0].headers["RateLimit"].startswith('"minute";r=9;')
    refused = replies[-1]
    assert refused.json()["limit"] == "minute"
    assert 0 < int(refused.headers["Retry-After"]) <= 60


def test_an_unknown_route_is_a_404_problem(api: httpx.Client) -> None:
    """Also where no function is behind it."""
    reply = api.get("/v1/nothing")
    assert reply.status_code in {401, 403, 404}
    assert reply.headers["Content-Type"].startswith("application/problem+json")


def test_browsers_may_call_from_an_allowed_origin(api: httpx.Client) -> None:
    """The preflight is answered without a credential."""
    reply = api.options(
        "/v1/query", headers={"Origin": "https://app.digitaltwin.com", "Access-Control-Request-Method": "POST"}
    )
    assert reply.status_code in {200, 204}
    assert reply.headers["Access-Control-Allow-Origin"] == "https://app.digitaltwin.com"


def test_health_needs_no_credential_and_readiness_names_the_dependencies(api: httpx.Client) -> None:
    """Liveness and readiness."""
    assert api.get("/health").json() == {"status": "ok"}
    assert api.get("/ready").json() == {
        "status": "ready",
        "checks": {"table": True, "redis": True, "vector": True},
    }
