"""The fault injector around an application that always answers."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import httpx
import pytest
from starlette.responses import JSONResponse

from twin_local.faults import Fault, FaultInjector, FaultMode


@pytest.fixture
async def client() -> AsyncGenerator[httpx.AsyncClient]:
    """A caller of an application inside the injector."""
    transport = httpx.ASGITransport(FaultInjector(JSONResponse({"result": "OK"})))
    async with httpx.AsyncClient(transport=transport, base_url="http://local") as caller:
        yield caller


async def test_without_a_fault_requests_are_served(client: httpx.AsyncClient) -> None:
    """It starts harmless."""
    assert (await client.get("/_local/faults")).json() == {"mode": "none", "seconds": 0.0, "count": None}
    assert (await client.get("/any")).json() == {"result": "OK"}


@pytest.mark.parametrize(("mode", "status"), [("fail", 500), ("garbage", 200), ("throttle", 429), ("slow", 200)])
async def test_a_fault_lasts_for_its_count(client: httpx.AsyncClient, mode: str, status: int) -> None:
    """The next two requests get it, the third does not."""
    await client.post("/_local/faults", json={"mode": mode, "seconds": 0, "count": 2})
    replies = [await client.get("/any") for _ in range(3)]

    assert [reply.status_code for reply in replies] == [status, status, 200]
    assert replies[2].json() == {"result": "OK"}
    assert (await client.get("/_local/faults")).json()["mode"] == "none"


async def test_a_fault_without_a_count_lasts_until_it_is_changed(client: httpx.AsyncClient) -> None:
    """`none` ends it."""
    await client.post("/_local/faults", json={"mode": "fail"})
    assert [(await client.get("/any")).status_code for _ in range(5)] == [500] * 5

    await client.post("/_local/faults", json={"mode": "none"})

    assert (await client.get("/any")).status_code == 200


async def test_a_count_of_zero_is_no_fault(client: httpx.AsyncClient) -> None:
    """It applies to none of the next requests."""
    await client.post("/_local/faults", json={"mode": "fail", "count": 0})
    assert (await client.get("/any")).status_code == 200


async def test_requests_are_counted_by_path(client: httpx.AsyncClient) -> None:
    """Failed ones too, the control routes not; a reset forgets them."""
    await client.get("/a")
    await client.post("/_local/faults", json={"mode": "fail"})
    await client.get("/a")
    await client.get("/b")
    assert (await client.get("/_local/requests")).json()["requests"] == {"/a": 2, "/b": 1}

    await client.post("/_local/requests/reset")

    assert (await client.get("/_local/requests")).json()["requests"] == {}


def test_a_fault_is_read_from_json() -> None:
    """Only the mode is required."""
    assert Fault.from_json({"mode": "slow", "seconds": 2, "count": 3}) == Fault(FaultMode.SLOW, 2.0, 3)
    assert Fault.from_json({"mode": "die"}) == Fault(FaultMode.DIE)


@pytest.mark.parametrize(
    "value",
    [None, [], {}, {"mode": "x"}, {"mode": "slow", "seconds": "1"}, {"mode": "slow", "count": 1.5}, {"mode": ["slow"]}],
)
def test_what_is_no_fault_is_refused(value: object) -> None:
    """A typing error in a test must not pass for a fault."""
    with pytest.raises(ValueError, match=r"must be|is not a valid"):
        Fault.from_json(value)
