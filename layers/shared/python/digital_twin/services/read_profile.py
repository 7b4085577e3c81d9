"""Reading the profile as an audience sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Audience, Principal, Scope
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.visibility import visible
from digital_twin.errors import NotFound, StoreUnavailable
from digital_twin.ports import ProfileStore


@dataclass(frozen=True, slots=True)
class ReadProfile:
    """A version's document as one audience sees it; the ETag is of that representation."""

    version: int
    created_at: datetime
    etag: str
    document: JsonObject


class ReadProfileService:
    """The `read profile` use case."""

    def __init__(self, store: ProfileStore) -> None:
        self._store = store

    async def read(self, principal: Principal, deadline: Deadline, number: int | None = None) -> ReadProfile:
        """The live version, or the one named.

        Only the owner may name one: an old version may hold what has since been made private, under rules that
        said otherwise then.

        Raises:
            Forbidden: the principal lacks the scope `read`, or `write` to name a version.
            NotFound: nothing was published, or no such version.
            StoreUnavailable: the table failed.
        """
        principal.require(Scope.READ)
        head = await deadline.bound(self._store.head(principal.profile), StoreUnavailable, "the table")
        if head is None:
            raise NotFound("nothing has been published yet")
        if number is not None and number != head.version:
            principal.require(Scope.WRITE)
        stored = self._store.version(principal.profile, number or head.version)
        version = await deadline.bound(stored, StoreUnavailable, "the table")
        if version is None and number in (None, head.version):
            raise StoreUnavailable(f"version {head.version} is HEAD but could not be read")
        if version is None:
            raise NotFound(f"version {number} does not exist")
        return ReadProfile(
            version=version.number,
            created_at=version.created_at,
            etag=_etag(version.etag, principal.audience),
            document=visible(version.document, principal.audience),
        )


def _etag(etag: str, audience: Audience) -> str:
    """The owner's ETag is the version's own, the one writes name; each other audience sees another document."""
    return etag if audience is Audience.PRIVATE else f'{etag[:-1]}-{audience.label}"'
