"""An MCP server whose tools fail as REST does: with a problem's slug, and nothing of an exception's text or input."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, override

from mcp import MCPError
from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.types import INVALID_PARAMS, CallToolResult, InputRequiredResult
from pydantic import ValidationError

from digital_twin.domain.access import Principal
from digital_twin.domain.pointer import format_pointer
from digital_twin.entry.problems import INTERNAL, problem_of
from digital_twin.errors import Fault, InvalidInput, TwinError
from digital_twin.telemetry import log


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, in which request."""

    principal: Principal
    request_id: str


current_caller: ContextVar[Caller] = ContextVar("current_caller")


class ToolServer(MCPServer):
    """The SDK's server with the outermost edge of every tool call."""

    @override
    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool.

        Raises:
            MCPError: there is no such tool; an error of the protocol (2026-07-28, "Tools", error handling).
            ToolError: the call failed; the message is for the model to read.
        """
        if name not in {tool.name for tool in await self.list_tools()}:
            raise MCPError(INVALID_PARAMS, f"Unknown tool: {name}")
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            # The SDK wraps whatever went wrong, and would tell the client the rejected values.
            raise ToolError(_explained(error, current_caller.get().request_id)) from error


def _explained(failure: ToolError, request_id: str) -> str:
    """A failed call as one line: slug, detail, and where in the arguments."""
    cause = failure.__cause__
    if isinstance(cause, ValidationError) and not isinstance(failure, UnexpectedToolError):
        cause = _invalid_arguments(cause)
    if isinstance(cause, TwinError):
        kind, body, _ = problem_of(cause, request_id)
        faults = cause.faults if isinstance(cause, InvalidInput) else ()
        places = "".join(f"; {fault.pointer}: {fault.message}" for fault in faults)
        return f"{kind.slug}: {body['detail']}{places} (request {request_id})"
    log.exception("request.failed", failure, request_id=request_id)
    return f"{INTERNAL.slug}: {INTERNAL.title} (request {request_id})"


def _invalid_arguments(error: ValidationError) -> InvalidInput:
    details = error.errors(include_input=False, include_url=False, include_context=False)
    faults = tuple(Fault(format_pointer(detail["loc"]), detail["msg"]) for detail in details)
    return InvalidInput("the arguments do not fit the tool's schema", faults)
