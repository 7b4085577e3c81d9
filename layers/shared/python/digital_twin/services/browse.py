"""Reading parts of a profile under the caller's limits, for those who browse it instead of asking."""

from __future__ import annotations

from dataclasses import dataclass

from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal, Scope
from digital_twin.domain.history import VersionEntry
from digital_twin.domain.json_types import JsonValue
from digital_twin.domain.sections import section_names
from digital_twin.errors import NotFound, StoreUnavailable
from digital_twin.ports import ProfileStore
from digital_twin.services.admission import Admissions
from digital_twin.services.read_profile import ReadProfile, ReadProfileService


@dataclass(frozen=True, slots=True)
class Section:
    """One section as the caller sees it."""

    name: str
    content: JsonValue
    profile_version: int


@dataclass(frozen=True, slots=True)
class VersionPage:
    """Some versions, newest first; `next_below` continues the list, None at its end."""

    entries: tuple[VersionEntry, ...]
    head_version: int
    next_below: int | None


class BrowseService:
    """The `browse` use case; every read counts against the caller's limits."""

    def __init__(self, admissions: Admissions, reader: ReadProfileService, store: ProfileStore) -> None:
        self._admissions = admissions
        self._reader = reader
        self._store = store

    async def profile(
        self, principal: Principal, *, route: str, deadline: Deadline, number: int | None = None
    ) -> ReadProfile:
        """The live version as the caller sees it, or the one named, which only the owner may name.

        Raises:
            Forbidden: the principal lacks the scope `read`, or `write` to name a version.
            LimitReached, NotFound, StoreUnavailable, DeadlineExceeded: as their names say.
        """
        principal.require(Scope.READ)
        ticket = await self._admissions.enter(principal, route, deadline)
        try:
            return await self._reader.read(principal, deadline, number)
        finally:
            await self._admissions.leave(ticket, deadline)

    async def section(self, principal: Principal, name: str, *, route: str, deadline: Deadline) -> Section:
        """One section of the live version.

        Raises:
            Forbidden: the principal lacks the scope `read`.
            NotFound: the caller sees no section of that name; whether there is one is not told.
            LimitReached, StoreUnavailable, DeadlineExceeded: as their names say.
        """
        profile = await self.profile(principal, route=route, deadline=deadline)
        names = section_names(profile.document)
        if name not in names:
            raise NotFound(f"there is no such section; there are: {', '.join(names) or 'none'}")
        return Section(name, profile.document[name], profile.version)

    async def versions(
        self, principal: Principal, *, route: str, deadline: Deadline, limit: int, below: int | None = None
    ) -> VersionPage:
        """The versions that are still kept, newest first.

        Raises:
            Forbidden: the principal lacks the scope `write`.
            LimitReached, NotFound, StoreUnavailable, DeadlineExceeded: as their names say.
        """
        principal.require(Scope.WRITE)
        ticket = await self._admissions.enter(principal, route, deadline)
        try:
            listing = self._store.versions(principal.profile, below=below, limit=limit + 1)
            entries = await deadline.bound(listing, StoreUnavailable, "the table")
        finally:
            await self._admissions.leave(ticket, deadline)
        page, more = entries[:limit], len(entries) > limit
        return VersionPage(tuple(page), ticket.head_version, page[-1].number if more else None)
