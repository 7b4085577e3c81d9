"""What is deployed: each function's zip, and the two layers."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from infra.cdk.constructs.dependency_layer import RUNTIME_PACKAGES
from infra.cdk.constructs.local_asset import make_readable
from tests.infra.assembly import Assembly, Json, Template, arn_text

# Import names of the packages that the runtime supplies.
SUPPLIED = ("boto3", "botocore", "dateutil", "jmespath", "s3transfer", "six.py", "urllib3")

LAMBDA_LIMIT_MB = 250
HANDLERS = [
    "authorizer_fn.handler.handler",
    "ingest_fn.handler.handler",
    "mcp_fn.handler.handler",
    "query_fn.handler.handler",
    "sync_fn.handler.reconcile",
    "sync_fn.handler.region_sync",
    "sync_fn.handler.relay",
]


def deployed(assembly: Assembly, handler: str) -> tuple[Template, Json]:
    """A function with this handler, and its stack."""
    return next((template, function) for template, function in assembly.functions() if function["Handler"] == handler)


def layers(assembly: Assembly) -> tuple[Path, Path]:
    """The core layer and the dependency layer."""
    template, function = deployed(assembly, "query_fn.handler.handler")
    core, dependencies = assembly.layers(template, function)
    return core, dependencies


def test_the_handlers_are_those_of_the_functions(assembly: Assembly) -> None:
    """Five folders, seven handlers."""
    assert sorted({function["Handler"] for _, function in assembly.functions()}) == HANDLERS


@pytest.mark.parametrize("handler", HANDLERS)
def test_a_zip_holds_its_package_and_nothing_else(assembly: Assembly, handler: str) -> None:
    """Project files, tests and other packages stay out."""
    _, function = deployed(assembly, handler)
    code = assembly.asset(function["Code"])
    assert [entry.name for entry in code.iterdir()] == [handler.split(".", maxsplit=1)[0]]


def test_every_function_has_the_same_two_layers(assembly: Assembly) -> None:
    """Our own shared code, and what it depends on."""
    assert {tuple(assembly.layers(template, function)) for template, function in assembly.functions()} == {
        layers(assembly)
    }


def test_the_core_layer_is_the_shared_package(assembly: Assembly) -> None:
    """`python/` is what becomes /opt/python."""
    core, _ = layers(assembly)
    assert [entry.name for entry in core.iterdir()] == ["python"]
    assert [entry.name for entry in (core / "python").iterdir()] == ["digital_twin"]


def test_every_module_is_deployed_with_bytecode(assembly: Assembly) -> None:
    """One that lacks it would be compiled at every cold start."""
    core, dependencies = layers(assembly)
    packages = [core, dependencies, *(assembly.asset(deployed(assembly, handler)[1]["Code"]) for handler in HANDLERS)]
    for package in packages:
        modules = list(package.rglob("*.py"))
        assert modules
        missing = [m for m in modules if not (m.parent / "__pycache__" / f"{m.stem}.cpython-313.pyc").exists()]
        assert missing == []


def test_everyone_may_read_what_is_deployed(assembly: Assembly) -> None:
    """Lambda runs it as another user than who built it."""
    for package in (*layers(assembly), *(assembly.asset(deployed(assembly, name)[1]["Code"]) for name in HANDLERS)):
        modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in (package, *package.rglob("*"))}
        assert modes == {(True, 0o755), (False, 0o644)}


def test_trees_are_made_readable_under_any_umask(tmp_path: Path) -> None:
    """An operator's own files may be nobody else's business."""
    (tmp_path / "closed").mkdir(mode=0o700)
    (tmp_path / "closed" / "module.py").touch(mode=0o600)
    make_readable(tmp_path)
    assert (tmp_path / "closed").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "closed" / "module.py").stat().st_mode & 0o777 == 0o644


def test_the_dependency_layer_leaves_out_what_the_runtime_supplies(assembly: Assembly) -> None:
    """31 MB less to unpack."""
    _, dependencies = layers(assembly)
    present = {entry.name for entry in (dependencies / "python").iterdir()}
    assert present.isdisjoint(SUPPLIED)
    assert {"fastapi", "mcp", "pydantic"} <= present
    listed = [line for line in RUNTIME_PACKAGES.read_text().splitlines() if line and not line.startswith("#")]
    assert len(listed) == len(SUPPLIED)


def test_code_and_layers_fit_lambdas_limit_with_room_to_spare(assembly: Assembly) -> None:
    """250 MB unpacked is Lambda's limit; half of it is ours."""
    core, dependencies = layers(assembly)
    size = sum(file.stat().st_size for layer in (core, dependencies) for file in layer.rglob("*") if file.is_file())
    assert size < LAMBDA_LIMIT_MB / 2 * 1024 * 1024


@pytest.mark.parametrize("handler", HANDLERS)
def test_a_handler_imports_from_its_zip_the_layers_and_the_runtime_alone(
    assembly: Assembly, handler: str, tmp_path: Path
) -> None:
    """In a fresh interpreter with the environment of the template: nothing of the development environment helps."""
    template, function = deployed(assembly, handler)
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    for package in SUPPLIED:
        (runtime / package).symlink_to(Path(sysconfig.get_path("purelib")) / package)
    path = [assembly.asset(function["Code"]), *(layer / "python" for layer in assembly.layers(template, function))]
    module, name = handler.rsplit(".", 1)
    program = f"import sys; sys.path += {[str(entry) for entry in (*path, runtime)]}; from {module} import {name}"
    variables = {name: arn_text(value) for name, value in function["Environment"]["Variables"].items()}
    environment = {**variables, "AWS_DEFAULT_REGION": "us-east-1"}
    reply = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-I", "-S", "-B", "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert reply.returncode == 0, reply.stderr
