"""The Groq adapter on the wire: the request it makes, and every way Groq can fail it."""

from __future__ import annotations

import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx
import pytest
from fakes.chat_server import CutConnection, Reply, Silence, chat_server
from pydantic import SecretStr

from digital_twin.adapters.groq import GroqModel
from digital_twin.adapters.http_client import pooled_client
from digital_twin.domain.answer import Usage
from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import ModelFailure, ModelUnavailable
from digital_twin.ports import ChatModel, Completion, Prompt
from digital_twin.settings import ModelChoice

KEY = "gsk_made_up"
MODEL = "openai/gpt-oss-20b"
PROMPT = Prompt(system="Answer from the evidence only.", user="[1] Acme, 2019-2022\n\nWhere did Ada work?")


@asynccontextmanager
async def groq_at(url: str, *, seconds: float = 5.0) -> AsyncGenerator[ChatModel]:
    """The adapter with its SDK pointed at a server."""
    async with pooled_client(httpx.Timeout(seconds)) as client:
        choice = ModelChoice(provider="groq", model=MODEL, base_url=url, timeout_seconds=seconds)
        yield GroqModel(choice, SecretStr(KEY), client)


async def completion_of(reply: Reply) -> Completion:
    """What the adapter makes of a reply."""
    async with chat_server(reply) as server, groq_at(server.url) as model:
        return await model.complete(PROMPT)


async def failure_of(reply: Reply | Silence | CutConnection, *, seconds: float = 5.0) -> ModelUnavailable:
    """The error the adapter makes of a reply, after exactly one request."""
    async with chat_server(reply) as server, groq_at(server.url, seconds=seconds) as model:
        with pytest.raises(ModelUnavailable) as caught:
            await model.complete(PROMPT)
        assert len(server.requests) == 1
    return caught.value


def groq_reply(content: str | None, *, finish_reason: str = "stop", **message: str) -> Reply:
    """A completion in the shape Groq sends."""
    return Reply(
        {
            "id": "chatcmpl-1f0c",
            "object": "chat.completion",
            "created": 1772366400,
            "model": MODEL,
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": content, **message},
                    "logprobs": None,
                    "finish_reason": finish_reason,
                }
            ],
            "usage": {
                "queue_time": 0.01,
                "prompt_tokens": 61,
                "prompt_time": 0.002,
                "completion_tokens": 9,
                "completion_time": 0.02,
                "total_tokens": 70,
                "total_time": 0.022,
            },
            "system_fingerprint": "fp_1",
            "x_groq": {"id": "req_1"},
            "service_tier": "on_demand",
        }
    )


def groq_error(status: int, message: str, *, code: str | None = None, retry_after: str | None = None) -> Reply:
    """An error in the shape Groq sends."""
    error: JsonObject = {"message": message, "type": "invalid_request_error"}
    if code:
        error["code"] = code
    return Reply({"error": error}, status, {"retry-after": retry_after} if retry_after else {})


async def test_the_request_is_one_bounded_chat_completion() -> None:
    """System and user messages, temperature 0, bounded output, the key as a bearer token, and nothing else."""
    async with chat_server(groq_reply("Ada worked at Acme [1].")) as server, groq_at(server.url) as model:
        await model.complete(PROMPT)
    [request] = server.requests
    assert (request.method, request.path) == ("POST", "/openai/v1/chat/completions")
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body == {
        "model": MODEL,
        "messages": [
            {"role": "system", "content": PROMPT.system},
            {"role": "user", "content": PROMPT.user},
        ],
        "temperature": 0.0,
        "max_completion_tokens": 1_500,
    }


async def test_a_completion_carries_its_text_and_token_counts() -> None:
    """What the model said, and what it cost."""
    completion = await completion_of(groq_reply("Ada worked at Acme [1]."))
    assert completion == Completion("Ada worked at Acme [1].", Usage(input_tokens=61, output_tokens=9))


async def test_the_model_names_itself_as_the_catalogue_does() -> None:
    """Answers and cooldowns are booked under these names."""
    async with groq_at("http://127.0.0.1:9") as model:
        assert (model.provider, model.model) == ("groq", MODEL)


async def test_connections_are_kept_between_questions() -> None:
    """A warm container pays for no second handshake."""
    async with chat_server(groq_reply("Yes [1].")) as server, groq_at(server.url) as model:
        for _ in range(3):
            await model.complete(PROMPT)
    assert len({request.client_port for request in server.requests}) == 1


@pytest.mark.parametrize(
    "reply",
    [
        groq_reply("Ada worked at Acme [1].", reasoning="The user asks for employers, so I will"),
        groq_reply("<think>The user asks for employers.\n\nEvidence 1 says</think>\n\nAda worked at Acme [1]."),
        groq_reply("The template opened the block itself.</think>Ada worked at Acme [1]."),
    ],
    ids=["in a field of its own", "in think tags", "with the opening tag in the template"],
)
async def test_reasoning_never_reaches_the_answer(reply: Reply) -> None:
    """However a model's thoughts come, only its answer is kept."""
    assert (await completion_of(reply)).text == "Ada worked at Acme [1]."


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (groq_error(400, "decommissioned", code="model_decommissioned"), ModelFailure.REJECTED),
        (groq_error(401, "Invalid API Key", code="invalid_api_key"), ModelFailure.UNAUTHORIZED),
        (groq_error(403, "not allowed"), ModelFailure.UNAUTHORIZED),
        (groq_error(404, "does not exist", code="model_not_found"), ModelFailure.REJECTED),
        (groq_error(400, "Please reduce the length", code="context_length_exceeded"), ModelFailure.UNSUITABLE),
        (groq_error(413, "Request too large"), ModelFailure.UNSUITABLE),
        (groq_error(429, "Rate limit reached", code="rate_limit_exceeded"), ModelFailure.RATE_LIMITED),
        (groq_error(408, "Request timeout"), ModelFailure.TIMEOUT),
        (groq_error(500, "Internal Server Error"), ModelFailure.FAILED),
        (groq_error(503, "Service Unavailable"), ModelFailure.FAILED),
        (Reply("<html>bad gateway</html>", 502, {"content-type": "text/html"}), ModelFailure.FAILED),
    ],
    ids=lambda value: str(value.status) if isinstance(value, Reply) else str(value),
)
async def test_each_refusal_has_its_kind_and_is_not_repeated(reply: Reply, kind: ModelFailure) -> None:
    """One request; the status decides the kind, and the error says neither the key nor what Groq wrote."""
    failure = await failure_of(reply)
    assert failure.kind is kind
    assert str(failure) == f"groq/{MODEL} answered HTTP {reply.status}"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7.0), ("0.45", 0.45), ("-1", None), ("inf", None), ("Wed, 21 Oct 2026 07:28:00 GMT", None), (None, None)],
)
async def test_the_wish_to_be_left_alone_is_passed_on(header: str | None, seconds: float | None) -> None:
    """Retry-After counts in seconds; what is no duration is left out."""
    failure = await failure_of(groq_error(429, "Rate limit reached", retry_after=header))
    assert failure.retry_after == seconds


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (groq_reply(None), ModelFailure.EMPTY),
        (groq_reply(" \n"), ModelFailure.EMPTY),
        (groq_reply("<think>Only thoughts"), ModelFailure.EMPTY),
        (groq_reply("Ada worked at", finish_reason="length"), ModelFailure.TRUNCATED),
        (groq_reply("", finish_reason="length", reasoning="Thinking took it all"), ModelFailure.TRUNCATED),
        (Reply('{"choices": ['), ModelFailure.FAILED),
        (Reply(""), ModelFailure.FAILED),
        (Reply("<html>hello</html>", headers={"content-type": "text/html"}), ModelFailure.FAILED),
        (Reply({"choices": []}), ModelFailure.FAILED),
        (Reply({"object": "error", "message": "overloaded"}), ModelFailure.FAILED),
    ],
    ids=[
        "no content",
        "blank",
        "thoughts without an answer",
        "cut off",
        "cut off while thinking",
        "broken JSON",
        "no body",
        "a page",
        "no choices",
        "an error with status 200",
    ],
)
async def test_a_reply_without_a_whole_answer_is_a_failure(reply: Reply, kind: ModelFailure) -> None:
    """Status 200 does not make it an answer."""
    assert (await failure_of(reply)).kind is kind


async def test_a_model_that_does_not_answer_in_its_time_times_out() -> None:
    """The catalogue's timeout ends the call."""
    assert (await failure_of(Silence(), seconds=0.2)).kind is ModelFailure.TIMEOUT


async def test_a_connection_cut_in_the_middle_is_unreachable() -> None:
    """Half a connection is none."""
    assert (await failure_of(CutConnection())).kind is ModelFailure.UNREACHABLE


async def test_a_server_that_is_not_there_is_unreachable() -> None:
    """Nobody listens on the port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    async with groq_at(f"http://127.0.0.1:{port}") as model:
        with pytest.raises(ModelUnavailable, match=f"groq/{MODEL} cannot be reached") as caught:
            await model.complete(PROMPT)
    assert caught.value.kind is ModelFailure.UNREACHABLE
