"""Completions: names of sections, and numbers of versions for the owner."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from mcp.types import (
    Completion,
    CompletionArgument,
    CompletionContext,
    PromptReference,
    ResourceTemplateReference,
)

from digital_twin.bootstrap import Container
from digital_twin.domain.access import Scope
from digital_twin.errors import LimitReached, NotFound, TwinError
from mcp_fn.caller import Caller, current_caller
from mcp_fn.failures import protocol_error
from mcp_fn.resources import SECTION_TEMPLATE, VERSION_TEMPLATE, ProfileResources
from mcp_fn.scoped_server import ScopedServer

# The most values the specification lets a reply hold.
_MOST_VALUES = 100

type Reference = PromptReference | ResourceTemplateReference
type _Values = Callable[[Caller], Awaitable[list[str]]]


def add_completions(server: ScopedServer, container: Container, resources: ProfileResources) -> None:
    """Complete the arguments of prompts and resource templates."""

    async def version_numbers(caller: Caller) -> list[str]:
        deadline = container.deadline()
        page = await container.browse.versions(caller.principal, route="mcp", deadline=deadline, limit=_MOST_VALUES)
        return [str(entry.number) for entry in page.entries]

    values: dict[tuple[str, str], _Values] = {
        (SECTION_TEMPLATE, "section"): resources.sections,
        (VERSION_TEMPLATE, "n"): version_numbers,
        ("interview_brief", "focus"): resources.sections,
    }

    @server.completion()
    async def complete(
        ref: Reference, argument: CompletionArgument, _context: CompletionContext | None
    ) -> Completion | None:
        """The values that begin with what is there.

        Raises:
            MCPError: the caller is offered no such prompt or template.
        """
        caller = current_caller.get()
        if isinstance(ref, PromptReference):
            name, is_offered = ref.name, ref.name in {prompt.name for prompt in await server.list_prompts()}
        else:
            templates = resources.templates(caller)
            name, is_offered = ref.uri, ref.uri in {template.uri_template for template in templates}
        if not is_offered:
            raise protocol_error(NotFound("there is no such prompt or template"), caller.request_id)
        source = values.get((name, argument.name))
        if source is None or Scope.READ not in caller.principal.scopes:
            return None
        try:
            known = await source(caller)
        except LimitReached:
            # Completions come with every key that is pressed; none is better than an error in the middle of a word.
            return None
        except TwinError as error:
            raise protocol_error(error, caller.request_id) from error
        found = [value for value in known if value.casefold().startswith(argument.value.casefold())]
        return Completion(values=found[:_MOST_VALUES], total=len(found), has_more=len(found) > _MOST_VALUES)
