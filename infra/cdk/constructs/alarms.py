"""Alarms, and who is told."""

# The CDK's classes name parameters of their methods otherwise than the interfaces they implement do, which jsii, the
# one that checks arguments at run time, does not mind.
# pyright: reportArgumentType=false

from __future__ import annotations

import aws_cdk as cdk
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from constructs import Construct

from infra.cdk.config import DeploymentConfig
from infra.cdk.names import Names


class Alarms(Construct):
    """The alarms of one stack; with an `alarm_email` they are sent there, without one they only show."""

    def __init__(self, scope: Construct, id_: str, *, config: DeploymentConfig) -> None:
        super().__init__(scope, id_)
        self._names = Names(config.stage)
        self._topic: sns.Topic | None = None
        if config.alarm_email is not None:
            self._topic = sns.Topic(self, "Topic", enforce_ssl=True)
            self._topic.add_subscription(subscriptions.EmailSubscription(config.alarm_email))
            # A topic with a policy of its own has lost the default one, by which alarms may publish.
            account = {"StringEquals": {"aws:SourceAccount": cdk.Stack.of(self).account}}
            self._topic.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com", conditions=account))

    def add(self, name: str, metric: cloudwatch.IMetric, *, threshold: float, means: str, periods: int = 1) -> None:
        """Raise an alarm when a metric is at or above a threshold.

        Args:
            name: of the alarm, unique in the deployment and region.
            metric: what is watched; no data is good data.
            threshold: in the metric's unit.
            means: what has happened and where to look, for the one who is woken up.
            periods: of the metric in a row, before the alarm is raised.
        """
        alarm = cloudwatch.Alarm(
            self,
            name,
            alarm_name=self._names.of(name),
            alarm_description=means,
            metric=metric,
            threshold=threshold,
            evaluation_periods=periods,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        if self._topic is not None:
            alarm.add_alarm_action(actions.SnsAction(self._topic))


FIVE_MINUTES = cdk.Duration.minutes(5)
