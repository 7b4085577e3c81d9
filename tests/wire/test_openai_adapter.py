"""The OpenAI adapter on the wire: the request it makes, and every way OpenAI or a compatible server can fail it."""

from __future__ import annotations

import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import httpx
import pytest
from fakes.chat_server import CutConnection, Reply, Silence, chat_server
from pydantic import SecretStr

from digital_twin.adapters.http_client import pooled_client
from digital_twin.adapters.openai import OpenAIModel
from digital_twin.domain.answer import Usage
from digital_twin.errors import ModelFailure, ModelUnavailable
from digital_twin.ports import ChatModel, Completion, Prompt
from digital_twin.settings import ModelChoice

KEY = "sk-made-up"
MODEL = "gpt-4.1-mini"
PROMPT = Prompt(system="Answer from the evidence only.", user="[1] Acme, 2019-2022\n\nWhere did Ada work?")


@asynccontextmanager
async def openai_at(url: str, *, seconds: float = 5.0) -> AsyncGenerator[ChatModel]:
    """The adapter with its SDK pointed at a server."""
    async with pooled_client(httpx.Timeout(seconds)) as client:
        choice = ModelChoice(provider="openai", model=MODEL, base_url=f"{url}/v1", timeout_seconds=seconds)
        yield OpenAIModel(choice, SecretStr(KEY), client)


async def failure_of(reply: Reply | Silence | CutConnection, *, seconds: float = 5.0) -> ModelUnavailable:
    """The error the adapter makes of a reply, after exactly one request."""
    async with chat_server(reply) as server, openai_at(server.url, seconds=seconds) as model:
        with pytest.raises(ModelUnavailable) as caught:
            await model.complete(PROMPT)
        assert len(server.requests) == 1
    return caught.value


def openai_reply(content: str | None, *, finish_reason: str = "stop", refusal: str | None = None) -> Reply:
    """A completion in the shape OpenAI sends."""
    return Reply(
        {
            "id": "chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT",
            "object": "chat.completion",
            "created": 1772366400,
            "model": f"{MODEL}-2025-04-14",
            "choices": [
                {
                    "index": 0,
                    "message": {"role": "assistant", "content": content, "refusal": refusal, "annotations": []},
                    "logprobs": None,
                    "finish_reason": finish_reason,
                }
            ],
            "usage": {
                "prompt_tokens": 61,
                "completion_tokens": 9,
                "total_tokens": 70,
                "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
                "completion_tokens_details": {"reasoning_tokens": 0},
            },
            "service_tier": "default",
            "system_fingerprint": None,
        }
    )


def ollama_reply(content: str) -> Reply:
    """A completion in the shape Ollama sends, with the counts left out as some servers do."""
    message = {"role": "assistant", "content": content, "reasoning": "Let me think"}
    return Reply(
        {
            "id": "chatcmpl-421",
            "object": "chat.completion",
            "created": 1772366400,
            "model": "qwen3:4b",
            "system_fingerprint": "fp_ollama",
            "choices": [{"index": 0, "message": dict(message), "finish_reason": "stop"}],
        }
    )


def openai_error(status: int, code: str | None, *, retry_after: str | None = None) -> Reply:
    """An error in the shape OpenAI sends."""
    error = {"message": "what OpenAI says about it", "type": "invalid_request_error", "param": None, "code": code}
    return Reply({"error": dict(error)}, status, {"retry-after": retry_after} if retry_after else {})


async def test_the_request_is_one_bounded_chat_completion() -> None:
    """The output is bounded by the name every compatible server knows; the key goes as a bearer token."""
    async with chat_server(openai_reply("Ada worked at Acme [1].")) as server, openai_at(server.url) as model:
        await model.complete(PROMPT)
    [request] = server.requests
    assert (request.method, request.path) == ("POST", "/v1/chat/completions")
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body == {
        "model": MODEL,
        "messages": [
            {"role": "system", "content": PROMPT.system},
            {"role": "user", "content": PROMPT.user},
        ],
        "temperature": 0.0,
        "max_tokens": 1_500,
    }


async def test_a_completion_carries_its_text_and_token_counts() -> None:
    """What the model said, and what it cost."""
    async with chat_server(openai_reply("Ada worked at Acme [1].")) as server, openai_at(server.url) as model:
        completion = await model.complete(PROMPT)
    assert completion == Completion("Ada worked at Acme [1].", Usage(input_tokens=61, output_tokens=9))


async def test_a_compatible_server_answers_as_well() -> None:
    """Ollama and its like are reached by configuration alone; their reasoning is dropped, missing counts are None."""
    async with chat_server(ollama_reply("<think>Hm.</think>Acme [1].")) as server, openai_at(server.url) as model:
        assert await model.complete(PROMPT) == Completion("Acme [1].", usage=None)


async def test_the_model_names_itself_as_the_catalogue_does() -> None:
    """Answers and cooldowns are booked under these names."""
    async with openai_at("http://127.0.0.1:9") as model:
        assert (model.provider, model.model) == ("openai", MODEL)


async def test_connections_are_kept_between_questions() -> None:
    """A warm container pays for no second handshake."""
    async with chat_server(openai_reply("Yes [1].")) as server, openai_at(server.url) as model:
        for _ in range(3):
            await model.complete(PROMPT)
    assert len({request.client_port for request in server.requests}) == 1


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (openai_error(400, "model_decommissioned"), ModelFailure.REJECTED),
        (openai_error(400, "context_length_exceeded"), ModelFailure.UNSUITABLE),
        (openai_error(401, "invalid_api_key"), ModelFailure.UNAUTHORIZED),
        (openai_error(404, "model_not_found"), ModelFailure.REJECTED),
        (openai_error(429, "rate_limit_exceeded", retry_after="12"), ModelFailure.RATE_LIMITED),
        (openai_error(429, "insufficient_quota"), ModelFailure.UNAUTHORIZED),
        (openai_error(500, None), ModelFailure.FAILED),
        (Reply("upstream connect error", 503, {"content-type": "text/plain"}), ModelFailure.FAILED),
    ],
    ids=[
        "400 decommissioned",
        "400 too long",
        "401",
        "404",
        "429 too fast",
        "429 no credit",
        "500",
        "503 of a proxy",
    ],
)
async def test_each_refusal_has_its_kind_and_is_not_repeated(reply: Reply, kind: ModelFailure) -> None:
    """One request; status and code decide the kind, and the error says neither the key nor what OpenAI wrote."""
    failure = await failure_of(reply)
    assert failure.kind is kind
    assert str(failure) == f"openai/{MODEL} answered HTTP {reply.status}"


async def test_the_wish_to_be_left_alone_is_passed_on() -> None:
    """Retry-After counts in seconds."""
    failure = await failure_of(openai_error(429, "rate_limit_exceeded", retry_after="12"))
    assert failure.retry_after == 12.0


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (openai_reply(None, refusal="I cannot help with that."), ModelFailure.EMPTY),
        (openai_reply(""), ModelFailure.EMPTY),
        (openai_reply("Ada worked at", finish_reason="length"), ModelFailure.TRUNCATED),
        (openai_reply("Ada worked at", finish_reason="content_filter"), ModelFailure.TRUNCATED),
        (Reply('{"choices": ['), ModelFailure.FAILED),
        (Reply({"choices": [{"index": 0}]}), ModelFailure.FAILED),
    ],
    ids=["refused in words", "blank", "cut off", "filtered", "broken JSON", "no message"],
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
    async with openai_at(f"http://127.0.0.1:{port}") as model:
        with pytest.raises(ModelUnavailable, match=f"openai/{MODEL} cannot be reached") as caught:
            await model.complete(PROMPT)
    assert caught.value.kind is ModelFailure.UNREACHABLE
