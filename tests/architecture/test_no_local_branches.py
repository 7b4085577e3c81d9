"""The code on the laptop is the code in the cloud: nothing that is shipped knows of a local mode, a test or a stage."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path for folder in ("functions", "layers") for path in (ROOT / folder).rglob("*.py"))

# Places and things that exist only on a developer's machine, and the variables that point at them.
LOCAL_TEXT = re.compile(
    r"localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?$|host\.docker|ministack|localstack|\bmoto(?:$|[-_./:])|AWS_ENDPOINT|AWS_SAM_LOCAL|"
    r"AWS_LAMBDA_(?:FUNCTION|RUNTIME)|AWS_EXECUTION_ENV|PYTEST|^unittest$",
    re.IGNORECASE,
)
# Names by which code asks where it runs.
LOCAL_NAME = re.compile(
    r"(?:^|_)(?:is|in|on|as|if|for|run|running|use)_"
    r"(?:local|locally|local_\w+|dev|development|tests?|testing|prod|production|lambda|aws|offline|emulat\w+)$|"
    r"^(?:local|dev|test|debug|offline)_(?:mode|run|only|stack|env)$|^(?:testing|emulator)$",
    re.IGNORECASE,
)
# The one AWS service that has no address of its own: every WebSocket API is one, in the cloud too.
ADDRESSED_SERVICE = "apigatewaymanagementapi"
# The one file of a function that may look at the environment.
ENTRY = "handler.py"


def findings(source: str, filename: str) -> Iterator[str]:
    """What in a module could make it behave differently on a developer's machine, with line numbers."""
    tree = ast.parse(source)
    documentation = {id(text) for text in _docstrings(tree)}
    addressed = {id(keyword) for keyword in _arguments(tree, ADDRESSED_SERVICE)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in documentation and LOCAL_TEXT.search(text):
                yield f"{filename}:{node.lineno}: names {text!r}"
            case ast.Attribute(attr="environ" | "environb" | "getenv") if not filename.endswith(ENTRY):
                yield f"{filename}:{node.lineno}: reads the environment"
            case ast.ImportFrom(module="os", names=names) if any(name.name in {"environ", "getenv"} for name in names):
                yield f"{filename}:{node.lineno}: reads the environment"
            case ast.keyword(arg="endpoint_url") if id(node) not in addressed:
                yield f"{filename}:{node.lineno}: chooses an AWS endpoint"
            case (
                ast.Name(id=name)
                | ast.Attribute(attr=name)
                | ast.arg(arg=name)
                | ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
            ) if LOCAL_NAME.search(name):
                yield f"{filename}:{node.lineno}: asks {name!r}"
            case _:
                pass


def _arguments(tree: ast.Module, service: str) -> Iterator[ast.keyword]:
    """What is passed by name where a client of a service is made."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(args=[ast.Constant(value=name), *_], keywords=keywords) if name == service:
                yield from keywords
            case _:
                pass


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str()) as text):
                yield text
            case _:
                pass


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_shipped_code_has_no_local_mode(path: Path) -> None:
    """What differs between laptop and cloud is configuration, read by the SDKs or passed to `Settings`."""
    assert list(findings(path.read_text(encoding="utf-8"), path.name)) == []


@pytest.mark.parametrize(
    "source",
    [
        "import os\nurl = os.environ.get('TWIN_URL')",
        "import os\nurl = os.getenv('TWIN_URL')",
        "from os import environ",
        "endpoint = 'http://localhost:4566'",
        "client('dynamodb', endpoint_url=url)",
        "if settings.url.startswith('http://127.0.0.1'): pass",
        "if settings.is_local: pass",
        "def run(*, local_mode=False): pass",
        "def in_test(): pass",
        "async def run_locally(): pass",
        "if 'pytest' in sys.modules: pass",
        "if 'moto' in sys.modules: pass",
        "server = 'moto-server'",
        "name = 'AWS_LAMBDA_FUNCTION_NAME'",
        "name = f'{prefix}LOCALSTACK_HOST'",
    ],
)
def test_a_local_branch_is_found(source: str) -> None:
    """The check itself can fail, on each way there is to write one."""
    assert list(findings(source, "module.py"))


@pytest.mark.parametrize(
    "source",
    [
        '"""Unlike localhost, Lambda freezes."""',
        "def f():\n    '''Not for 127.0.0.1.'''",
        "local_part, protest, contest, devices = 1, 2, 3, 4",
        "in_production_order = is_testament = 1",
        "region = settings.region",
        "word = 'motorcycle'",
        "boto3.client('apigatewaymanagementapi', endpoint_url=settings.connections_url)",
    ],
)
def test_harmless_code_is_left_alone(source: str) -> None:
    """Explanations may name what the code must not, and words may contain others."""
    assert list(findings(source, "module.py")) == []


def test_a_handler_may_read_the_environment() -> None:
    """It is the one place that does, and it only passes it on."""
    source = "import os\nhandler = make(os.environ)"
    assert list(findings(source, "handler.py")) == []
    assert list(findings(source, "app.py")) == ["app.py:2: reads the environment"]
