"""How commits travel, in the primary region: outbox relay, bus, one sync per region, and the reconcile schedule."""

# The CDK's classes name parameters of their methods otherwise than the interfaces they implement do, which jsii, the
# one that checks arguments at run time, does not mind.
# pyright: reportArgumentType=false

from __future__ import annotations

from typing import cast

import aws_cdk as cdk
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_destinations as destinations
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_scheduler as scheduler
from aws_cdk import aws_scheduler_targets as scheduler_targets
from constructs import Construct

from infra.cdk.access import DISCONNECT, GET, LIST, OF_CONNECTIONS, PUBLISH, PUT, READ_SECRET, Arns, allow_sending
from infra.cdk.acknowledge import acknowledge
from infra.cdk.config import DeploymentConfig
from infra.cdk.constructs.alarms import FIVE_MINUTES, Alarms
from infra.cdk.constructs.dead_letter_queue import DeadLetterQueue
from infra.cdk.constructs.python_function import FunctionKit, PythonFunction
from infra.cdk.constructs.region_sync import RegionSync
from infra.cdk.names import Names

_RECONCILE_EVERY = cdk.Duration.minutes(15)


class ControlStack(cdk.Stack):
    """Everything between a commit and the regions it goes to."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        config: DeploymentConfig,
        table: dynamodb.ITableV2,
        env: cdk.Environment,
    ) -> None:
        super().__init__(scope, id_, env=env, description="Digital twin: outbox relay, event bus, region syncs")
        names = Names(config.stage)
        self._kit = FunctionKit.of(self, config)
        bus = events.EventBus(self, "Bus", event_bus_name=names.bus)

        relay = self._function("Relay", "relay", timeout_seconds=30)
        relay_failures = DeadLetterQueue(self, "RelayDeadLetters", name=names.of("relay", "dead-letters"))
        self._read_outbox(relay, table, relay_failures)

        reconcile = self._function("Reconcile", "reconcile", timeout_seconds=60)
        reconcile_failures = DeadLetterQueue(self, "ReconcileDeadLetters", name=names.of("reconcile", "dead-letters"))
        self._schedule(reconcile, reconcile_failures)

        syncs = {
            region: RegionSync(self, f"Sync-{region}", kit=self._kit, bus=bus, region=region)
            for region in config.regions
        }
        self._grant(relay, reconcile, syncs, Arns(self, names))

        queues = {"relay": relay_failures, "reconcile": reconcile_failures}
        queues |= {f"sync-{region}": sync.queue for region, sync in syncs.items()}
        self._watch(config, queues)
        cdk.CfnOutput(self, "BusName", value=bus.event_bus_name)
        for name, queue in queues.items():
            cdk.CfnOutput(self, f"DeadLetters-{name}".replace("-", ""), value=queue.queue_url)

    def _grant(
        self, relay: PythonFunction, reconcile: PythonFunction, syncs: dict[str, RegionSync], arns: Arns
    ) -> None:
        """Who may do what, besides reading the stream and being invoked."""
        primary, bus = arns.table(self.region), arns.bus(self.region)
        relay.allow(PUBLISH, bus)
        relay.allow(READ_SECRET, arns.secret(self.region))  # it tells every region's Redis the new version
        reconcile.allow((*GET, *LIST), primary)
        reconcile.allow(PUBLISH, bus)
        for region, sync in syncs.items():
            sync.sync.allow(GET, primary, arns.table(region))
            sync.sync.allow((*LIST, *PUT), primary)  # the region's row on the sync board
            sync.sync.allow(READ_SECRET, arns.secret(region))
            allow_sending(sync.sync, arns, region, None)  # it tells the region's clients of the new version
            sync.sync.allow(DISCONNECT, primary, only=OF_CONNECTIONS)

    def _function(self, id_: str, handler: str, *, timeout_seconds: int) -> PythonFunction:
        return PythonFunction(
            self,
            id_,
            kit=self._kit,
            folder="sync",
            handler=handler,
            service=handler,
            region=self.region,
            timeout_seconds=timeout_seconds,
        )

    def _read_outbox(self, relay: PythonFunction, table: dynamodb.ITableV2, failures: DeadLetterQueue) -> None:
        relay.function.add_event_source(
            sources.DynamoEventSource(
                table,
                # Commits made before the source was connected are in the stream, too.
                starting_position=lambda_.StartingPosition.TRIM_HORIZON,
                batch_size=10,
                bisect_batch_on_error=True,
                report_batch_item_failures=True,
                retry_attempts=10,
                on_failure=sources.SqsDlq(failures),
                filters=[
                    lambda_.FilterCriteria.filter(
                        {
                            "eventName": lambda_.FilterRule.or_("INSERT", "MODIFY"),
                            "dynamodb": {"Keys": {"sk": {"S": lambda_.FilterRule.is_equal("HEAD")}}},
                        }
                    )
                ],
            )
        )

    def _schedule(self, reconcile: PythonFunction, failures: DeadLetterQueue) -> None:
        """Invoke it again and again; the queue receives what could not be delivered and what was not handled.

        The schedule invokes asynchronously, so its own retries and queue end where Lambda has taken the event.
        """
        reconcile.function.configure_async_invoke(
            on_failure=destinations.SqsDestination(failures), retry_attempts=2, max_event_age=_RECONCILE_EVERY
        )
        role = iam.Role(self, "SchedulerRole", assumed_by=iam.ServicePrincipal("scheduler.amazonaws.com"))
        scheduler.Schedule(
            self,
            "ReconcileSchedule",
            schedule=scheduler.ScheduleExpression.rate(_RECONCILE_EVERY),
            description="Ask every region to come to HEAD",
            target=scheduler_targets.LambdaInvoke(
                reconcile.function,
                role=role,
                dead_letter_queue=failures,
                retry_attempts=2,
                max_event_age=_RECONCILE_EVERY,
            ),
        )
        function = self.get_logical_id(cast("lambda_.CfnFunction", reconcile.function.node.default_child))
        acknowledge(
            role,
            "it may invoke this one function, in any of its versions",
            f"AwsSolutions-IAM5[Resource::<{function}.Arn>:*]",
        )

    def _watch(self, config: DeploymentConfig, queues: dict[str, DeadLetterQueue]) -> None:
        alarms = Alarms(self, "Alarms", config=config)
        for name, queue in queues.items():
            alarms.add(
                f"{name}-dead-letters",
                queue.metric_approximate_number_of_messages_visible(period=FIVE_MINUTES, statistic="Maximum"),
                threshold=1,
                means=f"{name} gave up on an event; the messages of {queue.queue_name} say which and why",
            )
