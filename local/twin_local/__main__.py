"""The command line of the local stack: `python -m twin_local up | install | cdk | clean`."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from twin_local.cdk import run_cdk
from twin_local.failure import StackFailure
from twin_local.layout import ROOT, Layout
from twin_local.lock import exclusive
from twin_local.progress import Progress
from twin_local.stack import Options, run_stack
from twin_local.toolchain import install

_DEFAULT_PORT = 8787
_LAST_PORT = 65535


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: it has to be a number from 0 to {_LAST_PORT}")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="twin_local",
        description="The local stack of the digital twin.",
        allow_abbrev=False,  # what is not spelt out is for the CDK
    )
    parser.add_argument("command", choices=["up", "install", "cdk", "clean"])
    parser.add_argument("--state", type=Path, default=ROOT / ".local", help="where logs, keys and data are kept")
    parser.add_argument(
        "--port",
        type=_port,
        default=os.environ.get("PORT") or str(_DEFAULT_PORT),  # as text, so that it is checked like an argument
        help="the front door's port, 0 for any (default: PORT, else 8787)",
    )
    return parser


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    # Once: whoever is impatient must not interrupt the stopping of the processes.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status."""
    parser = _parser()
    chosen, rest = parser.parse_known_args(arguments)
    if rest and chosen.command != "cdk":
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    layout = Layout(state=chosen.state.resolve())
    progress = Progress()
    try:
        match chosen.command:
            case "up":
                for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                    signal.signal(number, _interrupt)
                run_stack(layout, Options(chosen.port, os.environ), progress)
            case "install":
                install(layout, progress)
            case "cdk":
                return run_cdk(layout, rest)
            case _:
                with exclusive(layout.lock):
                    shutil.rmtree(layout.state)
    except StackFailure as failure:
        print(f"\nerror: {failure}", file=sys.stderr)
        return failure.code
    except KeyboardInterrupt:
        progress.say("Everything has stopped")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
