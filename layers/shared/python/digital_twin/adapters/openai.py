"""A chat model at OpenAI or at any server that speaks its protocol (Ollama, llama.cpp, vLLM), through OpenAI's SDK.

One attempt a call: what to try next is the provider chain's decision.
"""

from __future__ import annotations

import httpx
from openai import APIConnectionError, APIStatusError, APITimeoutError, AsyncOpenAI
from pydantic import SecretStr

from digital_twin.adapters.chat_completions import MAX_OUTPUT_TOKENS, TEMPERATURE, read_completion, refusal
from digital_twin.errors import ModelFailure, ModelUnavailable
from digital_twin.ports import Completion, Prompt
from digital_twin.settings import ModelChoice


class OpenAIModel:
    """One model of OpenAI's, or of the server at the choice's `base_url`.

    Args:
        choice: the entry of the model catalogue.
        api_key: the key it is asked with; servers without accounts take any.
        http_client: the pooled client to use; the caller owns it.
    """

    def __init__(self, choice: ModelChoice, api_key: SecretStr, http_client: httpx.AsyncClient) -> None:
        self._choice = choice
        client = AsyncOpenAI(
            api_key=api_key.get_secret_value(),
            base_url=choice.base_url,
            timeout=choice.timeout_seconds,
            max_retries=0,
            # The SDK takes clients of httpx as well as of httpx2, which alone its annotation names.
            http_client=http_client,  # pyright: ignore[reportArgumentType]
        )
        # Reached for here: the SDK imports its types only now, which is to be done before a snapshot.
        self._completions = client.chat.completions.with_raw_response

    @property
    def provider(self) -> str:
        """The provider's name, as the catalogue has it."""
        return self._choice.provider

    @property
    def model(self) -> str:
        """The model's id at that provider."""
        return self._choice.model

    async def complete(self, prompt: Prompt) -> Completion:
        """One completion; an empty or cut-off one is a failure.

        Raises:
            ModelUnavailable: saying why, and how long the provider wants to be left alone if it said.
        """
        name = f"{self.provider}/{self.model}"
        try:
            response = await self._completions.create(
                model=self.model,
                messages=[{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}],
                temperature=TEMPERATURE,
                # Ollama ignores `max_completion_tokens` (github.com/ollama/ollama/issues/7125); OpenAI's models that
                # refuse `max_tokens` refuse a temperature as well.
                max_tokens=MAX_OUTPUT_TOKENS,
            )
        except APIStatusError as error:
            raise refusal(name, error.status_code, error.response.headers, error.code) from error
        except APITimeoutError as error:
            raise ModelUnavailable(f"{name} did not answer in time", kind=ModelFailure.TIMEOUT) from error
        except APIConnectionError as error:
            raise ModelUnavailable(f"{name} cannot be reached", kind=ModelFailure.UNREACHABLE) from error
        return read_completion(name, response.content)
