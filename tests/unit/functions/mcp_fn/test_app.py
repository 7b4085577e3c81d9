"""MCP through the Lambda handler with API Gateway events: both protocol eras, warm, and at the edge."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fakes.models import ScriptedModel
from support.container import ALLOWED_ORIGIN, HOME, FakeContainer, publish_everywhere
from support.lambda_events import Reply, call
from support.people import OWNER, PUBLIC, RECRUITER
from support.profiles import BILLING_QUESTION, SALARY_QUESTION

from digital_twin.domain.access import Principal
from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from mcp_fn.app import make_app
from query_fn.app import make_app as make_query_app

MODERN = "2026-07-28"
LEGACY = "2025-11-25"
ACCEPT = {"Accept": "application/json, text/event-stream"}
META = {
    "io.modelcontextprotocol/protocolVersion": MODERN,
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
}
HEADER_MISMATCH, UNSUPPORTED_VERSION, METHOD_NOT_FOUND, INVALID_PARAMS, PARSE_ERROR = (
    -32020,
    -32022,
    -32601,
    -32602,
    -32700,
)


class Client:
    """A client of one era, talking to a warm handler as one principal."""

    def __init__(self, handler: LambdaHandler, era: str, principal: Principal = RECRUITER) -> None:
        self._handler = handler
        self._era = era
        self._principal = principal

    def send(self, method: str, params: dict[str, Any] | None = None, **headers: str) -> Reply:
        """One request; headers and `_meta` as the era has them."""
        wanted = dict(params or {})
        sent = ACCEPT | {"MCP-Protocol-Version": self._era}
        if self._era == MODERN:
            wanted["_meta"] = META
            sent |= {"Mcp-Method": method} | ({"Mcp-Name": wanted["name"]} if "name" in wanted else {})
        body = {"jsonrpc": "2.0", "id": 7, "method": method, "params": wanted}
        return call(self._handler, "POST", "/mcp", principal=self._principal, body=body, headers=sent | headers)

    def tool(self, name: str, **arguments: object) -> dict[str, Any]:
        """The result of a tool call."""
        reply = self.send("tools/call", {"name": name, "arguments": arguments})
        assert (reply.status, reply.json["id"]) == (200, 7)
        return reply.json["result"]


def container_with(*models: ScriptedModel) -> FakeContainer:
    """A container whose profile is live in every region."""
    container = FakeContainer(*models)
    run(publish_everywhere(container))
    return container


def handler_of(container: FakeContainer) -> LambdaHandler:
    """The function's handler over a container."""
    return lambda_handler(make_app(container))


@pytest.fixture(params=[LEGACY, MODERN])
def era(request: pytest.FixtureRequest) -> str:
    """Each protocol era in turn."""
    return str(request.param)


# -- hello -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["2025-03-26", "2025-06-18", LEGACY])
def test_a_legacy_client_is_greeted_in_its_version(version: str) -> None:
    """The handshake of 2025, as often as containers are asked for it; no session is begun."""
    handler = handler_of(FakeContainer())
    hello = {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}

    replies = [Client(handler, version).send("initialize", hello) for _ in range(2)]

    for reply in replies:
        assert reply.status == 200
        assert reply.json["result"]["protocolVersion"] == version
        assert reply.json["result"]["serverInfo"]["name"] == "digital-twin"
        assert "mcp-session-id" not in reply.headers


def test_a_legacy_client_may_say_that_it_is_initialized() -> None:
    """A notification is accepted without a body."""
    body = {"jsonrpc": "2.0", "method": "notifications/initialized"}

    reply = call(handler_of(FakeContainer()), "POST", "/mcp", principal=RECRUITER, body=body, headers=ACCEPT)

    assert (reply.status, reply.text) == (202, "")


def test_a_modern_client_discovers_the_server() -> None:
    """Nothing of what it learns may be kept by a shared cache."""
    result = Client(handler_of(FakeContainer()), MODERN).send("server/discover").json["result"]

    assert MODERN in result["supportedVersions"]
    assert result["cacheScope"] == "private"
    assert "not_in_profile" in result["instructions"]


def test_a_version_nobody_speaks_is_refused_with_those_that_are() -> None:
    """The client can then choose."""
    meta = META | {"io.modelcontextprotocol/protocolVersion": "2099-01-01"}
    body = {"jsonrpc": "2.0", "id": 7, "method": "tools/list", "params": {"_meta": meta}}
    headers = ACCEPT | {"MCP-Protocol-Version": "2099-01-01", "Mcp-Method": "tools/list"}

    reply = call(handler_of(FakeContainer()), "POST", "/mcp", principal=RECRUITER, body=body, headers=headers)

    assert (reply.status, reply.json["error"]["code"]) == (400, UNSUPPORTED_VERSION)
    assert MODERN in reply.json["error"]["data"]["supported"]


# -- tools -----------------------------------------------------------------------------------------------------------


def test_the_tools_describe_themselves(era: str) -> None:
    """Read-only, closed, with schemas of what goes in and comes out, in the same order every time."""
    client = Client(handler_of(FakeContainer()), era)

    first, second = [client.send("tools/list").json["result"]["tools"] for _ in range(2)]

    assert first == second
    assert [tool["name"] for tool in first] == ["ask_profile", "search_profile"]
    for tool in first:
        assert tool["annotations"] == {
            "readOnlyHint": True,
            "destructiveHint": False,
            "idempotentHint": True,
            "openWorldHint": False,
        }
        assert tool["title"]
        assert tool["description"]
        assert all(argument["description"] for argument in tool["inputSchema"]["properties"].values())
        assert tool["outputSchema"]["type"] == "object"


def test_an_answer_has_the_facts_rest_gives(era: str) -> None:
    """Same container, same question: only the ids of the request differ; the text repeats the structure."""
    container = container_with(ScriptedModel("Ada led the billing migration for 40 million invoices [1]."))
    rest = call(
        lambda_handler(make_query_app(container)),
        "POST",
        "/v1/query",
        principal=RECRUITER,
        body={"question": BILLING_QUESTION},
    ).json

    result = Client(handler_of(container), era).tool("ask_profile", question=BILLING_QUESTION)

    own = ("request_id", "session_id", "cached")
    answer = result["structuredContent"]
    assert not result["isError"]
    assert {k: v for k, v in answer.items() if k not in own} == {k: v for k, v in rest.items() if k not in own}
    assert answer["citations"][0]["path"] == "/work/0/highlights/0"
    assert json.loads(result["content"][0]["text"]) == answer


def test_a_search_has_the_results_rest_gives(era: str) -> None:
    """Ranks, scores, region and version are the same."""
    container = container_with()
    body = {"query": "billing migration", "top_k": 3, "section": "work"}
    rest = call(lambda_handler(make_query_app(container)), "POST", "/v1/search", principal=RECRUITER, body=body).json

    assert Client(handler_of(container), era).tool("search_profile", **body)["structuredContent"] == rest


def test_warm_calls_serve_every_audience_its_own() -> None:
    """One container, one loop, both eras interleaved: nobody is served as somebody else."""
    handler = handler_of(container_with())

    told = [
        "150000" in json.dumps(Client(handler, era, who).tool("ask_profile", question=SALARY_QUESTION))
        for who in (OWNER, PUBLIC, RECRUITER)
        for era in (LEGACY, MODERN)
    ]

    assert told == [True, True, False, False, True, True]


def test_a_request_carries_the_gateways_id_into_the_answer(era: str) -> None:
    """What the caller reports is what the logs hold."""
    client = Client(handler_of(container_with()), era)

    reply = client.send("tools/call", {"name": "ask_profile", "arguments": {"question": BILLING_QUESTION}})

    assert reply.json["result"]["structuredContent"]["request_id"] == reply.headers["x-request-id"]


# -- tools that fail -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tool", "arguments", "place"),
    [
        ("ask_profile", {"question": "?!"}, "/question"),
        ("ask_profile", {"question": ""}, "/question"),
        ("ask_profile", {}, "/question"),
        ("ask_profile", {"question": "secret-word " * 200}, "/question"),
        ("ask_profile", {"question": "secret-word?", "top_k": 21}, "/top_k"),
        ("search_profile", {"query": 7}, "/query"),
    ],
)
def test_arguments_that_do_not_fit_say_where_and_repeat_nothing(
    era: str, tool: str, arguments: dict[str, object], place: str
) -> None:
    """The slug is REST's; the model can correct itself."""
    result = Client(handler_of(container_with()), era).tool(tool, **arguments)

    assert result["isError"]
    [content] = result["content"]
    assert content["text"].startswith("invalid-input: ")
    assert f"{place}: " in content["text"]
    assert not any(word in content["text"] for word in ("secret-word", "pydantic", "input_value"))


def test_a_reached_limit_reaches_the_client_by_its_slug(era: str) -> None:
    """An error result the model can wait on, not a broken connection."""
    client = Client(handler_of(container_with()), era, PUBLIC)
    for _ in range(PUBLIC.tier.per_minute):
        assert not client.tool("search_profile", query="billing")["isError"]

    result = client.tool("search_profile", query="billing")

    assert result["isError"]
    assert result["content"][0]["text"].startswith("rate-limited: the limit 'minute' of 10 is reached")


def test_a_dependency_that_is_down_keeps_its_words_to_itself(era: str) -> None:
    """Slug and request id, and the next call is served when it is back."""
    container = container_with()
    client = Client(handler_of(container), era)
    container.store.unavailable = True

    failed = client.tool("ask_profile", question=BILLING_QUESTION)
    container.store.unavailable = False

    assert failed["content"][0]["text"].startswith("unavailable: ")
    assert "told to fail" not in json.dumps(failed)
    assert not client.tool("ask_profile", question=BILLING_QUESTION)["isError"]


def test_what_nobody_expected_leaks_nothing(era: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slug of a failure on our side, and a request id to ask after it."""
    container = container_with()

    def explode(_terms: object) -> None:
        raise RuntimeError("the password is hunter2")

    monkeypatch.setattr(container.indexes[HOME], "search", explode)
    result = Client(handler_of(container), era).tool("ask_profile", question=BILLING_QUESTION)

    assert result["isError"]
    assert result["content"][0]["text"].startswith("internal: Something went wrong on our side (request ")
    assert "hunter2" not in json.dumps(result)


@pytest.mark.parametrize(("version", "status"), [(LEGACY, 200), (MODERN, 400)])
def test_a_tool_that_does_not_exist_is_an_error_of_the_protocol(version: str, status: int) -> None:
    """The specification's -32602, not a result."""
    reply = Client(handler_of(FakeContainer()), version).send("tools/call", {"name": "drop_profile", "arguments": {}})

    assert (reply.status, reply.json["error"]["code"]) == (status, INVALID_PARAMS)


# -- the protocol's edge ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("version", "status"), [(LEGACY, 200), (MODERN, 404)])
def test_a_method_that_does_not_exist_is_said_so(version: str, status: int) -> None:
    """Each era has its status for it."""
    reply = Client(handler_of(FakeContainer()), version).send("profile/steal")

    assert (reply.status, reply.json["error"]["code"]) == (status, METHOD_NOT_FOUND)


def test_a_subscription_ends_at_once() -> None:
    """A stream that stayed open would cost until the function's timeout."""
    reply = Client(handler_of(FakeContainer()), MODERN).send("subscriptions/listen", {"notifications": {}})

    assert (reply.status, reply.json["error"]["code"]) == (404, METHOD_NOT_FOUND)


@pytest.mark.parametrize("header", [{"Mcp-Method": "tools/list"}, {"Mcp-Name": "search_profile"}, {"Mcp-Name": ""}])
def test_headers_that_contradict_the_body_are_refused(header: dict[str, str]) -> None:
    """What the gateway routed and logged by must be what is run."""
    client = Client(handler_of(container_with()), MODERN)

    reply = client.send("tools/call", {"name": "ask_profile", "arguments": {"question": "Who?"}}, **header)

    assert (reply.status, reply.json["error"]["code"]) == (400, HEADER_MISMATCH)


def test_a_body_that_is_not_json_is_a_parse_error() -> None:
    """JSON-RPC's own code, readable as text."""
    reply = call(handler_of(FakeContainer()), "POST", "/mcp", principal=RECRUITER, body="{not json", headers=ACCEPT)

    assert (reply.status, reply.json["error"]["code"], reply.is_base64) == (400, PARSE_ERROR, False)


def test_a_stale_session_id_is_ignored(era: str) -> None:
    """Clients that were served by another server keep sending it."""
    reply = Client(handler_of(FakeContainer()), era).send("tools/list", None, **{"Mcp-Session-Id": "stale"})

    assert reply.status == 200


@pytest.mark.parametrize("method", ["GET", "DELETE", "HEAD", "PUT", "OPTIONS"])
def test_any_method_but_post_is_answered_at_once(method: str) -> None:
    """A GET stream or a session's end: neither exists here, and neither may hang."""
    handler = handler_of(FakeContainer())

    for _ in range(2):
        reply = call(handler, method, "/mcp", principal=RECRUITER, headers={"Accept": "text/event-stream"})
        assert (reply.status, reply.headers["allow"], reply.text) == (405, "POST", "")


def test_another_web_origin_is_refused() -> None:
    """A page must not use a visitor's credential; programs send no Origin."""
    client = Client(handler_of(FakeContainer()), LEGACY)

    refused = client.send("tools/list", Origin="https://evil.example.com")
    allowed = client.send("tools/list", Origin=ALLOWED_ORIGIN)

    assert (refused.status, refused.slug) == (403, "forbidden")
    assert allowed.status == 200


def test_a_request_without_a_principal_is_refused(era: str) -> None:
    """A missing authorizer never means the public."""
    body = {"jsonrpc": "2.0", "id": 7, "method": "tools/list", "params": {"_meta": META}}
    headers = ACCEPT | {"MCP-Protocol-Version": era, "Mcp-Method": "tools/list"}

    reply = call(handler_of(FakeContainer()), "POST", "/mcp", principal=None, body=body, headers=headers)

    assert (reply.status, reply.slug, reply.is_base64) == (401, "unauthenticated", False)


def test_a_body_over_the_transports_limit_is_refused_as_text() -> None:
    """And the container serves on."""
    handler = handler_of(FakeContainer())

    reply = call(handler, "POST", "/mcp", principal=RECRUITER, body="x" * 4_500_000, headers=ACCEPT)

    assert (reply.status, reply.is_base64) == (413, False)
    assert Client(handler, MODERN).send("tools/list").status == 200


def test_every_reply_has_the_common_headers(era: str) -> None:
    """Request id, timing, and nothing a cache may keep."""
    reply = Client(handler_of(FakeContainer()), era).send("tools/list")

    assert {"x-request-id", "server-timing"} <= set(reply.headers)
    assert reply.headers["cache-control"] == "no-store"
