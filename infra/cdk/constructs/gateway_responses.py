"""What API Gateway itself answers, as RFC 9457 problems with the same slugs as the functions use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from aws_cdk import aws_apigateway as apigateway

# The slugs below it are those of the functions' own problems, where they mean the same.
PROBLEM_TYPE_PREFIX = "https://digital-twin.dev/problems/"

EXPOSED_HEADERS = ("Retry-After", "WWW-Authenticate", "X-Request-Id")

# Seconds, as the functions say where nothing better is known.
_RETRY_AFTER = {"Retry-After": "2"}

# The throttle refills within a second; a caller that waits longer than its own burst took is let in again.
_THROTTLE_RETRY_SECONDS = 1


@dataclass(frozen=True, slots=True)
class GatewayProblem:
    """One kind of refusal; `members` are what its body has beyond the five that every problem has."""

    status: int
    slug: str
    title: str
    detail: str
    members: Mapping[str, object] = field(default_factory=dict[str, object])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    def template(self) -> str:
        """The response body; only the request's id is filled in, so that nothing of the request can leak into it."""
        body: dict[str, object] = {
            "type": PROBLEM_TYPE_PREFIX + self.slug,
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "request_id": "$context.requestId",
        }
        return json.dumps(body | dict(self.members))


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a refused caller is told about getting in (RFC 6750, RFC 9728).

    It comes from the gateway, because a REST API renames the header when a function sets it.
    """

    metadata_url: str
    scopes: tuple[str, ...]

    @property
    def unauthenticated(self) -> str:
        """For a caller without a credential, or with a bad one."""
        return f'Bearer resource_metadata="{self.metadata_url}", scope="{" ".join(self.scopes)}"'

    @property
    def insufficient(self) -> str:
        """For a caller whose token does not reach that far."""
        _, _, parameters = self.unauthenticated.partition(" ")
        return f'Bearer error="insufficient_scope", {parameters}'


def gateway_problems(challenge: Challenge) -> dict[str, tuple[apigateway.ResponseType, GatewayProblem]]:
    """Every gateway response of the API, by construct id."""
    kinds = apigateway.ResponseType
    not_found = GatewayProblem(404, "not-found", "There is no such thing here", "no route has this path and method")
    unauthenticated = GatewayProblem(
        401,
        "unauthenticated",
        "A valid credential is needed",
        "send `Authorization: Bearer` with an API key or access token",
        headers={"WWW-Authenticate": challenge.unauthenticated},
    )
    forbidden = GatewayProblem(
        403,
        "forbidden",
        "This credential does not reach that far",
        "the credential does not allow this request",
        headers={"WWW-Authenticate": challenge.insufficient},
    )
    filtered = GatewayProblem(403, "forbidden", "The request was blocked", "a firewall rule matched the request")
    throttled = GatewayProblem(
        429,
        "rate-limited",
        "A limit is reached",
        "this route's limit for the whole region is reached",
        members={"limit": "region"},
        headers={"Retry-After": str(_THROTTLE_RETRY_SECONDS)},
    )
    malformed = GatewayProblem(
        400,
        "malformed-body",
        "The body is not usable JSON",
        "a JSON object is expected",
        members={"errors": [{"pointer": "", "message": "a JSON object is expected"}]},
    )
    unreadable = GatewayProblem(
        415, "unsupported-media-type", "This content type is not read here", "send the body as `application/json`"
    )
    # Parameters are the functions' to judge, so this is what remains when the gateway itself cannot read a request.
    bad_parameters = GatewayProblem(
        400, "invalid-parameters", "The parameters are not usable", "a header or query parameter cannot be read"
    )
    # The gateway refuses at 10 MB, the functions already at 1 MB.
    too_large = GatewayProblem(413, "too-large", "The document is too large", "a body may have at most 1 MB")
    too_slow = GatewayProblem(504, "deadline-exceeded", "No answer in time", "no answer in time", headers=_RETRY_AFTER)
    # The authorizer fails, instead of refusing, where it could not read the table. API Gateway calls its exceptions and
    # timeouts a configuration error.
    unavailable = GatewayProblem(
        503,
        "unavailable",
        "A system this request needs is not available",
        "the credential could not be checked",
        headers=_RETRY_AFTER,
    )
    internal = GatewayProblem(500, "internal", "Something went wrong on our side", "the request could not be served")
    return {
        "Unauthorized": (kinds.UNAUTHORIZED, unauthenticated),
        "AccessDenied": (kinds.ACCESS_DENIED, forbidden),
        "WafFiltered": (kinds.WAF_FILTERED, filtered),
        "Throttled": (kinds.THROTTLED, throttled),
        "BadRequestBody": (kinds.BAD_REQUEST_BODY, malformed),
        "BadRequestParameters": (kinds.BAD_REQUEST_PARAMETERS, bad_parameters),
        "RequestTooLarge": (kinds.REQUEST_TOO_LARGE, too_large),
        "UnsupportedMediaType": (kinds.UNSUPPORTED_MEDIA_TYPE, unreadable),
        "AuthorizerFailure": (kinds.AUTHORIZER_FAILURE, unavailable),
        "AuthorizerConfigurationError": (kinds.AUTHORIZER_CONFIGURATION_ERROR, unavailable),
        "IntegrationTimeout": (kinds.INTEGRATION_TIMEOUT, too_slow),
        # What API Gateway says of an unknown route: it takes the request for one to AWS itself that lacks a
        # signature. A bearer token makes it an incomplete signature, which has no response type of its own.
        "MissingAuthenticationToken": (kinds.MISSING_AUTHENTICATION_TOKEN, not_found),
        "Default4xx": (kinds.DEFAULT_4_XX, not_found),
        "Default5xx": (kinds.DEFAULT_5_XX, internal),
    }


def add_gateway_problems(api: apigateway.RestApi, *, challenge: Challenge) -> None:
    """Give an API the problems of `gateway_problems`, readable by a page of any origin.

    A gateway response cannot choose among the allowed origins; these bodies hold nothing of any caller, so none is
    kept from reading why its request was refused.
    """
    for id_, (kind, problem) in gateway_problems(challenge).items():
        headers = {
            **problem.headers,
            "Content-Type": "application/problem+json",
            "Cache-Control": "no-store",
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Expose-Headers": ",".join(EXPOSED_HEADERS),
        }
        mapped = {name: f"'{value}'" for name, value in headers.items()}
        api.add_gateway_response(
            id_,
            type=kind,
            status_code=str(problem.status),
            response_headers=mapped | {"X-Request-Id": "context.requestId"},
            templates={"application/json": problem.template()},
        )
