"""Whether MCP itself works: both eras' opening, the list of tools, one call."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import cast

import httpx

from twin_cli import __version__
from twin_cli.bridge.headers import Session, headers_for
from twin_cli.bridge.messages import PROTOCOL_VERSION_KEY, Request
from twin_cli.bridge.replies import is_answer, read_rpc
from twin_cli.bridge.sse import EventParser
from twin_cli.doctor.findings import Broken, Skip
from twin_cli.doctor.visit import Visit, no_redirect
from twin_cli.service import refusal

MODERN = "2026-07-28"
LEGACY = "2025-11-25"

type Json = dict[str, object]

_CLIENT = {"name": "twin-doctor", "version": __version__}

_CHEAP_CALLS: dict[str, Json] = {
    "search_profile": {"query": "experience", "top_k": 1},
    "search": {"query": "experience"},
    "ask_profile": {"question": "What is the current role?"},
}
"""What may be called to see that calls work, the cheapest first."""


def discover_request() -> tuple[dict[str, str], bytes]:
    """The opening of the current era, as headers and body."""
    request = _request("server/discover", {}, MODERN)
    return headers_for(request, Session()), request.body


def credential(visit: Visit) -> str:
    """The key is accepted."""
    if visit.endpoint.key is None:
        if visit.anonymous:
            raise Skip("not needed")
        raise Skip("no key was given: set TWIN_API_KEY to check what it can do")
    headers, body = discover_request()
    reply = visit.send("POST", visit.mcp, headers=headers | visit.endpoint.authorization, body=body)
    no_redirect(reply)
    if reply.status_code == HTTPStatus.UNAUTHORIZED:
        mend = "Set TWIN_API_KEY to a key of this service; it may have expired or been revoked."
        raise Broken("the key is not accepted", mend)
    if reply.status_code == HTTPStatus.FORBIDDEN:
        raise Broken("the key may not use MCP", "Use a key with the scopes query, search and read.")
    if reply.status_code == HTTPStatus.TOO_MANY_REQUESTS or reply.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        told = f"the key could not be checked: POST {visit.mcp} replies {reply.status_code}"
        raise Broken(told, refusal(reply).mend or "The authorizer or the function fails: look into their logs.")
    return "accepted"


def discover(visit: Visit) -> str:
    """The current era is served."""
    result = ask(visit, "server/discover", {}, MODERN)
    versions = result.get("supportedVersions")
    if not isinstance(versions, list) or MODERN not in versions:
        told = f"supportedVersions is {json.dumps(versions)}"
        raise Broken(told, f"Serve MCP {MODERN}: update the service's MCP SDK.")
    absent = [name for name in ("resultType", "capabilities", "ttlMs", "cacheScope") if name not in result]
    if absent:
        raise Broken(f"the result lacks {', '.join(absent)}", f"MCP {MODERN} requires them: update the MCP SDK.")
    visit.era = MODERN
    return f"MCP {MODERN}"


def initialize(visit: Visit) -> str:
    """The era of clients that open with a handshake is served."""
    params: Json = {"protocolVersion": LEGACY, "capabilities": {}, "clientInfo": _CLIENT}
    result = ask(visit, "initialize", params, None)
    version = result.get("protocolVersion")
    if not isinstance(version, str) or "serverInfo" not in result:
        mend = f"Serve MCP {LEGACY} too: VS Code opens with a handshake."
        raise Broken("the result lacks protocolVersion or serverInfo", mend)
    visit.era = visit.era or version
    return f"MCP {version}"


def tools(visit: Visit) -> str:
    """There are tools, with schemas clients can use."""
    result = ask(visit, "tools/list", {}, visit.era if visit.era == MODERN else None)
    listed = result.get("tools")
    if not isinstance(listed, list) or not listed:
        raise Broken("no tool is listed", "Use a key with the scopes query or search.")
    visit.tools = [cast("Json", tool) for tool in cast("list[object]", listed) if isinstance(tool, dict)]
    names = [str(tool.get("name")) for tool in visit.tools]
    bad = [str(tool.get("name")) for tool in visit.tools if not _is_object_schema(tool.get("inputSchema"))]
    if bad or len(set(names)) != len(cast("list[object]", listed)):
        told = f"tools without an object schema: {', '.join(bad)}" if bad else "two tools have the same name"
        raise Broken(told, "Clients refuse such a list: give each tool a name and an inputSchema of type object.")
    return ", ".join(names)


def call(visit: Visit) -> str:
    """A tool answers."""
    names = {tool.get("name") for tool in visit.tools}
    name = next((name for name in _CHEAP_CALLS if name in names), None)
    if name is None:
        raise Skip("none of the tools this doctor knows is listed")
    params: Json = {"name": name, "arguments": _CHEAP_CALLS[name]}
    result = ask(visit, "tools/call", params, visit.era if visit.era == MODERN else None)
    if result.get("isError"):
        told = f"{name} failed: {_text(result.get('content'))}"
        raise Broken(told, "The text names the reason; the service's log has more under its request id.")
    return f"{name} answered"


def _request(method: str, params: Json, version: str | None) -> Request:
    if version is not None:
        meta = {
            PROTOCOL_VERSION_KEY: version,
            "io.modelcontextprotocol/clientCapabilities": {},
            "io.modelcontextprotocol/clientInfo": _CLIENT,
        }
        params = params | {"_meta": meta}
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
    return Request(1, method, params, version, body)


def ask(
    visit: Visit, method: str, params: Json, version: str | None, *, authorization: Mapping[str, str] | None = None
) -> Json:
    """The result of one request, as a client of that era sends it.

    Args:
        visit: the walk.
        method: the method asked for.
        params: its parameters.
        version: the revision the request names in itself; None for one of the era that opens with a handshake.
        authorization: the credential as a header, if it is not to be the visitor's key.

    Raises:
        Broken: there is none.
    """
    request = _request(method, params, version)
    session = Session(LEGACY if visit.era is None else visit.era)
    headers = headers_for(request, session)
    headers |= visit.endpoint.authorization if authorization is None else authorization
    reply = visit.send("POST", visit.mcp, headers=headers, body=request.body)
    no_redirect(reply)
    message = _answer(reply)
    if message is None:
        raise _no_answer(method, reply)
    failure = message.get("error")
    if isinstance(failure, dict):
        error = cast("Json", failure)
        told = f"{method} fails: {error.get('message')} ({error.get('code')})"
        raise Broken(told, f"Serve {method} of MCP {version or LEGACY}: update the service, or its MCP SDK.")
    result = message.get("result")
    return cast("Json", result) if isinstance(result, dict) else {}


def _answer(reply: httpx.Response) -> Json | None:
    kind = reply.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    bodies: Iterable[bytes] = ()
    if kind == "text/event-stream":
        parser = EventParser()
        bodies = [*parser.feed(reply.content), *parser.close()]
    elif kind == "application/json":
        bodies = [reply.content]
    return next((rpc for body in bodies if (rpc := read_rpc(body)) is not None and is_answer(rpc)), None)


def _no_answer(method: str, reply: httpx.Response) -> Broken:
    kind = reply.headers.get("Content-Type", "").partition(";")[0].strip().lower() or "no content type"
    if reply.status_code >= HTTPStatus.BAD_REQUEST and kind != "text/html":
        failure = refusal(reply)
        mend = failure.mend or "Look into the service's log."
        return Broken(f"{method} replies {reply.status_code}: {failure}", mend)
    if kind == "text/html":
        return Broken(f"{method} replies with HTML", "A web page answers there: check the address.")
    told = f"{method} replies with {kind} instead of a JSON-RPC message"
    return Broken(told, "Reply with Content-Type: application/json and a JSON-RPC message.")


def _is_object_schema(schema: object) -> bool:
    return isinstance(schema, dict) and cast("Json", schema).get("type") == "object"


def _text(content: object) -> str:
    blocks = cast("list[object]", content) if isinstance(content, list) else []
    texts = [str(cast("Json", block).get("text", "")) for block in blocks if isinstance(block, dict)]
    return " ".join(texts)[:300]
