"""What API Gateway itself answers."""

from __future__ import annotations

import json
import re

import pytest

from digital_twin.entry.problems import PROBLEM_TYPE_PREFIX, kind_of
from digital_twin.errors import (
    DeadlineExceeded,
    DocumentTooLarge,
    Forbidden,
    LimitReached,
    MalformedDocument,
    NotFound,
    StoreUnavailable,
    Unauthenticated,
    UnsupportedMediaType,
)
from infra.cdk.constructs import gateway_responses
from tests.infra.assembly import PRIMARY, Assembly, Json, arn_text

REFUSALS = {
    "UNAUTHORIZED": (401, "unauthenticated"),
    "ACCESS_DENIED": (403, "forbidden"),
    "WAF_FILTERED": (403, "forbidden"),
    "MISSING_AUTHENTICATION_TOKEN": (404, "not-found"),
    "DEFAULT_4XX": (404, "not-found"),
    "BAD_REQUEST_BODY": (400, "malformed-body"),
    "REQUEST_TOO_LARGE": (413, "too-large"),
    "UNSUPPORTED_MEDIA_TYPE": (415, "unsupported-media-type"),
    "BAD_REQUEST_PARAMETERS": (400, "invalid-parameters"),
    "THROTTLED": (429, "rate-limited"),
    "AUTHORIZER_FAILURE": (503, "unavailable"),
    "AUTHORIZER_CONFIGURATION_ERROR": (503, "unavailable"),
    "INTEGRATION_TIMEOUT": (504, "deadline-exceeded"),
    "DEFAULT_5XX": (500, "internal"),
}


def responses(assembly: Assembly) -> dict[str, Json]:
    """The gateway responses by type."""
    found = assembly.serving(PRIMARY).of_type("AWS::ApiGateway::GatewayResponse").values()
    return {response["ResponseType"]: response for response in found}


def headers(response: Json) -> dict[str, str]:
    """What a gateway response sends besides its body."""
    return {key.removeprefix("gatewayresponse.header."): value for key, value in response["ResponseParameters"].items()}


def test_every_refusal_is_a_problem(assembly: Assembly) -> None:
    """With the status it is sent with, and the request's id."""
    found = responses(assembly)
    assert found.keys() == REFUSALS.keys()
    for kind, (status, slug) in REFUSALS.items():
        body = json.loads(found[kind]["ResponseTemplates"]["application/json"])
        assert found[kind]["StatusCode"] == str(status)
        assert body["type"] == PROBLEM_TYPE_PREFIX + slug
        assert body["status"] == status
        assert body["request_id"] == "$context.requestId"
        assert headers(found[kind])["Content-Type"] == "'application/problem+json'"
        assert headers(found[kind])["X-Request-Id"] == "context.requestId"


def test_pages_of_any_origin_may_read_a_refusal(assembly: Assembly) -> None:
    """It holds nothing of a caller's, and a gateway response cannot choose among origins."""
    for response in responses(assembly).values():
        assert headers(response)["Access-Control-Allow-Origin"] == "'*'"
        assert "Retry-After" in headers(response)["Access-Control-Expose-Headers"]


def test_a_caller_whose_credential_cannot_be_checked_is_told_to_come_back(assembly: Assembly) -> None:
    """It is the table that failed, not the caller."""
    for kind in ("AUTHORIZER_FAILURE", "AUTHORIZER_CONFIGURATION_ERROR"):
        assert headers(responses(assembly)[kind])["Retry-After"] == "'2'"


def test_a_throttled_caller_is_told_when_to_come_back(assembly: Assembly) -> None:
    """And which limit it met."""
    throttled = responses(assembly)["THROTTLED"]
    assert headers(throttled)["Retry-After"] == "'1'"
    assert json.loads(throttled["ResponseTemplates"]["application/json"])["limit"]


def test_a_refused_body_is_said_to_be_wrong_as_a_whole(assembly: Assembly) -> None:
    """Problems about bodies have `errors` with pointers, from the gateway too."""
    body = json.loads(responses(assembly)["BAD_REQUEST_BODY"]["ResponseTemplates"]["application/json"])
    assert body["errors"] == [{"pointer": "", "message": "a JSON object is expected"}]


def test_a_refused_caller_is_told_where_to_read_about_getting_in(assembly: Assembly, extended: Assembly) -> None:
    """By the gateway, because it renames the header when a function sets it (RFC 6750, RFC 9728)."""
    own = 'resource_metadata="https://twin.example.com/.well-known/oauth-protected-resource/mcp"'
    scope = 'scope="twin/query twin/read twin/search"'
    found = responses(extended)
    assert headers(found["UNAUTHORIZED"])["WWW-Authenticate"] == f"'Bearer {own}, {scope}'"
    assert (
        headers(found["ACCESS_DENIED"])["WWW-Authenticate"] == f"'Bearer error=\"insufficient_scope\", {own}, {scope}'"
    )

    challenge = arn_text(headers(responses(assembly)["UNAUTHORIZED"])["WWW-Authenticate"])
    default = r"https://\{\w+\}\.execute-api\.us-east-1\.\{URLSuffix\}/live/\.well-known/oauth-protected-resource/mcp"
    assert re.fullmatch(rf'\'Bearer resource_metadata="{default}", scope="query read search"\'', challenge)


@pytest.mark.parametrize(
    "error",
    [
        Unauthenticated(),
        UnsupportedMediaType(""),
        DocumentTooLarge(""),
        StoreUnavailable(""),
        Forbidden(""),
        NotFound(),
        MalformedDocument(""),
        LimitReached("minute", quota=1, retry_after=1),
        DeadlineExceeded(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_refusal_looks_the_same_from_gateway_and_function(error: Exception) -> None:
    """One slug, one status, one title, whoever refuses."""
    kind = kind_of(error)  # pyright: ignore[reportArgumentType] - all of them are of the error tree
    challenge = gateway_responses.Challenge("https://twin.example.com/metadata", ("query",))
    problems = [problem for _, problem in gateway_responses.gateway_problems(challenge).values()]
    assert gateway_responses.PROBLEM_TYPE_PREFIX == PROBLEM_TYPE_PREFIX
    assert (kind.status, kind.slug, kind.title) in {(p.status, p.slug, p.title) for p in problems}
