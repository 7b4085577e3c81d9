"""`twin doctor`: the walk, and its report."""

from __future__ import annotations

from argparse import Namespace

from twin_cli.console import Console
from twin_cli.doctor.walk import examine
from twin_cli.failure import ExitCode
from twin_cli.settings import Flags, Surroundings, find_endpoint


def run(_: Namespace, flags: Flags, around: Surroundings, console: Console) -> ExitCode:
    """Examine the service, and print what was found."""
    report = examine(find_endpoint(flags, around))
    console.result(report.body(), report.human())
    return report.exit_code
