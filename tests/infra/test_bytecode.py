"""Source trees as they are deployed."""

from __future__ import annotations

import importlib.util
import marshal
from pathlib import Path
from types import CodeType

import pytest

from infra.cdk.constructs.bytecode import compile_tree, copy_sources, fingerprint

# PEP 552: the flags of a hash-based .pyc whose source is not checked.
UNCHECKED_HASH = 0b01


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with what a checkout leaves behind."""
    package = tmp_path / "checkout" / "sample"
    (package / "__pycache__").mkdir(parents=True)
    (package / "__init__.py").write_text("value = 1\n")
    (package / "data.lua").write_text("return 1\n")
    (package / "__pycache__" / "__init__.cpython-313.pyc").write_bytes(b"stale")
    (package / ".DS_Store").write_bytes(b"")
    return package


def test_a_copy_has_no_leftovers_of_the_checkout(package: Path, tmp_path: Path) -> None:
    """Caches and hidden files stay behind, data files come along."""
    copy_sources(package, tmp_path / "copy")
    assert sorted(path.name for path in (tmp_path / "copy").rglob("*")) == ["__init__.py", "data.lua"]


def test_bytecode_is_never_checked_against_its_source(package: Path, tmp_path: Path) -> None:
    """Archives lose modification times, so any check would throw the bytecode away."""
    code = _compiled(package, tmp_path)
    assert code[:4] == importlib.util.MAGIC_NUMBER
    assert int.from_bytes(code[4:8], "little") == UNCHECKED_HASH


def test_bytecode_names_the_path_in_lambda(package: Path, tmp_path: Path) -> None:
    """Traces show where the code runs, not where it was built."""
    code: CodeType = marshal.loads(_compiled(package, tmp_path)[16:])  # noqa: S302 - our own bytecode
    assert code.co_filename == "/opt/python/sample/__init__.py"


def test_the_fingerprint_ignores_caches(package: Path) -> None:
    """Running the tests must not change what is deployed."""
    before = fingerprint(package)
    (package / "__pycache__" / "other.cpython-313.pyc").write_bytes(b"other")
    assert fingerprint(package) == before


@pytest.mark.parametrize("change", ["content", "name", "salt"])
def test_the_fingerprint_follows_what_the_result_depends_on(package: Path, change: str) -> None:
    """A changed source is built anew."""
    before = fingerprint(package)
    if change == "content":
        (package / "data.lua").write_text("return 2\n")
    elif change == "name":
        (package / "data.lua").rename(package / "renamed.lua")
    assert fingerprint(package, salt="packages" if change == "salt" else "") != before


def _compiled(package: Path, tmp_path: Path) -> bytes:
    target = tmp_path / "python"
    copy_sources(package, target / "sample")
    compile_tree(target, deployed_at="/opt/python")
    return (target / "sample" / "__pycache__" / "__init__.cpython-313.pyc").read_bytes()
