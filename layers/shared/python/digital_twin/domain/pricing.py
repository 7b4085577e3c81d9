"""What completions cost, from counted tokens and list prices. Pure arithmetic; prices are configured, never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from digital_twin.domain.answer import Usage

_MILLION = 1_000_000

# A token of the cheapest models costs some 1e-8 dollars; what is beyond is noise of binary fractions.
_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens read, and for a million written."""

    input_usd_per_million: float
    output_usd_per_million: float


def priced(usage: Usage, price: Price | None) -> Usage:
    """Usage with its cost; unknown (None) without a price."""
    if price is None:
        return usage
    read = usage.input_tokens * price.input_usd_per_million
    written = usage.output_tokens * price.output_usd_per_million
    return replace(usage, cost_usd=round((read + written) / _MILLION, _DECIMALS))


def total(usages: Iterable[Usage]) -> Usage | None:
    """The sum of all attempts' usage; None of none. If one's cost is unknown, so is the sum's."""
    counted = list(usages)
    if not counted:
        return None
    costs = [usage.cost_usd for usage in counted if usage.cost_usd is not None]
    return Usage(
        sum(usage.input_tokens for usage in counted),
        sum(usage.output_tokens for usage in counted),
        round(sum(costs), _DECIMALS) if len(costs) == len(counted) else None,
    )
