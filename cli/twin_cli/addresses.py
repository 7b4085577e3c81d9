"""The addresses of a service, from what a user writes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

from twin_cli.failure import Usage


@dataclass(frozen=True, slots=True)
class Address:
    """Where a service is; `base` ends before `/v1`, without a slash."""

    base: str

    @property
    def mcp(self) -> str:
        """The MCP endpoint."""
        return f"{self.base}/mcp"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        parts = urlsplit(self.base)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def is_loopback(self) -> bool:
        """Whether this machine itself serves it."""
        return is_loopback(self.base)


def is_loopback(url: str) -> bool:
    """Whether a URL's host is this machine, whatever a resolver says."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def parse_address(written: str) -> Address:
    """The address a user means: of the service, or of its MCP endpoint.

    Raises:
        Usage: it is no http or https URL, or holds what does not belong there.
    """
    try:
        parts = urlsplit(written.strip())
        port = parts.port
    except ValueError as error:
        raise Usage(f"{written!r} is not a URL", "Write it as https://HOST, without a path of its own.") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
        raise Usage(f"{written!r} is not an http or https URL", "Write it as https://HOST.")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise Usage("the URL holds a user name, password, query or fragment", "Give the key as TWIN_API_KEY.")
    path = parts.path.rstrip("/")
    for ending in ("/mcp", "/v1"):
        path = path.removesuffix(ending)
    return Address(urlunsplit((parts.scheme, parts.netloc, path, "", "")))
