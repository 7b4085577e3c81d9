"""A REQUEST authorizer, of the REST and the WebSocket API: a credential in, an IAM policy and the principal out.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from digital_twin.bootstrap import Container
from digital_twin.domain.access import Principal, Scope
from digital_twin.entry.credentials import authorization_of, is_handshake
from digital_twin.entry.event_loop import run
from digital_twin.entry.principals import to_context
from digital_twin.errors import Unauthenticated
from digital_twin.telemetry import log


class _Unauthorized(Exception):
    """API Gateway answers 401 only for an exception whose message is exactly `Unauthorized`."""

    def __init__(self) -> None:
        super().__init__("Unauthorized")


def make_authorizer(container: Container) -> Callable[[dict[str, Any], Any], dict[str, Any]]:
    """The authorizer over a container."""

    def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
        try:
            principal = run(container.authorize.authorize(authorization_of(event)))
        except Unauthenticated as error:
            log.info("authorize.denied", reason=str(error))
            raise _Unauthorized from error
        # Over a connection there is nothing to do but ask.
        is_allowed = not is_handshake(event) or Scope.QUERY in principal.scopes
        return _decision(principal, str(event["methodArn"]), "Allow" if is_allowed else "Deny")

    return handler


def _decision(principal: Principal, method_arn: str, effect: str) -> dict[str, Any]:
    """What holds for every method of the stage, for which the decision is cached; functions check scopes."""
    api, stage = method_arn.split("/")[:2]
    return {
        "principalId": principal.id,
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [{"Action": "execute-api:Invoke", "Effect": effect, "Resource": f"{api}/{stage}/*"}],
        },
        "context": to_context(principal),
    }
