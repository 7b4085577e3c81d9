"""What every `Gate` keeps of sessions: turns come back where no answer is looked up, and are added without a call."""

from __future__ import annotations

import pytest
from support.gate_region import QUESTION, Harness

from digital_twin.domain.access import Tier
from digital_twin.domain.turns import MAX_TURNS
from digital_twin.errors import CacheUnavailable, LimitReached
from digital_twin.ports import KeptAnswer, Settlement

# One engine serves the module, so its tests share a loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")

SESSION = "session:ada:public:key-1:s1"
TURN = '{"question":"Was macht sie in Zürich? ✓","named":["Acme"]}'


async def test_a_session_that_was_never_heard_of_is_empty(region: Harness) -> None:
    """Nobody can tell it from one that has expired, or is another's."""
    assert await region.turns(SESSION) == ()


async def test_turns_come_back_oldest_first_and_to_the_letter(region: Harness) -> None:
    """Each settled request added one."""
    await region.remember(SESSION, TURN, "second")

    assert await region.turns(SESSION) == (TURN, "second")


async def test_only_the_newest_turns_are_kept(region: Harness) -> None:
    """A conversation may go on for ever and takes no more room."""
    await region.remember(SESSION, *(f"turn {number}" for number in range(MAX_TURNS + 3)))

    assert await region.turns(SESSION) == tuple(f"turn {number}" for number in range(3, MAX_TURNS + 3))


async def test_sessions_are_apart(region: Harness) -> None:
    """A key names one."""
    await region.remember(SESSION, TURN)

    assert await region.turns("session:ada:public:key-2:s1") == ()


async def test_a_session_ends_a_day_after_its_last_turn(region: Harness) -> None:
    """Each turn prolongs it; being recalled does not."""
    await region.remember(SESSION, "first")
    await region.advance(86_000)
    await region.remember(SESSION, "second")
    await region.advance(86_000)
    assert await region.turns(SESSION) == ("first", "second")

    await region.advance(401)

    assert await region.turns(SESSION) == ()


async def test_an_answer_that_ends_the_request_becomes_a_turn_by_itself(region: Harness) -> None:
    """The asker of a known answer makes no second call, and its session goes on all the same."""
    await region.beacon.advance("ada", 3)
    await region.gate.settle(Settlement("ada", "key-1", 3, None, QUESTION, "kept", turn=TURN))

    served = await region.admit(cache_key=QUESTION, session=SESSION)

    assert (served.kept_answer, served.lease, served.turns) == (KeptAnswer(3, "kept", TURN), None, ())
    assert await region.turns(SESSION) == (TURN,)
    assert await region.gate.kept(QUESTION) == (KeptAnswer(3, "kept", TURN), False)


async def test_turns_from_known_answers_are_bounded_and_expire_likewise(region: Harness) -> None:
    """Whichever way a turn is added."""
    await region.beacon.advance("ada", 3)
    await region.gate.settle(Settlement("ada", "key-1", 3, None, QUESTION, "kept", turn=TURN))
    for _ in range(MAX_TURNS + 2):
        await region.admit(cache_key=QUESTION, session=SESSION)
    assert await region.turns(SESSION) == (TURN,) * MAX_TURNS

    await region.advance(86_401)

    assert await region.turns(SESSION) == ()


async def test_an_answer_without_a_turn_leaves_the_session_as_it_is(region: Harness) -> None:
    """Another release may have kept it so."""
    await region.beacon.advance("ada", 3)
    await region.gate.settle(Settlement("ada", "key-1", 3, None, QUESTION, "newer", turn=TURN))
    await region.keep_answer(3, "without")

    served = await region.admit(cache_key=QUESTION, session=SESSION)

    assert served.kept_answer == KeptAnswer(3, "without", None)
    assert await region.turns(SESSION) == ()


async def test_while_head_is_unknown_the_session_waits_for_the_settlement(region: Harness) -> None:
    """Whether the answer is served is not yet decided."""
    await region.gate.settle(Settlement("ada", "key-1", 3, None, QUESTION, "kept", turn=TURN))

    admission = await region.admit(cache_key=QUESTION, session=SESSION)

    assert admission.lease
    assert await region.turns(SESSION) == ()


async def test_a_miss_leaves_the_session_to_the_settlement(region: Harness) -> None:
    """There is nothing to remember before there is an answer."""
    leader = await region.admit(cache_key=QUESTION, session=SESSION)
    assert leader.leads
    assert await region.turns(SESSION) == ()

    await region.gate.settle(Settlement("ada", "key-1", 3, leader.lease, session=SESSION, turn=TURN))

    assert await region.turns(SESSION) == (TURN,)


async def test_turns_come_beside_cooldowns(region: Harness) -> None:
    """A request that looks no answer up is told both."""
    await region.remember(SESSION, TURN)

    admission = await region.admit(cooldowns=("groq", "groq:small"), session=SESSION)

    assert (admission.turns, admission.cooling) == ((TURN,), {})


async def test_a_refused_request_changes_no_session(region: Harness) -> None:
    """Limits come first."""
    tier = Tier("t", per_minute=1, per_day=9, concurrent=9)
    await region.beacon.advance("ada", 3)
    await region.gate.settle(Settlement("ada", "key-1", 3, None, QUESTION, "kept", turn=TURN))
    await region.admit(tier, cache_key=QUESTION)

    with pytest.raises(LimitReached):
        await region.admit(tier, cache_key=QUESTION, session=SESSION)

    assert await region.turns(SESSION) == ()


async def test_a_broken_region_remembers_nothing(region: Harness) -> None:
    """The caller answers without the session."""
    await region.break_down()

    with pytest.raises(CacheUnavailable):
        await region.remember(SESSION, TURN)
    with pytest.raises(CacheUnavailable):
        await region.turns(SESSION)
