"""The MCP function through the Lambda handler: greetings of both eras, and the edge of the protocol."""

from __future__ import annotations

import asyncio

import pytest
from support.container import ALLOWED_ORIGIN, FakeContainer
from support.lambda_events import call, invoke, proxy_event
from support.mcp_client import ACCEPT, LEGACY, META, MODERN, McpClient, mcp_handler
from support.people import RECRUITER

from digital_twin.entry.envelope import RequestEnvelope
from digital_twin.entry.lambda_http import lambda_handler
from mcp_fn.edge import McpEdge
from mcp_fn.metadata import ResourceMetadata

# The codes JSON-RPC and the specification of 2026-07-28 give these errors.
PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND = -32700, -32600, -32601
HEADER_MISMATCH, UNSUPPORTED_VERSION = -32020, -32022


@pytest.mark.parametrize("version", ["2025-03-26", "2025-06-18", LEGACY])
def test_a_legacy_client_is_greeted_in_its_version(version: str) -> None:
    """The handshake of 2025, as often as containers are asked for it; no session is begun."""
    handler = mcp_handler(FakeContainer())
    hello = {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}

    replies = [McpClient(handler, version).send("initialize", hello) for _ in range(2)]

    for reply in replies:
        assert reply.status == 200
        assert reply.json["result"]["protocolVersion"] == version
        assert reply.json["result"]["serverInfo"]["name"] == "digital-twin"
        assert "mcp-session-id" not in reply.headers


def test_a_legacy_client_may_say_that_it_is_initialized() -> None:
    """A notification is accepted without a body."""
    body = {"jsonrpc": "2.0", "method": "notifications/initialized"}

    reply = call(mcp_handler(FakeContainer()), "POST", "/mcp", principal=RECRUITER, body=body, headers=ACCEPT)

    assert (reply.status, reply.text) == (202, "")


def test_a_modern_client_discovers_the_server() -> None:
    """Nothing of what it learns may be kept by a shared cache."""
    result = McpClient(mcp_handler(FakeContainer()), MODERN).send("server/discover").json["result"]

    assert MODERN in result["supportedVersions"]
    assert result["cacheScope"] == "private"
    assert "not_in_profile" in result["instructions"]


def test_a_version_nobody_speaks_is_refused_with_those_that_are() -> None:
    """The client can then choose."""
    meta = META | {"io.modelcontextprotocol/protocolVersion": "2099-01-01"}
    body = {"jsonrpc": "2.0", "id": 7, "method": "tools/list", "params": {"_meta": meta}}
    headers = ACCEPT | {"MCP-Protocol-Version": "2099-01-01", "Mcp-Method": "tools/list"}

    reply = call(mcp_handler(FakeContainer()), "POST", "/mcp", principal=RECRUITER, body=body, headers=headers)

    assert (reply.status, reply.json["error"]["code"]) == (400, UNSUPPORTED_VERSION)
    assert MODERN in reply.json["error"]["data"]["supported"]


@pytest.mark.parametrize(("version", "status"), [(LEGACY, 200), (MODERN, 404)])
def test_a_method_that_does_not_exist_is_said_so(version: str, status: int) -> None:
    """Each era has its status for it."""
    reply = McpClient(mcp_handler(FakeContainer()), version).send("profile/steal")

    assert (reply.status, reply.json["error"]["code"]) == (status, METHOD_NOT_FOUND)


def test_a_subscription_ends_at_once() -> None:
    """A stream that stayed open would cost until the function's timeout."""
    reply = McpClient(mcp_handler(FakeContainer()), MODERN).send("subscriptions/listen", {"notifications": {}})

    assert (reply.status, reply.json["error"]["code"]) == (404, METHOD_NOT_FOUND)


@pytest.mark.parametrize("header", [{"Mcp-Method": "tools/list"}, {"Mcp-Name": "search_profile"}, {"Mcp-Name": ""}])
def test_headers_that_contradict_the_body_are_refused(header: dict[str, str]) -> None:
    """What the gateway routed and logged by must be what is run."""
    client = McpClient(mcp_handler(FakeContainer()), MODERN)

    reply = client.send("tools/call", {"name": "ask_profile", "arguments": {"question": "Who?"}}, **header)

    assert (reply.status, reply.json["error"]["code"]) == (400, HEADER_MISMATCH)


@pytest.mark.parametrize(
    ("body", "code"), [("{not json", PARSE_ERROR), ("[]", INVALID_REQUEST), ("7", INVALID_REQUEST)]
)
def test_a_body_that_is_no_message_is_refused_as_json(era: str, body: str, code: int) -> None:
    """JSON-RPC's own codes, readable as text, with nothing of what was sent."""
    headers = ACCEPT | {"MCP-Protocol-Version": era}

    reply = call(mcp_handler(FakeContainer()), "POST", "/mcp", principal=RECRUITER, body=body, headers=headers)

    assert (reply.status, reply.json["error"]["code"], reply.is_base64) == (400, code, False)
    assert (reply.json["id"], reply.headers["content-type"]) == (None, "application/json")


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON;charset=UTF-8"])
def test_a_content_type_may_name_its_charset(era: str, content_type: str) -> None:
    """Many HTTP libraries add it."""
    client = McpClient(mcp_handler(FakeContainer()), era)

    assert client.send("tools/list", None, **{"Content-Type": content_type}).status == 200


@pytest.mark.parametrize("content_type", ["text/plain", "application/jsonx", ""])
def test_another_content_type_is_refused_as_a_problem(era: str, content_type: str) -> None:
    """With a body that says which is read."""
    reply = McpClient(mcp_handler(FakeContainer()), era).send("tools/list", None, **{"Content-Type": content_type})

    assert (reply.status, reply.slug, reply.is_base64) == (415, "unsupported-media-type", False)


def test_space_around_header_values_is_no_part_of_them(era: str) -> None:
    """RFC 9110, section 5.5."""
    client = McpClient(mcp_handler(FakeContainer()), era)
    padded = {"MCP-Protocol-Version": f" {era}\t", "Mcp-Method": "  tools/list "}

    assert client.send("tools/list", None, **padded).status == 200


def test_a_header_that_comes_twice_is_refused() -> None:
    """Whoever routes by it could take the one, and the function the other."""
    event = proxy_event(
        "POST",
        "/mcp",
        principal=RECRUITER,
        body={"jsonrpc": "2.0", "id": 7, "method": "tools/list", "params": {"_meta": META}},
        headers=ACCEPT | {"MCP-Protocol-Version": MODERN, "Mcp-Method": "tools/list"},
    )
    event["multiValueHeaders"]["Mcp-Method"] = ["tools/list", "tools/call"]

    reply = invoke(mcp_handler(FakeContainer()), event)

    assert (reply.status, reply.json["error"]["code"]) == (400, HEADER_MISMATCH)


@pytest.mark.parametrize("accept", ["", "*/*", "application/json", "application/*, text/plain;q=0.5"])
def test_whoever_takes_json_is_served(era: str, accept: str) -> None:
    """Also who says nothing of what they take (RFC 9110, section 12.5.1)."""
    assert McpClient(mcp_handler(FakeContainer()), era).send("tools/list", None, Accept=accept).status == 200


def test_a_host_name_of_the_operators_own_is_served(era: str) -> None:
    """Which names there are is decided by API Gateway, not here."""
    client = McpClient(mcp_handler(FakeContainer()), era)

    for host in ("twin.example.org", "twin.example.org:8443", "abc123.execute-api.eu-west-1.amazonaws.com"):
        assert client.send("tools/list", None, Host=host).status == 200


def test_a_stale_session_id_is_ignored(era: str) -> None:
    """Clients that were served by another server keep sending it."""
    reply = McpClient(mcp_handler(FakeContainer()), era).send("tools/list", None, **{"Mcp-Session-Id": "stale"})

    assert reply.status == 200


@pytest.mark.parametrize("method", ["GET", "DELETE", "HEAD", "PUT", "OPTIONS"])
def test_any_method_but_post_is_answered_at_once(method: str) -> None:
    """A GET stream or a session's end: neither exists here, and neither may hang."""
    handler = mcp_handler(FakeContainer())

    for _ in range(2):
        reply = call(handler, method, "/mcp", principal=RECRUITER, headers={"Accept": "text/event-stream"})
        assert (reply.status, reply.headers["allow"], reply.text) == (405, "POST", "")


def test_another_web_origin_is_refused() -> None:
    """A page must not use a visitor's credential; programs send no Origin, and our own pages name our host."""
    client = McpClient(mcp_handler(FakeContainer()), LEGACY)

    foreign = ("https://evil.example.com", "null", "http://[", "https://twin.example.com.evil.example.com")
    refused = [client.send("tools/list", Origin=origin) for origin in foreign]
    allowed = [
        client.send("tools/list", Origin=ALLOWED_ORIGIN),
        client.send("tools/list", Origin="https://twin.example.org", Host="twin.example.org"),
    ]

    assert {(reply.status, reply.slug) for reply in refused} == {(403, "forbidden")}
    assert [reply.status for reply in allowed] == [200, 200]


def test_what_never_answers_is_ended_in_time() -> None:
    """With a problem, before the gateway or the function's own timeout ends it without one."""

    async def hang(*_: object) -> None:
        await asyncio.Event().wait()

    metadata = ResourceMetadata(None, lets_anonymous_in=False)
    edge = McpEdge(hang, allowed_origins=(), deadline_seconds=-1.95, metadata=metadata)
    body = {"jsonrpc": "2.0", "id": 7, "method": "ping"}

    reply = call(lambda_handler(RequestEnvelope(edge)), "POST", "/mcp", principal=RECRUITER, body=body, headers=ACCEPT)

    assert (reply.status, reply.slug) == (504, "deadline-exceeded")


def test_a_request_without_a_principal_is_refused(era: str) -> None:
    """A missing authorizer never means the public."""
    body = {"jsonrpc": "2.0", "id": 7, "method": "tools/list", "params": {"_meta": META}}
    headers = ACCEPT | {"MCP-Protocol-Version": era, "Mcp-Method": "tools/list"}

    reply = call(mcp_handler(FakeContainer()), "POST", "/mcp", principal=None, body=body, headers=headers)

    assert (reply.status, reply.slug, reply.is_base64) == (401, "unauthenticated", False)


def test_a_body_over_the_transports_limit_is_refused_as_text() -> None:
    """And the container serves on."""
    handler = mcp_handler(FakeContainer())

    reply = call(handler, "POST", "/mcp", principal=RECRUITER, body="x" * 1_000_001, headers=ACCEPT)

    assert (reply.status, reply.slug, reply.is_base64) == (413, "too-large", False)
    assert McpClient(handler, MODERN).send("tools/list").status == 200


def test_every_reply_has_the_common_headers(era: str) -> None:
    """Request id, timing, and nothing a cache may keep."""
    reply = McpClient(mcp_handler(FakeContainer()), era).send("tools/list")

    assert {"x-request-id", "server-timing"} <= set(reply.headers)
    assert reply.headers["cache-control"] == "no-store"
