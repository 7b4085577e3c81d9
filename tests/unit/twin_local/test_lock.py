"""One stack per state directory, which is its owner's only."""

from __future__ import annotations

from pathlib import Path

import pytest

from twin_local.failure import ExitCode, StackFailure
from twin_local.lock import exclusive


def test_a_second_stack(tmp_path: Path) -> None:
    """It is told that there is one already."""
    with exclusive(tmp_path / "lock"), pytest.raises(StackFailure, match="already running") as failure:
        exclusive(tmp_path / "lock").__enter__()
    assert failure.value.code is ExitCode.ALREADY_RUNNING


@pytest.mark.parametrize("is_there", [True, False])
def test_the_state_is_closed_to_others(tmp_path: Path, *, is_there: bool) -> None:
    """The emulator writes tokens into files of its own there, readable by whoever reaches them."""
    state = tmp_path / "state"
    if is_there:
        state.mkdir(mode=0o755)
    with exclusive(state / "lock"):
        assert state.stat().st_mode & 0o777 == 0o700
