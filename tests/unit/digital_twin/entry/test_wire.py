"""Bodies of answers and evidence, as REST and MCP give them."""

from __future__ import annotations

from digital_twin.domain.access import Audience
from digital_twin.domain.answer import Answer, AnswerStatus, Citation, Usage
from digital_twin.domain.evidence import Chunk, Evidence
from digital_twin.entry.wire import AnswerBody, SearchBody
from digital_twin.ports import LimitState
from digital_twin.services.ask import Asked
from digital_twin.services.search import Found

LIMIT = LimitState("minute", 10, 9, 60)
CITATION = Citation(1, "c1", "work", "/work/0", "Led the migration.")


def answer(*, usage: Usage | None = None) -> Answer:
    """An answer with one citation."""
    return Answer(AnswerStatus.ANSWERED, "Ada led it. [1]", (CITATION,), 3, False, "groq", "llama", "us-east-1", usage)


def test_an_answer_is_told_with_the_ids_of_its_request() -> None:
    """Every field of the contract is there, none besides."""
    asked = Asked(answer(usage=Usage(210, 18, 0.0001)), cached=True, limit=LIMIT)

    assert AnswerBody.of(asked, session_id="s", request_id="r").model_dump(mode="json") == {
        "status": "answered",
        "answer": "Ada led it. [1]",
        "citations": [
            {"marker": 1, "chunk_id": "c1", "section": "work", "path": "/work/0", "quote": "Led the migration."}
        ],
        "profile_version": 3,
        "session_id": "s",
        "request_id": "r",
        "cached": True,
        "degraded": False,
        "provider": "groq",
        "model": "llama",
        "region": "us-east-1",
        "usage": {"input_tokens": 210, "output_tokens": 18, "cost_usd": 0.0001},
    }


def test_an_answer_without_token_counts_says_so() -> None:
    """Null, not zero."""
    assert AnswerBody.of(Asked(answer(), cached=False, limit=LIMIT), session_id="s", request_id="r").usage is None


def test_evidence_is_told_without_what_is_internal() -> None:
    """Neither audience nor kind nor similarity; scores are rounded."""
    chunk = Chunk("c1", "work", "/work/0", "Led it.", Audience.RECRUITER)
    found = Found((Evidence(chunk, 0.0327868852, 0.9),), 3, "eu-west-1", LIMIT)

    assert SearchBody.of(found).model_dump(mode="json") == {
        "results": [{"chunk_id": "c1", "section": "work", "path": "/work/0", "text": "Led it.", "score": 0.032787}],
        "profile_version": 3,
        "region": "eu-west-1",
        "degraded": False,
    }


def test_a_search_no_region_helped_is_degraded() -> None:
    """One follows from the other."""
    body = SearchBody.of(Found((), 3, None, LIMIT))

    assert (body.region, body.degraded, body.results) == (None, True, [])
