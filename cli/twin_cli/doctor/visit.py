"""What the checks share: the service's address, a client, what earlier steps learned, and how replies go wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

import httpx

from twin_cli.doctor.findings import Broken
from twin_cli.failure import ExitCode
from twin_cli.http import explain
from twin_cli.service import json_object
from twin_cli.settings import Endpoint

TIMEOUT = httpx.Timeout(29.0, connect=8.0)
"""API Gateway gives up after 29 s."""


@dataclass(slots=True)
class Visit:
    """One walk. The fields after `client` are what its steps found out, for later ones."""

    endpoint: Endpoint
    client: httpx.Client
    metadata_url: str | None = None
    metadata: dict[str, object] = field(default_factory=dict[str, object])
    anonymous: bool = False
    tools: list[dict[str, object]] = field(default_factory=list[dict[str, object]])
    era: str | None = None

    @property
    def base(self) -> str:
        """The service's address."""
        return self.endpoint.address.base

    @property
    def mcp(self) -> str:
        """The MCP endpoint."""
        return self.endpoint.address.mcp

    def send(
        self, method: str, url: str, *, headers: Mapping[str, str] | None = None, body: bytes = b""
    ) -> httpx.Response:
        """One request without redirects.

        Raises:
            Broken: nothing answered.
        """
        try:
            return self.client.request(method, url, content=body or None, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            why = explain(error) if isinstance(error, httpx.HTTPError) else "it is no URL"
            mend = "Check that the service is up and that nothing between blocks it."
            raise Broken(f"{method} {url}: {why}", mend, ExitCode.UNREACHABLE) from error

    def document(self, url: str) -> dict[str, object]:
        """A JSON document that anybody may read.

        Raises:
            Broken: it is not there, or something else is.
        """
        reply = self.send("GET", url, headers={"Accept": "application/json"})
        no_redirect(reply)
        if reply.status_code != HTTPStatus.OK:
            mend = "Serve it there, without a credential."
            raise Broken(f"GET {url} replies {reply.status_code}", mend)
        return json_reply(reply)


def no_redirect(reply: httpx.Response) -> None:
    """Redirects break clients: most do not follow them, and those that do lose the credential or the body.

    Raises:
        Broken: it is one.
    """
    if not reply.has_redirect_location:
        return
    told = f"{reply.request.method} {reply.request.url} is redirected ({reply.status_code})"
    raise Broken(told, f"Use the address it redirects to ({reply.headers['Location']}), or serve this one directly.")


def json_reply(reply: httpx.Response) -> dict[str, object]:
    """The JSON object of a reply that says it is one.

    Raises:
        Broken: naming the content type, if it is something else.
    """
    kind = reply.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    where = f"{reply.request.method} {reply.request.url}"
    if kind == "text/html":
        mend = "A web page answers there: a sign-in page, a proxy, or another site. Check the address."
        raise Broken(f"{where} replies with HTML", mend)
    body = json_object(reply)
    if body is None:
        mend = "Serve a JSON object." if kind else "Serve a JSON object, with its content type."
        raise Broken(f"{where} does not reply with a JSON object", mend)
    if kind != "application/json" and not kind.endswith("+json"):
        told = f"{where} replies with the content type {kind or 'of nothing'}"
        raise Broken(told, "Send Content-Type: application/json.")
    return body
