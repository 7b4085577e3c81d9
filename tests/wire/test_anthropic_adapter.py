"""The Anthropic adapter on the wire: the request it makes, and every way Anthropic can fail it."""

from __future__ import annotations

import socket
import traceback
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from fakes.chat_server import CutConnection, Reply, Silence, chat_server
from pydantic import SecretStr

from digital_twin.adapters.anthropic import AnthropicModel
from digital_twin.adapters.http_client import pooled_httpx2_client
from digital_twin.domain.answer import Usage
from digital_twin.domain.json_types import JsonObject
from digital_twin.errors import ModelFailure, ModelUnavailable
from digital_twin.ports import ChatModel, Completion, Prompt
from digital_twin.settings import ModelChoice

KEY = "sk-ant-made-up"
MODEL = "claude-haiku-4-5"
PROMPT = Prompt(system="Answer from the evidence only.", user="[1] Acme, 2019-2022\n\nWhere did Ada work?")


@asynccontextmanager
async def anthropic_at(url: str, *, seconds: float = 5.0) -> AsyncGenerator[ChatModel]:
    """The adapter with its SDK pointed at a server."""
    async with pooled_httpx2_client(seconds, connect=seconds) as client:
        choice = ModelChoice(provider="anthropic", model=MODEL, base_url=url, timeout_seconds=seconds)
        yield AnthropicModel(choice, SecretStr(KEY), client)


async def completion_of(reply: Reply) -> Completion:
    """What the adapter makes of a reply."""
    async with chat_server(reply) as server, anthropic_at(server.url) as model:
        return await model.complete(PROMPT)


async def failure_of(reply: Reply | Silence | CutConnection, *, seconds: float = 5.0) -> ModelUnavailable:
    """The error the adapter makes of a reply, after exactly one request."""
    async with chat_server(reply) as server, anthropic_at(server.url, seconds=seconds) as model:
        with pytest.raises(ModelUnavailable) as caught:
            await model.complete(PROMPT)
        assert len(server.requests) == 1
    return caught.value


def text_block(text: str) -> JsonObject:
    """A block of an answer."""
    return {"type": "text", "text": text, "citations": None}


def anthropic_reply(*blocks: JsonObject, stop_reason: str | None = "end_turn") -> Reply:
    """A message in the shape Anthropic sends."""
    return Reply(
        {
            "id": "msg_013Zva2CMHLNnXjNJJKqJ2EF",
            "type": "message",
            "role": "assistant",
            "model": f"{MODEL}-20251001",
            "content": list(blocks),
            "stop_reason": stop_reason,
            "stop_sequence": None,
            "usage": {
                "input_tokens": 61,
                "cache_creation_input_tokens": 0,
                "cache_read_input_tokens": 0,
                "output_tokens": 9,
                "service_tier": "standard",
            },
        },
        headers={"request-id": "req_011CSHoEeqs5C35K2UUqR7Fy"},
    )


def anthropic_error(status: int, type_: str, *, retry_after: str | None = None) -> Reply:
    """An error in the shape Anthropic sends."""
    error: JsonObject = {"type": type_, "message": "what Anthropic says about it"}
    body: JsonObject = {"type": "error", "error": error, "request_id": "req_011CSHoEeqs5C35K2UUqR7Fy"}
    return Reply(body, status, {"retry-after": retry_after} if retry_after else {})


async def test_the_request_is_one_bounded_message() -> None:
    """The system prompt beside the messages, bounded output, and nothing else; the key as a bearer token.

    A temperature would be refused with HTTP 400 by this version of the API.
    """
    async with chat_server(anthropic_reply(text_block("Acme [1]."))) as server, anthropic_at(server.url) as model:
        await model.complete(PROMPT)
    [request] = server.requests
    assert (request.method, request.path) == ("POST", "/v1/messages")
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["anthropic-version"] == "2026-10-21"
    assert request.body == {
        "model": MODEL,
        "system": PROMPT.system,
        "messages": [{"role": "user", "content": PROMPT.user}],
        "max_tokens": 1_500,
    }


async def test_a_completion_carries_its_text_and_token_counts() -> None:
    """What the model said, in however many blocks, and what it cost."""
    completion = await completion_of(anthropic_reply(text_block("Ada worked "), text_block("at Acme [1]. ")))
    assert completion == Completion("Ada worked at Acme [1].", Usage(input_tokens=61, output_tokens=9))


async def test_thinking_never_reaches_the_answer() -> None:
    """It comes in blocks of its own, before the answer."""
    thinking: JsonObject = {"type": "thinking", "thinking": "The user asks for employers.", "signature": "EqQB"}
    hidden: JsonObject = {"type": "redacted_thinking", "data": "EmwK"}
    completion = await completion_of(anthropic_reply(thinking, hidden, text_block("Acme [1].")))
    assert completion.text == "Acme [1]."


async def test_the_model_names_itself_as_the_catalogue_does() -> None:
    """Answers and cooldowns are booked under these names."""
    async with anthropic_at("http://127.0.0.1:9") as model:
        assert (model.provider, model.model) == ("anthropic", MODEL)


async def test_connections_are_kept_between_questions() -> None:
    """A warm container pays for no second handshake."""
    async with chat_server(anthropic_reply(text_block("Yes [1]."))) as server, anthropic_at(server.url) as model:
        for _ in range(3):
            await model.complete(PROMPT)
    assert len({request.client_port for request in server.requests}) == 1


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (anthropic_error(400, "invalid_request_error"), ModelFailure.REJECTED),
        (anthropic_error(401, "authentication_error"), ModelFailure.UNAUTHORIZED),
        (anthropic_error(402, "billing_error"), ModelFailure.UNAUTHORIZED),
        (anthropic_error(403, "permission_error"), ModelFailure.UNAUTHORIZED),
        (anthropic_error(404, "not_found_error"), ModelFailure.REJECTED),
        (anthropic_error(413, "request_too_large"), ModelFailure.UNSUITABLE),
        (anthropic_error(429, "rate_limit_error"), ModelFailure.RATE_LIMITED),
        (anthropic_error(500, "api_error"), ModelFailure.FAILED),
        (anthropic_error(504, "timeout_error"), ModelFailure.FAILED),
        (anthropic_error(529, "overloaded_error"), ModelFailure.FAILED),
        (Reply("<html>bad gateway</html>", 502, {"content-type": "text/html"}), ModelFailure.FAILED),
    ],
    ids=lambda value: str(value.status) if isinstance(value, Reply) else str(value),
)
async def test_each_refusal_has_its_kind_and_is_not_repeated(reply: Reply, kind: ModelFailure) -> None:
    """One request; the status decides the kind, and the error says neither the key nor what Anthropic wrote."""
    failure = await failure_of(reply)
    assert failure.kind is kind
    assert str(failure) == f"anthropic/{MODEL} answered HTTP {reply.status}"


@pytest.mark.parametrize(("header", "seconds"), [("7", 7.0), ("soon", None), (None, None)])
async def test_the_wish_to_be_left_alone_is_passed_on(header: str | None, seconds: float | None) -> None:
    """Retry-After counts in seconds."""
    failure = await failure_of(anthropic_error(429, "rate_limit_error", retry_after=header))
    assert failure.retry_after == seconds


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (anthropic_reply(), ModelFailure.EMPTY),
        (anthropic_reply(text_block(" \n")), ModelFailure.EMPTY),
        (anthropic_reply({"type": "thinking", "thinking": "Hm", "signature": "s"}), ModelFailure.EMPTY),
        (anthropic_reply(text_block("Ada worked at"), stop_reason="max_tokens"), ModelFailure.TRUNCATED),
        (anthropic_reply(text_block("Ada"), stop_reason="model_context_window_exceeded"), ModelFailure.TRUNCATED),
        (anthropic_reply(text_block("Ada"), stop_reason="pause_turn"), ModelFailure.TRUNCATED),
        (anthropic_reply(text_block("Ada"), stop_reason=None), ModelFailure.TRUNCATED),
        (
            anthropic_reply(
                {"type": "tool_use", "id": "toolu_1", "name": "search", "input": {}}, stop_reason="tool_use"
            ),
            ModelFailure.TRUNCATED,
        ),
        (anthropic_reply(stop_reason="refusal"), ModelFailure.UNSUITABLE),
        (Reply('{"content": ['), ModelFailure.FAILED),
        (Reply(""), ModelFailure.FAILED),
        (Reply("<html>hello</html>", headers={"content-type": "text/html"}), ModelFailure.FAILED),
        (Reply({"type": "error", "error": {"type": "overloaded_error", "message": "busy"}}), ModelFailure.FAILED),
    ],
    ids=[
        "no block",
        "blank",
        "thoughts without an answer",
        "cut off",
        "context full",
        "paused",
        "not ended",
        "a tool call",
        "declined",
        "broken JSON",
        "no body",
        "a page",
        "an error with status 200",
    ],
)
async def test_a_reply_without_a_whole_answer_is_a_failure(reply: Reply, kind: ModelFailure) -> None:
    """Status 200 does not make it an answer."""
    assert (await failure_of(reply)).kind is kind


async def test_tokens_of_what_cannot_be_used_are_counted() -> None:
    """They are on the bill all the same."""
    assert (await failure_of(anthropic_reply(text_block("Ada"), stop_reason="max_tokens"))).spent == (61, 9)


async def test_an_unreadable_reply_is_not_repeated_in_the_traceback() -> None:
    """Logs keep tracebacks, and must not keep what models write about people."""
    failure = await failure_of(Reply({"content": "Ada is looking for a job"}))
    assert "looking" not in "".join(traceback.format_exception(failure))


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
    async with anthropic_at(f"http://127.0.0.1:{port}") as model:
        with pytest.raises(ModelUnavailable, match=f"anthropic/{MODEL} cannot be reached") as caught:
            await model.complete(PROMPT)
    assert caught.value.kind is ModelFailure.UNREACHABLE
