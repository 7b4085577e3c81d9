"""The MCP server: tools over the same services REST uses. Knows nothing of HTTP; the principal comes by context."""

from __future__ import annotations

from typing import Annotated
from uuid import uuid4

from mcp.server import CacheHint
from mcp.types import ToolAnnotations
from pydantic import Field

from digital_twin.bootstrap import Container
from digital_twin.domain.profile import SECTIONS
from digital_twin.entry.wire import AnswerBody, SearchBody
from digital_twin.services.ask import DEFAULT_TOP_K
from mcp_fn.tool_server import ToolServer, current_caller

_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

# What a caller sees depends on its audience, so no shared cache may keep it.
_PRIVATE = CacheHint(ttl_ms=60_000, scope="private")

_SECTION_HELP = f"Only this section of the profile: {', '.join(SECTIONS)}, or one of its own."


def make_server(container: Container) -> ToolServer:
    """The server over a container."""
    server = ToolServer(
        "digital-twin",
        title="Digital twin",
        version="1",
        instructions=(
            "Answers about one professional, made only of their published profile and cited. Use ask_profile for a "
            "question in words, search_profile to read the evidence itself. A reply with the status not_in_profile "
            "means that the profile does not say."
        ),
        cache_hints={"server/discover": _PRIVATE, "tools/list": _PRIVATE},
        subscriptions=False,
    )

    @server.tool(title="Ask the profile", annotations=_READS)
    async def ask_profile(
        question: Annotated[str, Field(min_length=1, max_length=2000, description="A question about the person.")],
        top_k: Annotated[int, Field(ge=1, le=20, description="How much evidence to consider.")] = DEFAULT_TOP_K,
    ) -> AnswerBody:
        """Answer a question about the person from their profile, every sentence cited.

        Returns the answer with markers such as [1] and the matching citations (section, JSON pointer, verbatim
        quote). The status not_in_profile means the profile does not say; nothing is guessed. To read the evidence
        without an answer, search_profile is the sibling.
        """
        caller = current_caller.get()
        asked = await container.ask.ask(
            caller.principal, question, route="mcp", deadline=container.deadline(), top_k=top_k
        )
        return AnswerBody.of(asked, session_id=uuid4().hex, request_id=caller.request_id)

    @server.tool(title="Search the profile", annotations=_READS)
    async def search_profile(
        query: Annotated[str, Field(min_length=1, max_length=2000, description="Words or a question.")],
        top_k: Annotated[int, Field(ge=1, le=20, description="How many results at most.")] = DEFAULT_TOP_K,
        section: Annotated[str | None, Field(max_length=100, description=_SECTION_HELP)] = None,
    ) -> SearchBody:
        """Find the passages of the person's profile that match a query, best first, without composing an answer.

        Returns passages with their section, JSON pointer and score. An empty list means nothing matches.
        """
        caller = current_caller.get()
        found = await container.search.search(
            caller.principal, query, route="mcp", deadline=container.deadline(), top_k=top_k, section=section
        )
        return SearchBody.of(found)

    return server
