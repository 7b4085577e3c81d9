"""The command line as a table. Importing it imports no command, so that the bridge starts fast."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from twin_cli import __version__
from twin_cli.settings import ROLES

_EPILOG = """\
settings: flags first, then TWIN_URL and TWIN_API_KEY, then ~/.config/digital-twin/config.toml (url, api_key),
then a local stack that runs in this folder or one above it.
exit codes: 0 ok, 1 refused by the service, 2 usage, 3 unreachable
"""


def make_parser() -> argparse.ArgumentParser:
    """The whole command line; `module` names what runs a command."""
    parser = argparse.ArgumentParser(
        prog="twin",
        description="Ask, publish and diagnose a digital twin.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"twin {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, module, summary, add in (
        ("ask", "ask", "ask a question about the profile", _ask),
        ("search", "search", "find passages of the profile", _search),
        ("publish", "publish", "publish a JSON Resume document as the next version", _publish),
        ("sync", "sync", "show which version each region's index holds", _nothing),
        ("mcp", "bridge", "bridge a desktop MCP client (stdio) to the service", _mcp),
        ("doctor", "doctor", "find the first broken step between a client and the service", _doctor),
    ):
        command = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        command.set_defaults(module=module)
        add(command)
        _settings(command)
    return parser


def _settings(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("settings")
    if not command.get_default("has_url"):
        group.add_argument("--url", help="address of the service (default: TWIN_URL)")
    group.add_argument("--api-key", help="API key; better set TWIN_API_KEY, which other users cannot see")
    group.add_argument("--as", dest="role", choices=ROLES, default="owner", help="whose key of a local stack to use")
    group.add_argument("--json", dest="as_json", action="store_true", help="print JSON")


def _ask(command: argparse.ArgumentParser) -> None:
    command.add_argument("question")
    command.add_argument("--top-k", type=_whole(1, 20), help="how much evidence to consider (1-20)")


def _search(command: argparse.ArgumentParser) -> None:
    command.add_argument("query")
    command.add_argument("--top-k", type=_whole(1, 20), help="how many results at most (1-20)")
    command.add_argument("--section", help="only this section, such as work")


def _publish(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", help="a JSON Resume document; - reads standard input")
    command.add_argument(
        "--if-match", metavar="ETAG", help="the version this replaces (default: the one that is live when it starts)"
    )
    command.add_argument("--reason", help="why, for the history")


def _mcp(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--watch-seconds",
        type=_seconds,
        default=15.0,
        help="how often to look for a new version while a client wants to know (default 15; 0 never)",
    )


def _doctor(command: argparse.ArgumentParser) -> None:
    command.add_argument("url", metavar="URL", nargs="?", help="the service, or its MCP endpoint (default: TWIN_URL)")
    command.set_defaults(has_url=True)


def _nothing(_: argparse.ArgumentParser) -> None:
    """The command takes settings only."""


def _whole(low: int, high: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(f"must be {low} to {high}")
        return number

    return whole


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 <= number <= 86_400:  # noqa: PLR2004  # a day
        raise argparse.ArgumentTypeError("must be 0 to 86400")
    return number
