"""What is registered with Lambda's runtime, which is not installed here."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Generator
from types import ModuleType

import pytest

from digital_twin.entry.snapstart import before_snapshot


@pytest.fixture
def collector() -> Generator[None]:
    """The collector as it was."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("collector")
def test_the_runtime_is_asked_to_prime_before_its_snapshot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is primed at init: without SnapStart, callers would wait for it."""
    registered: list[Callable[[], None]] = []

    def register(hook: Callable[[], None]) -> None:
        registered.append(hook)

    runtime = ModuleType("snapshot_restore_py")
    runtime.__dict__["register_before_snapshot"] = register
    monkeypatch.setitem(sys.modules, "snapshot_restore_py", runtime)
    primed: list[str] = []
    prime: Callable[[str], None] = primed.append

    assert before_snapshot("container", prime) == "container"

    assert not primed
    [hook] = registered
    hook()
    assert primed == ["container"]
    assert gc.get_freeze_count() > 0  # what the snapshot holds is not looked at again


def test_elsewhere_there_is_nobody_to_register_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """The container is used as it is."""
    monkeypatch.setitem(sys.modules, "snapshot_restore_py", None)
    primed: list[str] = []

    assert before_snapshot("container", primed.append) == "container"
    assert not primed
