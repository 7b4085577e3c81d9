"""What a deploy made: the names that seeding and the front door need, from the stacks' outputs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twin_local.aws import Aws
from twin_local.failure import ExitCode, StackFailure


@dataclass(frozen=True, slots=True)
class Deployment:
    """The deployed service: the primary region's APIs, the table, the secret and the bus."""

    api_id: str
    socket_id: str
    stage: str
    table: str
    secret: str
    bus: str

    def api_url(self, endpoint: str) -> str:
        """Where the emulator serves the API."""
        return f"{endpoint}/restapis/{self.api_id}/{self.stage}/_user_request_"

    def socket_url(self, endpoint: str) -> str:
        """Where the emulator serves the WebSocket API; both kinds of API have a stage of the same name."""
        return f"{endpoint.replace('http', 'ws', 1)}/_aws/execute-api/{self.socket_id}/{self.stage}"


def find_deployment(aws: Aws, regions: Iterable[str]) -> Deployment:
    """Read the outputs of every stack, the primary region's last so that its API is the one found.

    Raises:
        StackFailure: if an output is missing.
    """
    outputs: dict[str, str] = {}
    for region in reversed(list(regions)):
        for stack in aws.client("cloudformation", region).describe_stacks()["Stacks"]:
            outputs |= {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}
    try:
        return Deployment(
            api_id=outputs["ApiId"],
            socket_id=outputs["WebSocketApiId"],
            stage=outputs["ApiStage"],
            table=outputs["TableName"],
            secret=outputs["SecretName"],
            bus=outputs["BusName"],
        )
    except KeyError as error:
        raise StackFailure(f"the deployed stacks have no output {error}", ExitCode.DEPLOY_FAILED) from error
