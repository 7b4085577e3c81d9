"""Publishing a profile: validate, commit in one transaction, tell every region's Redis, answer the writer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Scope
from digital_twin.domain.commits import build_commit, canonical_json
from digital_twin.domain.diff import merge_patch
from digital_twin.domain.history import Head, Version
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.profile import validate_profile
from digital_twin.errors import (
    CacheUnavailable,
    DocumentTooLarge,
    Fault,
    InvalidDocument,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
    StoreUnavailable,
)
from digital_twin.ports import HeadBeacon, ProfileStore
from digital_twin.telemetry import log

BEACON_SECONDS = 1.0

# What a PUT may send; patches must not grow a document past what can be read and replaced again.
MAX_DOCUMENT_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Precondition:
    """What a write says of the version it was made against: its ETag, or that there is none yet."""

    if_match: str | None = None
    must_not_exist: bool = False

    def check(self, head: Head | None) -> None:
        """Compare with HEAD; the transaction compares again.

        Raises:
            PreconditionRequired: the write says nothing.
            PreconditionFailed: HEAD is something else.
        """
        if self.if_match is None and not self.must_not_exist:
            raise PreconditionRequired(
                "a write needs If-Match with the version's ETag, or If-None-Match: * for the first"
            )
        if self.must_not_exist and head is not None:
            raise PreconditionFailed(f"a profile exists already, at version {head.version}")
        if self.if_match is not None and (head is None or not _matches(self.if_match, head.etag)):
            live = f"the live version is {head.version}, {head.etag}" if head else "nothing has been published yet"
            raise PreconditionFailed(f"If-Match does not match: {live}")


@dataclass(frozen=True, slots=True)
class Published:
    """A committed version, and the regions whose Redis could not be told yet."""

    version: Version
    untold_regions: tuple[str, ...]


class PublishService:
    """The `publish` use case."""

    def __init__(self, store: ProfileStore, beacons: Sequence[HeadBeacon], now: Callable[[], datetime]) -> None:
        self._store = store
        self._beacons = beacons
        self._now = now

    async def put(
        self, principal: Principal, document: JsonObject, precondition: Precondition, reason: str, deadline: Deadline
    ) -> Published:
        """Publish a whole document as the next version.

        Raises:
            Forbidden: the principal lacks the scope `write`.
            InvalidDocument, DocumentTooLarge: the document does not fit; nothing is stored.
            PreconditionRequired, PreconditionFailed: see `Precondition`; nothing is stored.
            StoreUnavailable: the table failed.
        """
        principal.require(Scope.WRITE)
        validate_profile(document)
        head = await deadline.bound(self._store.head(principal.profile), StoreUnavailable, "the table")
        precondition.check(head)
        live = await self._live_document(principal.profile, head, deadline)
        return await self._commit(principal, head, live, document, reason, "put", deadline)

    async def patch(
        self, principal: Principal, patch: JsonObject, precondition: Precondition, reason: str, deadline: Deadline
    ) -> Published:
        """Publish the live document with a JSON Merge Patch applied; raises as `put`, and NotFound before the first."""
        principal.require(Scope.WRITE)
        head = await deadline.bound(self._store.head(principal.profile), StoreUnavailable, "the table")
        if head is None:
            raise NotFound("nothing has been published yet; PUT a profile first")
        precondition.check(head)
        live = await self._live_document(principal.profile, head, deadline)
        document = merge_patch(live, patch)
        if not isinstance(document, dict):
            raise InvalidDocument("the patch is no object", (Fault("", "a JSON object is expected"),))
        validate_profile(document)
        return await self._commit(principal, head, live, document, reason, "patch", deadline)

    async def _live_document(self, profile: str, head: Head | None, deadline: Deadline) -> JsonObject:
        if head is None:
            return {}
        version = await deadline.bound(self._store.version(profile, head.version), StoreUnavailable, "the table")
        if version is None:
            raise StoreUnavailable(f"version {head.version} is HEAD but could not be read")
        return version.document

    async def _commit(
        self,
        principal: Principal,
        head: Head | None,
        live: JsonObject,
        document: JsonObject,
        reason: str,
        source: str,
        deadline: Deadline,
    ) -> Published:
        if len(canonical_json(document)) > MAX_DOCUMENT_BYTES:
            raise DocumentTooLarge(f"the patched document is larger than {MAX_DOCUMENT_BYTES} bytes")
        commit = build_commit(
            principal.profile,
            head=head,
            live=live,
            document=document,
            author=principal.id,
            reason=reason,
            source=source,
            now=self._now(),
        )
        await deadline.bound(self._store.commit(commit), StoreUnavailable, "the table")
        log.info("publish.committed", profile=principal.profile, version=commit.version.number)
        return Published(commit.version, await announce(self._beacons, principal.profile, commit.version.number))


async def announce(beacons: Sequence[HeadBeacon], profile: str, version: int) -> tuple[str, ...]:
    """Make a version known in every region's Redis at once.

    Returns:
        The regions that could not be told. Their value expires within a minute and the relay tells them again.
    """

    async def tell(beacon: HeadBeacon) -> str | None:
        try:
            async with asyncio.timeout(BEACON_SECONDS):
                await beacon.advance(profile, version)
        except (CacheUnavailable, TimeoutError) as error:
            log.warning("publish.beacon_failed", region=beacon.region, reason=str(error))
            return beacon.region
        return None

    untold = await asyncio.gather(*(tell(beacon) for beacon in beacons))
    return tuple(region for region in untold if region is not None)


def _matches(if_match: str, etag: str) -> bool:
    """RFC 9110 section 13.1.1: `*` matches any version, else one of the listed strong ETags."""
    return if_match.strip() == "*" or etag in (item.strip() for item in if_match.split(","))
