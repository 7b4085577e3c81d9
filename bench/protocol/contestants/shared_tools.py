"""The tools as functions, for servers that read signatures: names and parameters of the function's own."""

# What is asked makes no difference to the body; the parameters are there to be read and checked.
# ruff: noqa: ARG001

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from pydantic import Field
from shared_body import Found, found

_Words = Annotated[str, Field(min_length=1, max_length=2000, description="Words or a question.")]
_Results = Annotated[int, Field(ge=1, le=20, description="How many results at most.")]
_Section = Annotated[str | None, Field(max_length=100, description="Only this section of the profile.")]
_Text = Annotated[str, Field(min_length=1, max_length=20_000, description="The text of the job description.")]
_Name = Annotated[str, Field(min_length=1, max_length=200, description="A name or an id that was given before.")]
_Before = Annotated[int | None, Field(ge=1, description="Only versions older than this number.")]


# Coroutine functions, because servers start a thread for any other.


async def ask_profile(question: _Words, top_k: _Results = 8) -> Found:
    """Answer a question about the person from their profile, every sentence cited.

    Returns the answer with markers such as [1] and the matching citations. To read the evidence without an answer,
    search_profile is the sibling.
    """
    return found()


async def search_profile(query: _Words, top_k: _Results = 8, section: _Section = None) -> Found:
    """Find the passages of the person's profile that match a query, best first, without composing an answer.

    Returns passages with their section, JSON pointer and score. An empty list means nothing matches.
    """
    return found()


async def get_profile_section(section: _Name) -> Found:
    """Read one whole section of the person's profile as JSON, as far as the caller may see it.

    Returns the section's entries with dates and details, and the profile version they are of.
    """
    return found()


async def match_job_description(job_description: _Text) -> Found:
    """Compare a job description with the person's profile, requirement by requirement.

    Returns each requirement found in the text with the passages that bear it out.
    """
    return found()


async def list_profile_versions(before: _Before = None) -> Found:
    """List the published versions of the profile, newest first: number, time, author, reason and source."""
    return found()


async def search(query: _Words) -> Found:
    """Search the person's profile for passages, as references: id, title and url."""
    return found()


async def fetch(id: _Name) -> Found:  # noqa: A002 - the name clients send
    """Read one passage of the person's profile by the id that search gave."""
    return found()


TOOLS: tuple[Callable[..., Awaitable[Found]], ...] = (
    ask_profile,
    search_profile,
    get_profile_section,
    match_job_description,
    list_profile_versions,
    search,
    fetch,
)
