"""The owner's API over REST: read and publish the profile, and see what is live where."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import Body, Depends, FastAPI, Header, Query, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from digital_twin.bootstrap import Container
from digital_twin.domain.history import Change
from digital_twin.domain.json_types import JsonObject
from digital_twin.entry.api import create_api
from digital_twin.entry.http import CurrentPrincipal
from digital_twin.entry.responses import GUARDED, READ, WRITTEN, problems
from digital_twin.services.publish import Precondition, Published

# An audience's view may be kept by its reader, if it is asked for again each time whether it still holds.
_REVALIDATED = {"Cache-Control": "private, no-cache", "Vary": "Authorization"}

type Reason = Annotated[str, Query(max_length=500)]
type JsonDocument = Annotated[dict[str, Any], Body()]
type IfMatch = Annotated[str | None, Header()]
type IfNoneMatch = Annotated[str | None, Header()]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a write says about itself: the version it is made against, and why it is made."""

    precondition: Precondition
    reason: str


async def _terms(if_match: IfMatch = None, if_none_match: IfNoneMatch = None, reason: Reason = "") -> _Terms:
    """RFC 9110 section 13.1: `If-None-Match: *` asks that nothing be there yet."""
    must_not_exist = if_none_match is not None and if_none_match.strip() == "*"
    return _Terms(Precondition(if_match, must_not_exist=must_not_exist), reason)


WriteTerms = Annotated[_Terms, Depends(_terms)]


class VersionBody(BaseModel):
    """A committed version; `sync.pending_regions` are the regions not told of it yet."""

    version: int
    etag: str
    created_at: datetime
    author: str
    reason: str
    source: str
    changes: list[dict[str, Any]]
    sync: dict[str, Any]

    @classmethod
    def of(cls, published: Published) -> VersionBody:
        """What a write replies."""
        version = published.version
        return cls(
            version=version.number,
            etag=version.etag,
            created_at=version.created_at,
            author=version.author,
            reason=version.reason,
            source=version.source,
            changes=[_change_body(change) for change in version.changes],
            sync={"status": "syncing", "pending_regions": list(published.untold_regions)},
        )


class RegionBody(BaseModel):
    """What one vector region holds."""

    region: str
    version: int
    status: str
    chunks: int
    updated_at: datetime
    error: str | None


class SyncBody(BaseModel):
    """HEAD's version and each region's."""

    head_version: int
    regions: list[RegionBody]


def make_app(container: Container) -> FastAPI:
    """The application over a container."""
    api = create_api("Digital twin: ingest", container.settings.allowed_origins)

    @api.get("/v1/profile", tags=["profile"], responses=READ)
    async def read_profile(
        principal: CurrentPrincipal,
        version: Annotated[int | None, Query(ge=1)] = None,
        if_none_match: IfNoneMatch = None,
    ) -> Response:
        """The profile as this audience sees it."""
        profile = await container.read_profile.read(principal, container.deadline(), version)
        headers = {"ETag": profile.etag, "Profile-Version": str(profile.version)} | _REVALIDATED
        if if_none_match is not None and _names(if_none_match, profile.etag):
            return Response(status_code=304, headers=headers)
        return JSONResponse(profile.document, headers=headers)

    @api.put("/v1/profile", status_code=201, tags=["profile"], responses=WRITTEN)
    async def put_profile(
        document: JsonDocument, principal: CurrentPrincipal, terms: WriteTerms, response: Response
    ) -> VersionBody:
        """Publish a whole document as the next version."""
        write = container.publish.put(principal, document, terms.precondition, terms.reason, container.deadline())
        return _created(await write, response)

    @api.patch("/v1/profile", status_code=201, tags=["profile"], responses=WRITTEN | problems(404))
    async def patch_profile(
        patch: JsonDocument, principal: CurrentPrincipal, terms: WriteTerms, response: Response
    ) -> VersionBody:
        """Publish the live document with a JSON Merge Patch applied."""
        write = container.publish.patch(principal, patch, terms.precondition, terms.reason, container.deadline())
        return _created(await write, response)

    @api.get("/v1/sync", tags=["profile"], responses=GUARDED)
    async def sync(principal: CurrentPrincipal) -> SyncBody:
        """Which version each region's index holds."""
        overview = await container.sync_overview.overview(principal, container.deadline())
        regions = [RegionBody.model_validate(asdict(status)) for status in overview.regions]
        return SyncBody(head_version=overview.head_version, regions=regions)

    return api


def _created(published: Published, response: Response) -> VersionBody:
    response.headers["ETag"] = published.version.etag
    return VersionBody.of(published)


def _names(if_none_match: str, etag: str) -> bool:
    """RFC 9110 section 13.1.2: `*` or one of the listed ETags, compared weakly: compressing weakens them."""
    listed = (item.strip().removeprefix("W/") for item in if_none_match.split(","))
    return if_none_match.strip() == "*" or etag in listed


def _change_body(change: Change) -> JsonObject:
    body: JsonObject = {"op": change.op, "path": change.path}
    if change.op != "add":
        body["old"] = change.old
    if change.op != "remove":
        body["new"] = change.new
    return body
