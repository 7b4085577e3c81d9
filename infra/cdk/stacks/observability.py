"""The dashboard of a deployment: all regions on one page. Alarms are in the stacks of what they watch."""

from __future__ import annotations

from collections.abc import Sequence

import aws_cdk as cdk
from aws_cdk import aws_cloudwatch as cloudwatch
from constructs import Construct

from infra.cdk.config import DeploymentConfig
from infra.cdk.names import API_STAGE, METRICS_NAMESPACE, MODEL_COST, REFUSED_MODELS, Names

_PERIOD = cdk.Duration.minutes(5)


class ObservabilityStack(cdk.Stack):
    """A dashboard over metrics of every region, found by name."""

    def __init__(self, scope: Construct, id_: str, *, config: DeploymentConfig, env: cdk.Environment) -> None:
        super().__init__(scope, id_, env=env, description="Digital twin: dashboard")
        self._names = Names(config.stage)
        regions = config.regions
        cloudwatch.Dashboard(
            self,
            "Dashboard",
            dashboard_name=self._names.of(),
            widgets=[
                [
                    _graph("Requests", [self._api(region, "Count", "Sum") for region in regions]),
                    _graph("Latency p95 (ms)", [self._api(region, "Latency", "p95") for region in regions]),
                    _graph("Server errors", [self._api(region, "5XXError", "Sum") for region in regions]),
                    _graph("Client errors", [self._api(region, "4XXError", "Sum") for region in regions]),
                ],
                [
                    _graph(f"{service}: p95 (ms)", [self._function(region, service) for region in regions])
                    for service in ("query", "mcp", "ingest", "authorizer")
                ],
                [
                    _graph(
                        "Dead letters",
                        [
                            self._dead_letters(config.primary_region, *queue)
                            for queue in (("relay",), ("reconcile",), *(("sync", region) for region in regions))
                        ],
                    ),
                    _graph("Replication delay (ms)", self._replication(config)),
                    _graph("Models: cost (US$)", [self._logged(region, MODEL_COST) for region in regions]),
                    _graph("Models: refused", [self._logged(region, REFUSED_MODELS) for region in regions]),
                ],
            ],
        )

    def _api(self, region: str, metric: str, statistic: str) -> cloudwatch.Metric:
        dimensions = {"ApiName": self._names.of("api"), "Stage": API_STAGE}
        return _metric(region, "AWS/ApiGateway", metric, statistic, dimensions, label=region)

    def _function(self, region: str, service: str) -> cloudwatch.Metric:
        dimensions = {"FunctionName": self._names.of(service)}
        return _metric(region, "AWS/Lambda", "Duration", "p95", dimensions, label=region)

    def _logged(self, region: str, name: str) -> cloudwatch.Metric:
        return _metric(region, METRICS_NAMESPACE, self._names.of(name), "Sum", {}, label=region)

    def _dead_letters(self, region: str, *queue: str) -> cloudwatch.Metric:
        dimensions = {"QueueName": self._names.of(*queue, "dead-letters")}
        label = " ".join(queue)
        return _metric(region, "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", dimensions, label=label)

    def _replication(self, config: DeploymentConfig) -> list[cloudwatch.Metric]:
        return [
            _metric(
                config.primary_region,
                "AWS/DynamoDB",
                "ReplicationLatency",
                "Average",
                {"TableName": self._names.table, "ReceivingRegion": region},
                label=region,
            )
            for region in config.regions
            if region != config.primary_region
        ]


def _metric(
    region: str, namespace: str, name: str, statistic: str, dimensions: dict[str, str], *, label: str
) -> cloudwatch.Metric:
    return cloudwatch.Metric(
        namespace=namespace,
        metric_name=name,
        statistic=statistic,
        dimensions_map=dimensions,
        region=region,
        label=label,
        period=_PERIOD,
    )


def _graph(title: str, metrics: Sequence[cloudwatch.Metric]) -> cloudwatch.GraphWidget:
    return cloudwatch.GraphWidget(title=title, left=list(metrics), width=6)
