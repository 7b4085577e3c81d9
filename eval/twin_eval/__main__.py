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
from twin_eval.conversations import UNDERSTOOD_LIMIT, ConversingContainer, converse_all, understood
from twin_eval.gates import red
from twin_eval.gold import GOLD, HELD_OUT, ROOT, load_gold
from twin_eval.harness import EvalContainer, Memory, ask_all, local_embedder, publish_gold
from twin_eval.metrics import measure
from twin_eval.report import as_json, setup_of, table

FOLDER = ROOT / ".local" / "eval"


async def main(*, held_out: bool) -> int:
    """Run once with what the environment configures."""
    with local_embedder(FOLDER) as embedder:
        container = EvalContainer(settings_of(os.environ), secrets_of(os.environ), Memory.over(embedder))
        gold = load_gold(HELD_OUT if held_out else GOLD)
        snapshots = await publish_gold(container, gold)
        outcomes = await ask_all(container, gold, snapshots)
        conversing = ConversingContainer(container.settings, container.secrets, container.memory)
        share = None if held_out else understood(await converse_all(conversing, snapshots))
    metrics, setup = measure(outcomes), setup_of(container)
    report = FOLDER / ("held_out.json" if held_out else "report.json")
    report.write_text(
        json.dumps(as_json(metrics, outcomes, setup, datetime.now(UTC)), ensure_ascii=False, indent=1) + "\n",
        encoding="utf-8",
    )
    print(table(metrics, setup))
    if share is not None:
        print(f"\nfollow-ups understood: {share:.3f} (limit {UNDERSTOOD_LIMIT})")
    print(f"\nevery question: {report.relative_to(ROOT)}")
    is_red = bool(red(metrics)) or (share is not None and share < UNDERSTOOD_LIMIT)
    return 1 if is_red and not held_out else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(held_out="held-out" in sys.argv[1:])))
