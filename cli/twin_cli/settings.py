"""Which service, with which key: flags, then the environment, then the configuration file, then a running local stack.

A key that comes from a file is used only for the address in the same file: an address from elsewhere must never be sent
somebody else's key.
"""

from __future__ import annotations

import json
import os
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from twin_cli.addresses import Address, parse_address
from twin_cli.failure import Usage

ROLES = ("owner", "recruiter", "public")
"""Whose key of a local stack may be taken."""

_NOWHERE = "Set TWIN_URL and TWIN_API_KEY, or start the local stack with `make dev` in this folder."


@dataclass(frozen=True, slots=True)
class Secret:
    """A key that does not show itself in logs, tracebacks or reprs."""

    value: str

    def __repr__(self) -> str:
        return "Secret(…)"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A service and the key to use there; `source` says where the address came from."""

    address: Address
    key: Secret | None
    source: str

    @property
    def authorization(self) -> dict[str, str]:
        """The credential as a header."""
        return {"Authorization": f"Bearer {self.key.value}"} if self.key else {}


@dataclass(frozen=True, slots=True)
class Flags:
    """What the command line says about the service."""

    url: str | None = None
    api_key: str | None = None
    role: str = "owner"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What settings may be read from: the environment and two places in the file system."""

    environ: Mapping[str, str]
    directory: Path

    @property
    def config_file(self) -> Path:
        """The user's configuration file."""
        home = Path(self.environ.get("HOME") or Path.home())
        base = self.environ.get("XDG_CONFIG_HOME") or home / ".config"
        return Path(base) / "digital-twin" / "config.toml"


def find_endpoint(flags: Flags, around: Surroundings) -> Endpoint:
    """The service to talk to.

    Raises:
        Usage: nothing names a service, or a setting cannot be used.
    """
    found = _named_address(flags, around)
    if found is None:
        raise Usage("no service is configured", _NOWHERE)
    source, url, own_key = found
    address = parse_address(url)
    key = flags.api_key or around.environ.get("TWIN_API_KEY") or own_key
    _check_key(key, address)
    return Endpoint(address, Secret(key) if key else None, source)


def _named_address(flags: Flags, around: Surroundings) -> tuple[str, str, str | None] | None:
    """The first source that names an address, as (source, address, the key that belongs to it)."""
    if flags.url:
        return "--url", flags.url, _key_kept_for(flags.url, flags, around)
    if url := around.environ.get("TWIN_URL"):
        return "TWIN_URL", url, _key_kept_for(url, flags, around)
    config = _read_config(around.config_file)
    if config.get("url"):
        return str(around.config_file), config["url"], config.get("api_key")
    stack = _running_stack(around.directory)
    if stack:
        return "the local stack", stack["base_url"], stack.get(f"{flags.role}_key")
    return None


def _key_kept_for(url: str, flags: Flags, around: Surroundings) -> str | None:
    """The key that a file keeps for this very address."""
    address = parse_address(url)
    config = _read_config(around.config_file)
    if "url" in config and parse_address(config["url"]) == address:
        return config.get("api_key")
    stack = _running_stack(around.directory) if address.is_loopback else None
    same = stack is not None and parse_address(stack["base_url"]) == address
    return stack.get(f"{flags.role}_key") if stack and same else None


def _read_config(file: Path) -> dict[str, str]:
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise Usage(f"{file} cannot be read: {error}", 'It holds lines such as url = "https://HOST".') from error
    if not all(isinstance(raw.get(name, ""), str) for name in ("url", "api_key")):
        raise Usage(f"{file}: url and api_key are strings", 'Write url = "https://HOST" and api_key = "…".')
    return {name: value for name, value in raw.items() if isinstance(value, str)}


def _running_stack(directory: Path) -> dict[str, Any] | None:
    """The local stack of this folder or of one above it, if it is this user's and runs."""
    for folder in (directory, *directory.parents):
        file = folder / ".local" / "stack.json"
        try:
            # Another user's file would be an invitation to hand over keys.
            if sys.platform == "win32" or file.stat().st_uid != os.getuid():
                continue
            stack = cast("dict[str, Any]", json.loads(file.read_text(encoding="utf-8")))
            if parse_address(stack["base_url"]).is_loopback and _runs(stack["pid"]):
                return stack
        except (OSError, ValueError, KeyError, TypeError, Usage):
            continue
    return None


def _runs(pid: int, signal: Callable[[int, int], None] = os.kill) -> bool:
    try:
        signal(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _check_key(key: str | None, address: Address) -> None:
    if key is None:
        return
    if not key.isascii() or any(character <= " " or character == "\x7f" for character in key):
        raise Usage("the API key holds blanks or other characters no key has", "Copy it again, without line breaks.")
    if address.base.startswith("http://") and not address.is_loopback:
        raise Usage("a key would travel in clear text", f"Use https for {address.origin}.")
