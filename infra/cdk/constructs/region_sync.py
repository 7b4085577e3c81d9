"""How committed versions reach one region: its rule on the bus, its function, its dead-letter queue."""

# The CDK's classes name parameters of their methods otherwise than the interfaces they implement do, which jsii, the
# one that checks arguments at run time, does not mind.
# pyright: reportArgumentType=false

from __future__ import annotations

import aws_cdk as cdk
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda_destinations as destinations
from constructs import Construct

from infra.cdk.constructs.dead_letter_queue import DeadLetterQueue
from infra.cdk.constructs.python_function import FunctionKit, PythonFunction
from infra.cdk.names import EVENT_SOURCE, PROFILE_COMMITTED, Names

# The reconcile schedule asks again anyway; what is older than this only delays what is newer.
_GIVE_UP_AFTER = cdk.Duration.hours(1)

# Embedding a whole profile and waiting until the index has settled takes seconds; a slow region gets minutes.
_TIMEOUT_SECONDS = 120


class RegionSync(Construct):
    """One region's sync, which runs in the primary region and works on the region's index and Redis.

    The queue receives both what EventBridge could not deliver and what the function failed to handle.
    """

    def __init__(self, scope: Construct, id_: str, *, kit: FunctionKit, bus: events.IEventBus, region: str) -> None:
        super().__init__(scope, id_)
        names = Names(kit.config.stage)
        self.queue = DeadLetterQueue(self, "DeadLetters", name=names.of("sync", region, "dead-letters"))
        self.sync = PythonFunction(
            self,
            "Sync",
            kit=kit,
            folder="sync",
            handler="region_sync",
            service=f"sync-{region}",
            region=region,
            timeout_seconds=_TIMEOUT_SECONDS,
        )
        self.sync.function.configure_async_invoke(
            on_failure=destinations.SqsDestination(self.queue), retry_attempts=2, max_event_age=_GIVE_UP_AFTER
        )
        events.Rule(
            self,
            "Rule",
            rule_name=names.of("sync", region),
            description=f"Committed versions to the index of {region}",
            event_bus=bus,
            event_pattern=events.EventPattern(source=[EVENT_SOURCE], detail_type=[PROFILE_COMMITTED]),
            targets=[
                targets.LambdaFunction(
                    self.sync.function,
                    dead_letter_queue=self.queue,
                    retry_attempts=8,
                    max_event_age=_GIVE_UP_AFTER,
                )
            ],
        )
