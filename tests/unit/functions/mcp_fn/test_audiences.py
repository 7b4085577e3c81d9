"""No way into a profile shows an audience what its rules keep from it: every tool, resource, prompt and completion."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from support.container import FakeContainer, publish_everywhere
from support.guarded_documents import GuardedDocument, guarded_documents
from support.mcp_client import LEGACY, MODERN, McpClient, mcp_handler
from support.people import OWNER, PROFILE

from digital_twin.domain.access import Audience, Principal, Scope
from digital_twin.domain.profile import validate_profile
from digital_twin.entry.event_loop import run
from digital_twin.errors import InvalidDocument

# Everything but writing, which a lower audience is never given together with reading.
READING = frozenset(Scope) - {Scope.WRITE, Scope.ADMIN}


def everything(client: McpClient, sections: list[str]) -> Iterator[str]:
    """The replies to whatever can be asked for, with names from the whole document."""
    for method in ("tools/list", "prompts/list", "resources/list", "resources/templates/list"):
        yield client.send(method).text
    found = client.tool("search", query="canary note work employer school project")
    yield str(found)
    for result in found["structuredContent"]["results"]:
        yield str(client.tool("fetch", id=result["id"]))
    yield str(client.tool("search_profile", query="canary note name", top_k=20))
    yield str(client.tool("ask_profile", question="Where did they work, and what do they know?"))
    job = "- canary0q or canary1q\n- 3 years of work with canary2q\n- 2 years of experience\n- a name, a school"
    matched = client.tool("match_job_description", job_description=job)["structuredContent"]["requirements"]
    yield str([(finding["citations"], finding["note"]) for finding in matched])  # the rest is the question's own words
    yield client.send("resources/read", {"uri": "profile://summary"}).text
    yield client.send("resources/read", {"uri": "profile://versions/1"}).text
    for section in sections:
        yield str(client.tool("get_profile_section", section=section))
        yield client.send("resources/read", {"uri": f"profile://sections/{section}"}).text
    for name, arguments in (
        ("interview_brief", {"focus": "work"}),
        ("screening_questions", {"job_description": "notes"}),
        ("introduction_email", {"recipient": "Bo"}),
    ):
        yield client.send("prompts/get", {"name": name, "arguments": arguments}).text
    for ref, argument in (
        ({"type": "ref/resource", "uri": "profile://sections/{section}"}, "section"),
        ({"type": "ref/resource", "uri": "profile://versions/{n}"}, "n"),
    ):
        yield client.send("completion/complete", {"ref": ref, "argument": {"name": argument, "value": ""}}).text


def is_publishable(guarded: GuardedDocument) -> bool:
    """Whether the service takes the document: not an empty one, nor one that hides half of a period."""
    try:
        validate_profile(guarded.document)
    except InvalidDocument:
        return False
    return True


# The examples are containers of their own on one loop; a busy machine is slow at making one.
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    guarded=guarded_documents(),
    audience=st.sampled_from([Audience.PUBLIC, Audience.RECRUITER]),
    era=st.sampled_from([LEGACY, MODERN]),
)
def test_no_reply_holds_what_is_kept_from_the_audience(guarded: GuardedDocument, audience: Audience, era: str) -> None:
    """Whatever the profile and its rules."""
    assume(is_publishable(guarded))
    container = FakeContainer()
    run(publish_everywhere(container, guarded.document))
    who = Principal("key", PROFILE, audience, READING, OWNER.tier)
    client = McpClient(mcp_handler(container), era, who)

    told = "".join(everything(client, list(guarded.document)))

    # The replies' own ids and times hold digits, so that years, which are canaries too, say nothing here.
    hidden = [canary for canary in guarded.kept_from(audience) if canary.startswith("canary")]
    assert [canary for canary in hidden if canary in told] == []
