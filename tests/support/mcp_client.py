"""A client of the MCP function in either protocol era, through API Gateway events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digital_twin.domain.access import Principal
from digital_twin.entry.lambda_http import LambdaHandler, lambda_handler
from mcp_fn.app import make_app
from support.container import FakeContainer
from support.lambda_events import Reply, call
from support.people import RECRUITER

MODERN = "2026-07-28"
LEGACY = "2025-11-25"
ACCEPT = {"Accept": "application/json, text/event-stream"}
META = {
    "io.modelcontextprotocol/protocolVersion": MODERN,
    "io.modelcontextprotocol/clientCapabilities": {},
    "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
}


def mcp_handler(container: FakeContainer) -> LambdaHandler:
    """The function's handler over a container."""
    return lambda_handler(make_app(container))


def message(era: str, method: str, params: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """A request's body and headers, as the era has them."""
    wanted = dict(params)
    headers = ACCEPT | {"MCP-Protocol-Version": era}
    if era == MODERN:
        wanted["_meta"] = META
        named = wanted.get("name") or wanted.get("uri")
        headers |= {"Mcp-Method": method} | ({"Mcp-Name": named} if named else {})
    return {"jsonrpc": "2.0", "id": 7, "method": method, "params": wanted}, headers


class McpClient:
    """A client of one era, talking to a warm handler as one principal."""

    def __init__(self, handler: LambdaHandler, era: str, principal: Principal = RECRUITER) -> None:
        self._handler = handler
        self._era = era
        self._principal = principal

    def send(self, method: str, params: dict[str, Any] | None = None, **headers: str) -> Reply:
        """One request; headers and `_meta` as the era has them."""
        body, sent = message(self._era, method, params or {})
        return call(self._handler, "POST", "/mcp", principal=self._principal, body=body, headers=sent | headers)

    def result(self, method: str, **params: object) -> dict[str, Any]:
        """The result of a request that is served."""
        reply = self.send(method, params)
        assert (reply.status, reply.json["id"]) == (200, 7), reply.text
        return reply.json["result"]

    def error(self, method: str, **params: object) -> dict[str, Any]:
        """The error of a request that is not, whatever status the era gives it."""
        return self.send(method, params).json["error"]

    def tool(self, name: str, **arguments: object) -> dict[str, Any]:
        """The result of a tool call."""
        return self.result("tools/call", name=name, arguments=arguments)
