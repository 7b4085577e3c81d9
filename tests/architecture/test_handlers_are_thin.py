"""A handler module reads the environment, builds the container and exports handlers; nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HANDLERS = sorted(ROOT.glob("functions/*/*_fn/handler.py"))
MAX_LINES = 15


def test_every_function_has_a_handler() -> None:
    """One package in each folder, named so that no two share a name."""
    assert [path.parent.name for path in HANDLERS] == sorted(
        f"{folder.name}_fn" for folder in (ROOT / "functions").iterdir() if folder.is_dir()
    )


@pytest.mark.parametrize("handler", HANDLERS, ids=lambda path: path.parent.name)
def test_a_handler_is_thin(handler: Path) -> None:
    """Tests never import it, so nothing that could be wrong may be in it: a few lines, no branch, no definition."""
    source = handler.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MAX_LINES
    _docstring, *statements = ast.parse(source).body
    assert all(isinstance(statement, ast.Import | ast.ImportFrom | ast.Assign) for statement in statements)
