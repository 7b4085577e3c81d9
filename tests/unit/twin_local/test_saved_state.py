"""What a start may rely on of the run before."""

from __future__ import annotations

from pathlib import Path

import pytest

from twin_local.saved_state import SavedState


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """An emulator's state directory with something in it."""
    state = tmp_path / "emulator"
    state.mkdir()
    (state / "dynamodb.json").write_text("{}")
    return state


def test_after_a_good_end(directory: Path, tmp_path: Path) -> None:
    """A deploy that was saved is known by its sources."""
    SavedState(directory, tmp_path / "note").keep("abc")
    saved = SavedState(directory, tmp_path / "note")
    assert saved.ended_well
    assert saved.is_from("abc")
    assert not saved.is_from("abd")


def test_after_a_crash(directory: Path, tmp_path: Path) -> None:
    """A run that did not come to note its deploy leaves nothing to rely on."""
    SavedState(directory, tmp_path / "note").keep("abc")
    SavedState(directory, tmp_path / "note")  # this run takes the note, and is killed
    saved = SavedState(directory, tmp_path / "note")
    assert not saved.ended_well
    assert not saved.is_from("abc")


def test_state_removed(directory: Path, tmp_path: Path) -> None:
    """A note without the state it speaks of is worth nothing."""
    SavedState(directory, tmp_path / "note").keep("abc")
    (directory / "dynamodb.json").unlink()
    directory.rmdir()
    assert not SavedState(directory, tmp_path / "note").ended_well


def test_discard(directory: Path, tmp_path: Path) -> None:
    """After discarding, the next boot finds nothing, and nothing counts as deployed."""
    SavedState(directory, tmp_path / "note").keep("abc")
    saved = SavedState(directory, tmp_path / "note")
    saved.discard()
    assert not directory.exists()
    assert not saved.is_from("abc")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ERROR Persistence: failed to load dynamodb: Expecting value", True),
        ("INFO Persistence: loaded dynamodb", False),
    ],
)
def test_unreadable(directory: Path, tmp_path: Path, line: str, *, expected: bool) -> None:
    """The emulator goes on without a file it cannot read; its log tells."""
    log = tmp_path / "emulator.log"
    log.write_text(f"boot\n{line}\n")
    assert SavedState(directory, tmp_path / "note").was_unreadable(log) is expected
