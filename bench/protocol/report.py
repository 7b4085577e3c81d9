"""The contestants side by side, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from statistics import median

from bench.protocol.measure import FASTMCP, FLOOR, OURS, SDK, Cold, Measured
from bench.protocol.verdict import Claim, quiet, ratio
from bench.table import print_table


def print_cold(measured: Measured) -> None:
    """Fresh interpreters."""
    lines: list[list[object]] = [
        [
            name,
            *_cold(starts),
            f"{ratio([start.total for start in starts], [start.total for start in measured.cold[FLOOR]]):.1f}x",
            f"{median(start.total for start in measured.uncompiled[name]):.0f}",
            starts[-1].modules,
            f"{measured.megabytes[name]:.0f}",
        ]
        for name, starts in measured.cold.items()
    ]
    for name, starts in measured.snapshot.items():
        lines.append([f"{name}, as a snapshot is made", *_cold(starts), "", "", starts[-1].modules, ""])
    header = ["", "import", "first call", "both", "wall", "to floor", "no bytecode", "modules", "MB"]
    print_table("MCP, cold: CPU ms of the handler's import and its first tools/list", header, lines)


def print_warm(measured: Measured) -> None:
    """Warm calls by kind."""
    lines: list[list[object]] = []
    for kind, rounds in measured.warm.items():
        cells = [
            f"{median(batch.wall for batch in rounds[name]):.2f} ({quiet(rounds[name]):.2f})" if name in rounds else "-"
            for name in (OURS, SDK, FASTMCP, FLOOR)
        ]
        lines.append([kind, *cells])
    print_table("MCP, warm: ms, and of the processor when quiet", ["", OURS, SDK, FASTMCP, FLOOR], lines)


def print_claims(claims: Sequence[Claim]) -> None:
    """What has to hold."""
    lines = [[claim.text, claim.measured, "holds" if claim.holds else "FAILS"] for claim in claims]
    print_table("MCP, verdict", ["", "measured", ""], lines)


def as_json(measured: Measured, claims: Sequence[Claim]) -> dict[str, object]:
    """Every sample, and what was made of them."""
    return {**asdict(measured), "claims": [asdict(claim) for claim in claims]}


def _cold(starts: Sequence[Cold]) -> list[str]:
    return [
        f"{median(start.imported for start in starts):.0f}",
        f"{median(start.first for start in starts):.1f}",
        f"{median(start.total for start in starts):.0f}",
        f"{median(start.wall for start in starts):.0f}",
    ]
