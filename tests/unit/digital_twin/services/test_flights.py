"""A container's flights: what is made once, who may leave, and what a failure costs the others."""

from __future__ import annotations

import asyncio

import pytest
from fakes.clock import come_to_rest

from digital_twin.services.flights import Flights, Landed

PATIENT = 60.0


class Making:
    """Something that takes until it is let land, or fails; `begun` counts its beginnings, `ended` its ends."""

    def __init__(self, error: Exception | None = None) -> None:
        self.begun = self.ended = 0
        self.may_land = asyncio.Event()
        self._error = error

    async def __call__(self) -> str:
        """Make it."""
        self.begun += 1
        try:
            await self.may_land.wait()
        finally:
            self.ended += 1
        if self._error is not None:
            raise self._error
        return "made"


async def board(flights: Flights[str], making: Making, patience: float = PATIENT) -> asyncio.Task[Landed[str] | None]:
    """Board and come to rest."""
    task = asyncio.create_task(flights.board("key", making, patience))
    await come_to_rest()
    return task


async def test_many_share_one_making() -> None:
    """All get what was made; one of them is told to do what is to be done once."""
    flights, making = Flights[str](), Making()
    passengers = [await board(flights, making) for _ in range(30)]
    making.may_land.set()

    landed = [await passenger for passenger in passengers]

    assert making.begun == 1
    assert landed == [Landed("made", is_first=True), *[Landed("made", is_first=False)] * 29]
    assert "key" not in flights


async def test_the_next_after_a_landing_begins_anew() -> None:
    """A flight is no cache."""
    flights, making = Flights[str](), Making()
    making.may_land.set()

    assert [await (await board(flights, making)) for _ in range(2)] == [Landed("made", is_first=True)] * 2
    assert making.begun == 2


@pytest.mark.parametrize("leaving", [0, 1], ids=["who began it", "who joined it"])
async def test_a_passenger_who_is_cancelled_takes_it_from_nobody(leaving: int) -> None:
    """The other gets what was made, and is the first of those who are left."""
    flights, making = Flights[str](), Making()
    passengers = [await board(flights, making) for _ in range(2)]
    passengers.pop(leaving).cancel()
    await come_to_rest()
    making.may_land.set()

    assert await passengers[0] == Landed("made", is_first=True)
    assert making.begun == 1


async def test_with_the_last_passenger_the_flight_ends() -> None:
    """Nothing is made for nobody."""
    flights, making = Flights[str](), Making()
    for passenger in [await board(flights, making) for _ in range(2)]:
        passenger.cancel()
        await come_to_rest()

    assert (making.begun, making.ended) == (1, 1)
    assert "key" not in flights


async def test_who_is_out_of_patience_leaves_and_the_others_stay() -> None:
    """A request with little time left helps itself."""
    flights, making = Flights[str](), Making()
    first = await board(flights, making)

    assert await (await board(flights, making, patience=-1.0)) is None

    making.may_land.set()
    assert await first == Landed("made", is_first=True)


async def test_a_failure_is_raised_to_who_began_it_and_the_others_help_themselves() -> None:
    """One request's failure, such as its deadline, is not another's."""
    flights, making = Flights[str](), Making(ValueError("no time left"))
    first, other = await board(flights, making), await board(flights, making)
    making.may_land.set()

    with pytest.raises(ValueError, match="no time left"):
        await first
    assert await other is None
    assert "key" not in flights
