"""`twin sync`: which version each region's index holds."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from twin_cli.console import Console
from twin_cli.failure import ExitCode
from twin_cli.service import Service, told
from twin_cli.settings import Flags, Surroundings, find_endpoint


def run(_: Namespace, flags: Flags, around: Surroundings, console: Console) -> ExitCode:
    """Print the sync board."""
    with Service(find_endpoint(flags, around)) as service:
        board = service.read("GET", "/v1/sync")
    console.result(board, told(board, present))
    return ExitCode.OK


def present(board: dict[str, Any]) -> str:
    """The board for people."""
    lines = [f"live: version {board['head_version']}"]
    for region in board["regions"]:
        line = f"{region['region']:<16} version {region['version']:<6} {region['status']:<8} {region['chunks']} chunks"
        lines.append(line + (f"  {region['error']}" if region.get("error") else ""))
    return "\n".join(lines)
