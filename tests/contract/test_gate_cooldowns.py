"""What every `Gate` keeps of cooldowns: they begin with a settlement, come back with an admission, and only grow."""

from __future__ import annotations

from functools import partial

import pytest
from support.gate_region import QUESTION, Harness

from digital_twin.domain.access import Tier
from digital_twin.domain.cooldowns import Cooldown
from digital_twin.errors import CacheUnavailable, LimitReached, ModelFailure
from digital_twin.ports import KeptAnswer, Settlement

# One engine serves the module, so its tests share a loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")

# The server's clock runs on while a test does.
about = partial(pytest.approx, abs=5)


def cooldown(name: str, seconds: float) -> Cooldown:
    """A cooldown for a failure that passes."""
    return Cooldown(name, seconds, ModelFailure.FAILED)


async def test_nothing_cools_in_an_empty_region(region: Harness) -> None:
    """Whatever is asked for."""
    assert await region.cooling("groq", "groq:small", "openai:mini") == {}
    assert await region.cooling() == {}


async def test_the_next_request_learns_what_one_found_out(region: Harness) -> None:
    """Each name with the seconds left, whoever asks; what does not cool and what was not asked for is left out."""
    await region.cool(cooldown("groq:small", 30), cooldown("openai", 900))

    assert await region.cooling("groq", "groq:small", "openai", "openai:mini") == {
        "groq:small": about(30),
        "openai": about(900),
    }
    assert await region.cooling("openai:mini") == {}


async def test_names_of_any_form_are_told_apart(region: Harness) -> None:
    """Models' ids hold slashes, colons and dots."""
    await region.cool(cooldown("groq:openai/gpt-oss-20b", 30), cooldown("ollama:llama3.2:1b", 60))

    names = ("groq:openai/gpt-oss-120b", "groq:openai/gpt-oss-20b", "ollama:llama3.2", "ollama:llama3.2:1b")
    assert set(await region.cooling(*names)) == {"groq:openai/gpt-oss-20b", "ollama:llama3.2:1b"}


async def test_a_cooldown_ends_by_itself(region: Harness) -> None:
    """After its time the model may be asked again."""
    await region.cool(cooldown("groq:small", 30))
    await region.advance(20)
    assert await region.cooling("groq:small") == {"groq:small": about(10)}

    await region.advance(10.5)

    assert await region.cooling("groq:small") == {}


async def test_a_shorter_cooldown_changes_nothing(region: Harness) -> None:
    """A late time-out does not end the wait for what a person has to mend."""
    await region.cool(cooldown("groq:small", 900))
    await region.cool(cooldown("groq:small", 30))

    assert await region.cooling("groq:small") == {"groq:small": about(900)}


async def test_a_longer_cooldown_wins(region: Harness) -> None:
    """It counts from when it was found out."""
    await region.cool(cooldown("groq:small", 30))
    await region.advance(10)
    await region.cool(cooldown("groq:small", 300))

    assert await region.cooling("groq:small") == {"groq:small": about(300)}


async def test_cooldowns_are_told_beside_flight_and_lease(region: Harness) -> None:
    """Leader and follower learn them in the same reply, whether an answer is looked for or not."""
    await region.cool(cooldown("groq:small", 30))

    leader, follower = [await region.admit(cache_key=QUESTION, cooldowns=("groq:small",)) for _ in range(2)]

    assert (leader.leads, follower.leads) == (True, False)
    assert 0 < follower.flight_seconds <= 8
    assert leader.cooling == {"groq:small": about(30)}
    assert follower.cooling == {"groq:small": about(30)}


async def test_who_is_served_an_answer_is_told_of_no_cooldown(region: Harness) -> None:
    """The request ends with this reply."""
    await region.beacon.advance("ada", 3)
    await region.keep_answer(3, "kept")
    await region.cool(cooldown("groq:small", 30))

    admission = await region.admit(cache_key=QUESTION, cooldowns=("groq:small",))

    assert (admission.kept_answer, admission.cooling) == (KeptAnswer(3, "kept"), {})


async def test_a_settlement_does_all_it_is_to_do(region: Harness) -> None:
    """Answer, flight, HEAD and cooldowns in one."""
    leader = await region.lead()
    await region.gate.settle(
        Settlement("ada", "key-1", 3, leader.lease, QUESTION, "kept", True, QUESTION, (cooldown("groq:small", 30),))
    )

    served = await region.admit(cache_key=QUESTION)
    assert (served.head_version, served.kept_answer) == (3, KeptAnswer(3, "kept"))
    assert await region.gate.kept(QUESTION) == (KeptAnswer(3, "kept"), False)
    assert await region.cooling("groq:small") == {"groq:small": about(30)}


async def test_cooldowns_belong_to_the_deployment_not_to_a_caller(region: Harness) -> None:
    """The providers' keys are the same for all profiles and principals."""
    await region.cool(cooldown("groq:small", 30))

    another = await region.admit(principal="key-2", cooldowns=("groq:small",))

    assert another.cooling == {"groq:small": about(30)}


async def test_a_refused_request_is_refused_whatever_cools(region: Harness) -> None:
    """Limits come first."""
    tier = Tier("t", per_minute=1, per_day=9, concurrent=9)
    await region.admit(tier, cooldowns=("groq:small",))

    with pytest.raises(LimitReached):
        await region.admit(tier, cooldowns=("groq:small",))


async def test_a_broken_region_is_told_of_no_cooldown(region: Harness) -> None:
    """The caller learns that it has to remember by itself."""
    await region.break_down()

    with pytest.raises(CacheUnavailable):
        await region.cool(cooldown("groq:small", 30))
