"""The adapter on the wire: the requests it makes, and every way the vendor can fail it."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, cast

import httpx
import pytest
import pytest_asyncio
from fakes.redis_server import TOKEN, RedisServer, adapter_client, redis_server
from pydantic import SecretStr
from upstash_redis.asyncio import Redis

from digital_twin.adapters.upstash_redis import TIMEOUT, UpstashGate, UpstashHeadBeacon, redis_client
from digital_twin.domain.access import Tier
from digital_twin.domain.cooldowns import Cooldown
from digital_twin.errors import CacheUnavailable, ModelFailure
from digital_twin.ports import AdmissionRequest, Settlement

# One engine serves the module, so its tests share a loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")

TIER = Tier("t", per_minute=10, per_day=500, concurrent=2)
REQUEST = AdmissionRequest("ada", "key-1", TIER, "query", 100, "llm:response:q", ("groq", "groq:m"), "session:s")
SETTLEMENT = Settlement(
    "ada",
    "key-1",
    7,
    "a-lease",
    "llm:response:q",
    "an answer",
    head_was_read=True,
    flight="llm:response:q",
    cooldowns=(
        Cooldown("groq", 900.0, ModelFailure.UNAUTHORIZED),
        Cooldown("openai:m", 30.0, ModelFailure.RATE_LIMITED),
    ),
    session="session:s",
    turn="a turn",
)

# Every method, by name, on a client.
METHODS: dict[str, Callable[[Redis], Coroutine[Any, Any, object]]] = {
    "admit": lambda redis: UpstashGate(redis).admit(REQUEST),
    "kept": lambda redis: UpstashGate(redis).kept("llm:response:q"),
    "settle": lambda redis: UpstashGate(redis).settle(SETTLEMENT),
    "ping": lambda redis: UpstashGate(redis).ping(),
    "advance": lambda redis: UpstashHeadBeacon("eu-west-1", redis).advance("ada", 7),
}
every_method = pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)


class Recorder:
    """Answers every request with one reply, and keeps the requests."""

    def __init__(self, reply: object) -> None:
        self.requests: list[httpx.Request] = []
        self._reply = reply

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer."""
        self.requests.append(request)
        return httpx.Response(200, json=self._reply)

    @property
    def bodies(self) -> list[Any]:
        """What was sent, in order."""
        return [json.loads(request.content) for request in self.requests]


@asynccontextmanager
async def answering(vendor: Recorder) -> AsyncGenerator[Redis]:
    """The SDK client over a transport that answers as `vendor` does."""
    async with httpx.AsyncClient(transport=httpx.MockTransport(vendor)) as client:
        yield redis_client("https://redis.example", SecretStr(TOKEN), client)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[RedisServer]:
    """The module's server."""
    async with redis_server(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def server(running: RedisServer) -> RedisServer:
    """The module's server, empty."""
    await running.reset()
    return running


async def test_admission_is_one_script_with_its_keys_declared() -> None:
    """One POST: every key the script touches is named, the quotas are those of tier and route."""
    vendor = Recorder({"result": [1, "minute", 10, 9, 60, "7", None, None, None, 1, 1, 0, [0, 2500], []]})
    async with answering(vendor) as redis:
        admission = await UpstashGate(redis).admit(REQUEST)

    [request] = vendor.requests
    assert (request.method, str(request.url)) == ("POST", "https://redis.example")
    assert request.headers["authorization"] == f"Bearer {TOKEN}"
    assert not [name for name in request.headers if name.startswith("upstash-telemetry")]
    [command] = vendor.bodies
    assert command[0] == "EVAL"
    assert command[2:13] == [
        10,
        "ratelimit:ada:key-1:minute",
        "ratelimit:ada:key-1:day",
        "ratelimit:ada:key-1:route:query",
        "lease:ada:key-1",
        "head:ada",
        "llm:response:q",
        "flight:llm:response:q",
        "session:s",
        "cooldown:groq",
        "cooldown:groq:m",
    ]
    assert command[13:] == ["10", "500", "100", "2", admission.lease, "30000", "8000", "2", "6", "86400000"]
    assert admission.cooling == {"groq:m": 2.5}


async def test_settling_is_one_pipeline() -> None:
    """All that is left behind travels in one POST; the flight ends only once its answer is there."""
    vendor = Recorder([{"result": 1}, *[{"result": "OK"}] * 5])
    async with answering(vendor) as redis:
        await UpstashGate(redis).settle(SETTLEMENT)

    [request] = vendor.requests
    assert str(request.url) == "https://redis.example/pipeline"
    [[release, store, remember, end, cool, advance]] = vendor.bodies
    assert release == ["ZREM", "lease:ada:key-1", "a-lease"]
    assert (store[0], store[2:]) == ("EVAL", [1, "llm:response:q", "7", "an answer", "3600000", "a turn"])
    assert (remember[0], remember[2:]) == ("EVAL", [1, "session:s", "a turn", "6", "86400000"])
    assert (end[0], end[2:]) == ("EVAL", [1, "flight:llm:response:q", "a-lease"])
    assert (cool[0], cool[2:]) == (
        "EVAL",
        [2, "cooldown:groq", "cooldown:openai:m", "900000", "unauthorized", "30000", "rate_limited"],
    )
    assert (advance[0], advance[2:]) == ("EVAL", [1, "head:ada", "7", "60000"])


async def test_settling_sends_only_what_there_is() -> None:
    """Without answer and reading only the lease is given back; with nothing at all no request is made."""
    vendor = Recorder([{"result": 1}])
    async with answering(vendor) as redis:
        await UpstashGate(redis).settle(Settlement("ada", "key-1", 7, "a-lease"))
        await UpstashGate(redis).settle(Settlement("ada", "key-1", 7, None))

    assert vendor.bodies == [[["ZREM", "lease:ada:key-1", "a-lease"]]]


async def test_a_known_answer_costs_one_round_trip_and_a_new_one_two(server: RedisServer) -> None:
    """The first asker pays for admission and settling, the second for admission alone."""
    async with adapter_client(server.url) as redis:
        gate = UpstashGate(redis)
        first = await gate.admit(REQUEST)
        await gate.settle(Settlement("ada", "key-1", 7, first.lease, "llm:response:q", "answer", head_was_read=True))
        second = await gate.admit(REQUEST)
        assert second.kept_answer is not None
        assert (second.kept_answer.text, second.lease) == ("answer", None)

    assert await server.requests() == {"/": 2, "/pipeline": 1}


async def test_each_look_for_a_leaders_answer_costs_one_round_trip(server: RedisServer) -> None:
    """A follower's waiting is cheap: one script a look."""
    async with adapter_client(server.url) as redis:
        await UpstashGate(redis).kept("llm:response:q")

    assert await server.requests() == {"/": 1}


async def test_everything_kept_expires(server: RedisServer) -> None:
    """Redis holds only what may be lost: no key is without an expiry."""
    async with adapter_client(server.url) as redis:
        gate = UpstashGate(redis)
        await gate.admit(REQUEST)
        await gate.settle(SETTLEMENT)

    keys = await server.command("KEYS", "*")
    expiries = {key: await server.command("PTTL", key) for key in keys}
    assert 0 < expiries.pop("flight:llm:response:q") <= 8_000
    assert {key: round(left, -4) for key, left in expiries.items()} == {
        "ratelimit:ada:key-1:minute": 60_000,
        "ratelimit:ada:key-1:day": 86_400_000,
        "ratelimit:ada:key-1:route:query": 60_000,
        "lease:ada:key-1": 30_000,
        "head:ada": 60_000,
        "llm:response:q": 3_600_000,
        "session:s": 86_400_000,
        "cooldown:groq": 900_000,
        "cooldown:openai:m": 30_000,
    }


@every_method
@pytest.mark.parametrize("mode", ["fail", "garbage", "throttle", "die"])
async def test_a_broken_server_is_unavailable(
    server: RedisServer, mode: str, method: Callable[[Redis], Coroutine[Any, Any, object]]
) -> None:
    """Whatever it does, the port's own error comes out, after one attempt."""
    await server.fault(mode)
    async with adapter_client(server.url) as redis:
        with pytest.raises(CacheUnavailable):
            await method(redis)
    assert sum((await server.requests()).values()) == 1


@every_method
async def test_a_hanging_server_is_unavailable(
    server: RedisServer, method: Callable[[Redis], Coroutine[Any, Any, object]]
) -> None:
    """The call ends with its timeout."""
    await server.fault("slow", seconds=30.0)
    async with adapter_client(server.url, step_seconds=0.05) as redis:
        with pytest.raises(CacheUnavailable):
            await method(redis)


@every_method
async def test_a_refused_token_is_unavailable(
    server: RedisServer, method: Callable[[Redis], Coroutine[Any, Any, object]]
) -> None:
    """401 answers a single command and a pipeline differently from what the SDK expects; both are translated."""
    async with adapter_client(server.url, token="wrong") as redis:
        with pytest.raises(CacheUnavailable):
            await method(redis)


@every_method
async def test_an_unreachable_server_is_unavailable(method: Callable[[Redis], Coroutine[Any, Any, object]]) -> None:
    """Nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    async with adapter_client(url) as redis:
        with pytest.raises(CacheUnavailable):
            await method(redis)


@every_method
@pytest.mark.parametrize("reply", [None, "text", 7, {}, {"status": 503}, {"error": "ERR"}, [None], ["text"], [{}]])
async def test_a_reply_of_no_known_shape_is_unavailable(
    reply: object, method: Callable[[Redis], Coroutine[Any, Any, object]]
) -> None:
    """The SDK takes replies apart unseen; what that raises is translated."""
    async with answering(Recorder(reply)) as redis:
        with pytest.raises(CacheUnavailable):
            await method(redis)


@pytest.mark.parametrize("result", [None, "OK", 1, [], [1, "minute"], [2, "minute", 10, 1], list(range(1, 10))])
async def test_a_verdict_of_no_known_shape_is_unavailable(result: object) -> None:
    """What is not a reply of the admission script admits nobody."""
    async with answering(Recorder({"result": result})) as redis:
        with pytest.raises(CacheUnavailable):
            await UpstashGate(redis).admit(REQUEST)


@pytest.mark.parametrize("turns", [None, "a turn", ["a turn", None], [["a turn"]], {}])
async def test_turns_of_no_known_shape_are_unavailable(turns: object) -> None:
    """What is no list of texts is no session."""
    verdict = [1, "minute", 10, 9, 60, "7", None, None, None, 1, 1, 0, [0, 0], turns]
    async with answering(Recorder({"result": verdict})) as redis:
        with pytest.raises(CacheUnavailable):
            await UpstashGate(redis).admit(REQUEST)


@pytest.mark.parametrize(
    "result",
    [None, "OK", 1, [], ["7", None, None, 1], [None, "text", None, 1], ["v", "text", None, 1], [None]],
)
async def test_a_look_of_no_known_shape_is_unavailable(result: object) -> None:
    """What is not a reply of the script is no answer."""
    async with answering(Recorder({"result": result})) as redis:
        with pytest.raises(CacheUnavailable):
            await UpstashGate(redis).kept("llm:response:q")


async def test_a_script_error_is_unavailable(server: RedisServer) -> None:
    """A key of a wrong type makes the script fail; the request is not admitted, and the error keeps its cause."""
    await server.command("SET", "llm:response:q", "not a hash")
    await server.command("SET", "head:ada", "7")
    async with adapter_client(server.url) as redis:
        with pytest.raises(CacheUnavailable) as failed:
            await UpstashGate(redis).admit(REQUEST)
    assert "WRONGTYPE" in str(failed.value.__cause__)
    assert "WRONGTYPE" not in str(failed.value)


async def test_the_callers_own_timeout_stays_a_timeout(server: RedisServer) -> None:
    """A deadline cancels the call and is not mistaken for a failure of Redis; the client is usable afterwards."""
    await server.fault("slow", seconds=30.0, count=1)
    async with adapter_client(server.url) as redis:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await UpstashGate(redis).admit(REQUEST)
        assert (await UpstashGate(redis).admit(REQUEST)).lease


async def test_the_sdk_still_has_the_client_that_is_replaced() -> None:
    """The factory sets a private attribute; an SDK without it would quietly run with no timeout."""
    async with Redis("https://redis.example", TOKEN) as untouched:
        client = cast("Any", untouched)._http._client
        assert isinstance(client, httpx.AsyncClient)
        assert client.timeout == httpx.Timeout(None)


async def test_timeouts_are_short() -> None:
    """Redis is on the path of every request, so a dead one must be noticed fast."""
    assert (TIMEOUT.connect, TIMEOUT.read) == (1.0, 2.0)
