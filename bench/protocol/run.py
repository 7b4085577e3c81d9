"""Measures, prints, and judges."""

from __future__ import annotations

from pathlib import Path

from bench.ours import environ_of
from bench.protocol.measure import measure
from bench.protocol.report import as_json, print_claims, print_cold, print_warm
from bench.protocol.verdict import claims
from bench.wire import PROVIDERS, REGIONS, Addresses

# Nothing that is measured calls anybody.
_NOBODY = "http://127.0.0.1:9"


def run(folder: Path) -> tuple[dict[str, object], bool]:
    """The results, and whether everything holds that has to; what the contestants read is kept in the folder."""
    nowhere = Addresses(_NOBODY, dict.fromkeys(REGIONS, _NOBODY), dict.fromkeys(PROVIDERS, _NOBODY), _NOBODY)
    measured = measure(environ_of(nowhere), folder)
    judged = claims(measured)
    print_cold(measured)
    print_warm(measured)
    print_claims(judged)
    return as_json(measured, judged), all(claim.holds for claim in judged)
