"""Preparing a container before Lambda keeps it as a snapshot (SnapStart). Decides nothing about what is prepared.

https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-python.html
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from importlib import import_module
from typing import Any


def before_snapshot[C](container: C, prime: Callable[[C], None]) -> C:
    """Have a container primed before the snapshot that later containers start from; without SnapStart, never.

    Args:
        container: the function's container.
        prime: makes what requests will need and what may be kept: no connection, no credential, nothing random.

    Returns:
        The container.
    """
    try:
        hooks: Any = import_module("snapshot_restore_py")
    except ModuleNotFoundError:  # only Lambda's own runtime has it
        return container

    def prepare() -> None:
        prime(container)
        # What is there now stays. Left to the collector, all of it would be visited anew in the middle of some request,
        # which takes tens of milliseconds, and reads every page of the snapshot.
        gc.collect()
        gc.freeze()

    hooks.register_before_snapshot(prepare)
    return container
