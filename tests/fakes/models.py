"""A `ChatModel` that says what the test wrote."""

from __future__ import annotations

from digital_twin.errors import ModelUnavailable
from digital_twin.ports import Completion, Prompt


class ScriptedModel:
    """One model with its lines.

    Args:
        script: what the calls give, in order: a text, a whole completion, or an error to raise. The last one is
            given to every further call.
        provider: the provider's name.
        model: the model's id.

    `prompts` lists what it was asked.
    """

    def __init__(
        self, *script: str | Completion | ModelUnavailable, provider: str = "scripted", model: str = "script-1"
    ) -> None:
        if not script:
            raise ValueError("a scripted model needs a line")
        self.prompts: list[Prompt] = []
        self._script = script
        self._provider = provider
        self._model = model

    @property
    def provider(self) -> str:
        """The provider's name."""
        return self._provider

    @property
    def model(self) -> str:
        """The model's id."""
        return self._model

    async def complete(self, prompt: Prompt) -> Completion:
        """The next line of the script."""
        line = self._script[min(len(self.prompts), len(self._script) - 1)]
        self.prompts.append(prompt)
        if isinstance(line, ModelUnavailable):
            raise line
        return line if isinstance(line, Completion) else Completion(line, usage=None)
