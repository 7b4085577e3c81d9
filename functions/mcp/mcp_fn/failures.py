"""Failures as the protocol carries them, with the slugs REST uses; nothing of an exception's text or a rejected value.

What fails inside a tool is a result the model can read and act on; what fails outside of one is a protocol error.
"""

from __future__ import annotations

from mcp import MCPError
from mcp.types import INTERNAL_ERROR, INVALID_PARAMS, CallToolResult, TextContent
from pydantic import ValidationError

from digital_twin.domain.json_types import JsonObject
from digital_twin.domain.pointer import format_pointer
from digital_twin.entry.problems import INTERNAL, kind_of, problem_body, problem_of
from digital_twin.errors import Fault, InvalidInput, NotFound, TwinError

# The member of a result's `_meta` that holds the problem; a prefix of our own, as the specification asks.
PROBLEM_META = "digital-twin.dev/problem"

# What a model can do about it.
_NEXT_STEPS = {
    "invalid-input": "Correct the arguments and call again.",
    "forbidden": "Another credential is needed; calling again does not help.",
    "not-found": "Search again for what the profile has now.",
    "rate-limited": "Wait that long before the next call.",
    "deadline-exceeded": "Call again, with a shorter text or a smaller top_k.",
    "unavailable": "Call again in a moment.",
}


def failed(error: TwinError, request_id: str) -> CallToolResult:
    """A failed tool call: slug, detail, where in the arguments, how long to wait, and what to do next."""
    problem = _problem(error, request_id)
    faults = error.faults if isinstance(error, InvalidInput) else ()
    places = "".join(f"; {fault.pointer}: {fault.message}" for fault in faults)
    wait = f"; retry_after: {problem['retry_after']} s" if "retry_after" in problem else ""
    slug = kind_of(error).slug
    advice = f" {_NEXT_STEPS[slug]}" if slug in _NEXT_STEPS else ""
    return _result(f"{slug}: {problem['detail']}{places}{wait}.{advice} (request {request_id})", problem)


def failed_unexpectedly(request_id: str) -> CallToolResult:
    """A tool call that failed for a reason nobody foresaw: only the request's id, which the log holds too."""
    problem = _unexpected(request_id)
    return _result(f"{INTERNAL.slug}: {INTERNAL.title} (request {request_id})", problem)


def protocol_error(error: TwinError, request_id: str, **named: str) -> MCPError:
    """A failure outside of a tool; what names nothing that exists is the caller's, as the specification has it.

    Args:
        error: what went wrong.
        request_id: the id the log has it under.
        named: what the caller asked for, as members of the error's data.
    """
    code = INVALID_PARAMS if isinstance(error, InvalidInput | NotFound) else INTERNAL_ERROR
    problem = _problem(error, request_id)
    return MCPError(code, f"{problem['slug']}: {problem['detail']}", problem | named)


def unexpected_error(request_id: str) -> MCPError:
    """What `failed_unexpectedly` is, outside of a tool."""
    problem = _unexpected(request_id)
    return MCPError(INTERNAL_ERROR, f"{INTERNAL.slug}: {INTERNAL.title}", problem)


def invalid_arguments(error: ValidationError) -> InvalidInput:
    """Pydantic's complaint without the values it rejected."""
    details = error.errors(include_input=False, include_url=False, include_context=False)
    faults = tuple(Fault(format_pointer(detail["loc"]), detail["msg"]) for detail in details)
    return InvalidInput("the arguments do not fit the schema", faults)


def _result(text: str, problem: JsonObject) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], is_error=True, _meta={PROBLEM_META: problem})


def _problem(error: TwinError, request_id: str) -> JsonObject:
    kind, body, headers = problem_of(error, request_id)
    wait: JsonObject = {"retry_after": int(headers["Retry-After"])} if "Retry-After" in headers else {}
    return {"slug": kind.slug} | body | wait


def _unexpected(request_id: str) -> JsonObject:
    return {"slug": INTERNAL.slug} | problem_body(INTERNAL, INTERNAL.title, request_id)
