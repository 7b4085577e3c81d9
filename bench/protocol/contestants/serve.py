"""Imports a handler as the Lambda runtime does and calls it, one job a line: `serve.py MODULE SNAPSHOT PATH…`.

Stands alone, so that nothing but the handler's own imports is in the process; the parent's side is
`bench.protocol.contestant`. With `snapshot` the hooks for SnapStart run after the import, as before a snapshot.
"""

import importlib
import json
import logging
import os
import sys
from collections.abc import Callable
from time import perf_counter, process_time
from types import ModuleType
from typing import Any


def _serve(module: str, *, is_snapshot: bool, replies: Any) -> None:  # noqa: ANN401 - a text file
    hooks: list[Callable[[], object]] = []
    if is_snapshot:
        # What only Lambda's own runtime has.
        runtime = ModuleType("snapshot_restore_py")
        runtime.register_before_snapshot = lambda hook, *args: hooks.append(lambda: hook(*args))
        sys.modules["snapshot_restore_py"] = runtime
    before = len(sys.modules)
    start, cpu = perf_counter(), process_time()
    handler = importlib.import_module(module).handler
    for hook in hooks:
        hook()
    wall, cpu = perf_counter() - start, process_time() - cpu
    print(json.dumps({"wall": wall, "cpu": cpu, "modules": len(sys.modules) - before}), file=replies, flush=True)
    for line in sys.stdin:
        job = json.loads(line)
        event = json.dumps(job["event"])
        walls: list[float] = []
        cpus: list[float] = []
        reply: Any = None
        for _ in range(job["times"]):
            given = json.loads(event)
            start, cpu = perf_counter(), process_time()
            reply = handler(given, None)
            cpus.append(process_time() - cpu)
            walls.append(perf_counter() - start)
        answer = {"wall": walls, "cpu": cpus, "reply": reply, "modules": len(sys.modules) - before}
        print(json.dumps(answer), file=replies, flush=True)


if __name__ == "__main__":
    # Standard output belongs to the handler's log, which is written and thrown away.
    _replies = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    # As the runtime does; without it, Powertools and the SDK would each set up one, and every line be written twice.
    logging.getLogger().addHandler(logging.StreamHandler(sys.stdout))
    _module, _kind, *_paths = sys.argv[1:]
    sys.path[:0] = _paths
    _serve(_module, is_snapshot=_kind == "snapshot", replies=_replies)
