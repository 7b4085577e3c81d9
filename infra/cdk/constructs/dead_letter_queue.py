"""Queues for what could not be delivered or handled."""

from __future__ import annotations

import aws_cdk as cdk
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.cdk.acknowledge import acknowledge


class DeadLetterQueue(sqs.Queue):
    """An encrypted queue, reached by TLS only, that keeps messages as long as SQS does."""

    def __init__(self, scope: Construct, id_: str, *, name: str) -> None:
        super().__init__(
            scope,
            id_,
            queue_name=name,
            encryption=sqs.QueueEncryption.SQS_MANAGED,
            enforce_ssl=True,
            retention_period=cdk.Duration.days(14),
        )
        acknowledge(self, "it is a dead-letter queue itself; an alarm watches its depth", "AwsSolutions-SQS3")
