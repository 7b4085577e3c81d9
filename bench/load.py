"""Driving functions with API Gateway events, and telling a request's waits from its work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from support.lambda_events import proxy_event

from bench.function import Function, Reply
from bench.wire import PROFILE, Crossing, Wire
from digital_twin.domain.access import TIERS, Audience, Principal, Scope

# A caller's limit for questions is 100 a minute; enough callers that none comes near it.
_CALLS_PER_CALLER = 20
_TOP_K = 5

# Of the example profile.
ANSWERABLE = "What did she do at Brindlecast Energy"

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Sample:
    """One request, in milliseconds.

    `own` is what is left of `total` outside every wait for a dependency: our code, the SDKs, and the loopback with
    its HTTP server. `cpu` is the processor time of the function. `retrieval` runs from the end of the first call to
    Redis to the model being asked, `generation` from there to the last call to Redis; None where no model was asked.
    """

    total: float
    own: float
    cpu: float
    retrieval: float | None
    generation: float | None
    crossings: Counter[str]
    reply: Reply


class Driver:
    """Sends questions and searches to one function over one wire."""

    def __init__(self, function: Function, wire: Wire, profile: str = PROFILE) -> None:
        self._function = function
        self._wire = wire
        self._profile = profile

    def ask(self, question: str) -> Sample:
        """One question."""
        return self._sample("/v1/query", {"question": question})

    def search(self, query: str) -> Sample:
        """One search."""
        return self._sample("/v1/search", {"query": query, "top_k": _TOP_K})

    def renew(self) -> None:
        """Begin with a new container."""
        self._function.renew()

    def call(self, question: str) -> Reply:
        """One question, without looking at the wire, which others may be using."""
        return self._function.call(self._event("/v1/query", {"question": question}))

    def _sample(self, path: str, body: dict[str, Any]) -> Sample:
        event = self._event(path, body)
        self._wire.take()
        reply = self._function.call(event)
        return sample_of(reply, self._wire.take())

    def _event(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return proxy_event("POST", path, principal=caller(self._profile), body=body)


def caller(profile: str = PROFILE) -> Principal:
    """Somebody who may ask and search, and is near no limit."""
    name = f"caller-{next(_numbers) // _CALLS_PER_CALLER}"
    scopes = frozenset({Scope.QUERY, Scope.SEARCH})
    return Principal(name, profile, Audience.PRIVATE, scopes, TIERS["enterprise"])


def fresh(question: str = ANSWERABLE) -> str:
    """A question nobody has asked before: one more pattern of punctuation, which is no word and so changes nothing."""
    return question + f"{next(_numbers):012b}".translate({ord("0"): "?", ord("1"): "!"})


def sample_of(reply: Reply, crossings: Sequence[Crossing]) -> Sample:
    """A request's sample from its reply and what crossed the wire meanwhile, in the order in which it began."""
    spans = [(crossing.start, min(crossing.end or reply.end, reply.end)) for crossing in crossings]
    redis = [span for span, crossing in zip(spans, crossings, strict=True) if crossing.dependency == "redis"]
    asked = [start for (start, _), crossing in zip(spans, crossings, strict=True) if crossing.dependency == "model"]
    whole = bool(asked) and len(redis) > 1
    total = reply.end - reply.start
    return Sample(
        total=total * 1000,
        own=(total - _covered(spans)) * 1000,
        cpu=reply.cpu * 1000,
        retrieval=(asked[0] - redis[0][1]) * 1000 if whole else None,
        generation=(redis[-1][0] - asked[0]) * 1000 if whole else None,
        crossings=Counter(crossing.dependency for crossing in crossings),
        reply=reply,
    )


def _covered(spans: Sequence[tuple[float, float]]) -> float:
    """The length of the union of spans."""
    covered, reached = 0.0, float("-inf")
    for start, end in sorted(spans):
        covered += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return covered
