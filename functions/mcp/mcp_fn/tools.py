"""The tools, over the same services REST uses."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from digital_twin.bootstrap import Container
from digital_twin.domain.access import Scope
from digital_twin.domain.profile import SECTIONS
from digital_twin.entry.sessions import SessionId, open_session
from digital_twin.entry.wire import AnswerBody, SearchBody
from digital_twin.services.ask import DEFAULT_TOP_K
from digital_twin.services.match import MAX_TEXT
from mcp_fn.bodies import MatchBody, PassageBody, ResultsBody, SectionBody, VersionsBody
from mcp_fn.caller import current_caller
from mcp_fn.scoped_server import ScopedServer

_ROUTE = "mcp"
_VERSIONS_PER_PAGE = 50

_KNOWN_SECTIONS = f"{', '.join(SECTIONS)}, or one of the profile's own"

_Question = Annotated[str, Field(min_length=1, max_length=2000, description="A question about the person.")]
_Query = Annotated[str, Field(min_length=1, max_length=2000, description="Words or a question.")]
_Evidence = Annotated[int, Field(ge=1, le=20, description="How much evidence to consider.")]
_SessionId = Annotated[
    SessionId | None,
    Field(description="The session_id of an earlier answer, for a question that leans on what was asked before."),
]
_Results = Annotated[int, Field(ge=1, le=20, description="How many results at most.")]
_OneSection = Annotated[
    str | None, Field(max_length=100, description=f"Only this section of the profile: {_KNOWN_SECTIONS}.")
]
_JobDescription = Annotated[
    str, Field(min_length=1, max_length=MAX_TEXT, description="The text of the job description, as it was posted.")
]
_Section = Annotated[str, Field(min_length=1, max_length=100, description=f"The section's name: {_KNOWN_SECTIONS}.")]
_Id = Annotated[str, Field(min_length=1, max_length=200, description="The id of a result of search.")]
_Before = Annotated[
    int | None, Field(ge=1, description="Only versions older than this number: next_before of the page before.")
]


def add_tools(server: ScopedServer, container: Container) -> None:
    """Offer every tool, each to callers with its scope."""
    _add_answers(server, container)
    _add_reading(server, container)
    _add_research(server, container)


def _add_answers(server: ScopedServer, container: Container) -> None:
    @server.scoped_tool(Scope.QUERY, title="Ask the profile")
    async def ask_profile(
        question: _Question, session_id: _SessionId = None, top_k: _Evidence = DEFAULT_TOP_K
    ) -> AnswerBody:
        """Answer a question about the person from their profile, every sentence cited.

        Returns the answer with markers such as [1] and the matching citations (section, JSON pointer, verbatim
        quote). The status not_in_profile means the profile does not say; nothing is guessed. A follow-up ("And before
        that?") is understood with the session_id of the answer before. To read the evidence without an answer,
        search_profile is the sibling.
        """
        caller, session = current_caller.get(), open_session(session_id)
        asked = await container.ask.ask(
            caller.principal, question, route=_ROUTE, deadline=container.deadline(), top_k=top_k, session=session
        )
        return AnswerBody.of(asked, session_id=session.id, request_id=caller.request_id)

    @server.scoped_tool(Scope.SEARCH, title="Search the profile")
    async def search_profile(query: _Query, top_k: _Results = DEFAULT_TOP_K, section: _OneSection = None) -> SearchBody:
        """Find the passages of the person's profile that match a query, best first, without composing an answer.

        Returns passages with their section, JSON pointer and score. An empty list means that nothing matches, or that
        there is no such section.
        """
        found = await container.search.search(
            current_caller.get().principal,
            query,
            route=_ROUTE,
            deadline=container.deadline(),
            top_k=top_k,
            # Models fill in what they leave open with an empty text.
            section=section or None,
        )
        return SearchBody.of(found)


def _add_reading(server: ScopedServer, container: Container) -> None:
    @server.scoped_tool(Scope.READ, title="Read a section of the profile")
    async def get_profile_section(section: _Section) -> SectionBody:
        """Read one whole section of the person's profile as JSON (JSON Resume), as far as the caller may see it.

        Returns the section's entries with dates and details, and the profile version they are of. For a question
        in words, ask_profile gives a short cited answer instead. A section that does not exist is an error that
        names those that do.
        """
        found = await container.browse.section(
            current_caller.get().principal, section, route=_ROUTE, deadline=container.deadline()
        )
        return SectionBody.of(found)

    @server.scoped_tool(Scope.QUERY, title="Match a job description")
    async def match_job_description(job_description: _JobDescription) -> MatchBody:
        """Compare a job description with the person's profile, requirement by requirement.

        Returns each requirement found in the text as met, partly or no_evidence, with the passages that bear it out and
        a note where the profile leaves something open, such as for how long. no_evidence means that the profile does
        not say, not that the person cannot. The comparison is of words: nothing is guessed. For a single question,
        ask_profile is the sibling.
        """
        matched = await container.match.match(
            current_caller.get().principal, job_description, route=_ROUTE, deadline=container.deadline()
        )
        return MatchBody.of(matched)

    @server.scoped_tool(Scope.WRITE, title="List the versions of the profile")
    async def list_profile_versions(before: _Before = None) -> VersionsBody:
        """List the published versions of the profile, newest first: number, time, author, reason and source.

        For the owner only. Returns at most 50 and, in next_before, the number to continue from. A version's document
        is the resource profile://versions/{n}.
        """
        page = await container.browse.versions(
            current_caller.get().principal,
            route=_ROUTE,
            deadline=container.deadline(),
            limit=_VERSIONS_PER_PAGE,
            below=before,
        )
        return VersionsBody.of(page)


def _add_research(server: ScopedServer, container: Container) -> None:
    """The two tools that deep-research clients look for by these names and shapes.

    https://platform.openai.com/docs/mcp
    """

    @server.scoped_tool(Scope.SEARCH, title="Search for documents")
    async def search(query: _Query) -> ResultsBody:
        """Search the person's profile for passages, as references: id, title and url.

        For clients that read results one by one with fetch. search_profile returns the passages' text at once.
        """
        found = await container.search.search(
            current_caller.get().principal, query, route=_ROUTE, deadline=container.deadline(), top_k=DEFAULT_TOP_K
        )
        return ResultsBody.of(found)

    @server.scoped_tool(Scope.SEARCH, title="Fetch a document")
    async def fetch(id: _Id) -> PassageBody:  # noqa: A002  # the name clients send
        """Read one passage of the person's profile by the id that search gave.

        Returns its text with title, url, and the section, JSON pointer and profile version it is from.
        """
        found = await container.search.fetch(
            current_caller.get().principal, id, route=_ROUTE, deadline=container.deadline()
        )
        return PassageBody.of(found)
