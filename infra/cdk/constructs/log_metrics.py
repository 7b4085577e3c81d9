"""Metrics that are counted from what functions log: they cost no call while somebody waits."""

from __future__ import annotations

from collections.abc import Sequence

import aws_cdk as cdk
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_logs as logs
from constructs import Construct

from infra.cdk.names import METRICS_NAMESPACE


class LogMetric(Construct):
    """One number of a stack, summed over the logs of some functions; `metric` is what alarms and graphs take."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        log_groups: Sequence[logs.LogGroup],
        pattern: logs.IFilterPattern,
        value: str,
        name: str,
    ) -> None:
        """Make the filters.

        Args:
            scope: the stack.
            id_: unique in the stack.
            log_groups: whose lines are looked at.
            pattern: which lines count.
            value: what each counts for: a number, or a field of the line as `$.field`.
            name: of the metric, unique in the account and region.
        """
        super().__init__(scope, id_)
        for number, log_group in enumerate(log_groups):
            logs.MetricFilter(
                self,
                f"Filter{number}",
                log_group=log_group,
                filter_pattern=pattern,
                metric_namespace=METRICS_NAMESPACE,
                metric_name=name,
                metric_value=value,
            )
        self.metric = cloudwatch.Metric(
            namespace=METRICS_NAMESPACE, metric_name=name, statistic="Sum", period=cdk.Duration.minutes(5)
        )
