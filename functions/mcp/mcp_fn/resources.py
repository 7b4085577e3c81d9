"""The profile as resources: a summary, its sections and, for the owner, its versions."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import unquote

from mcp.types import Annotations, Resource, ResourceTemplate

from digital_twin.bootstrap import Container
from digital_twin.domain.access import Scope
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.phrasing import section_word
from digital_twin.domain.sections import section_names, summarize
from digital_twin.errors import NotFound
from digital_twin.services.browse import Section
from mcp_fn.bodies import SectionBody, section_uri
from mcp_fn.caller import Caller

SUMMARY_URI = "profile://summary"
SECTION_TEMPLATE = "profile://sections/{section}"
VERSION_TEMPLATE = "profile://versions/{n}"

MARKDOWN, JSON = "text/markdown", "application/json"

_SECTION = re.compile(r"profile://sections/([^/?#]+)")
_VERSION = re.compile(r"profile://versions/([1-9][0-9]{0,9})")

_FOR_BOTH = Annotations(audience=["user", "assistant"])


@dataclass(frozen=True, slots=True)
class Content:
    """What a resource holds."""

    text: str
    mime_type: str


class ProfileResources:
    """The resources over a container; every read counts against the caller's limits."""

    def __init__(self, container: Container) -> None:
        self._container = container

    async def listed(self, caller: Caller) -> list[Resource]:
        """The resources the caller may read, whose addresses need no filling in."""
        if Scope.READ not in caller.principal.scopes:
            return []
        return [
            Resource(
                uri=SUMMARY_URI,
                name="summary",
                title="Summary",
                description="Who this is: name, headline, summary, current role, experience, and its sections.",
                mime_type=MARKDOWN,
                annotations=_FOR_BOTH,
            ),
            *(
                Resource(
                    uri=section_uri(name),
                    name=name,
                    title=section_word(name).capitalize() or name,
                    description=f"The profile's section '{name}' as JSON.",
                    mime_type=JSON,
                    annotations=_FOR_BOTH,
                )
                for name in await self.sections(caller)
            ),
        ]

    def templates(self, caller: Caller) -> list[ResourceTemplate]:
        """The kinds of resources the caller may read."""
        scopes = caller.principal.scopes
        section = ResourceTemplate(
            uri_template=SECTION_TEMPLATE,
            name="section",
            title="A section of the profile",
            description="One section as JSON; resources/list has the sections there are.",
            mime_type=JSON,
        )
        version = ResourceTemplate(
            uri_template=VERSION_TEMPLATE,
            name="version",
            title="A version of the profile",
            description="A published version's whole document as JSON, by its number.",
            mime_type=JSON,
        )
        return [section] * (Scope.READ in scopes) + [version] * ({Scope.READ, Scope.WRITE} <= scopes)

    async def sections(self, caller: Caller) -> list[str]:
        """The names of the sections the caller sees."""
        container = self._container
        profile = await container.browse.profile(caller.principal, route="mcp", deadline=container.deadline())
        return section_names(profile.document)

    async def read(self, caller: Caller, uri: str) -> Content:
        """Read a resource; what follows a `#`, as in the addresses `search` gives, is a place in it.

        Raises:
            NotFound: there is no such resource, or not for this caller; which of the two is not told.
            LimitReached, StoreUnavailable, DeadlineExceeded: as their names say.
        """
        scopes = caller.principal.scopes
        whole, _, _ = uri.partition("#")
        if Scope.READ in scopes and whole == SUMMARY_URI:
            return await self._summary(caller)
        if Scope.READ in scopes and (match := _SECTION.fullmatch(whole)):
            return await self._section(caller, unquote(match[1]))
        if {Scope.READ, Scope.WRITE} <= scopes and (match := _VERSION.fullmatch(whole)):
            return await self._version(caller, int(match[1]))
        raise NotFound("there is no such resource")

    async def _summary(self, caller: Caller) -> Content:
        container = self._container
        profile = await container.browse.profile(caller.principal, route="mcp", deadline=container.deadline())
        return Content(summarize(profile.document, profile.created_at.date()), MARKDOWN)

    async def _section(self, caller: Caller, name: str) -> Content:
        section: Section = await self._container.browse.section(
            caller.principal, name, route="mcp", deadline=self._container.deadline()
        )
        return Content(SectionBody.of(section).model_dump_json(indent=2), JSON)

    async def _version(self, caller: Caller, number: int) -> Content:
        container = self._container
        profile = await container.browse.profile(
            caller.principal, route="mcp", deadline=container.deadline(), number=number
        )
        body: JsonObject = {"version": profile.version, "etag": profile.etag, "document": profile.document}
        return Content(json.dumps(body, ensure_ascii=False, indent=2), JSON)
