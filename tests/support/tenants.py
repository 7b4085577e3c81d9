"""Profiles of their own for end-to-end tests: what one test publishes, no other sees."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Any, cast

import httpx

from digital_twin.adapters.dynamodb import ReplicatedTable
from digital_twin.adapters.grant_store import DynamoGrantStore
from digital_twin.domain.access import Audience, Grant, Scope, hash_key
from twin_local.aws import Aws
from twin_local.deployment import Deployment
from twin_local.emulator import PRIMARY_REGION
from twin_local.keys import new_key

_POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Tenant:
    """One profile of the deployed service, with a key of the highest tier for every audience."""

    profile: str
    keys: dict[Audience, str]
    api: httpx.Client

    def request(
        self,
        method: str,
        path: str,
        audience: Audience = Audience.PRIVATE,
        *,
        json: object = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Call the API as an audience; `PRIVATE` is the owner."""
        credential = {"Authorization": f"Bearer {self.keys[audience]}"}
        return self.api.request(method, path, json=json, content=content, headers=credential | dict(headers or {}))

    def put(self, document: object, **headers: str) -> httpx.Response:
        """Publish a document as the owner."""
        return self.request("PUT", "/v1/profile", json=document, headers=headers)

    def ask(self, question: str, audience: Audience = Audience.PUBLIC) -> dict[str, Any]:
        """The answer an audience gets."""
        reply = self.request("POST", "/v1/query", audience, json={"question": question})
        assert reply.status_code == 200, reply.text
        return cast("dict[str, Any]", reply.json())

    def sync(self) -> dict[str, Any]:
        """The sync board."""
        return cast("dict[str, Any]", self.request("GET", "/v1/sync").json())

    def wait_until_live(self, version: int) -> dict[str, Any]:
        """The board once every region holds a version."""

        def is_live() -> dict[str, Any] | None:
            board = self.sync()
            live = all(region["status"] == "live" and region["version"] == version for region in board["regions"])
            return board if live else None

        return eventually(is_live, f"version {version} live in every region")


def eventually[T](probe: Callable[[], T | None], what: str, seconds: float = 60.0) -> T:
    """Poll until the probe gives something, at most so long."""
    limit = monotonic() + seconds
    while True:
        found = probe()
        if found is not None:
            return found
        assert monotonic() < limit, f"not in {seconds:.0f} s: {what}"
        sleep(_POLL_SECONDS)


def grant_key(aws: Aws, deployment: Deployment, profile: str, audience: Audience, tier: str = "enterprise") -> str:
    """A new key for an audience of a profile; the owner's has every scope."""
    dynamodb = aws.client("dynamodb", PRIMARY_REGION)
    grants = DynamoGrantStore(ReplicatedTable(primary=dynamodb, nearest=dynamodb, name=deployment.table))
    scopes = frozenset(Scope) if audience is Audience.PRIVATE else frozenset({Scope.QUERY, Scope.SEARCH, Scope.READ})
    key = new_key()
    label = f"{profile}-{audience.label}-{hash_key(key)[:8]}"
    asyncio.run(grants.put(hash_key(key), Grant(label, profile, audience, scopes, tier, label)))
    return key


def make_tenant(api: httpx.Client, aws: Aws, deployment: Deployment, profile: str) -> Tenant:
    """A profile, published or not, with a key for every audience."""
    return Tenant(profile, {audience: grant_key(aws, deployment, profile, audience) for audience in Audience}, api)
