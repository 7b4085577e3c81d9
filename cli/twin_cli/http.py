"""HTTP clients that start fast and reach what they should: shared by the commands, the doctor and the bridge."""

from __future__ import annotations

import ssl
from typing import Any

import httpx

from twin_cli import __version__
from twin_cli.addresses import is_loopback

USER_AGENT = f"twin-cli/{__version__}"


def client_options(url: str) -> dict[str, Any]:
    """Options for an httpx client of one origin.

    A proxy from the environment cannot reach this machine. Loading certificate authorities takes tens of milliseconds,
    which a plain http address does not need. Redirects are never followed: they would lose bodies and credentials.
    """
    options: dict[str, Any] = {
        "headers": {"User-Agent": USER_AGENT},
        "follow_redirects": False,
        "trust_env": not is_loopback(url),
    }
    if url.startswith("http://"):
        options["verify"] = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return options


def explain(error: httpx.HTTPError) -> str:
    """A transport failure in a few words, without addresses of proxies or internals."""
    match error:
        case httpx.TimeoutException():
            return "no answer in time"
        case httpx.ConnectError():
            return _no_connection(str(error).lower())
        case httpx.RemoteProtocolError() | httpx.ReadError() | httpx.WriteError():
            return "the connection broke"
        case httpx.DecodingError():
            return "its reply cannot be decoded"
        case httpx.ProxyError():
            return "the proxy refused"
        case _:
            return type(error).__name__


def _no_connection(said: str) -> str:
    if "certificate" in said:
        return "its TLS certificate is not trusted"
    if any(words in said for words in ("name or service", "getaddrinfo", "nodename", "name resolution")):
        return "its name is not known"
    return "nothing accepts a connection there"
