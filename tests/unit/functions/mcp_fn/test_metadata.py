"""RFC 9728 metadata: open to everybody, and under the name the caller used."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.container import FakeContainer
from support.lambda_events import Reply, call
from support.mcp_client import mcp_handler

from digital_twin.settings import AuthorizationServer

PLACES = [
    "/.well-known/oauth-protected-resource",
    "/.well-known/oauth-protected-resource/",
    "/.well-known/oauth-protected-resource/mcp",
]
SERVER = AuthorizationServer(
    issuer="https://auth.example.com/", profile="ada", audiences=("https://twin.example.com/mcp",), scope_prefix="twin/"
)


def ask(path: str, server: AuthorizationServer | None = SERVER, method: str = "GET", **headers: str) -> Reply:
    """Ask without a credential."""
    container = FakeContainer()
    container.settings = replace(container.settings, authorization_server=server)
    return call(mcp_handler(container), method, path, principal=None, headers=headers)


@pytest.mark.parametrize("path", PLACES)
def test_the_metadata_names_resource_and_authorization_server(path: str) -> None:
    """At the resource's own place, and at the one clients try after it."""
    reply = ask(path, Host="twin.example.com")

    assert reply.status == 200
    assert reply.json == {
        "resource": "https://twin.example.com/mcp",
        "resource_name": "Digital twin",
        "bearer_methods_supported": ["header"],
        "authorization_servers": ["https://auth.example.com/"],
        "scopes_supported": ["twin/query", "twin/read", "twin/search"],
    }
    assert reply.headers["cache-control"] == "public, max-age=3600"


def test_without_an_authorization_server_none_is_advertised() -> None:
    """Clients are not sent to where nothing is; an API key is a bearer token too."""
    body = ask(PLACES[0], None, Host="twin.example.com").json

    assert body.keys() == {"resource", "resource_name", "bearer_methods_supported"}


def test_a_deployment_that_lets_anybody_in_says_as_whom() -> None:
    """So that `twin doctor` can tell an open door from a broken one."""
    container = FakeContainer()
    container.settings = replace(container.settings, anonymous_profile="ada")

    body = call(mcp_handler(container), "GET", PLACES[0], principal=None).json

    assert body["anonymous_audience"] == "public"


def test_an_api_without_a_name_of_its_own_is_found_below_its_stage() -> None:
    """As AWS serves it."""
    body = ask(PLACES[2], Host="a1b2.execute-api.eu-west-1.amazonaws.com").json

    assert body["resource"] == "https://a1b2.execute-api.eu-west-1.amazonaws.com/live/mcp"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_the_metadata_is_only_read(method: str) -> None:
    """Nothing else is done there."""
    reply = ask(PLACES[0], method=method)

    assert (reply.status, reply.headers["allow"]) == (405, "GET")
