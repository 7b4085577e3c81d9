"""Serving an application on loopback inside the running loop."""

from __future__ import annotations

import signal
import time
from statistics import median

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from twin_local.serving import serve

HELLO = PlainTextResponse("hello")


async def test_it_serves_on_a_free_loopback_port() -> None:
    """The URL answers while the context is open, and not afterwards."""
    async with httpx.AsyncClient() as client:
        async with serve(HELLO) as url:
            assert url.startswith("http://127.0.0.1:")
            assert (await client.get(url)).text == "hello"
        with pytest.raises(httpx.ConnectError):
            await client.get(url)


async def test_a_taken_port_is_an_error_at_once() -> None:
    """The second server does not start, the first goes on."""
    async with serve(HELLO) as url, httpx.AsyncClient() as client:
        with pytest.raises(OSError, match="Address already in use"):
            async with serve(HELLO, port=httpx.URL(url).port or 0):
                pass
        assert (await client.get(url)).text == "hello"


async def test_an_error_of_the_callers_comes_out_as_it_is() -> None:
    """The server stops, and nothing wraps the error."""
    with pytest.raises(LookupError, match="the caller's own"):
        async with serve(HELLO):
            raise LookupError("the caller's own")


async def test_signals_stay_with_the_process() -> None:
    """Whoever runs several servers decides what Ctrl-C means."""
    before = signal.getsignal(signal.SIGINT)
    async with serve(HELLO) as url, httpx.AsyncClient() as client:
        await client.get(url)
        assert signal.getsignal(signal.SIGINT) is before


async def test_replies_are_not_held_back() -> None:
    """A reply in two writes does not wait for the caller's delayed acknowledgement (40 ms)."""

    async def in_two_writes(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"5")]})
        await send({"type": "http.response.body", "body": b"hello"})

    async with serve(in_two_writes) as url, httpx.AsyncClient() as client:
        times: list[float] = []
        for _ in range(20):
            began = time.perf_counter()
            await client.post(url, content=b"question")
            times.append(time.perf_counter() - began)
    assert median(times) < 0.03
