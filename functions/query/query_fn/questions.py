"""A question as callers send it, and its answer; the same over REST and WebSocket."""

from __future__ import annotations

from typing import Annotated
from uuid import uuid4

from pydantic import BaseModel, Field, StringConstraints

from digital_twin.bootstrap import Container
from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal
from digital_twin.entry.wire import AnswerBody
from digital_twin.ports import LimitState
from digital_twin.services.ask import DEFAULT_TOP_K

type QuestionText = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
type TopK = Annotated[int, Field(ge=1, le=20)]


class QueryRequest(BaseModel):
    """A question."""

    question: QuestionText
    session_id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")] | None = None
    top_k: TopK = DEFAULT_TOP_K


async def answer_question(
    container: Container, principal: Principal, body: QueryRequest, *, deadline: Deadline, request_id: str
) -> tuple[AnswerBody, LimitState]:
    """The answer to a question, and what is left of the tightest limit.

    Raises:
        TwinError: as `AskService.ask`.
    """
    asked = await container.ask.ask(principal, body.question, route="query", deadline=deadline, top_k=body.top_k)
    session_id = body.session_id or uuid4().hex
    return AnswerBody.of(asked, session_id=session_id, request_id=request_id), asked.limit
