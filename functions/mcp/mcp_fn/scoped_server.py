"""An MCP server whose tools, prompts and resources exist only for callers who may use them, and fail as REST does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, override

from mcp import MCPError
from mcp.server import CacheHint, MCPServer
from mcp.server.caching import CacheableMethod
from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.types import (
    INVALID_PARAMS,
    CallToolResult,
    GetPromptResult,
    InputRequiredResult,
    Prompt,
    Resource,
    ResourceTemplate,
    Tool,
    ToolAnnotations,
)
from pydantic import AnyUrl, ValidationError

from digital_twin.domain.access import Scope
from digital_twin.errors import NotFound, TwinError
from digital_twin.telemetry import log
from mcp_fn.caller import Caller, current_caller
from mcp_fn.failures import failed, failed_unexpectedly, invalid_arguments, protocol_error, unexpected_error
from mcp_fn.pages import paginated
from mcp_fn.resources import ProfileResources

# Nothing here writes, and nothing reaches beyond the one profile.
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


class ScopedServer(MCPServer):
    """The SDK's server with the outermost edge of every call.

    What the caller lacks the scope for is not listed, and is unknown when it is used anyway.
    """

    def __init__(
        self,
        name: str,
        *,
        title: str,
        version: str,
        instructions: str,
        resources: ProfileResources,
        cache_hints: Mapping[CacheableMethod, CacheHint],
    ) -> None:
        super().__init__(
            name,
            title=title,
            version=version,
            instructions=instructions,
            cache_hints=cache_hints,
            # A stream that stayed open would cost until the function's timeout.
            subscriptions=False,
            middleware=[_outermost, paginated],
            # What the SDK logs of itself quotes arguments and exceptions.
            log_level="CRITICAL",
        )
        self._resources = resources
        self._tool_scopes: dict[str, Scope] = {}
        self._listed_tools: list[Tool] = []
        self._prompt_scopes: dict[str, Scope] = {}

    def scoped_tool[F: Callable[..., Any]](self, scope: Scope, *, title: str) -> Callable[[F], F]:
        """Offer a function as a tool to callers with a scope; name, description and schemas are the function's."""

        def offer(function: F) -> F:
            self._tool_scopes[function.__name__] = scope
            self.add_tool(function, title=title, annotations=_READS, structured_output=True)
            self._listed_tools.clear()
            return function

        return offer

    def scoped_prompt[F: Callable[..., Any]](self, scope: Scope, *, title: str) -> Callable[[F], F]:
        """Offer a function as a prompt to callers with a scope; name, description and arguments are the function's."""

        def offer(function: F) -> F:
            self._prompt_scopes[function.__name__] = scope
            return self.prompt(title=title)(function)

        return offer

    # -- tools ---------------------------------------------------------------------------------------------------

    @override
    async def list_tools(self) -> list[Tool]:
        """The tools the caller may use, in the order they were offered."""
        if not self._listed_tools:
            # The SDK would describe each one anew for every request.
            self._listed_tools = await super().list_tools()
        scopes = current_caller.get().principal.scopes
        return [tool for tool in self._listed_tools if self._tool_scopes[tool.name] in scopes]

    @override
    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool; what fails in it is a result.

        Raises:
            MCPError: there is no such tool; an error of the protocol (2026-07-28, "Tools", error handling).
        """
        caller = current_caller.get()
        if self._tool_scopes.get(name) not in caller.principal.scopes:
            raise MCPError(INVALID_PARAMS, f"Unknown tool: {name}")
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            # The SDK wraps whatever went wrong, and would tell the client the rejected values.
            cause = error.__cause__
            if isinstance(cause, ValidationError) and not isinstance(error, UnexpectedToolError):
                cause = invalid_arguments(cause)
            if isinstance(cause, TwinError):
                return failed(cause, caller.request_id)
            log.exception("request.failed", error, request_id=caller.request_id)
            return failed_unexpectedly(caller.request_id)

    # -- prompts -------------------------------------------------------------------------------------------------

    @override
    async def list_prompts(self) -> list[Prompt]:
        """The prompts the caller may use, in the order they were offered."""
        scopes = current_caller.get().principal.scopes
        return [prompt for prompt in await super().list_prompts() if self._prompt_scopes[prompt.name] in scopes]

    @override
    async def get_prompt(
        self, name: str, arguments: dict[str, Any] | None = None, context: Context[Any, Any] | None = None
    ) -> GetPromptResult | InputRequiredResult:
        """Fill in a prompt.

        Raises:
            MCPError: no such prompt, an argument is missing or does not fit, or the profile could not be read.
        """
        caller = current_caller.get()
        offered = {prompt.name: prompt for prompt in await self.list_prompts()}
        if name not in offered:
            raise MCPError(INVALID_PARAMS, f"Unknown prompt: {name}")
        required = {argument.name for argument in offered[name].arguments or () if argument.required}
        if missing := sorted(required - (arguments or {}).keys()):
            raise MCPError(INVALID_PARAMS, f"Missing arguments: {', '.join(missing)}")
        try:
            return await super().get_prompt(name, arguments, context)
        except ValueError as error:
            raise _told(error, caller) from error

    # -- resources -----------------------------------------------------------------------------------------------

    @override
    async def list_resources(self) -> list[Resource]:
        """The resources the caller may read.

        Raises:
            MCPError: the profile could not be read, or a limit is reached.
        """
        caller = current_caller.get()
        try:
            return await self._resources.listed(caller)
        except NotFound:  # nothing was published yet
            return []
        except TwinError as error:
            raise protocol_error(error, caller.request_id) from error

    @override
    async def list_resource_templates(self) -> list[ResourceTemplate]:
        """The kinds of resources the caller may read."""
        return self._resources.templates(current_caller.get())

    @override
    async def read_resource(
        self, uri: AnyUrl | str, context: Context[Any, Any] | None = None
    ) -> Iterable[ReadResourceContents] | InputRequiredResult:
        """Read a resource.

        Raises:
            MCPError: no such resource, it could not be read, or a limit is reached.
        """
        caller = current_caller.get()
        try:
            content = await self._resources.read(caller, str(uri))
        except TwinError as error:
            raise protocol_error(error, caller.request_id, uri=str(uri)) from error
        return [ReadResourceContents(content=content.text, mime_type=content.mime_type)]


async def _outermost(ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
    """The edge of every method: what nobody foresaw is logged without its text, and told by its slug alone."""
    try:
        return await call_next(ctx)
    except (MCPError, ValidationError):  # the second is the SDK's own: parameters of another shape than the method's
        raise
    except Exception as error:
        request_id = current_caller.get().request_id
        log.exception("request.failed", error, request_id=request_id)
        raise unexpected_error(request_id) from error


def _told(error: BaseException, caller: Caller) -> MCPError:
    """What went wrong in a prompt, told as the protocol's error; the SDK wraps it, and its own words stay here."""
    wrapped = error
    while not isinstance(wrapped, TwinError | ValidationError) and wrapped.__cause__ is not None:
        wrapped = wrapped.__cause__
    if isinstance(wrapped, ValidationError):
        return protocol_error(invalid_arguments(wrapped), caller.request_id)
    if isinstance(wrapped, TwinError):
        return protocol_error(wrapped, caller.request_id)
    log.exception(
        "request.failed", wrapped if isinstance(wrapped, Exception) else RuntimeError(), request_id=caller.request_id
    )
    return unexpected_error(caller.request_id)
