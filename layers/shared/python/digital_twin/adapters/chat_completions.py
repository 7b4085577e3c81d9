"""What the chat completions protocol has in common across providers: reading a reply, and sorting failures.

Failures are sorted for providers of other protocols as well. Calls nobody; each SDK has a module of its own.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from http import HTTPStatus

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from digital_twin.domain.answer import Usage
from digital_twin.errors import ModelFailure, ModelUnavailable
from digital_twin.ports import Completion

# Facts about a person: the same question has the same answer.
TEMPERATURE = 0.0

# An answer is a few sentences; the rest is room for models that think first.
MAX_OUTPUT_TOKENS = 1_500

# A 429 that waiting does not cure: the account has no credit. https://platform.openai.com/docs/guides/error-codes
_NO_CREDIT = "insufficient_quota"

# What concerns the key or its account, hence every model of the provider.
_OF_THE_KEY = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.FORBIDDEN})

# What concerns the one prompt: its length, or what a provider's rules make of its words.
_OF_THE_PROMPT = frozenset(
    {"context_length_exceeded", "string_above_max_length", "content_filter", "content_policy_violation"}
)

_OPEN, _CLOSE = "<think>", "</think>"


class _Reply(BaseModel):
    """The part of a reply that is read; `hide_input_in_errors` keeps a model's words out of tracebacks."""

    model_config = ConfigDict(hide_input_in_errors=True)

    class Choice(BaseModel):
        class Message(BaseModel):
            content: str | None = None

        message: Message
        finish_reason: str | None = None

    class TokenCounts(BaseModel):
        prompt_tokens: int
        completion_tokens: int

    choices: list[Choice] = Field(min_length=1)
    usage: TokenCounts | None = None


def read_completion(name: str, body: bytes) -> Completion:
    """Read the body of a successful reply.

    Reasoning is dropped: where it has a field of its own by not reading that, where it comes in the text (Qwen,
    DeepSeek and others on some servers) by leaving out what is between think tags.

    Args:
        name: the model, as messages name it.
        body: the reply as received.

    Raises:
        ModelUnavailable: the reply is no completion, was cut off, or says nothing.
    """
    try:
        reply = _Reply.model_validate_json(body)
    except ValidationError as error:
        raise ModelUnavailable(f"{name} sent what is no completion", kind=ModelFailure.FAILED) from error
    choice, counts = reply.choices[0], reply.usage
    spent = (counts.prompt_tokens, counts.completion_tokens) if counts else None
    if choice.finish_reason != "stop":
        raise ModelUnavailable(f"{name} was cut off", kind=ModelFailure.TRUNCATED, spent=spent)
    text = _without_reasoning(choice.message.content or "")
    if not text:
        raise ModelUnavailable(f"{name} said nothing", kind=ModelFailure.EMPTY, spent=spent)
    return Completion(text, Usage(*spent) if spent else None)


def error_code(body: object) -> str | None:
    """The protocol's own name for an error, from the reply's body as parsed; None if it has none."""
    match body:
        case {"error": {"code": str(code)}}:
            return code
        case _:
            return None


def refusal(name: str, status: int, headers: Mapping[str, str], code: str | None = None) -> ModelUnavailable:
    """The error for a reply with an HTTP error status; the provider's text is left out.

    Args:
        name: the model, as messages name it.
        status: the HTTP status.
        headers: the reply's headers, looked up without regard to case.
        code: the protocol's own name for the error, if the reply had one.
    """
    return ModelUnavailable(
        f"{name} answered HTTP {status}", kind=_kind(status, code), retry_after=_seconds(headers.get("retry-after", ""))
    )


def _kind(status: int, code: str | None) -> ModelFailure:
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return ModelFailure.UNAUTHORIZED if code == _NO_CREDIT else ModelFailure.RATE_LIMITED
    if status == HTTPStatus.REQUEST_TIMEOUT:
        return ModelFailure.TIMEOUT
    if status in _OF_THE_KEY:
        return ModelFailure.UNAUTHORIZED
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or code in _OF_THE_PROMPT:
        return ModelFailure.UNSUITABLE
    is_ours = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    return ModelFailure.REJECTED if is_ours else ModelFailure.FAILED


def _seconds(retry_after: str) -> float | None:
    """Seconds of a Retry-After header; None for its other form, a date, which no model provider sends."""
    try:
        seconds = float(retry_after)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _without_reasoning(content: str) -> str:
    """The text after the last think block; nothing if a block was opened and never closed."""
    text = content.rpartition(_CLOSE)[2].strip()
    return "" if text.startswith(_OPEN) else text
