"""A REQUEST authorizer, of the REST and the WebSocket API: a credential in, an IAM policy and the principal out.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from digital_twin.bootstrap import Container
from digital_twin.domain.access import Scope
from digital_twin.entry.credentials import authorization_of, is_handshake
from digital_twin.entry.event_loop import run
from digital_twin.entry.principals import to_context
from digital_twin.errors import Forbidden, Unauthenticated
from digital_twin.telemetry import log

# The one resource whose callers need no credential, where the deployment allows that.
_MCP = "/mcp"


class _Unauthorized(Exception):
    """API Gateway answers 401 only for an exception whose message is exactly `Unauthorized`."""

    def __init__(self) -> None:
        super().__init__("Unauthorized")


def make_authorizer(container: Container) -> Callable[[dict[str, Any], Any], dict[str, Any]]:
    """The authorizer over a container."""

    def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
        try:
            return _decision(container, event)
        except Unauthenticated as error:
            log.info("authorize.denied", reason=str(error))
            raise _Unauthorized from error
        except Forbidden as error:
            log.info("authorize.denied", reason=str(error))
            return _policy("nobody", "Deny", f"{_stage(event)}/*")

    return handler


def _decision(container: Container, event: dict[str, Any]) -> dict[str, Any]:
    """Whom the request is from, and what they may call.

    Raises:
        Unauthenticated: nobody is known by this credential.
        Forbidden: somebody is, who reaches nothing here.
    """
    authorization = authorization_of(event)
    if authorization is None and event.get("resource") == _MCP:
        principal = container.authorize.anonymous(_source_ip(event))
        allowed = f"{_stage(event)}/*{_MCP}"
    else:
        principal = run(container.authorize.authorize(authorization or ""))
        if is_handshake(event) and Scope.QUERY not in principal.scopes:
            raise Forbidden("over a connection there is nothing to do but ask", required_scope=Scope.QUERY)
        # Every method of the stage, for which the decision is cached; functions check scopes.
        allowed = f"{_stage(event)}/*"
    return _policy(principal.id, "Allow", allowed) | {"context": to_context(principal)}


def _source_ip(event: dict[str, Any]) -> str:
    """The address API Gateway saw; what a caller wrote into a header is not it."""
    context = cast("dict[str, Any]", event.get("requestContext") or {})
    identity = cast("dict[str, Any]", context.get("identity") or {})
    return str(identity.get("sourceIp") or "")


def _stage(event: dict[str, Any]) -> str:
    """The stage's part of the method's ARN."""
    return "/".join(str(event["methodArn"]).split("/")[:2])


def _policy(principal_id: str, effect: str, resource: str) -> dict[str, Any]:
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": resource}
    return {"principalId": principal_id, "policyDocument": {"Version": "2012-10-17", "Statement": [statement]}}
