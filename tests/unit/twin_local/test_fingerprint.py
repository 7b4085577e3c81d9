"""Fingerprints of source trees."""

from __future__ import annotations

from pathlib import Path

import pytest

from twin_local.fingerprint import fingerprint


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small source tree."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text("1")
    (tmp_path / "lock").write_text("x")
    return tmp_path


def test_unchanged(tree: Path) -> None:
    """Equal sources have equal fingerprints, whatever was compiled from them meanwhile."""
    before = fingerprint(tree, ["src", "lock"], "v")
    (tree / "src" / "__pycache__").mkdir()
    (tree / "src" / "__pycache__" / "a.pyc").write_bytes(b"\0")
    (tree / "src" / "a.py").touch()
    assert fingerprint(tree, ["src", "lock"], "v") == before


def test_changed(tree: Path) -> None:
    """Content, names, absence and values all count."""
    seen = {fingerprint(tree, ["src", "lock"], "v"), fingerprint(tree, ["src", "lock"], "w")}
    (tree / "src" / "a.py").write_text("2")
    seen.add(fingerprint(tree, ["src", "lock"], "v"))
    (tree / "src" / "a.py").rename(tree / "src" / "b.py")
    seen.add(fingerprint(tree, ["src", "lock"], "v"))
    (tree / "lock").unlink()
    seen.add(fingerprint(tree, ["src", "lock"], "v"))
    assert len(seen) == 5
