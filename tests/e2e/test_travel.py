"""From a commit to every region: stream, relay, bus, one sync a region; replays, disorder and failures included."""

from __future__ import annotations

import json

from support.region_faults import fault
from support.tenants import Tenant, eventually

from digital_twin.domain.access import Audience
from twin_local.aws import Aws
from twin_local.deployment import Deployment
from twin_local.emulator import PRIMARY_REGION
from twin_local.stack_file import StackFile

SECRET = "Negotiated the Hollowmere buyout"


def _profile(*highlights: str, audience: dict[str, str] | None = None) -> dict[str, object]:
    return {
        "basics": {"name": "Tomas Vell"},
        "work": [{"name": "Hollowmere", "position": "Buyer", "startDate": "2019-03", "highlights": list(highlights)}],
        "x-twin": {"audience": audience or {}},
    }


def test_a_version_goes_live_in_every_region_and_what_vanished_is_deleted(tenant: Tenant) -> None:
    """Each region holds the same chunks, and fewer of them after a highlight is gone."""
    first = tenant.put(_profile("Bought 40 mills.", "Sold 2 mills."), **{"If-None-Match": "*"}).json()
    before = tenant.wait_until_live(1)
    assert len({region["chunks"] for region in before["regions"]}) == 1
    tenant.put(_profile("Bought 40 mills."), **{"If-Match": first["etag"]})
    after = tenant.wait_until_live(2)
    assert {region["chunks"] for region in after["regions"]} == {before["regions"][0]["chunks"] - 1}


def test_what_is_made_private_is_gone_at_the_commit_and_not_at_the_sync(tenant: Tenant, stack: StackFile) -> None:
    """With every index down for writing and still holding the old text, the public gets nothing of it."""
    etag = tenant.put(_profile(SECRET), **{"If-None-Match": "*"}).json()["etag"]
    tenant.wait_until_live(1)
    assert "Hollowmere buyout" in tenant.ask("Who negotiated the Hollowmere buyout?")["answer"]
    with fault([region.vector_url for region in stack.regions], "fail"):
        rules = {"/work/0/highlights/0": "private"}
        assert tenant.put(_profile(SECRET, audience=rules), **{"If-Match": etag}).status_code == 201
        for audience in (Audience.PUBLIC, Audience.RECRUITER):
            answer = tenant.ask("Who negotiated the Hollowmere buyout?", audience)
            assert answer["profile_version"] == 2
            assert "buyout" not in json.dumps(answer)
            found = tenant.request("POST", "/v1/search", audience, json={"query": "Hollowmere buyout"})
            assert "buyout" not in found.text
    assert "Hollowmere buyout" in tenant.ask("Who negotiated the Hollowmere buyout?", Audience.PRIVATE)["answer"]


def test_replayed_late_and_foreign_events_do_no_harm(tenant: Tenant, aws: Aws, deployment: Deployment) -> None:
    """Events of an old version, delivered twice and after the new one, leave every region at HEAD."""
    etag = tenant.put(_profile("One."), **{"If-None-Match": "*"}).json()["etag"]
    tenant.put(_profile("Two."), **{"If-Match": etag})
    live = tenant.wait_until_live(2)
    detail = json.dumps({"profile": tenant.profile, "version": 1})
    foreign = json.dumps({"profile": "nobody", "version": 7})
    entries = [
        {"Source": "digital-twin", "DetailType": "profile.committed", "Detail": text, "EventBusName": deployment.bus}
        for text in (detail, detail, foreign)
    ]
    assert aws.client("events", PRIMARY_REGION).put_events(Entries=entries)["FailedEntryCount"] == 0

    def is_synced_again() -> bool | None:
        board = tenant.wait_until_live(2)
        later = all(
            now["updated_at"] > then["updated_at"] for now, then in zip(board["regions"], live["regions"], strict=True)
        )
        return later or None

    eventually(is_synced_again, "every region synced once more")
    assert {region["chunks"] for region in tenant.sync()["regions"]} == {live["regions"][0]["chunks"]}


def test_a_region_that_fails_is_dead_lettered_and_reconciled(
    tenant: Tenant, stack: StackFile, aws: Aws, deployment: Deployment
) -> None:
    """The others go live; the broken one is on the board and in its queue, and the next event mends it."""
    broken = stack.regions[1]
    with fault([broken.vector_url], "fail"):
        tenant.put(_profile("Bought 40 mills."), **{"If-None-Match": "*"})

        def has_failed() -> bool | None:
            states = {region["region"]: region["status"] for region in tenant.sync()["regions"]}
            others = {states[region.name] for region in stack.regions if region is not broken}
            return True if states[broken.name] == "failed" and others == {"live"} else None

        eventually(has_failed, "one region failed, the others live")
        queues = aws.client("sqs", PRIMARY_REGION)
        url = queues.get_queue_url(QueueName=f"{deployment.table}-sync-{broken.name}-dead-letters")["QueueUrl"]

        def is_dead_lettered() -> bool | None:
            messages = queues.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
            return True if any(tenant.profile in message["Body"] for message in messages) else None

        eventually(is_dead_lettered, "the event in the region's dead-letter queue")
    # What the schedule's function puts on the bus for every profile; here for this one only.
    detail = json.dumps({"profile": tenant.profile, "version": 1})
    entry = {
        "Source": "digital-twin",
        "DetailType": "profile.committed",
        "Detail": detail,
        "EventBusName": deployment.bus,
    }
    assert aws.client("events", PRIMARY_REGION).put_events(Entries=[entry])["FailedEntryCount"] == 0
    tenant.wait_until_live(1)
