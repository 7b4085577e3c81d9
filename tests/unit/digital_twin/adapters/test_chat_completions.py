"""Reading replies and sorting refusals. What comes over the wire is tested with each provider's adapter."""

from __future__ import annotations

import json
import traceback

import pytest

from digital_twin.adapters.chat_completions import error_code, read_completion, refusal
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
        (401, None, ModelFailure.UNAUTHORIZED),
        (402, None, ModelFailure.UNAUTHORIZED),
        (403, None, ModelFailure.UNAUTHORIZED),
        (404, None, ModelFailure.REJECTED),
        (408, None, ModelFailure.TIMEOUT),
        (429, None, ModelFailure.RATE_LIMITED),
        (429, "insufficient_quota", ModelFailure.UNAUTHORIZED),
        (400, "context_length_exceeded", ModelFailure.UNSUITABLE),
        (400, "content_filter", ModelFailure.UNSUITABLE),
        (413, None, ModelFailure.UNSUITABLE),
        (499, None, ModelFailure.REJECTED),
        (500, None, ModelFailure.FAILED),
        (529, None, ModelFailure.FAILED),
    ],
)
def test_a_refusals_kind_follows_from_status_and_code(status: int, code: str | None, kind: ModelFailure) -> None:
    """What is wrong with key, model or prompt is told apart; what the provider got wrong may pass."""
    assert refusal("p/m", status, {}, code).kind is kind


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"error": {"message": "m", "code": "model_decommissioned"}}, "model_decommissioned"),
        ({"error": {"message": "m", "code": 404}}, None),
        ({"error": "m"}, None),
        (None, None),
        ("<html>", None),
    ],
)
def test_an_errors_code_is_read_where_there_is_one(body: object, code: str | None) -> None:
    """Other servers' errors have any shape."""
    assert error_code(body) == code


@pytest.mark.parametrize(("content", "finish_reason"), [("Ada never", "length"), ("", "stop")])
def test_tokens_are_counted_for_what_cannot_be_used_too(content: str, finish_reason: str) -> None:
    """They are on the bill all the same."""
    choice = {"message": {"content": content}, "finish_reason": finish_reason}
    body = json.dumps({"choices": [choice], "usage": {"prompt_tokens": 600, "completion_tokens": 1_500}})
    with pytest.raises(ModelUnavailable) as caught:
        read_completion("p/m", body.encode())
    assert caught.value.spent == (600, 1_500)
