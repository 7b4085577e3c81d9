"""What a cold start imports, bounded: every module is read and run before the first request is served.

Each handler is imported in a fresh interpreter that sees only what the layers hold, so that a package of the
development environment neither counts nor helps.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache

import pytest
from support.layer_packages import absent_modules

ENVIRON = {
    "TWIN_REGION": "us-east-1",
    "TWIN_PRIMARY_REGION": "us-east-1",
    "TWIN_REGIONS": "us-east-1,eu-west-1",
    "TWIN_TABLE": "twin",
    "TWIN_BUS": "twin",
    "TWIN_SECRET": "twin",
    "TWIN_MODELS": '[{"provider": "groq", "model": "llama"}]',
    "TWIN_EMBEDDER": "minilm",
    "TWIN_RELEVANCE_FLOOR": "0.6",
    "TWIN_DEADLINE_SECONDS": "8",
    "TWIN_ALLOWED_ORIGINS": "https://twin.example.com",
}

# Modules imported by each handler: what it takes today and about 5 %. Raise one only for something worth its time.
BUDGETS = {"authorizer": 344, "ingest": 546, "mcp": 761, "query": 572, "sync": 405}

# What no handler needs before its first request: bootstrap's cached properties import it when it is.
LAZY = {
    "anthropic",
    "boto3",
    "botocore.client",
    "groq",
    "httpx",
    "httpx2",
    "openai",
    "upstash_redis",
    "upstash_vector",
}
FORBIDDEN = {
    "authorizer": LAZY | {"fastapi", "mangum", "mcp", "starlette"},
    "ingest": LAZY | {"mcp"},
    "mcp": LAZY - {"httpx2"} | {"fastapi"},  # the MCP SDK stands on it
    "query": LAZY | {"mcp"},
    "sync": LAZY | {"fastapi", "mangum", "mcp", "starlette"},
}

_PROGRAM = """
import json, sys

class NotInTheLayers:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in absent:
            raise ModuleNotFoundError(f"{name} is not in the layers", name=name)

handler, absent = sys.argv[1], frozenset(json.loads(sys.argv[2]))
sys.meta_path.insert(0, NotInTheLayers())
before = frozenset(sys.modules)
__import__(handler)
print(json.dumps(sorted(frozenset(sys.modules) - before)))
"""


@cache
def imported_by(function: str) -> frozenset[str]:
    """The modules that importing a function's handler brings in."""
    absent = json.dumps(sorted(absent_modules(f"{function}-fn")))
    finished = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", _PROGRAM, f"{function}_fn.handler", absent],
        env=ENVIRON,
        capture_output=True,
        check=False,
        text=True,
    )
    assert finished.returncode == 0, finished.stderr
    return frozenset(json.loads(finished.stdout.splitlines()[-1]))


@pytest.mark.parametrize("function", BUDGETS)
def test_a_cold_start_stays_within_its_budget(function: str) -> None:
    """A handler that grows is noticed in the change that makes it grow."""
    modules = imported_by(function)
    assert len(modules) <= BUDGETS[function], f"{len(modules)} modules"


@pytest.mark.parametrize("function", FORBIDDEN)
def test_heavy_packages_wait_until_they_are_needed(function: str) -> None:
    """Vendors' SDKs are imported by the first request that needs them, other functions' frameworks never."""
    assert imported_by(function) & FORBIDDEN[function] == set()


@pytest.mark.parametrize("function", BUDGETS)
def test_a_budget_is_no_wider_than_it_has_to_be(function: str) -> None:
    """One that was left behind by an improvement would let the next regression through."""
    assert len(imported_by(function)) >= BUDGETS[function] * 0.85


def test_the_measurement_sees_only_the_layers() -> None:
    """Test tools and the local stack's packages are hidden, the layer's own are not."""
    absent = absent_modules("query-fn")
    assert {"pytest", "numpy", "rich", "aws_cdk"} <= absent
    assert absent.isdisjoint({"fastapi", "httpx", "mcp", "cryptography", "boto3"})
