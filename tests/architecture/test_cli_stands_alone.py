"""The command line installs by itself and starts fast: what it may import, in fresh interpreters."""

from __future__ import annotations

import json
import subprocess
import sys

# `twin mcp` before its first message: what it takes today and about 5 %.
BRIDGE_MODULES = 290

_ALLOWED = {"anyio", "certifi", "h11", "httpcore", "httpx", "idna", "sniffio", "twin_cli", "click", "rich", "pygments"}
"""httpx with what it needs; it also takes click and rich, for a command of its own, where they happen to be."""

_EVERY_MODULE = """
import importlib, json, pkgutil, sys
import twin_cli
for module in pkgutil.walk_packages(twin_cli.__path__, "twin_cli."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""

_BRIDGE = """
import json, sys
import twin_cli.__main__, twin_cli.commands.bridge
print(json.dumps(sorted(sys.modules)))
"""


def modules_after(program: str) -> set[str]:
    """What a fresh interpreter has imported after a program."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603  # our own program
    return set(json.loads(done.stdout))


def test_it_needs_httpx_and_nothing_else() -> None:
    """None of the project's other packages, and no SDK."""
    imported = {name.partition(".")[0] for name in modules_after(_EVERY_MODULE)}
    foreign = {name for name in imported if name not in sys.stdlib_module_names and not name.startswith(("_", "."))}
    assert foreign - _ALLOWED <= modules_after_site()


def modules_after_site() -> set[str]:
    """What every interpreter of this environment imports at its start."""
    return {
        name.partition(".")[0] for name in modules_after("import json, sys; print(json.dumps(sorted(sys.modules)))")
    }


def test_the_bridge_starts_with_few_modules() -> None:
    """A client waits for it."""
    imported = modules_after(_BRIDGE)
    optional = {name for name in imported if name.partition(".")[0] in {"click", "rich", "pygments"}}
    assert len(imported - optional) <= BRIDGE_MODULES
