"""Whether a client can find out how to sign in. Sources: MCP 2026-07-28 "Authorization", RFC 9728, RFC 8414."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import cast
from urllib.parse import urlsplit

import httpx

from twin_cli.addresses import is_loopback
from twin_cli.doctor.findings import Broken, Skip, Warn
from twin_cli.doctor.protocol import discover_request
from twin_cli.doctor.visit import Visit, json_reply, no_redirect
from twin_cli.service import refusal

_PARAMETER = re.compile(r'([A-Za-z_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')
_NOBODYS_KEY = "twin_a-key-that-nobody-was-given"
_REMAPPED = "x-amzn-remapped-www-authenticate"


def challenge(visit: Visit) -> str:
    """Whom the MCP endpoint does not know is told where to learn about signing in.

    Where anybody may call without a credential, that is who brings one that nobody was given.
    """
    reply = _knock(visit, {})
    if reply.status_code == HTTPStatus.OK:
        json_reply(reply)
        visit.anonymous = True
        reply = _knock(visit, {"Authorization": f"Bearer {_NOBODYS_KEY}"})
        if reply.status_code == HTTPStatus.OK:
            mend = "Nothing checks credentials: attach the authorizer to /mcp."
            raise Broken("calls are served without a credential, and with one that nobody was given", mend)
    if reply.status_code != HTTPStatus.UNAUTHORIZED:
        raise _no_challenge(visit, reply)
    visit.metadata_url = _metadata_url(reply)
    if visit.anonymous:
        return f"anonymous calls are allowed (public audience); for others a 401, metadata at {visit.metadata_url}"
    return f"401, metadata at {visit.metadata_url}"


def metadata(visit: Visit) -> str:
    """What the challenge points to describes this very endpoint."""
    if visit.metadata_url is None:
        raise Skip("no challenge names it")
    if not visit.metadata_url.startswith("https://") and not is_loopback(visit.metadata_url):
        raise Broken(f"resource_metadata is {visit.metadata_url}", "Name an absolute https URL.")
    visit.metadata = visit.document(visit.metadata_url)
    _check_resource(visit, visit.metadata)
    servers = visit.metadata.get("authorization_servers")
    if not servers and is_loopback(visit.mcp):
        return "for API keys; hosted clients, which need an authorization server, do not reach this machine"
    if not servers and visit.anonymous:
        return "for API keys; clients that only do OAuth come without a credential"
    if not servers:
        mend = "Name one in authorization_servers to let clients that only do OAuth (claude.ai) connect."
        raise Warn("no authorization server is named: API keys only", mend)
    return f"authorization servers: {', '.join(map(str, cast('list[object]', servers)))}"


def well_known(visit: Visit) -> str:
    """The document is also where clients look that do not read the challenge."""
    path = urlsplit(visit.mcp).path
    places = [f"{visit.endpoint.address.origin}/.well-known/oauth-protected-resource{tail}" for tail in (path, "")]
    missing: list[str] = []
    for place in places:
        try:
            found = visit.document(place)
        except Broken:
            missing.append(place)
            continue
        _check_resource(visit, found)
        visit.metadata = visit.metadata or found
    if not missing:
        return "at both places"
    staged = len(urlsplit(visit.base).path) > 1
    mend = (
        "A stage in the path puts it out of reach: use a custom domain."
        if staged
        else "Serve the same document there, without a credential."
    )
    raise Warn(f"not served at {' and '.join(missing)}", mend)


def authorization_server(visit: Visit) -> str:
    """The first authorization server named can be used with PKCE, and is who it says it is."""
    servers = cast("list[object]", visit.metadata.get("authorization_servers") or [])
    if not servers:
        raise Skip("none is named")
    issuer = str(servers[0])
    found = _server_metadata(visit, issuer)
    if found.get("issuer") != issuer:
        told = f"the metadata of {issuer} names the issuer {found.get('issuer')}"
        raise Broken(told, "Make authorization_servers name the issuer exactly as its own metadata does.")
    absent = [name for name in ("authorization_endpoint", "token_endpoint") if not found.get(name)]
    if absent:
        raise Broken(f"the metadata of {issuer} lacks {' and '.join(absent)}", "Complete it (RFC 8414, section 2).")
    if "S256" not in cast("list[object]", found.get("code_challenge_methods_supported") or []):
        mend = 'Add "code_challenge_methods_supported": ["S256"]; for Cognito, serve metadata of your own that says so.'
        raise Broken(f"the metadata of {issuer} does not offer PKCE with S256", mend)
    if not found.get("client_id_metadata_document_supported") and not found.get("registration_endpoint"):
        mend = "Give users a client id, or let clients register (client id metadata documents)."
        raise Warn(f"{issuer} registers no clients by itself", mend)
    return issuer


def _knock(visit: Visit, credential: dict[str, str]) -> httpx.Response:
    """The reply to a client's first request."""
    headers, body = discover_request()
    reply = visit.send("POST", visit.mcp, headers=headers | credential, body=body)
    no_redirect(reply)
    return reply


def _metadata_url(reply: httpx.Response) -> str:
    header = reply.headers.get("WWW-Authenticate")
    if header is None and _REMAPPED in reply.headers:
        mend = (
            "API Gateway renames the header when a function sets it: let an authorizer refuse, and set the header in "
            "the gateway response."
        )
        raise Broken(f"the 401 has {_REMAPPED} instead of WWW-Authenticate", mend)
    if header is None:
        raise Broken("the 401 has no WWW-Authenticate", 'Send WWW-Authenticate: Bearer resource_metadata="…".')
    if not header.strip().lower().startswith("bearer"):
        raise Broken(f"the 401 asks for {header.split()[0]}", 'Send WWW-Authenticate: Bearer resource_metadata="…".')
    parameters = {name.lower(): quoted or plain for name, quoted, plain in _PARAMETER.findall(header)}
    if not parameters.get("resource_metadata"):
        mend = "Add resource_metadata with the URL of the metadata document (RFC 9728, section 5.1)."
        raise Broken("WWW-Authenticate has no resource_metadata", mend)
    return parameters["resource_metadata"]


def _no_challenge(visit: Visit, reply: httpx.Response) -> Broken:
    status = reply.status_code
    caller = "with a credential that nobody was given" if visit.anonymous else "without a credential"
    told = f"POST {visit.mcp} {caller} replies {status}"
    match status:
        case HTTPStatus.MISDIRECTED_REQUEST:
            host = urlsplit(visit.mcp).netloc
            return Broken(f"{told}: it does not know the host {host}", "Add the host to those the MCP server allows.")
        case HTTPStatus.FORBIDDEN:
            return Broken(told, "Reply 401: clients begin to sign in after a 401 only.")
        case HTTPStatus.NOT_FOUND | HTTPStatus.METHOD_NOT_ALLOWED:
            return Broken(told, "Check the address: the MCP endpoint is its path /mcp, and takes POST.")
        case HTTPStatus.TOO_MANY_REQUESTS:
            return Broken(told, refusal(reply).mend or "A limit is reached: try again later.")
        case _ if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return Broken(told, "The authorizer or the function fails: look into their logs.")
        case _:
            return Broken(told, "Reply 401 with a WWW-Authenticate header.")


def _check_resource(visit: Visit, document: dict[str, object]) -> None:
    """A client compares `resource` with the URL it was given: the same, or a parent of it at the same origin."""
    resource = str(document.get("resource", ""))
    named, own = urlsplit(resource), urlsplit(visit.mcp)
    same_origin = (named.scheme, named.netloc.lower()) == (own.scheme, own.netloc.lower())
    if not same_origin or not f"{own.path}/".startswith(f"{named.path.rstrip('/')}/"):
        told = f"the metadata is for {resource or 'no resource'}, not for {visit.mcp}"
        raise Broken(told, f"Set resource to {visit.mcp}.")


def _server_metadata(visit: Visit, issuer: str) -> dict[str, object]:
    """RFC 8414 first, then OpenID Connect discovery, in the order of the MCP specification."""
    parts = urlsplit(issuer)
    origin, path = f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")
    places = [f"{origin}/.well-known/oauth-authorization-server{path}"]
    if path:
        places.append(f"{origin}/.well-known/openid-configuration{path}")
    places.append(f"{origin}{path}/.well-known/openid-configuration")
    for place in places:
        try:
            return visit.document(place)
        except Broken:
            continue
    mend = "Check the name in authorization_servers, and that it serves RFC 8414 or OpenID Connect metadata."
    raise Broken(f"{issuer} has no metadata at {', '.join(places)}", mend)
