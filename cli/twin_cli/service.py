"""The service's REST API, for commands: one request at a time, every failure a CliFailure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Self, cast

import httpx

from twin_cli.failure import Refused, Unreachable, Usage
from twin_cli.http import client_options, explain
from twin_cli.settings import Endpoint

type JsonBody = dict[str, Any] | None

TIMEOUT_SECONDS = 30.0
"""API Gateway gives up after 29 s."""

_MENDS = {
    401: "Set TWIN_API_KEY to a key of this service; it may have expired or been revoked.",
    403: "Use a key with the scope this takes, such as the owner's.",
    404: "Check TWIN_URL; if it is right, nothing may be published yet.",
    412: "Someone published meanwhile: read the profile again, then publish against its ETag.",
    413: "Send less.",
}
_NO_TWIN = "Check TWIN_URL: is it a digital twin?"


class Service:
    """A service at an endpoint. Use as a context manager."""

    def __init__(self, endpoint: Endpoint, transport: httpx.BaseTransport | None = None) -> None:
        base = endpoint.address.base
        self._where = endpoint.address.origin
        self._client = httpx.Client(base_url=base, timeout=TIMEOUT_SECONDS, transport=transport, **client_options(base))
        self._client.headers.update(endpoint.authorization)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def send(
        self,
        method: str,
        path: str,
        *,
        json: JsonBody = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        absent_ok: bool = False,
    ) -> httpx.Response:
        """One request.

        Args:
            method: HTTP method.
            path: below the base address.
            json: body to send as JSON.
            content: body to send as it is.
            headers: besides the credential.
            params: the query.
            absent_ok: return a 404 instead of raising.

        Raises:
            Refused: the service replied with an error.
            Unreachable: it did not reply, or something else did.
            Usage: a header cannot be sent.
        """
        try:
            reply = self._client.request(method, path, json=json, content=content, headers=headers, params=params)
        except UnicodeEncodeError as error:
            raise Usage("a header would hold characters that none has", "Copy the ETag again.") from error
        except httpx.HTTPError as error:
            mend = "Check TWIN_URL, the network, and whether the service is up: `twin doctor` finds the broken step."
            raise Unreachable(f"{self._where} cannot be reached: {explain(error)}", mend) from error
        if reply.is_success or (absent_ok and reply.status_code == HTTPStatus.NOT_FOUND):
            return reply
        raise refusal(reply)

    def read(self, method: str, path: str, json: JsonBody = None) -> dict[str, Any]:
        """One request whose reply is a JSON object.

        Raises:
            Refused: the service replied with an error.
            Unreachable: it did not reply, or something else did.
        """
        return body_of(self.send(method, path, json=json))


def body_of(reply: httpx.Response) -> dict[str, Any]:
    """The reply's JSON object.

    Raises:
        Unreachable: it is something else.
    """
    body = json_object(reply)
    if body is None:
        where = f"{reply.url.scheme}://{reply.url.netloc.decode()}"
        raise Unreachable(f"{where} does not answer with JSON", _NO_TWIN)
    return body


def told(body: dict[str, Any], present: Callable[[dict[str, Any]], str]) -> str:
    """What `present` makes of a reply.

    Raises:
        Unreachable: the reply lacks what it needs, because it is not a digital twin's.
    """
    try:
        return present(body)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise Unreachable("what answers replies with something else than a digital twin", _NO_TWIN) from error


def json_object(reply: httpx.Response) -> dict[str, Any] | None:
    """The reply's JSON object, None if it is something else."""
    try:
        body: object = reply.json()
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", body) if isinstance(body, dict) else None


def refusal(reply: httpx.Response) -> Refused:
    """What an error reply means: RFC 9457 where the service wrote it."""
    status = reply.status_code
    problem = json_object(reply)
    if problem is None or "title" not in problem:
        return Refused(f"the service replied {status}", _mend(reply))
    slug = str(problem.get("type", "")).rsplit("/", 1)[-1]
    lines = [f"{problem['title']}: {problem.get('detail', '')} ({slug}, request {problem.get('request_id', '?')})"]
    named: object = problem.get("errors")
    faults = (
        [cast("dict[str, Any]", one) for one in cast("list[object]", named) if isinstance(one, dict)]
        if isinstance(named, list)
        else []
    )
    lines += [f"  {fault.get('pointer', '')}: {fault.get('message', fault.get('detail', ''))}" for fault in faults]
    return Refused("\n".join(lines), _mend(reply), problem)


def _mend(reply: httpx.Response) -> str:
    wait = reply.headers.get("Retry-After", "")
    if reply.is_redirect:
        return f"Set TWIN_URL to where it redirects: {reply.headers.get('Location', '?')}"
    if wait.isdigit():
        return f"Try again in {wait} s."
    return _MENDS.get(reply.status_code, "")
