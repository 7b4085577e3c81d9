"""The authorizer with the REQUEST event API Gateway sends."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from support.container import FakeContainer
from support.lambda_events import recorded_event

from authorizer_fn.authorizer import make_authorizer
from digital_twin.domain.access import Audience, Grant, Scope, hash_key
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.tokens import TokenRules
from digital_twin.entry.event_loop import run
from digital_twin.entry.principals import from_event
from digital_twin.errors import StoreUnavailable
from digital_twin.services.authorize import AuthorizeService, TokenAuthority

# The key of the recorded event.
KEY = "twin_" + "A" * 43
GRANT = Grant(
    "key-recruiter", "ada", Audience.RECRUITER, frozenset({Scope.QUERY, Scope.READ}), "professional", "for Initech"
)


def container_with(grant: Grant = GRANT) -> FakeContainer:
    """A container that knows the key of the recorded event."""
    container = FakeContainer()
    run(container.grants.put(hash_key(KEY), grant))
    return container


def decide(container: FakeContainer, **headers: str) -> dict[str, Any]:
    """Authorize the recorded event, with other headers if any are given."""
    event = recorded_event("authorizer_request")
    if headers:
        event["headers"] = headers
    return make_authorizer(container)(event, None)


def test_a_known_key_may_call_every_method_of_the_stage() -> None:
    """The decision is cached for the credential, so it must hold for the caller's next request, too."""
    decision = decide(container_with())

    assert decision["principalId"] == "key-recruiter"
    [statement] = decision["policyDocument"]["Statement"]
    assert statement == {
        "Action": "execute-api:Invoke",
        "Effect": "Allow",
        "Resource": "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/live/*",
    }


def test_the_functions_read_the_same_principal_out_of_the_context() -> None:
    """What the authorizer writes survives the gateway, which passes strings on and adds a member of its own."""
    context = decide(container_with())["context"]
    assert all(isinstance(value, str) for value in context.values())

    principal = from_event({"requestContext": {"authorizer": context | {"integrationLatency": 7}}})

    assert (principal.id, principal.profile, principal.audience) == ("key-recruiter", "ada", Audience.RECRUITER)
    assert (principal.scopes, principal.tier.name) == (GRANT.scopes, "professional")


def test_the_credential_is_in_nothing_that_is_returned() -> None:
    """The context reaches access logs."""
    assert KEY not in json.dumps(decide(container_with()))


@pytest.mark.parametrize("name", ["authorization", "AUTHORIZATION"])
def test_header_names_have_no_case(name: str) -> None:
    """HTTP/2 clients send them in lower case."""
    assert decide(container_with(), **{name: f"Bearer {KEY}"})["principalId"] == "key-recruiter"


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": f"Bearer twin_{'B' * 43}"},
        {"Authorization": "Bearer twin_short"},
        {"Authorization": f"Basic {KEY}"},
        {"Authorization": ""},
        {"X-Api-Key": KEY},
    ],
)
def test_anything_else_is_unauthorized(headers: dict[str, str]) -> None:
    """API Gateway answers 401 only for an exception that says exactly `Unauthorized`."""
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        decide(container_with(), **headers)


def test_a_request_without_headers_is_unauthorized() -> None:
    """API Gateway sends null where there are none."""
    event = recorded_event("authorizer_request") | {"headers": None}

    with pytest.raises(Exception, match=r"^Unauthorized$"):
        make_authorizer(container_with())(event, None)


def test_an_expired_grant_is_unauthorized() -> None:
    """A key that was good is refused like any other."""
    expired = replace(GRANT, expires_at=datetime.now(UTC) - timedelta(seconds=1))

    with pytest.raises(Exception, match=r"^Unauthorized$"):
        decide(container_with(expired))


def test_a_table_that_is_down_is_no_refusal() -> None:
    """The failure is raised as itself: API Gateway answers 500 and caches no decision, and the next try succeeds."""
    container = container_with()
    container.grants.unavailable = True

    with pytest.raises(StoreUnavailable):
        decide(container)
    container.grants.unavailable = False

    assert decide(container)["principalId"] == "key-recruiter"


def open_to_all() -> FakeContainer:
    """A container of a deployment that lets anonymous callers in over MCP."""
    container = container_with()
    container.settings = replace(container.settings, anonymous_profile="ada")
    return container


def arriving(resource: str, **headers: str) -> dict[str, Any]:
    """The recorded event, at another resource and with other headers."""
    return recorded_event("authorizer_request") | {"resource": resource, "headers": headers}


def test_an_anonymous_caller_may_use_mcp_and_nothing_else() -> None:
    """As the public, counted by the address API Gateway saw."""
    decision = make_authorizer(open_to_all())(arriving("/mcp", **{"X-Forwarded-For": "1.2.3.4"}), None)

    [statement] = decision["policyDocument"]["Statement"]
    assert statement["Effect"] == "Allow"
    assert statement["Resource"] == "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/live/*/mcp"
    principal = from_event({"requestContext": {"authorizer": decision["context"]}})
    assert (principal.profile, principal.audience, principal.tier.name) == ("ada", Audience.PUBLIC, "free")
    other = make_authorizer(open_to_all())(arriving("/mcp", **{"X-Forwarded-For": "5.6.7.8"}), None)
    assert other["principalId"] == decision["principalId"]


@pytest.mark.parametrize("resource", ["/v1/query", "/v1/profile", "/mcp/other", ""])
def test_anonymous_callers_stay_outside_of_rest(resource: str) -> None:
    """The setting opens one door."""
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        make_authorizer(open_to_all())(arriving(resource), None)


def test_a_bad_credential_is_not_taken_for_none() -> None:
    """Whoever sends one expects to be known by it."""
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        make_authorizer(open_to_all())(arriving("/mcp", Authorization="Bearer nonsense"), None)


def test_by_default_mcp_needs_a_credential_too() -> None:
    """Nothing is open that an operator did not open."""
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        make_authorizer(container_with())(arriving("/mcp"), None)


def test_a_token_without_a_scope_is_denied_everything() -> None:
    """API Gateway answers a denial with 403 and the challenge for more scope."""
    container = FakeContainer()
    rules = TokenRules("ada", frozenset({"resource"}), frozenset(), "", "groups", "free")

    class Verifier:
        async def verify(self, token: str) -> JsonObject | None:
            assert token
            return {"sub": "u", "aud": "resource", "scope": "openid"}

    container.authorize = AuthorizeService(
        container.grants, lambda: datetime.now(UTC), TokenAuthority(Verifier(), rules)
    )

    decision = make_authorizer(container)(arriving("/v1/query", Authorization="Bearer e30.e30.AA"), None)

    [statement] = decision["policyDocument"]["Statement"]
    assert (statement["Effect"], statement["Resource"]) == (
        "Deny",
        "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/live/*",
    )
    assert "context" not in decision


# -- handshakes ------------------------------------------------------------------------------------------------------


def open_with(container: FakeContainer, query: dict[str, str] | None = None, **headers: str) -> dict[str, Any]:
    """Authorize a WebSocket handshake that brings its credential as given."""
    event = recorded_event("websocket_authorizer")
    event |= {"headers": headers, "queryStringParameters": query}
    return make_authorizer(container)(event, None)


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        ({"token": KEY}, {}),
        (None, {"Sec-WebSocket-Protocol": f"bearer, {KEY}"}),
        (None, {"sec-websocket-protocol": f"json,bearer,{KEY}"}),
        (None, {"Authorization": f"Bearer {KEY}"}),
    ],
    ids=["query", "subprotocol", "among-subprotocols", "header"],
)
def test_a_handshake_may_bring_its_key_in_three_places(query: dict[str, str] | None, headers: dict[str, str]) -> None:
    """A browser can set no header."""
    decision = open_with(container_with(), query, **headers)
    [statement] = decision["policyDocument"]["Statement"]
    assert (decision["principalId"], statement["Effect"]) == ("key-recruiter", "Allow")
    assert KEY not in json.dumps(decision)


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        (None, {}),
        ({"token": ""}, {}),
        ({"token": f"twin_{'B' * 43}"}, {}),
        (None, {"Sec-WebSocket-Protocol": "bearer"}),
        (None, {"Sec-WebSocket-Protocol": KEY}),
        (None, {"Sec-WebSocket-Protocol": f"{KEY}, bearer"}),
        ({"token": KEY}, {"Authorization": f"Bearer {KEY}"}),
        ({"token": KEY}, {"Sec-WebSocket-Protocol": f"bearer, {KEY}"}),
    ],
)
def test_a_handshake_with_no_bad_or_several_credentials_is_unauthorized(
    query: dict[str, str] | None, headers: dict[str, str]
) -> None:
    """Of two, none is chosen (RFC 6750 section 2)."""
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        open_with(container_with(), query, **headers)


def test_whoever_may_not_ask_may_not_connect() -> None:
    """There is nothing else to do over a connection; API Gateway answers 403."""
    reader = replace(GRANT, scopes=frozenset({Scope.READ}))
    [statement] = open_with(container_with(reader), {"token": KEY})["policyDocument"]["Statement"]
    assert statement["Effect"] == "Deny"


def test_a_rest_request_may_bring_its_key_in_the_header_only() -> None:
    """The gateway caches the decision by the header."""
    event = recorded_event("authorizer_request")
    event |= {"headers": {"Sec-WebSocket-Protocol": f"bearer, {KEY}"}, "queryStringParameters": {"token": KEY}}
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        make_authorizer(container_with())(event, None)


def test_a_refused_key_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    """Wherever it came."""
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        open_with(FakeContainer(), {"token": KEY})
    assert caplog.records
    assert KEY not in " ".join(str(vars(record)) for record in caplog.records)
