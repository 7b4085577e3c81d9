"""The local Upstash-Redis-compatible server on the wire: as the official SDK sees it, and as the bare protocol."""

# pyright: reportUnknownMemberType=false
# The SDK leaves open what its lists hold.

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from fakes.redis_server import TOKEN, RedisServer, redis_server
from upstash_redis.asyncio import Redis
from upstash_redis.errors import UpstashError

from twin_local.upstash_redis import redis_engine

# One engine serves the module, so its tests share a loop.
pytestmark = pytest.mark.asyncio(loop_scope="module")

# The shape of the scripts of upstash-ratelimit 1.2, whose first line is an error to every engine but Upstash's.
SCRIPT_WITH_SHEBANG = """#!lua flags=allow-key-locking
local count = redis.call("INCRBY", KEYS[1], ARGV[1])
if count == tonumber(ARGV[1]) then
  redis.call("PEXPIRE", KEYS[1], ARGV[2])
end
return {count, KEYS[1]}
"""

# Takes some milliseconds, so that it is still running when its caller gives up.
BUSY_SCRIPT = b"for _ = 1, 2000000 do end return 'not yours'"


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


@pytest_asyncio.fixture(params=["base64", None], ids=["base64", "plain"], loop_scope="module")
async def sdk(request: pytest.FixtureRequest, server: RedisServer) -> AsyncGenerator[Redis]:
    """The official SDK in both its encodings, without the 3 s pause before its retry."""
    async with Redis(server.url, TOKEN, rest_encoding=request.param, rest_retries=0) as redis:
        yield redis


async def post(server: RedisServer, path: str, body: Any, **headers: str) -> tuple[int, Any]:  # noqa: ANN401 -- JSON
    """Status and body of a bare request."""
    reply = await server.control.post(path, json=body, headers=headers)
    return reply.status_code, reply.json()


class TestWithTheSdk:
    """What the official SDK does, it can do here."""

    async def test_values_survive(self, sdk: Redis) -> None:
        """Strings of any script, the string OK, empty ones and absent ones come back as they went in."""
        for value in ("plain", "Zürich ✓ 日本", "OK", ""):
            assert await sdk.set("key", value) is True
            assert await sdk.get("key") == value
        assert await sdk.get("absent") is None

    async def test_types_survive(self, sdk: Redis) -> None:
        """Integers, floats, lists and hashes come back as the SDK's types."""
        assert await sdk.incrby("count", 41) == 41
        assert await sdk.incr("count") == 42
        assert await sdk.set("number", 1.5)
        assert await sdk.get("number") == "1.5"
        await sdk.rpush("list", "a", "b")
        assert await sdk.lrange("list", 0, -1) == ["a", "b"]
        await sdk.hset("hash", values={"v": "3", "body": "ü"})
        assert await sdk.hgetall("hash") == {"v": "3", "body": "ü"}
        assert await sdk.ping() == "PONG"

    async def test_a_pipeline_is_one_request(self, sdk: Redis, server: RedisServer) -> None:
        """Its commands run in order and each has its result."""
        pipeline = sdk.pipeline()
        pipeline.set("key", "value")
        pipeline.get("key")
        pipeline.incr("count")

        assert await pipeline.exec() == [True, "value", 1]
        assert (await server.requests())["/pipeline"] == 1

    async def test_a_transaction_runs_as_one(self, sdk: Redis) -> None:
        """Its commands run in order and each has its result."""
        transaction = sdk.multi()
        transaction.set("key", "value")
        transaction.get("key")

        assert await transaction.exec() == [True, "value"]

    async def test_a_script_gets_keys_and_arguments(self, sdk: Redis) -> None:
        """EVAL returns nested values, nulls among them."""
        script = "return {KEYS[1], ARGV[1], 7, false, {'nested'}}"

        assert await sdk.eval(script, ["k"], ["ü"]) == ["k", "ü", 7, None, ["nested"]]

    async def test_a_script_with_an_upstash_shebang_runs(self, sdk: Redis) -> None:
        """Its flags mean nothing to the engine, so the line is dropped, from EVAL and from SCRIPT LOAD."""
        assert await sdk.eval(SCRIPT_WITH_SHEBANG, ["window"], ["2", "60000"]) == [2, "window"]
        sha = await sdk.script_load(SCRIPT_WITH_SHEBANG)
        assert await sdk.evalsha(sha, ["window"], ["3", "60000"]) == [5, "window"]
        assert 0 < await sdk.pttl("window") <= 60_000

    async def test_an_error_keeps_the_engines_words(self, sdk: Redis) -> None:
        """Callers match on the code the text begins with."""
        with pytest.raises(UpstashError, match=r"^ERR wrong number of arguments for 'get' command"):
            await sdk.execute(["GET"])
        with pytest.raises(UpstashError, match=r"^NOSCRIPT "):
            await sdk.evalsha("0" * 40)
        await sdk.set("key", "value")
        with pytest.raises(UpstashError, match=r"^WRONGTYPE "):
            await sdk.rpush("key", "a")

    async def test_a_wrong_token_is_refused(self, server: RedisServer) -> None:
        """The SDK raises what the server says."""
        async with Redis(server.url, "wrong", rest_retries=0) as redis:
            with pytest.raises(UpstashError, match="WRONGPASS invalid or missing auth token"):
                await redis.ping()

    async def test_a_reused_client_opens_one_connection(self, server: RedisServer) -> None:
        """Many commands travel over one connection."""
        async with Redis(server.url, TOKEN, rest_retries=0) as redis:
            for _ in range(5):
                await redis.ping()

        counted = (await server.control.get("/_local/requests")).json()
        assert counted == {"requests": {"/": 5}, "connections": 1}


class TestOnTheWire:
    """The bare protocol: statuses, encodings and forms of request."""

    async def test_without_encoding_strings_are_plain(self, server: RedisServer) -> None:
        """Results are JSON values under `result`."""
        assert await post(server, "/", ["SET", "key", "ü"]) == (200, {"result": "OK"})
        assert await post(server, "/", ["GET", "key"]) == (200, {"result": "ü"})
        assert await post(server, "/", ["EXISTS", "key"]) == (200, {"result": 1})
        assert await post(server, "/", ["GET", "absent"]) == (200, {"result": None})

    async def test_every_string_but_ok_is_encoded_when_asked_for(self, server: RedisServer) -> None:
        """Base64 reaches into lists and statuses; numbers, nulls and errors stay as they are."""
        encoding = {"Upstash-Encoding": "base64"}
        assert await post(server, "/", ["SET", "key", "ü"], **encoding) == (200, {"result": "OK"})
        assert await post(server, "/", ["GET", "key"], **encoding) == (200, {"result": "w7w="})
        assert await post(server, "/", ["PING"], **encoding) == (200, {"result": "UE9ORw=="})
        assert await post(server, "/", ["MGET", "key", "absent"], **encoding) == (200, {"result": ["w7w=", None]})
        status, body = await post(server, "/", ["GET"], **encoding)
        assert (status, body["error"][:4]) == (400, "ERR ")

    async def test_numbers_keep_their_digits(self, server: RedisServer) -> None:
        """Arguments that are JSON numbers reach the engine as they were written."""
        headers = {"Content-Type": "application/json"}
        await server.control.post("/", content=b'["SET", "key", 1.50]', headers=headers)
        assert await server.command("GET", "key") == "1.50"

    @pytest.mark.parametrize("body", [{"SET": "key"}, [], "GET key", ["GET", None], ["GET", True], ["GET", ["key"]]])
    async def test_what_is_no_command_is_refused(self, server: RedisServer, body: object) -> None:
        """400, and nothing reaches the engine."""
        assert await post(server, "/", body) == (400, {"error": "ERR failed to parse command"})

    @pytest.mark.parametrize("content", [b"", b"not json", b'["SET", "key", "\\ud800"]', b'["SET", "key", "\xff"]'])
    async def test_what_is_no_json_of_utf8_is_refused(self, server: RedisServer, content: bytes) -> None:
        """Neither an empty body nor a lone surrogate is a command."""
        reply = await server.control.post("/", content=content)
        assert (reply.status_code, reply.json()) == (400, {"error": "ERR failed to parse command"})

    async def test_an_oversized_request_is_refused(self, server: RedisServer) -> None:
        """More than 10 MB is not read as a command."""
        status, body = await post(server, "/", ["SET", "key", "x" * (10 * 1024 * 1024)])
        assert (status, body) == (400, {"error": "ERR max request size exceeded"})

    @pytest.mark.parametrize(
        "command",
        [
            ["BLPOP", "list", "0"],
            ["watch", "key"],
            ["SUBSCRIBE", "channel"],
            ["XREAD", "block", "0", "STREAMS", "s", "$"],
            ["SELECT", "1"],
            ["CONFIG", "GET", "dir"],
            ["SHUTDOWN"],
        ],
    )
    async def test_a_command_that_needs_a_connection_is_refused(self, server: RedisServer, command: list[str]) -> None:
        """Commands that block, change a connection's state or manage the engine do not exist here."""
        message = f"ERR Command is not available: '{command[0].upper()}'"
        assert await post(server, "/", command) == (400, {"error": message})
        assert await post(server, "/pipeline", [["PING"], command]) == (400, {"error": message})

    async def test_a_pipeline_goes_on_after_an_error(self, server: RedisServer) -> None:
        """It is answered with 200, and each command with its own result or error."""
        status, body = await post(server, "/pipeline", [["SET", "key", "a"], ["INCR", "key"], ["GET", "key"]])

        assert status == 200
        assert body[0] == {"result": "OK"}
        assert body[1]["error"].startswith("ERR value is not an integer")
        assert body[2] == {"result": "a"}

    async def test_a_malformed_transaction_runs_nothing(self, server: RedisServer) -> None:
        """One command that cannot be queued discards all; the reply is one error, not a list."""
        status, body = await post(server, "/multi-exec", [["SET", "key", "a"], ["GET"]])

        assert status == 400
        assert body["error"].startswith("EXECABORT")
        assert await server.command("EXISTS", "key") == 0

    async def test_a_transaction_reports_a_failure_inside(self, server: RedisServer) -> None:
        """A command that fails when run does not undo the others."""
        status, body = await post(server, "/multi-exec", [["SET", "key", "a"], ["INCR", "key"]])

        assert (status, body[0]) == (200, {"result": "OK"})
        assert body[1]["error"].startswith("ERR value is not an integer")

    async def test_a_command_may_be_a_path(self, server: RedisServer) -> None:
        """Parts are unescaped after splitting, a body is the value, and the query gives the options."""
        await server.control.get("/set/a%2Fb/%C3%BC")
        assert await server.command("GET", "a/b") == "ü"
        await server.control.post("/set/key?EX=100&NX", content=b"from the body")
        assert await server.command("GET", "key") == "from the body"
        assert 0 < await server.command("TTL", "key") <= 100

    async def test_the_token_may_come_in_the_query(self, server: RedisServer) -> None:
        """`_token` authenticates and is no argument; no token, or another, is refused."""
        async with httpx.AsyncClient(base_url=server.url) as stranger:
            accepted = await stranger.get("/ping", params={"_token": TOKEN})
            assert (accepted.status_code, accepted.json()) == (200, {"result": "PONG"})
            for reply in (await stranger.get("/ping"), await stranger.get("/ping", params={"_token": "wrong"})):
                assert (reply.status_code, reply.json()) == (401, {"error": "WRONGPASS invalid or missing auth token"})

    async def test_another_method_is_not_allowed(self, server: RedisServer) -> None:
        """405 with a JSON error."""
        reply = await server.control.delete("/get/key")
        assert (reply.status_code, reply.json()) == (405, {"error": "ERR method not allowed"})


class TestFaults:
    """The server can be told to misbehave; what the SDK makes of it is what the adapter must translate."""

    async def test_a_fault_ends_after_its_count(self, sdk: Redis, server: RedisServer) -> None:
        """The next requests are served again."""
        await server.fault("throttle", count=2)
        for _ in range(2):
            with pytest.raises(UpstashError, match="ERR max daily request limit exceeded"):
                await sdk.ping()
        assert await sdk.ping() == "PONG"

    async def test_failing_is_a_page_instead_of_json(self, server: RedisServer) -> None:
        """500 with HTML, as from a proxy."""
        await server.fault("fail", count=1)
        reply = await server.control.post("/", json=["PING"])
        assert (reply.status_code, reply.headers["content-type"]) == (500, "text/html; charset=utf-8")

    @pytest.mark.parametrize("mode", ["fail", "garbage"])
    async def test_the_sdk_cannot_read_a_broken_reply(self, sdk: Redis, server: RedisServer, mode: str) -> None:
        """It lets the JSON parser's error out."""
        await server.fault(mode, count=1)
        with pytest.raises(ValueError, match="Expecting value"):
            await sdk.ping()

    async def test_dying_cuts_the_connection(self, sdk: Redis, server: RedisServer) -> None:
        """There is no reply at all, and the next request is served over a new connection."""
        await sdk.ping()
        await server.fault("die", count=1)
        with pytest.raises(httpx.TransportError):
            await sdk.ping()
        assert await sdk.ping() == "PONG"

    async def test_slowness_delays_the_reply(self, server: RedisServer) -> None:
        """A client with less patience than the delay gives up; the control routes are never slow."""
        await server.fault("slow", seconds=30.0)
        with pytest.raises(httpx.ReadTimeout):
            await server.control.post("/", json=["PING"], timeout=0.05)
        assert (await server.control.get("/_local/faults")).json() == {"mode": "slow", "seconds": 30.0, "count": None}

    @pytest.mark.parametrize("fault", [{"mode": "unknown"}, {}, [], {"mode": "slow", "seconds": -1}])
    async def test_an_unknown_fault_is_refused(self, server: RedisServer, fault: object) -> None:
        """A typing error in a test must not pass for a fault."""
        assert (await post(server, "/_local/faults", fault))[0] == 400


class TestItsEngine:
    """The engine behind the server: what it keeps, and what happens without it."""

    async def test_data_survives_a_restart(self, tmp_path: Path) -> None:
        """What was written is there when the next server opens the folder, expiries included."""
        async with redis_server(tmp_path) as before:
            await before.command("SET", "key", "kept", "EX", "1000")
        async with redis_server(tmp_path) as after:
            assert await after.command("GET", "key") == "kept"
            assert 0 < await after.command("TTL", "key") <= 1_000

    async def test_without_its_engine_it_says_so(self, tmp_path: Path) -> None:
        """A vanished engine is a 503 with a JSON error, not a hanging request."""
        async with redis_server(tmp_path) as server:
            [pid] = [line for line in (await server.command("INFO", "server")).splitlines() if "process_id" in line]
            os.kill(int(pid.partition(":")[2]), signal.SIGKILL)

            assert await post(server, "/", ["PING"]) == (503, {"error": "ERR the Redis engine is not running"})

    async def test_a_request_given_up_does_not_shift_replies(self, tmp_path: Path) -> None:
        """After a command was cancelled midway, the next caller gets its own reply."""
        async with redis_engine(tmp_path) as engine:
            await engine.execute([(b"SET", b"key", b"mine")])
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.001):
                    await engine.execute([(b"EVAL", BUSY_SCRIPT, b"0")])

            assert await engine.execute([(b"GET", b"key")]) == [b"mine"]

    async def test_callers_do_not_interleave(self, tmp_path: Path) -> None:
        """Fifty transactions at once: each sees its own writes only."""
        async with redis_engine(tmp_path) as engine:
            writes = [[(b"MULTI",), (b"SET", b"key", b"%d" % n), (b"GET", b"key"), (b"EXEC",)] for n in range(50)]
            replies = await asyncio.gather(*(engine.execute(commands) for commands in writes))
        assert [reply[-1] for reply in replies] == [[b"OK", b"%d" % n] for n in range(50)]
