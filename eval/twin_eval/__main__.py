"""`make eval`: ask the gold set, print a table, write `.local/eval/report.json`; fails if a gate is red.

With the argument `held-out`, the people nobody has tuned anything for are asked about instead; no gate binds them, and
to read their questions one by one would spend them.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from datetime import UTC, datetime

from twin_eval.configuration import secrets_of, settings_of
from twin_eval.gates import red
from twin_eval.gold import GOLD, HELD_OUT, ROOT, load_gold
from twin_eval.harness import EvalContainer, Memory, evaluate, local_embedder
from twin_eval.metrics import measure
from twin_eval.report import as_json, setup_of, table

FOLDER = ROOT / ".local" / "eval"


async def main(*, held_out: bool) -> int:
    """Run once with what the environment configures."""
    with local_embedder(FOLDER) as embedder:
        container = EvalContainer(settings_of(os.environ), secrets_of(os.environ), Memory.over(embedder))
        outcomes = await evaluate(container, load_gold(HELD_OUT if held_out else GOLD))
    metrics, setup = measure(outcomes), setup_of(container)
    report = FOLDER / ("held_out.json" if held_out else "report.json")
    report.write_text(
        json.dumps(as_json(metrics, outcomes, setup, datetime.now(UTC)), ensure_ascii=False, indent=1) + "\n",
        encoding="utf-8",
    )
    print(table(metrics, setup))
    print(f"\nevery question: {report.relative_to(ROOT)}")
    return 1 if red(metrics) and not held_out else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(held_out="held-out" in sys.argv[1:])))
