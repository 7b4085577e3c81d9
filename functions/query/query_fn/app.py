"""Questions, searches and health over REST: parse, one service call, present."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, StringConstraints

from digital_twin.bootstrap import Container
from digital_twin.domain.json_types import JsonObject
from digital_twin.entry.api import create_api, request_id_of
from digital_twin.entry.http import CurrentPrincipal, add_limit_headers
from digital_twin.entry.responses import ASKED
from digital_twin.entry.wire import AnswerBody, SearchBody
from digital_twin.services.ask import DEFAULT_TOP_K
from query_fn.questions import QueryRequest, QuestionText, TopK, answer_question


class SearchRequest(BaseModel):
    """A search, of one section if one is named."""

    query: QuestionText
    top_k: TopK = DEFAULT_TOP_K
    section: Annotated[str, StringConstraints(min_length=1, max_length=100)] | None = None


def make_app(container: Container) -> FastAPI:
    """The application over a container."""
    api = create_api("Digital twin: query", container.settings.allowed_origins)

    @api.post("/v1/query", tags=["questions"], responses=ASKED)
    async def query(
        body: QueryRequest, principal: CurrentPrincipal, request: Request, response: Response
    ) -> AnswerBody:
        """Answer a question from the profile, with citations, or say that the profile does not know."""
        answer, limit = await answer_question(
            container, principal, body, deadline=container.deadline(), request_id=request_id_of(request.scope)
        )
        add_limit_headers(response, limit)
        return answer

    @api.post("/v1/search", tags=["questions"], responses=ASKED)
    async def search(body: SearchRequest, principal: CurrentPrincipal, response: Response) -> SearchBody:
        """The evidence for a query, ranked, without a model."""
        found = await container.search.search(
            principal,
            body.query,
            route="search",
            deadline=container.deadline(),
            top_k=body.top_k,
            section=body.section,
        )
        add_limit_headers(response, found.limit)
        return SearchBody.of(found)

    @api.get("/health", tags=["health"])
    async def health() -> dict[str, str]:
        """Liveness: the function runs."""
        return {"status": "ok"}

    @api.get("/ready", tags=["health"], responses={503: {"description": "The table does not answer"}})
    async def ready() -> JSONResponse:
        """Readiness: whether table, Redis and vector index of this region answer; 503 if the table does not."""
        checks = await container.readiness()
        body: JsonObject = {"status": "ready" if all(checks.values()) else "degraded", "checks": dict(checks)}
        return JSONResponse(body, 200 if checks["table"] else 503)

    return api
