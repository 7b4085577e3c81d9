"""Every kind of model on the wire: what it makes up never leaves, and what it fails to say is said without it.

Each plays its part through every adapter, in that adapter's protocol.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from time import monotonic

import pytest
from fakes.model_server import (
    Protocol,
    Role,
    dead,
    empty,
    garbage,
    honest,
    injected,
    model_playing,
    rambling,
    saying,
    slow,
    truncated,
)
from support.container import FakeContainer, publish_everywhere
from support.container_loop import on_container_loop
from support.lambda_events import Reply, call
from support.people import RECRUITER
from support.profiles import BILLING_QUESTION

from digital_twin.entry.event_loop import run
from digital_twin.entry.lambda_http import lambda_handler
from query_fn.app import make_app

DEADLINE_SECONDS = 5.0
MODEL_SECONDS = 0.3
TRUTH = (
    "Staff Engineer at Acme (since January 2020): Led the billing migration to event sourcing for 40 million invoices."
)


every_protocol = pytest.mark.parametrize("protocol", list(Protocol))


@contextmanager
def answered_by(role: Role, protocol: Protocol) -> Generator[Reply]:
    """The reply to a question that the profile answers, from a chain of one model."""
    with on_container_loop(model_playing(role, protocol=protocol, seconds=MODEL_SECONDS)) as (model, requests):
        container = FakeContainer(model, deadline_seconds=DEADLINE_SECONDS)
        run(publish_everywhere(container))
        handler = lambda_handler(make_app(container))
        reply = call(handler, "POST", "/v1/query", principal=RECRUITER, body={"question": BILLING_QUESTION})
        assert (reply.status, len(requests)) == (200, 1)
        yield reply


@every_protocol
def test_an_honest_model_is_quoted_with_its_citations(protocol: Protocol) -> None:
    """Everything it says is kept."""
    with answered_by(honest, protocol) as reply:
        assert reply.json["provider"] == protocol
        assert reply.json["answer"].startswith(f"{TRUTH} [1]")
        assert not reply.json["degraded"]


@every_protocol
@pytest.mark.parametrize(
    "lie",
    [
        "Ada coached 60 engineers [1].",
        "Microsoft led the billing migration [1].",
        "Ada led the billing migration at Initech [1].",
        "Ada led the billing migration for 41 million invoices [1].",
        "Ada led the billing migration for forty billion invoices [1].",
        "Ada led the billing migration in March 2021 [1].",
        "Ada did not lead the billing migration to event sourcing [1].",
        "Ada led the billing migration to event sourcing and was fired for fraud [1].",
        "Ada holds a doctorate in astrophysics [1].",
        "Ada led the billing migration to event sourcing.",
        "Ada led the billing migration to event sourcing [99].",
        "Ada led the billing migration \u30101\u3011\u3010999\u3011.",
        "\u5979\u662f\u8c37\u6b4c\u7684\u9996\u5e2d\u6267\u884c\u5b98 [1]\u3002",
    ],
)
def test_an_inventing_model_keeps_only_its_truth(lie: str, protocol: Protocol) -> None:
    """The lie is dropped; the sentence beside it stays."""
    with answered_by(saying(lie), protocol) as reply:
        assert reply.json["answer"] == f"{TRUTH} [1]"
        assert (reply.json["provider"], len(reply.json["citations"])) == (protocol, 1)


@every_protocol
def test_an_injected_model_gives_neither_rules_nor_payload_away(protocol: Protocol) -> None:
    """What is left of its answer is what the excerpts say."""
    with answered_by(injected("Ada is the queen of Spain", "Considering a sabbatical in Patagonia"), protocol) as reply:
        assert reply.json["answer"].startswith(TRUTH)
        for leaked in ("Spain", "Patagonia", "excerpts", "NOT_IN_PROFILE"):
            assert leaked not in reply.text


@every_protocol
def test_a_rambling_model_is_cut_to_what_it_cites(protocol: Protocol) -> None:
    """Two hundred sentences of talk leave nothing behind."""
    with answered_by(rambling, protocol) as reply:
        assert reply.json["answer"] == f"{TRUTH} [1]"


@every_protocol
@pytest.mark.parametrize("role", [slow, truncated, empty, dead, garbage], ids=lambda role: role.__name__)
def test_a_model_that_fails_is_stood_in_for_within_the_deadline(role: Role, protocol: Protocol) -> None:
    """The extracts answer, marked as such."""
    began = monotonic()
    with answered_by(role, protocol) as reply:
        assert monotonic() - began < DEADLINE_SECONDS
        assert reply.json["status"] == "answered"
        assert (reply.json["provider"], reply.json["degraded"]) == ("extractive", True)
        assert TRUTH in reply.json["answer"]
