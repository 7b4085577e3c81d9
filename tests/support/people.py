"""The principals of the tests: one for each audience, all of Ada's profile."""

from __future__ import annotations

from digital_twin.domain.access import TIERS, Audience, Principal, Scope

PROFILE = "ada"

_READING = frozenset({Scope.QUERY, Scope.SEARCH, Scope.READ})

OWNER = Principal("key-owner", PROFILE, Audience.PRIVATE, frozenset(Scope), TIERS["enterprise"])
RECRUITER = Principal("key-recruiter", PROFILE, Audience.RECRUITER, _READING, TIERS["professional"])
PUBLIC = Principal("key-public", PROFILE, Audience.PUBLIC, _READING, TIERS["free"])
