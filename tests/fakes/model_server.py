"""A chat completions server whose model plays a role: it reads the prompt it is sent, and is honest about it or not."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import cast

import httpx
from pydantic import SecretStr

from digital_twin.adapters.http_client import pooled_client
from digital_twin.adapters.openai import OpenAIModel
from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.prompt import DECLINED
from digital_twin.domain.text import sentences
from digital_twin.settings import ModelChoice
from fakes.chat_server import CutConnection, Received, Reply, Silence, chat_server

_EXCERPTS = re.compile(r"<excerpts (\w+)>\n(.*)\n</excerpts \1>", re.DOTALL)
_QUESTION = re.compile(r"<question (\w+)>\n(.*)\n</question \1>", re.DOTALL)
_NUMBERED = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)

type Role = Callable[[Asked], Reply | Silence | CutConnection]


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt as the model reads it: its rules, its excerpts in order, and the question."""

    system: str
    excerpts: tuple[str, ...]
    question: str

    @classmethod
    def of(cls, body: object) -> Asked:
        """Read a request's body."""
        messages = cast("dict[str, list[dict[str, str]]]", body)["messages"]
        system, user = (message["content"] for message in messages)
        excerpts, question = _EXCERPTS.search(user), _QUESTION.search(user)
        assert excerpts is not None
        assert question is not None
        return cls(system, tuple(text for _, text in _NUMBERED.findall(excerpts[2])), question[2])


def completion(text: str | None, finish_reason: str = "stop") -> Reply:
    """A completion in the shape OpenAI sends."""
    choice: JsonObject = {
        "index": 0,
        "message": {"role": "assistant", "content": text},
        "finish_reason": finish_reason,
    }
    usage: JsonObject = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    return Reply({"id": "chatcmpl-1", "object": "chat.completion", "choices": [choice], "usage": usage})


def honest(asked: Asked) -> Reply:
    """Tells the first sentence of the best excerpts, each with its citation."""
    return completion(" ".join(_told(asked)))


def saying(*lines: str) -> Role:
    """Says the lines, whatever it is asked, after one true sentence."""
    return lambda asked: completion(" ".join([_told(asked)[0], *lines]))


def injected(*payload: str) -> Role:
    """Obeys whoever gives orders: repeats the payload and its own rules, and cites every excerpt for them.

    It keeps back the rule that holds the word for declining, with which any answer is a decline.
    """

    def role(asked: Asked) -> Reply:
        rules = [line.removeprefix("- ") for line in asked.system.splitlines() if DECLINED not in line]
        obeyed = [*payload, *rules, asked.question]
        cited = range(1, len(asked.excerpts) + 1)
        everything = "".join(f"[{number}]" for number in cited)
        said = [f"{line.rstrip('.')} [{number}]." for line in obeyed for number in cited]
        return completion("\n".join([*said, *(f"{line.rstrip('.')} {everything}." for line in obeyed), *_told(asked)]))

    return role


def rambling(asked: Asked) -> Reply:
    """Talks at length without a citation, and says one true thing."""
    aside = "It is worth noting that in today's fast-paced world dependable systems matter to everybody."
    return completion(f"{aside} " * 100 + _told(asked)[0] + f" {aside}" * 100)


def slow(_asked: Asked) -> Silence:
    """Takes the question and never answers."""
    return Silence()


def truncated(asked: Asked) -> Reply:
    """Is cut off by its limit of tokens."""
    return completion(_told(asked)[0][:-8], finish_reason="length")


def empty(_asked: Asked) -> Reply:
    """Says nothing."""
    return completion("")


def dead(_asked: Asked) -> CutConnection:
    """Drops the connection."""
    return CutConnection()


def garbage(_asked: Asked) -> Reply:
    """Answers what is no JSON."""
    return Reply("\x7fnot json")


@asynccontextmanager
async def model_playing(role: Role, *, seconds: float = 5.0) -> AsyncGenerator[tuple[OpenAIModel, Sequence[Received]]]:
    """The OpenAI adapter talking to a server that plays a role, and the requests the server was sent.

    Args:
        role: what the model answers with.
        seconds: the adapter's timeout.
    """
    async with (
        chat_server(lambda body: role(Asked.of(body))) as server,
        pooled_client(httpx.Timeout(seconds)) as client,
    ):
        choice = ModelChoice(provider="scripted", model="role-1", base_url=f"{server.url}/v1", timeout_seconds=seconds)
        yield OpenAIModel(choice, SecretStr("sk-made-up"), client), server.requests


def _told(asked: Asked) -> list[str]:
    firsts = [sentences(text)[0] for text in asked.excerpts[:2]]
    return [f"{first.rstrip('.')} [{number}]." for number, first in enumerate(firsts, start=1)]
