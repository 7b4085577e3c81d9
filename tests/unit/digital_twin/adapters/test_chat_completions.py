"""Reading replies and sorting refusals. What comes over the wire is tested with each provider's adapter."""

from __future__ import annotations

import json
import traceback

import pytest

from digital_twin.adapters.chat_completions import read_completion, refusal
from digital_twin.errors import ModelFailure, ModelUnavailable


def reply(content: str | None, finish_reason: str | None = "stop") -> bytes:
    """The least a reply needs."""
    return json.dumps({"choices": [{"message": {"content": content}, "finish_reason": finish_reason}]}).encode()


def test_the_answer_is_what_follows_the_last_thought() -> None:
    """White space around it goes, what looks like markup within it stays."""
    body = reply("<think>one</think> <think>two</think>\n Ada uses <b>C++</b> [1]. \n")
    assert read_completion("p/m", body).text == "Ada uses <b>C++</b> [1]."


@pytest.mark.parametrize("finish_reason", ["length", "content_filter", "tool_calls", None])
def test_only_a_model_that_stopped_by_itself_has_answered(finish_reason: str | None) -> None:
    """Half an answer could leave out the half that matters."""
    with pytest.raises(ModelUnavailable) as caught:
        read_completion("p/m", reply("Ada never", finish_reason))
    assert caught.value.kind is ModelFailure.TRUNCATED


def test_an_unreadable_reply_is_not_repeated_in_the_traceback() -> None:
    """Logs keep tracebacks, and must not keep what models write about people."""
    body = b'{"choices": [{"message": "Ada is looking for a job"}], "usage": "Ada"}'
    with pytest.raises(ModelUnavailable) as caught:
        read_completion("p/m", body)
    assert "Ada" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (302, None, ModelFailure.FAILED),
        (400, None, ModelFailure.REJECTED),
        (402, None, ModelFailure.REJECTED),
        (408, None, ModelFailure.TIMEOUT),
        (429, None, ModelFailure.RATE_LIMITED),
        (429, "insufficient_quota", ModelFailure.REJECTED),
        (499, None, ModelFailure.REJECTED),
        (500, None, ModelFailure.FAILED),
        (529, None, ModelFailure.FAILED),
    ],
)
def test_a_refusals_kind_follows_from_status_and_code(status: int, code: str | None, kind: ModelFailure) -> None:
    """What the caller got wrong is refused again; what the provider got wrong may pass."""
    assert refusal("p/m", status, {}, code).kind is kind
