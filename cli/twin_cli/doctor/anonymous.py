"""Whether who may call without a credential is who the service means to let in, and no more."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from twin_cli.doctor.findings import Broken, Skip, Warn
from twin_cli.doctor.protocol import MODERN, ask
from twin_cli.doctor.visit import Visit, no_redirect

AUDIENCE_MEMBER = "anonymous_audience"
"""The member of the endpoint's metadata that says who is let in without a credential."""

_OWNERS_TOOL = "list_profile_versions"


def anonymous(visit: Visit) -> str:
    """The door stands as open as the service says it does, and leads no further."""
    meant = visit.metadata.get(AUDIENCE_MEMBER)
    if not visit.anonymous:
        if meant is None:
            raise Skip("a credential is needed")
        told = f"the metadata says that anybody may call as {meant}, but calls without a credential are refused"
        raise Broken(told, "Deploy again: the authorizer does not know of `anonymous_mcp`.")
    _check_rest(visit)
    _check_tools(visit)
    if meant is None:
        mend = "If they are not meant to be, take `anonymous_mcp` back and see that /mcp has its authorizer."
        raise Warn("calls without a credential are allowed, and the metadata does not say so", mend)
    if meant != "public":
        told = f"calls without a credential are served as the audience {meant}"
        raise Broken(told, "Let them see the public part only.")
    return "they see the public part over MCP, and nothing over REST"


def _check_rest(visit: Visit) -> None:
    place = f"{visit.base}/v1/profile"
    reply = visit.send("GET", place)
    no_redirect(reply)
    if reply.status_code == HTTPStatus.OK:
        raise Broken(f"GET {place} replies without a credential", "Only /mcp may be open: attach the authorizer there.")


def _check_tools(visit: Visit) -> None:
    listed = ask(visit, "tools/list", {}, MODERN, authorization={}).get("tools")
    tools = cast("list[object]", listed) if isinstance(listed, list) else []
    if any(isinstance(tool, dict) and cast("dict[str, object]", tool).get("name") == _OWNERS_TOOL for tool in tools):
        told = f"without a credential, {_OWNERS_TOOL} is offered, which is the owner's"
        raise Broken(told, "Anonymous callers may have the scopes query, read and search only: look at the authorizer.")
