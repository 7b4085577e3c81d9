"""A question as callers send it, and its answer; the same over REST and WebSocket."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from digital_twin.bootstrap import Container
from digital_twin.deadline import Deadline
from digital_twin.domain.access import Principal
from digital_twin.entry.sessions import SessionId, open_session
from digital_twin.entry.wire import AnswerBody
from digital_twin.ports import LimitState
from digital_twin.services.ask import DEFAULT_TOP_K

type QuestionText = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
type TopK = Annotated[int, Field(ge=1, le=20)]


class QueryRequest(BaseModel):
    """A question; with the `session_id` of an earlier answer, one that may lean on what was asked before."""

    question: QuestionText
    session_id: SessionId | None = None
    top_k: TopK = DEFAULT_TOP_K


async def answer_question(
    container: Container, principal: Principal, body: QueryRequest, *, deadline: Deadline, request_id: str
) -> tuple[AnswerBody, LimitState]:
    """The answer to a question, and what is left of the tightest limit.

    Raises:
        TwinError: as `AskService.ask`.
    """
    session = open_session(body.session_id)
    asked = await container.ask.ask(
        principal, body.question, route="query", deadline=deadline, top_k=body.top_k, session=session
    )
    return AnswerBody.of(asked, session_id=session.id, request_id=request_id), asked.limit
