"""Dependencies that are dead, slow or talking nonsense, under the deployed service."""

from __future__ import annotations

from time import monotonic

import pytest
from support.region_faults import fault
from support.tenants import Tenant

from twin_local.stack_file import StackFile

# The deployment's deadline and what the emulator adds to a call.
WITHIN_SECONDS = 10.0


@pytest.mark.parametrize(
    ("mode", "question"),
    [
        ("die", "Which awards has she won?"),
        ("fail", "What awards did she win?"),
        ("slow", "Please list the awards."),
        ("garbage", "Tell me about her awards."),
        ("throttle", "Did she win any awards?"),
    ],
)
def test_a_broken_nearest_index_is_made_up_for_by_another_region(
    example: Tenant, stack: StackFile, mode: str, question: str
) -> None:
    """The answer says which region helped, and is whole; the questions differ so that none comes from the cache."""
    with fault([stack.regions[0].vector_url], mode, seconds=5.0):
        answer = example.ask(question)
    assert answer["status"] == "answered"
    # Usually the second; on a machine too busy to answer within its p95, the hedge to the third may win.
    assert answer["region"] in {region.name for region in stack.regions[1:]}


@pytest.mark.parametrize(("mode", "skill"), [("die", "Kafka"), ("slow", "Kubernetes")])
def test_with_every_index_down_words_alone_still_find_the_answer(
    example: Tenant, stack: StackFile, mode: str, skill: str
) -> None:
    """Degraded, in time, and not kept in the cache."""
    question = f"Does she know {skill}?"
    started = monotonic()
    with fault([region.vector_url for region in stack.regions], mode, seconds=5.0):
        answer = example.ask(question)
    assert monotonic() - started < WITHIN_SECONDS
    assert answer["degraded"]
    assert answer["region"] is None
    assert skill in answer["answer"]
    assert not example.ask(question)["cached"]


@pytest.mark.parametrize("mode", ["die", "fail", "slow", "garbage", "throttle"])
def test_without_redis_questions_are_still_answered(example: Tenant, stack: StackFile, mode: str) -> None:
    """Under the container's own quota, from the version the table names."""
    started = monotonic()
    with fault([region.redis_url for region in stack.regions], mode, seconds=5.0):
        reply = example.request("POST", "/v1/query", json={"question": f"What is her current role? ({mode})"})
    assert monotonic() - started < WITHIN_SECONDS
    assert reply.status_code == 200, reply.text
    assert '"container"' in reply.headers["RateLimit"]


def test_a_write_is_kept_although_no_redis_can_be_told(tenant: Tenant, stack: StackFile) -> None:
    """The reply names the regions that do not know yet, and they learn of it."""
    with fault([region.redis_url for region in stack.regions], "die"):
        reply = tenant.put({"basics": {"name": "Ruth Ansel", "label": "Diver"}}, **{"If-None-Match": "*"})
        assert reply.status_code == 201
        assert sorted(reply.json()["sync"]["pending_regions"]) == sorted(region.name for region in stack.regions)
    assert tenant.ask("What is her label?")["profile_version"] == 1
