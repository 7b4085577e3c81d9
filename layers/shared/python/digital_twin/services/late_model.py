"""A model that is made when it is first asked. Adds nothing to it and hides nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from digital_twin.ports import ChatModel, Completion, Prompt


class LateModel:
    """A `ChatModel` whose SDK is not imported before it has to speak.

    Where no snapshot has the imports behind it, the SDK of a fallback would take half of a first question's processor
    time, and few questions come to the fallback.

    Args:
        provider: the provider's name.
        model: the model's id there.
        make: makes the model, once.
    """

    def __init__(self, provider: str, model: str, make: Callable[[], ChatModel]) -> None:
        self._provider = provider
        self._model = model
        self._make = make

    @property
    def provider(self) -> str:
        """The provider's name."""
        return self._provider

    @property
    def model(self) -> str:
        """The model's id at the provider."""
        return self._model

    async def complete(self, prompt: Prompt) -> Completion:
        """One completion.

        Raises:
            ModelUnavailable: as the model does.
        """
        return await self._made.complete(prompt)

    @cached_property
    def _made(self) -> ChatModel:
        return self._make()
