"""The error tree. Core errors know no HTTP; `entry.problems` maps each to a status and a slug.

TwinError
├── InvalidInput                 the caller sent something that does not fit
│   ├── MalformedDocument        not JSON as RFC 8259 and we read it
│   ├── InvalidDocument          JSON, but not a profile
│   ├── DocumentTooLarge         over a size limit
│   ├── UnsupportedMediaType     a content type the route does not read
│   └── InvalidQuestion          a question nothing can be asked with
├── Unauthenticated              no credential, or one that resolves to nobody
├── Forbidden                    a principal without the scope or the audience
├── NotFound                     no such profile, version, section, ...
├── PreconditionRequired         a write without If-Match / If-None-Match
├── PreconditionFailed           a write against a version that is no longer HEAD
├── LimitReached                 a rate, day, route or concurrency limit
├── DeadlineExceeded             the request's time is over
└── DependencyFailed             a remote system did not do its part
    ├── SecretsUnavailable       the secret with every credential
    ├── StoreUnavailable         the table
    ├── CacheUnavailable         Redis
    ├── IndexUnavailable         a vector region
    ├── ModelUnavailable         a language model
    ├── BusUnavailable           the event bus
    ├── KeysUnavailable          the authorization server's signing keys
    └── ClientUnavailable        a WebSocket client
        └── ClientGone           it has closed its connection
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an input: `pointer` is a JSON pointer (RFC 6901), `""` the whole."""

    pointer: str
    message: str


class TwinError(Exception):
    """Root of every error this project raises on purpose."""


class InvalidInput(TwinError):
    """The caller sent something that does not fit; `faults` says what and where."""

    def __init__(self, message: str, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(message)
        self.faults = faults


class MalformedDocument(InvalidInput):
    """The bytes are not JSON, or are JSON that readers disagree about (duplicate keys, NaN, lone surrogates)."""


class InvalidDocument(InvalidInput):
    """The JSON does not fit the schema it was sent for."""


class DocumentTooLarge(InvalidInput):
    """The document is over a size limit, as sent or as it would be stored."""


class UnsupportedMediaType(InvalidInput):
    """The body's content type is not one this route reads."""


class InvalidQuestion(InvalidInput):
    """The question holds nothing that could be asked."""


class Unauthenticated(TwinError):
    """No credential came with the request, or one that resolves to nobody."""


class Forbidden(TwinError):
    """The principal lacks a scope, or the audience does not reach that far."""

    def __init__(self, message: str, *, required_scope: str | None = None) -> None:
        super().__init__(message)
        self.required_scope = required_scope


class NotFound(TwinError):
    """What was asked for does not exist, or not for this principal."""


class PreconditionRequired(TwinError):
    """A write came without `If-Match` or `If-None-Match: *`."""


class PreconditionFailed(TwinError):
    """A write was made against a version that is not, or no longer, HEAD."""


class LimitReached(TwinError):
    """A limit was reached: `limit` names it, `retry_after` is in seconds."""

    def __init__(self, limit: str, *, quota: int, retry_after: int) -> None:
        super().__init__(f"the limit '{limit}' of {quota} is reached")
        self.limit = limit
        self.quota = quota
        self.retry_after = retry_after


class DeadlineExceeded(TwinError):
    """The request's time was over before an answer was there."""


class DependencyFailed(TwinError):
    """A remote system failed, was too slow, or answered something unreadable."""


class SecretsUnavailable(DependencyFailed):
    """The deployment's credentials could not be read."""


class StoreUnavailable(DependencyFailed):
    """The table could not be read or written."""


class CacheUnavailable(DependencyFailed):
    """Redis could not be reached or answered an error."""


class IndexUnavailable(DependencyFailed):
    """A vector region could not be reached or answered an error."""


class ModelFailure(StrEnum):
    """Why a model gave nothing usable; how long a provider is left alone depends on it.

    `UNAUTHORIZED`: the key is refused or its account has no credit. `REJECTED`: the model, or how it is asked, is
    refused, and will be again. `UNSUITABLE`: this one prompt is refused, too long or against the provider's rules.
    `FAILED`: the provider's own error (5xx), or a reply that is no completion.
    """

    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    RATE_LIMITED = "rate_limited"
    UNAUTHORIZED = "unauthorized"
    REJECTED = "rejected"
    UNSUITABLE = "unsuitable"
    FAILED = "failed"
    EMPTY = "empty"
    TRUNCATED = "truncated"


class ModelUnavailable(DependencyFailed):
    """A language model gave no usable completion: `kind` says why, `retry_after` (seconds) is the provider's wish.

    `spent` is how many tokens it read and wrote all the same, if it said. A deadline raises it with the message alone,
    hence the default.
    """

    def __init__(
        self,
        message: str,
        *,
        kind: ModelFailure = ModelFailure.TIMEOUT,
        retry_after: float | None = None,
        spent: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.retry_after = retry_after
        self.spent = spent


class BusUnavailable(DependencyFailed):
    """The event bus took none or only some of the events."""


class KeysUnavailable(DependencyFailed):
    """The keys that access tokens are signed with could not be read."""


class ClientUnavailable(DependencyFailed):
    """A message could not be handed on to a WebSocket client."""


class ClientGone(ClientUnavailable):
    """The client has closed its connection, or has not finished opening it: nobody is there to be told."""
