"""`twin publish`: a document as the next version, never over a version its author has not seen go by."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from twin_cli.console import Console
from twin_cli.failure import ExitCode, Usage
from twin_cli.service import Service, body_of, told
from twin_cli.settings import Flags, Surroundings, find_endpoint

_SHOWN_CHANGES = 20


def run(arguments: Namespace, flags: Flags, around: Surroundings, console: Console) -> ExitCode:
    """Publish the file, and print the version it became."""
    document = read_document(arguments.file)
    with Service(find_endpoint(flags, around)) as service:
        headers = {"Content-Type": "application/json"} | _precondition(service, arguments.if_match)
        params = {"reason": arguments.reason} if arguments.reason else {}
        reply = service.send("PUT", "/v1/profile", content=document, headers=headers, params=params)
    version = body_of(reply)
    console.result(version, told(version, present))
    return ExitCode.OK


def read_document(file: str) -> bytes:
    """The document's bytes as they are: the service judges them.

    Raises:
        Usage: there is no such file.
    """
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise Usage(f"{file} cannot be read: {error.strerror}", "Name a JSON Resume document.") from error


def _precondition(service: Service, if_match: str | None) -> dict[str, str]:
    """What the write is made against: the version named, else the live one, else that there is none."""
    if if_match:
        return {"If-Match": if_match if if_match.startswith(('"', "W/")) else f'"{if_match}"'}
    live = service.send("GET", "/v1/profile", absent_ok=True)
    etag = live.headers.get("ETag") if live.is_success else None
    return {"If-Match": etag} if etag else {"If-None-Match": "*"}


def present(version: dict[str, Any]) -> str:
    """A committed version for people."""
    changes = version["changes"]
    lines = [f"published version {version['version']} {version['etag']}: {len(changes)} change(s)"]
    lines += [f"  {change['op']:<8} {change['path']}" for change in changes[:_SHOWN_CHANGES]]
    if len(changes) > _SHOWN_CHANGES:
        lines.append(f"  … and {len(changes) - _SHOWN_CHANGES} more")
    pending = version.get("sync", {}).get("pending_regions", [])
    if pending:
        lines.append(f"not told yet, within a minute: {', '.join(pending)}")
    return "\n".join(lines)
