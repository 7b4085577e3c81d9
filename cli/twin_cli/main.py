"""Run one command: parse, import what runs it, and turn what ends it early into an exit code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from twin_cli.console import Console
from twin_cli.failure import CliFailure, ExitCode
from twin_cli.parser import make_parser
from twin_cli.settings import Flags, Surroundings

INTERRUPTED = 130
"""What shells expect after Ctrl-C (128 + SIGINT)."""


def run(arguments: Sequence[str], environ: Mapping[str, str], directory: Path) -> int:
    """Run the command and return its exit code.

    Raises:
        SystemExit: with code 2 after a usage message, or 0 after help; argparse's own.
    """
    parsed = make_parser().parse_args(arguments)
    console = Console.of_process(as_json=parsed.as_json)
    flags = Flags(parsed.url, parsed.api_key, parsed.role)
    command = import_module(f"twin_cli.commands.{parsed.module}")
    try:
        return command.run(parsed, flags, Surroundings(environ, directory), console)
    except CliFailure as failure:
        console.failure(failure)
        return failure.exit_code
    except BrokenPipeError:
        # Who read the output has gone; that is its good right (`twin ask … | head`).
        return ExitCode.OK
    except KeyboardInterrupt:
        return INTERRUPTED
