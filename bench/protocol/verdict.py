"""What has to hold between the contestants of one run; milliseconds by themselves are the machine's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from bench.protocol.measure import FASTMCP, FUNCTION, OURS, SDK, Cold, Measured, Rounds, Warm

# What limits, pages, scopes, a log line and readable refusals may take, in milliseconds of a warm call.
OVERHEAD_MS = 0.3


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation, what was measured of it, and whether it holds."""

    text: str
    measured: str
    holds: bool


def claims(measured: Measured) -> list[Claim]:
    """Faster than fastmcp, cold and warm; not much slower than the SDK on which both stand."""
    kinds: dict[str, Callable[[Cold], float]] = {
        "import": lambda cold: cold.imported,
        "import and first call": lambda cold: cold.total,
    }
    cold = [
        _faster(kind, ratio([*map(of, measured.cold[FASTMCP])], [*map(of, measured.cold[FUNCTION])]))
        for kind, of in kinds.items()
    ]
    warm = [_faster(kind, ratio(_cpu(rounds[FASTMCP]), _cpu(rounds[OURS]))) for kind, rounds in measured.warm.items()]
    return [*cold, *warm, *(_small(kind, overhead(rounds)) for kind, rounds in measured.warm.items())]


def ratio(theirs: Sequence[float], ours: Sequence[float]) -> float:
    """How many times longer theirs takes: the median over rounds, since both were measured in each."""
    return median(their / our for their, our in zip(theirs, ours, strict=True))


def overhead(rounds: Rounds[Warm]) -> float:
    """Milliseconds on the processor that ours adds to the SDK's."""
    return quiet(rounds[OURS]) - quiet(rounds[SDK])


def quiet(rounds: Sequence[Warm]) -> float:
    """What a call takes on the processor while nobody else fills its caches: the least of many that do the same."""
    return min(batch.least for batch in rounds)


def _cpu(rounds: Sequence[Warm]) -> list[float]:
    return [batch.cpu for batch in rounds]


def _faster(kind: str, times: float) -> Claim:
    return Claim(f"{kind}: faster than {FASTMCP}", f"{times:.2f}x", times > 1)


def _small(kind: str, milliseconds: float) -> Claim:
    is_small = milliseconds < OVERHEAD_MS
    return Claim(f"{kind}: less than {OVERHEAD_MS} ms over the {SDK}", f"{milliseconds:.2f} ms", is_small)
