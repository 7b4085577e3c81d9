"""The first use of a started stack, as a caller makes it: publish the example, see it live everywhere, ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx

from twin_local.failure import StackFailure
from twin_local.stack_file import StackFile

QUESTION = "Which programming languages and technologies does this person work with?"

_TIMEOUT = httpx.Timeout(60.0, connect=5.0)  # the first call of each function pays its cold start
_LIVE_SECONDS = 90.0
# A machine that is busy starts functions more slowly than they may take to reply; the next try finds them started.
_BUSY = (HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT)
_BUSY_TRIES = 5
_BUSY_PAUSE_SECONDS = 1.0
_POLL_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class SyncBoard:
    """HEAD's version, and each region's state in words."""

    head_version: int
    regions: Mapping[str, str]

    @property
    def is_live(self) -> bool:
        """Whether every region serves HEAD."""
        return all(state == f"live at {self.head_version}" for state in self.regions.values())


class FirstUse:
    """Calls the public interface as the owner and as a recruiter."""

    def __init__(
        self,
        stack: StackFile,
        transport: httpx.BaseTransport | None = None,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        """Wire the caller; `transport` carries requests, by default over the network, `pause` lets seconds pass."""
        self._pause = pause
        self._client = httpx.Client(base_url=stack.base_url, timeout=_TIMEOUT, trust_env=False, transport=transport)
        self._owner = {"Authorization": f"Bearer {stack.owner_key}"}
        self._recruiter = {"Authorization": f"Bearer {stack.recruiter_key}"}

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def publish(self, document: Path) -> bool:
        """Publish the first version, unless there is one; says whether it did.

        Raises:
            StackFailure: if the service refuses the document.
        """
        reply = self._send(
            "PUT",
            "/v1/profile",
            params={"reason": "example profile"},
            content=document.read_bytes(),
            headers=self._owner | {"Content-Type": "application/json", "If-None-Match": "*"},
        )
        if reply.status_code == HTTPStatus.PRECONDITION_FAILED:
            return False
        if reply.status_code != HTTPStatus.CREATED:
            raise StackFailure(f"publishing {document.name} was refused: {_said(reply)}")
        return True

    def sync(self) -> SyncBoard:
        """Which version is live where.

        Raises:
            StackFailure: if the service does not say.
        """
        reply = self._send("GET", "/v1/sync", headers=self._owner)
        if reply.status_code != HTTPStatus.OK:
            raise StackFailure(f"the state of the regions could not be read: {_said(reply)}")
        board = reply.json()
        regions = {region["region"]: f"{region['status']} at {region['version']}" for region in board["regions"]}
        return SyncBoard(int(board["head_version"]), regions)

    def wait_until_live(self) -> None:
        """Wait until every region serves HEAD.

        Raises:
            StackFailure: naming each region's state, if they are not in time.
        """
        limit = monotonic() + _LIVE_SECONDS
        while not (board := self.sync()).is_live:
            if monotonic() > limit:
                raise StackFailure(f"not every region was live after {_LIVE_SECONDS:.0f} s: {board.regions}")
            self._pause(_POLL_SECONDS)

    def ask(self, question: str) -> dict[str, Any]:
        """The answer a recruiter gets.

        Raises:
            StackFailure: if there is none.
        """
        reply = self._send("POST", "/v1/query", json={"question": question}, headers=self._recruiter)
        if reply.status_code != HTTPStatus.OK:
            raise StackFailure(f"the first question was not answered: {_said(reply)}")
        return dict(reply.json())

    def _send(self, method: str, path: str, **request: Any) -> httpx.Response:  # noqa: ANN401  # passed on as it is
        """The reply; a request that found the stack busy is sent again, which none of them minds.

        Raises:
            StackFailure: if there is no reply.
        """
        try:
            reply = self._client.request(method, path, **request)
            for _ in range(_BUSY_TRIES - 1):
                if reply.status_code not in _BUSY:
                    break
                self._pause(_BUSY_PAUSE_SECONDS)
                reply = self._client.request(method, path, **request)
        except httpx.HTTPError as error:
            raise StackFailure(f"{method} {path} was not answered: {error or type(error).__name__}") from error
        return reply


def _said(reply: httpx.Response) -> str:
    return f"{reply.status_code} {reply.text[:1000]}"
