"""What every `Gate` keeps of answers, and of HEAD's version that says which of them still hold."""

from __future__ import annotations

import pytest
from support.gate_region import QUESTION, Harness

from digital_twin.domain.access import Tier
from digital_twin.errors import LimitReached
from digital_twin.ports import KeptAnswer, Settlement

# One engine serves the module, so its tests share a loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_answer_of_the_live_version_is_served(region: Harness) -> None:
    """What a request left behind answers the next, to the letter and without a lease."""
    await region.beacon.advance("ada", 3)
    await region.keep_answer(3, '{"answer": "Zürich, 12 years ✓"}')

    admission = await region.admit(cache_key=QUESTION)

    assert admission.head_version == 3
    assert admission.kept_answer == KeptAnswer(3, '{"answer": "Zürich, 12 years ✓"}')
    assert admission.lease is None


async def test_an_answer_of_another_version_is_not_served(region: Harness) -> None:
    """After a commit, an answer made before it is as good as absent, and the request gets its lease."""
    await region.keep_answer(3, "old")
    await region.beacon.advance("ada", 4)

    admission = await region.admit(cache_key=QUESTION)

    assert (admission.head_version, admission.kept_answer) == (4, None)
    assert admission.lease


async def test_while_head_is_unknown_the_answer_comes_with_its_version_and_a_lease(region: Harness) -> None:
    """The caller learns HEAD elsewhere, compares, and may yet have to answer anew."""
    await region.keep_answer(3, "kept")

    admission = await region.admit(cache_key=QUESTION)

    assert (admission.head_version, admission.kept_answer) == (None, KeptAnswer(3, "kept"))
    assert admission.lease


async def test_an_answer_is_found_only_under_its_key(region: Harness) -> None:
    """Another question, or a request without a key, gets no answer."""
    await region.beacon.advance("ada", 3)
    await region.keep_answer(3, "kept")

    assert (await region.admit(cache_key="llm:response:other")).kept_answer is None
    assert (await region.admit()).kept_answer is None


async def test_a_served_answer_needs_no_slot_but_counts(region: Harness) -> None:
    """A hit passes when every slot is taken, and is limited by rate all the same."""
    tier = Tier("t", per_minute=3, per_day=100, concurrent=1)
    await region.beacon.advance("ada", 3)
    await region.keep_answer(3, "kept")
    await region.admit(tier)

    for _ in range(2):
        assert (await region.admit(tier, cache_key=QUESTION)).kept_answer == KeptAnswer(3, "kept")

    with pytest.raises(LimitReached, match="minute"):
        await region.admit(tier, cache_key=QUESTION)


async def test_a_late_answer_never_replaces_a_newer_ones(region: Harness) -> None:
    """A slow request that began before the commit does not undo what was answered after it."""
    await region.beacon.advance("ada", 4)
    await region.keep_answer(4, "new")
    await region.keep_answer(3, "late")

    assert (await region.admit(cache_key=QUESTION)).kept_answer == KeptAnswer(4, "new")


async def test_an_answer_is_kept_for_an_hour(region: Harness) -> None:
    """It is served until the hour is over."""
    await region.keep_answer(3, "kept")
    await region.advance(3_590)
    await region.beacon.advance("ada", 3)
    assert (await region.admit(cache_key=QUESTION)).kept_answer == KeptAnswer(3, "kept")

    await region.advance(11)

    assert (await region.admit(cache_key=QUESTION)).kept_answer is None


async def test_head_as_read_from_the_table_becomes_known(region: Harness) -> None:
    """The request that had to read HEAD spares the next one the reading."""
    admission = await region.admit()
    await region.gate.settle(Settlement("ada", "key-1", 5, admission.lease, head_was_read=True))

    assert (await region.admit()).head_version == 5


async def test_head_as_read_from_the_table_moves_only_forward(region: Harness) -> None:
    """A request that read HEAD before a commit does not undo the commit's announcement."""
    await region.beacon.advance("ada", 6)
    await region.gate.settle(Settlement("ada", "key-1", 5, None, head_was_read=True))

    assert (await region.admit()).head_version == 6


async def test_a_head_that_came_from_redis_is_not_written_back(region: Harness) -> None:
    """Requests under way when HEAD expires must not revive it: the table is to be asked."""
    await region.beacon.advance("ada", 5)
    admission = await region.admit()
    await region.advance(61)
    await region.gate.settle(Settlement("ada", "key-1", 5, admission.lease, QUESTION, "answer"))

    assert (await region.admit()).head_version is None
