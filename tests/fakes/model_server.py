"""A model's server whose model plays a role: it reads the prompt it is sent, and is honest about it or not.

It speaks every protocol that an adapter of ours does, and plays the same roles in each.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

import httpx
from pydantic import SecretStr

from digital_twin.adapters.anthropic import AnthropicModel
from digital_twin.adapters.groq import GroqModel
from digital_twin.adapters.http_client import pooled_client, pooled_httpx2_client
from digital_twin.adapters.openai import OpenAIModel
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.prompt import DECLINED
from digital_twin.domain.text import sentences
from digital_twin.ports import ChatModel
from digital_twin.settings import ModelChoice
from fakes.chat_server import CutConnection, Received, Reply, Silence, chat_server

_EXCERPTS = re.compile(r"<excerpts (\w+)>\n(.*)\n</excerpts \1>", re.DOTALL)
_QUESTION = re.compile(r"<question (\w+)>\n(.*)\n</question \1>", re.DOTALL)
_NUMBERED = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)

type Role = Callable[[Asked], Said | Reply | Silence | CutConnection]


class Protocol(StrEnum):
    """What is spoken, by the provider it comes from."""

    GROQ = "groq"
    OPENAI = "openai"
    ANTHROPIC = "anthropic"


@dataclass(frozen=True, slots=True)
class Said:
    """What the model says, in whatever protocol; `is_cut` when its limit of tokens ended it."""

    text: str
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt as the model reads it: its rules, its excerpts in order, and the question."""

    system: str
    excerpts: tuple[str, ...]
    question: str

    @classmethod
    def of(cls, body: object) -> Asked:
        """Read a request's body: the rules are a message like the question, or beside it (Anthropic)."""
        request = cast("dict[str, Any]", body)
        texts = [str(message["content"]) for message in request["messages"]]
        system, user = [str(request["system"]), *texts] if "system" in request else texts
        excerpts, question = _EXCERPTS.search(user), _QUESTION.search(user)
        assert excerpts is not None
        assert question is not None
        return cls(system, tuple(text for _, text in _NUMBERED.findall(excerpts[2])), question[2])


def _chat_completion(said: Said) -> Reply:
    """In the shape OpenAI sends, and Groq."""
    choice: JsonObject = {
        "index": 0,
        "message": {"role": "assistant", "content": said.text},
        "finish_reason": "length" if said.is_cut else "stop",
    }
    usage: JsonObject = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return Reply({"id": "chatcmpl-1", "object": "chat.completion", "choices": [choice], "usage": usage})


def _message(said: Said) -> Reply:
    """In the shape Anthropic sends."""
    return Reply(
        {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "role-1",
            "content": [{"type": "text", "text": said.text}] if said.text else [],
            "stop_reason": "max_tokens" if said.is_cut else "end_turn",
            "stop_sequence": None,
            "usage": {"input_tokens": 100, "output_tokens": 20},
        }
    )


def honest(asked: Asked) -> Said:
    """Tells the first sentence of the best excerpts, each with its citation."""
    return Said(" ".join(_told(asked)))


def saying(*lines: str) -> Role:
    """Says the lines, whatever it is asked, after one true sentence."""
    return lambda asked: Said(" ".join([_told(asked)[0], *lines]))


def injected(*payload: str) -> Role:
    """Obeys whoever gives orders: repeats the payload and its own rules, and cites every excerpt for them.

    It keeps back the rule that holds the word for declining, with which any answer is a decline.
    """

    def role(asked: Asked) -> Said:
        rules = [line.removeprefix("- ") for line in asked.system.splitlines() if DECLINED not in line]
        obeyed = [*payload, *rules, asked.question]
        cited = range(1, len(asked.excerpts) + 1)
        everything = "".join(f"[{number}]" for number in cited)
        said = [f"{line.rstrip('.')} [{number}]." for line in obeyed for number in cited]
        return Said("\n".join([*said, *(f"{line.rstrip('.')} {everything}." for line in obeyed), *_told(asked)]))

    return role


def rambling(asked: Asked) -> Said:
    """Talks at length without a citation, and says one true thing."""
    aside = "It is worth noting that in today's fast-paced world dependable systems matter to everybody."
    return Said(f"{aside} " * 100 + _told(asked)[0] + f" {aside}" * 100)


def slow(_asked: Asked) -> Silence:
    """Takes the question and never answers."""
    return Silence()


def truncated(asked: Asked) -> Said:
    """Is cut off by its limit of tokens."""
    return Said(_told(asked)[0][:-8], is_cut=True)


def empty(_asked: Asked) -> Said:
    """Says nothing."""
    return Said("")


def dead(_asked: Asked) -> CutConnection:
    """Drops the connection."""
    return CutConnection()


def garbage(_asked: Asked) -> Reply:
    """Answers what is no JSON."""
    return Reply("\x7fnot json")


@asynccontextmanager
async def model_playing(
    role: Role, *, protocol: Protocol = Protocol.OPENAI, seconds: float = 5.0
) -> AsyncGenerator[tuple[ChatModel, Sequence[Received]]]:
    """An adapter talking to a server that plays a role, and the requests the server was sent.

    Args:
        role: what the model answers with.
        protocol: which adapter's.
        seconds: the adapter's timeout.
    """

    def reply(body: object) -> Reply | Silence | CutConnection:
        said = role(Asked.of(body))
        if not isinstance(said, Said):
            return said
        return _message(said) if protocol is Protocol.ANTHROPIC else _chat_completion(said)

    async with (
        chat_server(reply) as server,
        pooled_client(httpx.Timeout(seconds)) as client,
        pooled_httpx2_client(seconds, connect=seconds) as client2,
    ):
        base = f"{server.url}/v1" if protocol is Protocol.OPENAI else server.url
        choice = ModelChoice(provider=protocol, model="role-1", base_url=base, timeout_seconds=seconds)
        key = SecretStr("sk-made-up")
        match protocol:
            case Protocol.GROQ:
                model: ChatModel = GroqModel(choice, key, client)
            case Protocol.OPENAI:
                model = OpenAIModel(choice, key, client)
            case Protocol.ANTHROPIC:
                model = AnthropicModel(choice, key, client2)
        yield model, server.requests


def _told(asked: Asked) -> list[str]:
    firsts = [sentences(text)[0] for text in asked.excerpts[:2]]
    return [f"{first.rstrip('.')} [{number}]." for number, first in enumerate(firsts, start=1)]
