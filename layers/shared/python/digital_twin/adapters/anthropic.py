"""A chat model at Anthropic, through Anthropic's SDK. One attempt a call: what to try next is the chain's decision."""

from __future__ import annotations

import httpx2
from anthropic import APIConnectionError, APIStatusError, APITimeoutError, AsyncAnthropic
from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError

from digital_twin.adapters.chat_completions import MAX_OUTPUT_TOKENS, refusal
from digital_twin.domain.answer import Usage
from digital_twin.errors import ModelFailure, ModelUnavailable
from digital_twin.ports import Completion, Prompt
from digital_twin.settings import ModelChoice

# Only who stopped by itself has answered. https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
_WHOLE = "end_turn"
_FAILED_STOPS = {"max_tokens": ModelFailure.TRUNCATED, "refusal": ModelFailure.UNSUITABLE}


class _Message(BaseModel):
    """The part of a reply that is read; `hide_input_in_errors` keeps a model's words out of tracebacks."""

    model_config = ConfigDict(hide_input_in_errors=True)

    class Block(BaseModel):
        type: str
        text: str = ""

    class TokenCounts(BaseModel):
        input_tokens: int
        output_tokens: int

    content: list[Block]
    stop_reason: str | None = None
    usage: TokenCounts | None = None


class AnthropicModel:
    """One model of Anthropic's.

    Args:
        choice: the entry of the model catalogue.
        api_key: the key it is asked with.
        http_client: the pooled client to use, of the library this SDK insists on; the caller owns it.
    """

    def __init__(self, choice: ModelChoice, api_key: SecretStr, http_client: httpx2.AsyncClient) -> None:
        self._choice = choice
        client = AsyncAnthropic(
            api_key=api_key.get_secret_value(),
            base_url=choice.base_url,
            timeout=choice.timeout_seconds,
            max_retries=0,
            http_client=http_client,
        )
        # Reached for here: the SDK imports its types only now, which is to be done before a snapshot.
        self._messages = client.messages.with_raw_response

    @property
    def provider(self) -> str:
        """The provider's name, as the catalogue has it."""
        return self._choice.provider

    @property
    def model(self) -> str:
        """The model's id at Anthropic."""
        return self._choice.model

    async def complete(self, prompt: Prompt) -> Completion:
        """One completion; an empty or cut-off one is a failure.

        Raises:
            ModelUnavailable: saying why, and how long Anthropic wants to be left alone if it said.
        """
        name = f"{self.provider}/{self.model}"
        try:
            response = await self._messages.create(
                model=self.model,
                system=prompt.system,
                messages=[{"role": "user", "content": prompt.user}],
                # No temperature: since version 2026-10-21 the API refuses one, whatever the model.
                # https://platform.claude.com/docs/en/api/versioning
                max_tokens=MAX_OUTPUT_TOKENS,
            )
            body = await response.read()
        except APIStatusError as error:
            raise refusal(name, error.status_code, error.response.headers, error.error_code) from error
        except APITimeoutError as error:
            raise ModelUnavailable(f"{name} did not answer in time", kind=ModelFailure.TIMEOUT) from error
        except APIConnectionError as error:
            raise ModelUnavailable(f"{name} cannot be reached", kind=ModelFailure.UNREACHABLE) from error
        return _read_message(name, body)


def _read_message(name: str, body: bytes) -> Completion:
    """Read the body of a successful reply; its thinking, in blocks of its own, is dropped.

    Raises:
        ModelUnavailable: the reply is no message, was cut off or declined, or says nothing.
    """
    try:
        message = _Message.model_validate_json(body)
    except ValidationError as error:
        raise ModelUnavailable(f"{name} sent what is no message", kind=ModelFailure.FAILED) from error
    counts = message.usage
    spent = (counts.input_tokens, counts.output_tokens) if counts else None
    if message.stop_reason != _WHOLE:
        kind = _FAILED_STOPS.get(message.stop_reason or "", ModelFailure.TRUNCATED)
        raise ModelUnavailable(f"{name} did not end its answer", kind=kind, spent=spent)
    text = "".join(block.text for block in message.content if block.type == "text").strip()
    if not text:
        raise ModelUnavailable(f"{name} said nothing", kind=ModelFailure.EMPTY, spent=spent)
    return Completion(text, Usage(*spent) if spent else None)
