"""What completions cost."""

from __future__ import annotations

import pytest

from digital_twin.domain.answer import Usage
from digital_twin.domain.pricing import Price, priced, total

PRICE = Price(input_usd_per_million=0.4, output_usd_per_million=1.6)


def test_cost_is_tokens_times_list_price() -> None:
    """600 read and 40 written, at 0.40 and 1.60 dollars a million."""
    assert priced(Usage(600, 40), PRICE) == Usage(600, 40, 0.000304)


def test_without_a_price_the_cost_is_unknown() -> None:
    """Unknown is not free."""
    assert priced(Usage(600, 40), None).cost_usd is None


def test_a_price_of_nothing_costs_nothing() -> None:
    """A model of one's own is free."""
    assert priced(Usage(600, 40), Price(0.0, 0.0)).cost_usd == 0.0


@pytest.mark.parametrize(
    ("usages", "expected"),
    [
        ([], None),
        ([Usage(1, 2, 0.1)], Usage(1, 2, 0.1)),
        ([Usage(1, 2, 0.1), Usage(10, 20, 0.2)], Usage(11, 22, 0.3)),
        ([Usage(1, 2, 0.1), Usage(10, 20)], Usage(11, 22)),
    ],
)
def test_attempts_add_up(usages: list[Usage], expected: Usage | None) -> None:
    """If one's cost is unknown so is the sum's; noise of binary fractions is rounded away."""
    assert total(usages) == expected
