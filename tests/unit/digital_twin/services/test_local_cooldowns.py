"""One container's own memory of cooldowns."""

from __future__ import annotations

from digital_twin.domain.cooldowns import Cooldown
from digital_twin.errors import ModelFailure
from digital_twin.services.local_cooldowns import LocalCooldowns


class Container:
    """A memory with a clock that moves when told to."""

    def __init__(self) -> None:
        self.now = 100.0
        self.cooldowns = LocalCooldowns(lambda: self.now)

    def cool(self, name: str, seconds: float) -> None:
        """Remember one cooldown."""
        self.cooldowns.extend([Cooldown(name, seconds, ModelFailure.FAILED)])


def test_a_cooldown_is_remembered_until_it_ends() -> None:
    """What was not asked for is left out."""
    container = Container()
    container.cool("a", 30)
    container.cool("b", 30)

    container.now += 10
    assert container.cooldowns.joined(("a", "c"), {}) == {"a": 20.0}
    container.now += 20
    assert container.cooldowns.joined(("a", "b"), {}) == {}


def test_the_longer_wins() -> None:
    """Whichever came first."""
    container = Container()
    container.cool("a", 30)
    container.cool("a", 5)
    container.cool("a", 60)
    assert container.cooldowns.joined(("a",), {}) == {"a": 60.0}


def test_of_own_and_shared_knowledge_the_longer_wins() -> None:
    """Redis may know more than the container, or less."""
    container = Container()
    container.cool("a", 30)
    assert container.cooldowns.joined(("a", "b"), {"a": 10.0, "b": 5.0}) == {"a": 30.0, "b": 5.0}
    assert container.cooldowns.joined(("a",), {"a": 45.0}) == {"a": 45.0}
