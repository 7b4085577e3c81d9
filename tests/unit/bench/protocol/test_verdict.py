"""What has to hold between the contestants of the MCP bench."""

from __future__ import annotations

import pytest

from bench.protocol.measure import FASTMCP, FUNCTION, OURS, SDK, Cold, Measured, Warm
from bench.protocol.verdict import OVERHEAD_MS, claims, overhead, ratio


def cold(imported: float, first: float) -> Cold:
    """A start of which only the processor times matter."""
    return Cold(imported=imported, first=first, wall=0, modules=0)


def warm(*least: float) -> list[Warm]:
    """Batches that took as long throughout."""
    return [Warm(wall=value, cpu=value, least=value) for value in least]


def measured(*, ours: float = 1.2, sdk: float = 1.0, fastmcp: float = 2.0, started: float = 1000) -> Measured:
    """A run in which everything holds, unless something is changed."""
    return Measured(
        cold={FUNCTION: [cold(started, 5)], FASTMCP: [cold(1300, 500)]},
        uncompiled={},
        snapshot={},
        warm={"tools/list": {OURS: warm(ours), SDK: warm(sdk), FASTMCP: warm(fastmcp)}},
        megabytes={},
    )


def failing(run: Measured) -> list[str]:
    """The claims that do not hold."""
    return [claim.text for claim in claims(run) if not claim.holds]


def test_a_run_in_which_ours_is_fast_holds() -> None:
    """Nothing fails."""
    assert failing(measured()) == []


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (measured(started=1400), ["import: faster than fastmcp"]),
        (measured(started=1900), ["import: faster than fastmcp", "import and first call: faster than fastmcp"]),
        (measured(fastmcp=1.1), ["tools/list: faster than fastmcp"]),
        (measured(ours=1.4), ["tools/list: less than 0.3 ms over the bare SDK"]),
    ],
)
def test_each_claim_fails_by_itself(run: Measured, expected: list[str]) -> None:
    """And says what it is about."""
    assert failing(run) == expected


def test_a_ratio_is_taken_round_by_round() -> None:
    """A round in which the machine was slow to both says as much as any other."""
    assert ratio([2, 20, 2], [1, 10, 1]) == 2


def test_overhead_is_of_the_least_disturbed_calls() -> None:
    """Another program's work is no part of it."""
    assert overhead({OURS: warm(5.0, 1.5), SDK: warm(1.25, 9.0)}) == pytest.approx(0.25)
    assert overhead({OURS: warm(1.5), SDK: warm(1.25)}) < OVERHEAD_MS
