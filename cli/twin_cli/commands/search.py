"""`twin search`: passages of the profile, best first."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from twin_cli.console import Console
from twin_cli.failure import ExitCode
from twin_cli.service import Service, told
from twin_cli.settings import Flags, Surroundings, find_endpoint


def run(arguments: Namespace, flags: Flags, around: Surroundings, console: Console) -> ExitCode:
    """Search, and print what was found."""
    wanted = {"query": arguments.query, "top_k": arguments.top_k, "section": arguments.section}
    with Service(find_endpoint(flags, around)) as service:
        body = {name: value for name, value in wanted.items() if value is not None}
        found = service.read("POST", "/v1/search", json=body)
    console.result(found, told(found, present))
    return ExitCode.OK


def present(found: dict[str, Any]) -> str:
    """Search results for people."""
    results = found["results"]
    lines = [f"{rank}. {hit['path']}  {hit['text']}" for rank, hit in enumerate(results, 1)] or ["Nothing matches."]
    return "\n".join([*lines, f"(version {found['profile_version']}{', degraded' * found['degraded']})"])
