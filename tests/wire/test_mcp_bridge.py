"""The stdio bridge on the wire: what the service is sent, and what the client reads."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncGenerator
from typing import Any

import pytest
import pytest_asyncio
from fakes.mcp_service import KEY, Call, McpService, mcp_service, problem, tool
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from support.bridge_client import MODERN, bridge_client, bridge_to

from twin_cli.addresses import parse_address
from twin_cli.bridge.lines import TooLong
from twin_cli.failure import Usage
from twin_cli.settings import Endpoint

INITIALIZE = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}


@pytest_asyncio.fixture
async def service() -> AsyncGenerator[McpService]:
    """A service that works."""
    async with mcp_service() as running:
        yield running


def result(call: Call, body: object) -> Response:
    """A JSON-RPC result."""
    return JSONResponse({"jsonrpc": "2.0", "id": call.message["id"], "result": body})


async def test_a_modern_request_carries_its_headers_and_the_key(service: McpService) -> None:
    """Version, method and name mirror the body; the body goes unchanged."""
    async with bridge_client(service.url) as client:
        client.send("tools/call", {"name": "ask_profile", "arguments": {}}, id=1, modern=True)
        await client.answer(1)
    sent = service.sent("tools/call")[0].headers
    assert sent["mcp-protocol-version"] == MODERN
    assert (sent["mcp-method"], sent["mcp-name"]) == ("tools/call", "ask_profile")
    assert sent["accept"] == "application/json, text/event-stream"
    assert sent["content-type"] == "application/json"
    assert sent["authorization"] == f"Bearer {KEY}"


async def test_a_name_that_is_not_ascii_travels_as_base64(service: McpService) -> None:
    """The sentinel of the specification's value encoding."""
    async with bridge_client(service.url) as client:
        client.send("resources/read", {"uri": "profile://sections/größe"}, id=1, modern=True)
        await client.answer(1)
    encoded = base64.b64encode("profile://sections/größe".encode()).decode()
    assert service.sent("resources/read")[0].headers["mcp-name"] == f"=?base64?{encoded}?="


async def test_a_legacy_client_gets_its_negotiated_version_and_session(service: McpService) -> None:
    """After the handshake each message names what it agreed on; the handshake itself names nothing."""

    def initialize(call: Call) -> Response:
        body = {"protocolVersion": "2025-06-18", "capabilities": {}, "serverInfo": {"name": "s", "version": "1"}}
        reply = result(call, body)
        reply.headers["Mcp-Session-Id"] = "session-7"
        return reply

    service.routes["initialize"] = initialize
    async with bridge_client(service.url, watch_seconds=0) as client:
        client.send("initialize", INITIALIZE, id=0)
        client.send("notifications/initialized")
        client.send("tools/list", id=1)
        await client.answer(1)
    assert "mcp-protocol-version" not in service.sent("initialize")[0].headers
    for method in ("notifications/initialized", "tools/list"):
        sent = service.sent(method)[0].headers
        assert (sent["mcp-protocol-version"], sent["mcp-session-id"]) == ("2025-06-18", "session-7")
    assert [call.message["method"] for call in service.calls] == [
        "initialize",
        "notifications/initialized",
        "tools/list",
    ]


async def test_a_client_may_probe_one_era_and_go_on_in_the_other(service: McpService) -> None:
    """What breaks clients on servers that lock an era at the first request."""
    async with bridge_client(service.url, watch_seconds=0) as client:
        client.send("server/discover", id=1, modern=True)
        client.send("initialize", INITIALIZE, id=2)
        client.send("tools/list", id=3, modern=True)
        client.send("tools/list", id=4)
        for number in (1, 2, 3, 4):
            assert "result" in await client.answer(number)


async def test_requests_are_answered_in_their_own_time(service: McpService) -> None:
    """A slow call holds no other one up."""
    release = asyncio.Event()

    async def slow(call: Call) -> Response:
        await release.wait()
        return result(call, {})

    service.routes["tools/call"] = slow
    async with bridge_client(service.url) as client:
        client.send("tools/call", {"name": "slow"}, id="slow", modern=True)
        client.send("tools/list", id="quick", modern=True)
        await client.answer("quick")
        release.set()
        await client.answer("slow")
    assert [message["id"] for message in client.output] == ["quick", "slow"]


async def test_a_cancelled_request_is_aborted_and_gets_no_answer(service: McpService) -> None:
    """The service sees the connection close; the cancellation itself is not forwarded."""
    hung_up = asyncio.Event()

    async def endless(call: Call) -> Response:
        await call.gone.wait()
        hung_up.set()
        return Response()

    service.routes["tools/call"] = endless
    async with bridge_client(service.url) as client:
        client.send("tools/call", {"name": "x"}, id=5, modern=True)
        await service.until(lambda: bool(service.sent("tools/call")))
        client.send("notifications/cancelled", {"requestId": "5"})
        client.send("notifications/cancelled", {"requestId": 5})
        await asyncio.wait_for(hung_up.wait(), 5)
    assert client.lines == []
    assert service.sent("notifications/cancelled") == []


@pytest.mark.parametrize(("status", "code"), [(400, -32022), (404, -32601), (403, -32001)])
async def test_a_protocol_error_passes_unchanged(service: McpService, status: int, code: int) -> None:
    """Clients need these to find a version both speak."""
    failure = {"jsonrpc": "2.0", "id": 1, "error": {"code": code, "message": "no", "data": {"supported": [MODERN]}}}
    service.routes["ping"] = lambda _: JSONResponse(failure, status)
    async with bridge_client(service.url) as client:
        client.send("ping", id=1)
        assert await client.answer(1) == failure


async def test_an_answer_to_another_request_is_none(service: McpService) -> None:
    """Such as one that a cache between kept; the same id written another way is the same."""
    service.routes["ping"] = lambda _: JSONResponse({"jsonrpc": "2.0", "id": 77, "result": {"of": "somebody"}})
    service.routes["tools/list"] = lambda _: JSONResponse({"jsonrpc": "2.0", "id": "2", "result": {}})
    async with bridge_client(service.url) as client:
        client.send("ping", id=1)
        client.send("tools/list", id=2)
        assert (await client.answer(1))["error"]["data"]["reason"] == "bad-response"
        assert (await client.answer(2))["result"] == {}


@pytest.mark.parametrize("body", ['"result": {"a": NaN}', '"result": {}, "error": {"code": 1, "message": ""}', "{}"])
async def test_what_a_client_could_not_read_is_not_passed_on(service: McpService, body: str) -> None:
    """It would wait for its answer for ever."""
    text = f'{{"jsonrpc": "2.0", "id": 1, {body}}}'
    service.routes["ping"] = lambda _: Response(text, media_type="application/json")
    async with bridge_client(service.url) as client:
        client.send("ping", id=1)
        assert (await client.answer(1))["error"]["data"]["reason"] == "bad-response"


async def test_an_error_without_an_id_gets_the_requests(service: McpService) -> None:
    """A service that could not read the id answers with null; the client waits for its own."""
    failure = {"jsonrpc": "2.0", "id": None, "error": {"code": -32700, "message": "no"}}
    service.routes["ping"] = lambda _: JSONResponse(failure, 400)
    async with bridge_client(service.url) as client:
        client.send("ping", id="mine")
        assert (await client.answer("mine"))["error"] == failure["error"]


@pytest.mark.parametrize(
    ("reply", "reason", "words"),
    [
        (problem(401, "unauthenticated", "Unauthenticated"), "unauthenticated", "TWIN_API_KEY"),
        (problem(403, "forbidden", "Forbidden"), "forbidden", "Forbidden!"),
        (problem(404, "not-found", "Not found"), "not-found", "TWIN_URL"),
        (problem(413, "too-large", "Too large"), "too-large", "Send less"),
        (problem(429, "rate-limited", "Too many", Retry_After="60"), "rate-limited", "in 60 s"),
        (Response(status_code=500), "unavailable", "HTTP 500"),
        (RedirectResponse("https://elsewhere.example/mcp"), "redirected", "https://elsewhere.example/mcp"),
        (HTMLResponse("<h1>Sign in</h1>"), "bad-response", "text/html"),
        (JSONResponse(["no message"]), "bad-response", "application/json"),
        (Response(status_code=202), "bad-response", "no content type"),
    ],
)
async def test_what_is_no_answer_becomes_a_readable_error(
    service: McpService, reply: Response, reason: str, words: str
) -> None:
    """It says what happened and what to do, under the request's id, and never holds the key."""
    service.routes["tools/call"] = lambda _: reply
    async with bridge_client(service.url) as client:
        client.send("tools/call", {"name": "x"}, id=1, modern=True)
        error = (await client.answer(1))["error"]
    assert error["code"] == -32000
    assert error["data"]["reason"] == reason
    assert words in error["message"]
    assert KEY not in client.lines[0].decode()


async def test_an_echoed_key_is_not_passed_on(service: McpService) -> None:
    """A proxy that shows the headers it was sent must not put the key into a transcript."""
    service.routes["ping"] = lambda call: problem(401, "x", f"bad header: {call.headers['authorization']}")
    async with bridge_client(service.url) as client:
        client.send("ping", id=1)
        assert "bad header: Bearer …" in (await client.answer(1))["error"]["message"]
    assert KEY not in client.lines[0].decode()


@pytest.mark.parametrize("kind", ["application/json", "text/event-stream"])
async def test_an_answer_that_echoes_the_key_is_passed_on_without_it(service: McpService, kind: str) -> None:
    """Also where it is a message of the protocol."""

    def echo(call: Call) -> Response:
        message = f"bad token: {call.headers['authorization']}"
        text = json.dumps({"jsonrpc": "2.0", "id": 1, "error": {"code": -32001, "message": message}})
        return Response(text if kind == "application/json" else f"data: {text}\n\n", media_type=kind)

    service.routes["ping"] = echo
    async with bridge_client(service.url) as client:
        client.send("ping", id=1)
        assert (await client.answer(1))["error"]["message"] == "bad token: Bearer …"


async def test_a_service_that_comes_up_later_works_without_a_restart() -> None:
    """Unconfigured, then configured but down, then up."""
    found: list[Endpoint] = []

    def endpoint() -> Endpoint:
        if not found:
            raise Usage("no service is configured", "Set TWIN_URL.")
        return found[-1]

    async with bridge_to(endpoint, budget=3) as client:
        client.send("ping", id=1)
        error = (await client.answer(1))["error"]
        assert error["data"]["reason"] == "not-configured"
        assert "Set TWIN_URL." in error["message"]
        found.append(Endpoint(parse_address("http://127.0.0.1:9"), None, "test"))
        client.send("tools/call", {"name": "x"}, id=2)
        assert (await client.answer(2))["error"]["data"]["reason"] == "unreachable"
        async with mcp_service() as service:
            found.append(Endpoint(parse_address(service.url), None, "test"))
            client.send("ping", id=3)
            assert "result" in await client.answer(3)
            client.end()


async def test_no_answer_in_time_is_said(service: McpService) -> None:
    """Before the gateway's own limit, which would say less."""

    async def endless(call: Call) -> Response:
        await call.gone.wait()
        return Response()

    service.routes["tools/call"] = endless
    async with bridge_client(service.url, budget=0.05) as client:
        client.send("tools/call", {"name": "x"}, id=1)
        assert (await client.answer(1))["error"]["data"]["reason"] == "timeout"


async def test_a_passing_failure_is_tried_once_more_where_that_is_safe(service: McpService) -> None:
    """A list may be asked for twice, a tool may not be called twice."""
    service.routes["tools/list"] = service.routes["tools/call"] = lambda _: Response(
        status_code=503, headers={"Retry-After": "0"}
    )
    async with bridge_client(service.url) as client:
        client.send("tools/list", id=1)
        client.send("tools/call", {"name": "x"}, id=2)
        assert (await client.answer(1))["error"]["data"]["reason"] == "unavailable"
        assert (await client.answer(2))["error"]["data"]["reason"] == "unavailable"
    assert len(service.sent("tools/list")) == 2
    assert len(service.sent("tools/call")) == 1


async def test_a_wait_longer_than_the_budget_is_not_begun(service: McpService) -> None:
    """The client is told at once when to come back."""
    service.routes["tools/list"] = lambda _: problem(429, "rate-limited", "Too many", Retry_After="40")
    async with bridge_client(service.url) as client:
        client.send("tools/list", id=1)
        error = (await client.answer(1))["error"]
    assert error["data"] == {"reason": "rate-limited", "status": 429, "retry_after": 40.0}
    assert len(service.sent("tools/list")) == 1


async def test_a_stream_is_read_event_by_event(service: McpService) -> None:
    """What comes before the answer reaches the client before it; comments are no messages."""

    def stream(call: Call) -> Response:
        progress = {"jsonrpc": "2.0", "method": "notifications/progress", "params": {"progress": 1}}
        answer = {"jsonrpc": "2.0", "id": call.message["id"], "result": {"text": "a\nb"}}
        body = f": hello\r\n\r\ndata: {json.dumps(progress)}\r\n\r\nevent: message\ndata:{json.dumps(answer)}\n\n"
        return StreamingResponse(iter([body.encode()]), media_type="text/event-stream")

    service.routes["tools/call"] = stream
    async with bridge_client(service.url) as client:
        client.send("tools/call", {"name": "x"}, id=1, modern=True)
        assert (await client.answer(1))["result"] == {"text": "a\nb"}
    assert [message.get("method") for message in client.output] == ["notifications/progress", None]


async def test_an_answer_to_another_request_in_a_stream_is_passed_over(service: McpService) -> None:
    """The one that is meant comes after it."""
    answers = [{"jsonrpc": "2.0", "id": id_, "result": {"of": id_}} for id_ in (9, 1)]
    body = "".join(f"data: {json.dumps(answer)}\n\n" for answer in answers)
    service.routes["ping"] = lambda _: Response(body, media_type="text/event-stream")
    async with bridge_client(service.url) as client:
        client.send("ping", id=1)
        assert (await client.answer(1))["result"] == {"of": 1}


async def test_a_stream_without_an_answer_is_said(service: McpService) -> None:
    """The client does not wait for ever."""
    service.routes["tools/call"] = lambda _: Response(": nothing\n\n", media_type="text/event-stream")
    async with bridge_client(service.url) as client:
        client.send("tools/call", {"name": "x"}, id=1)
        assert "ended its reply" in (await client.answer(1))["error"]["message"]


async def test_an_answer_over_several_lines_is_written_on_one(service: McpService) -> None:
    """A line is a message."""
    service.routes["ping"] = lambda _: Response(
        '{\r\n  "jsonrpc": "2.0",\n  "id": 1,\n  "result": {"text": "a\\nb"}\n}\n', media_type="application/json"
    )
    async with bridge_client(service.url) as client:
        client.send("ping", id=1)
        assert (await client.answer(1))["result"] == {"text": "a\nb"}
    assert b"\n" not in client.lines[0]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{", -32700),
        (b"\xff\xfe", -32700),
        (b"[" * 100_000, -32700),
        (b"[]", -32600),
        (b"7", -32600),
        (b'{"id": 1, "method": "ping"}', -32600),
        (b'{"jsonrpc": "2.0", "id": null, "method": "ping"}', -32600),
        (b'{"jsonrpc": "2.0", "id": true, "method": "ping"}', -32600),
        (b'{"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []}', -32600),
        (TooLong(), -32600),
    ],
)
async def test_what_is_no_message_is_refused_and_not_forwarded(
    service: McpService, line: bytes | TooLong, code: int
) -> None:
    """The bridge goes on."""
    async with bridge_client(service.url) as client:
        client.raw(line)
        client.send("ping", id="after")
        await client.answer("after")
    assert client.output[0]["error"]["code"] == code
    assert len(service.calls) == 1


async def test_input_that_ends_is_answered_to_its_end(service: McpService) -> None:
    """A client may write its last question and close."""
    release = asyncio.Event()

    async def slow(call: Call) -> Response:
        await release.wait()
        return result(call, {})

    service.routes["tools/call"] = slow
    async with bridge_client(service.url) as client:
        client.send("tools/call", {"name": "x"}, id=1)
        client.end()
        await service.until(lambda: bool(service.sent("tools/call")))
        release.set()
    assert "result" in client.output[0]


async def test_a_batch_is_sent_apart_and_answered_together(service: McpService) -> None:
    """As 2025-03-26 has it: one array with the answers, none for notifications."""
    handshake: list[dict[str, Any]] = [
        {"jsonrpc": "2.0", "id": 1, "method": "ping"},
        {"jsonrpc": "2.0", "method": "notifications/roots/list_changed"},
        {"jsonrpc": "2.0", "id": 2, "method": "initialize"},
        {"id": 3},
    ]
    async with bridge_client(service.url, watch_seconds=0) as client:
        client.send("initialize", INITIALIZE | {"protocolVersion": "2025-03-26"}, id=0)
        client.raw(json.dumps(handshake).encode())
        client.raw(json.dumps([{"jsonrpc": "2.0", "method": "notifications/x"}]).encode())
        _, answers = await client.until(2)
    assert [answer["id"] for answer in answers] == [1, 2, 3]
    assert ["error" in answer for answer in answers] == [False, True, True]
    assert len(client.lines) == 2


async def test_a_batch_is_refused_after_a_handshake_that_knows_none(service: McpService) -> None:
    """They left the protocol with 2025-06-18."""
    async with bridge_client(service.url, watch_seconds=0) as client:
        client.send("initialize", INITIALIZE, id=0)
        client.raw(b'[{"jsonrpc": "2.0", "id": 1, "method": "ping"}]')
        _, refused = await client.until(2)
    assert (refused["id"], refused["error"]["code"]) == (None, -32600)


async def test_a_legacy_client_is_told_of_a_new_version(service: McpService) -> None:
    """Its subscriptions, the list of resources, and the list of tools only if that changed."""
    async with bridge_client(service.url) as client:
        client.send("initialize", INITIALIZE, id=0)
        capabilities = (await client.answer(0))["result"]["capabilities"]
        assert capabilities == {"tools": {"listChanged": True}, "resources": {"subscribe": True, "listChanged": True}}
        client.send("notifications/initialized")
        client.send("resources/subscribe", {"uri": "profile://summary"}, id=1)
        client.send("tools/list", id=2)
        assert (await client.answer(1))["result"] == {}
        await client.answer(2)
        service.etag = '"v2"'
        assert (await client.told("notifications/resources/updated"))["params"] == {"uri": "profile://summary"}
        assert "notifications/resources/list_changed" in [each.get("method") for each in client.output]
        assert "notifications/tools/list_changed" not in [each.get("method") for each in client.output]
        client.send("resources/unsubscribe", {"uri": "profile://summary"}, id=3)
        await client.answer(3)
        service.tools.append(tool("list_profile_versions"))
        service.etag = '"v3"'
        await client.told("notifications/tools/list_changed")
    assert [each.get("method") for each in client.output].count("notifications/resources/updated") == 1
    assert service.sent("resources/subscribe") == []


async def test_a_modern_client_is_told_what_it_listens_to(service: McpService) -> None:
    """Acknowledged first; each message names the subscription; the input's end ends it gracefully."""
    wanted = {"resourcesListChanged": True, "promptsListChanged": False, "resourceSubscriptions": ["profile://summary"]}
    async with bridge_client(service.url) as client:
        client.send("server/discover", id=1, modern=True)
        assert (await client.answer(1))["result"]["capabilities"]["resources"] == {
            "subscribe": True,
            "listChanged": True,
        }
        client.send("subscriptions/listen", {"notifications": wanted}, id="listen-1", modern=True)
        acknowledged = await client.told("notifications/subscriptions/acknowledged")
        service.etag = '"v2"'
        updated = await client.told("notifications/resources/updated")
        changed = await client.told("notifications/resources/list_changed")
    meta = {"io.modelcontextprotocol/subscriptionId": "listen-1"}
    honoured = {"resourcesListChanged": True, "resourceSubscriptions": ["profile://summary"]}
    assert acknowledged["params"] == {"notifications": honoured, "_meta": meta}
    assert updated["params"] == {"uri": "profile://summary", "_meta": meta}
    assert changed["params"] == {"_meta": meta}
    assert client.output[-1]["result"] == {"resultType": "complete", "_meta": meta}


async def test_a_listening_that_is_cancelled_hears_no_more_and_nothing_is_asked(service: McpService) -> None:
    """Looking costs requests, so it ends with the last who wants to know."""
    wanted = {"resourcesListChanged": True}
    async with bridge_client(service.url) as client:
        client.send("subscriptions/listen", {"notifications": wanted}, id=1, modern=True)
        await client.told("notifications/subscriptions/acknowledged")
        client.send("notifications/cancelled", {"requestId": 1})
        client.send("server/discover", id=2, modern=True)
        await client.answer(2)
        client.send("ping", id=3)
        await client.answer(3)
        looks = len([call for call in service.calls if call.path == "/v1/profile"])
        client.send("ping", id=4)
        await client.answer(4)
        assert len([call for call in service.calls if call.path == "/v1/profile"]) == looks
    assert all("result" in message for message in client.output[1:])


@pytest.mark.parametrize("watch_seconds", [0.0, 0.01])
async def test_nothing_is_promised_that_cannot_be_delivered(service: McpService, watch_seconds: float) -> None:
    """Watching switched off, or a key that may not read the profile."""
    if watch_seconds:
        service.routes["/v1/profile"] = lambda _: problem(403, "forbidden", "Forbidden")
    async with bridge_client(service.url, watch_seconds=watch_seconds) as client:
        client.send("initialize", INITIALIZE, id=0)
        assert (await client.answer(0))["result"]["capabilities"]["resources"]["subscribe"] is False
        client.send("resources/subscribe", {"uri": "profile://summary"}, id=1)
        client.send("subscriptions/listen", {"notifications": {}}, id=2, modern=True)
        assert (await client.answer(1))["error"]["code"] == -32601
        assert (await client.answer(2))["error"]["code"] == -32601


async def test_the_first_version_ever_is_told_too(service: McpService) -> None:
    """A client may be there before the profile is."""
    service.etag = None
    async with bridge_client(service.url) as client:
        client.send("initialize", INITIALIZE, id=0)
        client.send("notifications/initialized")
        client.send("ping", id=1)
        await client.answer(1)
        service.etag = '"v1"'
        await client.told("notifications/resources/list_changed")
