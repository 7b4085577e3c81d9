"""`make eval`: ask the gold set, print a table, write `.local/eval/report.json`; fails if a gate is red."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from datetime import UTC, datetime

from twin_eval.configuration import secrets_of, settings_of
from twin_eval.gates import red
from twin_eval.gold import ROOT, load_gold
from twin_eval.harness import EvalContainer, Memory, evaluate, local_embedder
from twin_eval.metrics import measure
from twin_eval.report import as_json, setup_of, table

FOLDER = ROOT / ".local" / "eval"


async def main() -> int:
    """Run once with what the environment configures."""
    with local_embedder(FOLDER) as embedder:
        container = EvalContainer(settings_of(os.environ), secrets_of(os.environ), Memory.over(embedder))
        outcomes = await evaluate(container, load_gold())
    metrics, setup = measure(outcomes), setup_of(container)
    report = FOLDER / "report.json"
    report.write_text(
        json.dumps(as_json(metrics, outcomes, setup, datetime.now(UTC)), ensure_ascii=False, indent=1) + "\n",
        encoding="utf-8",
    )
    print(table(metrics, setup))
    print(f"\nevery question: {report.relative_to(ROOT)}")
    return 1 if red(metrics) else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
