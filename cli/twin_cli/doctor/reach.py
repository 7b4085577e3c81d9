"""Whether the service can be reached: name, connection, certificate, health, clock."""

from __future__ import annotations

import socket
import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urlsplit
from urllib.request import getproxies

import httpx

from twin_cli.doctor.findings import Broken, Skip, Warn
from twin_cli.doctor.visit import Visit, json_reply, no_redirect
from twin_cli.failure import ExitCode

_SECONDS = 8.0
_EXPIRY_DAYS = 14
MAX_SKEW_SECONDS = 120.0
"""Token checks commonly allow a minute or two; AWS signatures five."""


def dns(visit: Visit) -> str:
    """The host's name is known."""
    host, port = _place(visit)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        mend = "Check the spelling, and the DNS record of a custom domain."
        raise Broken(f"the name {host} is not known", mend, ExitCode.UNREACHABLE) from error
    return ", ".join(sorted({str(address[4][0]) for address in found}))


def connect(visit: Visit) -> str:
    """Something listens there."""
    host, port = _place(visit)
    try:
        socket.create_connection((host, port), _SECONDS).close()
    except OSError as error:
        mend = "Check the port, that the service is up, and firewalls between."
        raise Broken(f"nothing accepts a connection at {host} port {port}", mend, ExitCode.UNREACHABLE) from error
    return f"port {port}"


def tls(visit: Visit) -> str:
    """Its certificate is valid, for this name, and for a while yet."""
    if not visit.base.startswith("https://"):
        if visit.endpoint.address.is_loopback:
            raise Skip("plain http, on this machine only")
        raise Warn("plain http: keys and answers travel in clear text", "Serve it over https.")
    host, port = _place(visit)
    context = httpx.create_ssl_context()
    try:
        with (
            socket.create_connection((host, port), _SECONDS) as raw,
            context.wrap_socket(raw, server_hostname=host) as s,
        ):
            ends = s.getpeercert()
    except ssl.SSLCertVerificationError as error:
        told = f"the certificate is not valid: {error.verify_message}"
        raise Broken(told, "Renew it, or issue it for this name.", ExitCode.UNREACHABLE) from error
    except OSError as error:
        mend = "Check that this port speaks TLS 1.2 or newer."
        raise Broken("no TLS connection", mend, ExitCode.UNREACHABLE) from error
    return _expiry(str(ends["notAfter"])) if ends and "notAfter" in ends else "valid"


def _expiry(not_after: str) -> str:
    left = datetime.fromtimestamp(ssl.cert_time_to_seconds(not_after), UTC) - datetime.now(UTC)
    if left.days < _EXPIRY_DAYS:
        raise Warn(f"the certificate expires in {left.days} days", "Renew it.")
    return f"valid for {left.days} days"


def health(visit: Visit) -> str:
    """The service itself answers."""
    reply = visit.send("GET", f"{visit.base}/health")
    no_redirect(reply)
    if reply.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Broken(f"/health replies {reply.status_code}", "The service is down: look into its logs and alarms.")
    if reply.status_code in {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}:
        mend = "Check the path of the URL: API Gateway's own addresses need the stage, such as https://HOST/prod."
        raise Broken(f"there is no /health below {visit.base} ({reply.status_code})", mend)
    if reply.status_code != HTTPStatus.OK:
        raise Broken(f"/health replies {reply.status_code}", "Check the address.")
    json_reply(reply)
    return "alive"


def clock(visit: Visit) -> str:
    """This machine and the service agree on the time."""
    reply = visit.send("GET", f"{visit.base}/health")
    try:
        theirs = parsedate_to_datetime(reply.headers.get("Date", ""))
    except ValueError as error:
        raise Skip("the reply has no Date") from error
    skew = (theirs.astimezone(UTC) - datetime.now(UTC)).total_seconds()
    if abs(skew) > MAX_SKEW_SECONDS:
        told = f"the service's clock is {abs(skew):.0f} s {'ahead' if skew > 0 else 'behind'}"
        raise Warn(told, "Set this machine's clock (or the service's): tokens seem expired, or not valid yet.")
    return f"{skew:+.0f} s"


def proxied(visit: Visit) -> bool:
    """Whether requests go through a proxy, which then resolves and connects in this machine's place."""
    return not visit.endpoint.address.is_loopback and urlsplit(visit.base).scheme in getproxies()


def _place(visit: Visit) -> tuple[str, int]:
    parts = urlsplit(visit.base)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
